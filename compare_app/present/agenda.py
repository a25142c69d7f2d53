"""What there is to review: every finding of a comparison, gravest first, and how much of it is done."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Sequence

from compare_app.core.comparison import Comparison
from compare_app.core.elsewhere import Elsewhere
from compare_app.core.findings import Finding
from compare_app.core.records import record
from compare_app.core.review import Decision, Review
from compare_app.present.cards import Card, cards_of
from compare_app.present.entries import Entry, finding_keys
from compare_app.present.items import Item
from compare_app.present.marks import Mark, mark_of_verdict


@record
class Point:
    """One finding of the item with number `item`, its name in a review, and the mark it has unless a person objects."""

    item: int
    mark: Mark
    finding: Finding | Elsewhere
    key: str


class Agenda:
    """The points of one comparison. Decisions change neither their number nor their order, so that nothing jumps."""

    def __init__(self, comparison: Comparison, items: Sequence[Item] = ()) -> None:
        self._comparison = comparison
        self._by_mark: dict[Mark, list[Point]] = {}
        self._points: tuple[Point, ...] | None = None
        self._by_key: dict[str, list[Point]] = {}
        self._by_kind: dict[str, list[Point]] = {}
        self._keys: dict[int, tuple[str, ...]] = {}
        for number, item in enumerate(items):
            self.add(number, item.entry)

    def add(self, number: int, entry: Entry) -> None:
        """Take in the findings of the item with `number`; the items come in their order."""
        if not entry.has_findings:
            return
        self._points = None
        keys = self._keys[number] = finding_keys(self._comparison, entry)
        for point in _points(number, entry, keys):
            self._by_mark.setdefault(point.mark, []).append(point)
            self._by_key.setdefault(point.key, []).append(point)
            self._by_kind.setdefault(point.finding.kind, []).append(point)

    @property
    def points(self) -> tuple[Point, ...]:
        """All of them, gravest first, in reading order within a mark."""
        if self._points is None:
            self._points = tuple(point for mark in Mark for point in self._by_mark.get(mark, ()))
        return self._points

    def key(self, place: int) -> str:
        """What names the finding of the point at `place` in a review."""
        return self.points[place].key

    def keys_in(self, item: int) -> tuple[str, ...]:
        """The `finding_keys` of the item with that number."""
        return self._keys.get(item, ())

    def items_with(self, keys: Collection[str], kinds: Collection[str]) -> set[int]:
        """The numbers of the items that hold a finding of one of these keys or kinds."""
        named = {point.item for key in keys for point in self._by_key.get(key, ())}
        return named | {point.item for kind in kinds for point in self._by_kind.get(kind, ())}

    def reviewed(self, review: Review) -> int:
        """Number of points that were confirmed or dismissed, by themselves or with their rule."""
        rules = review.dismissed_rules
        decided = (point for key in review.decisions for point in self._by_key.get(key, ()))
        with_rules = sum(len(self._by_kind.get(kind, ())) for kind in rules)
        return with_rules + sum(point.finding.kind not in rules for point in decided)

    def confirmed(self, review: Review) -> frozenset[int]:
        """The numbers of the items of which a finding was confirmed."""
        keys = [key for key, decision in review.decisions.items() if decision is Decision.CONFIRMED]
        return frozenset(self.items_with(keys, ()))

    @property
    def keys(self) -> Container[str]:
        """The keys of all points."""
        return self._by_key.keys()

    def card(self, place: int, items: Sequence[Item], review: Review) -> Card:
        """The card of the point at `place`, with what was decided about it."""
        cards, key = cards_of(self._comparison, items[self.points[place].item], review), self.key(place)
        return next((card for card in cards if card.key == key), cards[0])


def _points(number: int, entry: Entry, keys: tuple[str, ...]) -> Iterator[Point]:
    found: tuple[Finding | Elsewhere, ...] = entry.elsewhere[:1] or (entry.link.findings if entry.link else ())
    for finding, key in zip(found, keys, strict=True):
        yield Point(number, mark_of_verdict(finding.verdict), finding, key)
