"""What there is to review: every finding of a comparison, gravest first, and how much of it is done."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.comparison import Comparison
from compare_app.core.elsewhere import Elsewhere
from compare_app.core.findings import Finding
from compare_app.core.records import record
from compare_app.core.review import Decision, Review, elsewhere_key, finding_key
from compare_app.present.cards import Card, cards_of
from compare_app.present.items import Item
from compare_app.present.marks import Mark, mark_of_verdict


@record
class Point:
    """One finding of the item with number `item`, and the mark it has unless a person says otherwise."""

    item: int
    mark: Mark
    finding: Finding | Elsewhere


class Agenda:
    """The points of one comparison. Decisions change neither their number nor their order, so that nothing jumps.

    Made in O(items); the keys, which need the words of the claims, are made when first asked for.
    """

    def __init__(self, comparison: Comparison, items: Sequence[Item]) -> None:
        self._comparison = comparison
        telling = [(n, item) for n, item in enumerate(items) if item.elsewhere or (item.link and item.link.findings)]
        found = [point for number, item in telling for point in _points(number, item)]
        self.points = tuple(sorted(found, key=lambda point: (point.mark.gravity, point.item)))
        self._links = {point.item: items[point.item].link for point in self.points}
        self._keys: dict[int, str] = {}

    def key(self, place: int) -> str:
        """What names the finding of the point at `place` in a review."""
        if place not in self._keys:
            point = self.points[place]
            link = self._links[point.item]
            if isinstance(point.finding, Elsewhere) or link is None:
                assert isinstance(point.finding, Elsewhere)  # every other finding is that of a link
                self._keys[place] = elsewhere_key(self._comparison, point.finding)
            else:
                self._keys[place] = finding_key(self._comparison, link, point.finding)
        return self._keys[place]

    def reviewed(self, review: Review) -> int:
        """Number of points that were confirmed or dismissed, by themselves or with their rule."""
        if not review.judges_findings:
            return 0
        decided, rules = review.decisions, review.dismissed_rules
        return sum(point.finding.kind in rules or self.key(place) in decided for place, point in enumerate(self.points))

    def confirmed(self, review: Review) -> frozenset[int]:
        """The numbers of the items of which a finding was confirmed."""
        if Decision.CONFIRMED not in review.decisions.values():
            return frozenset()
        said = ((point.item, review.decisions.get(self.key(place))) for place, point in enumerate(self.points))
        return frozenset(item for item, decision in said if decision is Decision.CONFIRMED)

    def card(self, place: int, items: Sequence[Item], review: Review) -> Card:
        """The card of the point at `place`, with what was decided about it."""
        cards, key = cards_of(self._comparison, items[self.points[place].item], review), self.key(place)
        return next((card for card in cards if card.key == key), cards[0])


def _points(number: int, item: Item) -> list[Point]:
    if item.elsewhere:
        found = item.elsewhere[0]
        return [Point(number, mark_of_verdict(found.verdict), found)]
    if item.link is None or not item.link.findings:
        return []
    findings = sorted(item.link.findings, key=lambda finding: finding.verdict.gravity)
    return [Point(number, mark_of_verdict(finding.verdict), finding) for finding in findings]
