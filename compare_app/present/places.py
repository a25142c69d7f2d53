"""Which items stand where in the two documents, and what of them is marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from copy import copy

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.spans import Span
from compare_app.present.highlights import RANKS, Highlight, Ranges, item_highlights
from compare_app.present.items import Item

_MOST_KEPT = 4_096  # items whose ranges are kept: more than a screen shows, little memory
_NONE = -1


class Places:
    """Where the items stand; the marked ranges of a stretch of text are made when asked for and kept a while.

    A long text has a hundred thousand of them and a screen shows fifty. Of `comparison` only the documents are looked
    at.
    """

    def __init__(self, comparison: Comparison, items: Sequence[Item] = ()) -> None:
        self._comparison, self._items = comparison, items
        self._first = {side: [_NONE] * len(comparison.document(side).claims) for side in Side}
        self._besides: dict[Side, dict[int, list[int]]] = {side: {} for side in Side}
        self._kept: dict[tuple[Side, int], Ranges] = {}
        for number, item in enumerate(items):
            self.add(number, item)

    def add(self, number: int, item: Item) -> None:
        """Take in where the item with `number` stands; the items come in their order."""
        for side, claims in ((Side.LEFT, item.left), (Side.RIGHT, item.right)):
            for claim in claims:
                if item.elsewhere:  # behind the link or the lone claim it stands in
                    self._besides[side].setdefault(claim, []).append(number)
                else:
                    self._first[side][claim] = number

    def of(self, items: Sequence[Item], changed: Collection[int] | None = None) -> Places:
        """The same places for `items` that are others in what was decided: those `changed`, all where it is None."""
        found = copy(self)
        found._items = items
        kept = {} if changed is None else self._kept
        found._kept = {key: ranges for key, ranges in kept.items() if key[1] not in (changed or ())}
        return found

    def items_at(self, side: Side, claim: int) -> Sequence[int]:
        """Numbers of the items that hold a claim, its link or itself first; empty where there is no such claim."""
        known = self._first[side]
        if not 0 <= claim < len(known):
            return ()
        besides = self._besides[side].get(claim, ())
        return besides if known[claim] == _NONE else (known[claim], *besides)

    def highlights_in(self, side: Side, span: Span) -> list[Highlight]:
        """The marked ranges that reach into `span`, claims before the words inside them, in text order otherwise."""
        claims = self._comparison.document(side).claims
        start = max(0, bisect_right(claims, span.start, key=lambda claim: claim.span.start) - 1)
        end = bisect_left(claims, span.end, start, key=lambda claim: claim.span.start)
        numbers = dict.fromkeys(number for claim in range(start, end) for number in self.items_at(side, claim))
        found = [highlight for number in numbers for highlight in self._ranges(side, number).within(span)]
        found.sort(key=lambda one: (RANKS[one.weight], one.span.start, one.item))
        return found

    def _ranges(self, side: Side, number: int) -> Ranges:
        if (side, number) not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[side, number] = Ranges(item_highlights(self._comparison, self._items[number], number, side))
        return self._kept[side, number]
