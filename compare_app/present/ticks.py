"""Where what is listed stands in each document: what a bar beside the text shows."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.present.items import Item
from compare_app.present.listing import Change, Listing
from compare_app.present.marks import Mark
from compare_app.present.revised import Revised

Ticks = Mapping[Mark, Sequence[int]]
"""Code points at which claims under each mark begin, ascending."""


_UNTICKED = (Mark.REWORDED, Mark.SAME, Mark.DISMISSED)


class TickMaker:
    """Keeps the ticks under each mark with the numbers they belong to. Of `comparison` it looks at the documents only.

    What it gave is never changed: the same object means the same ticks.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._coming: dict[tuple[Side, Mark], list[int]] = {}
        self._kept: dict[tuple[Side, Mark], tuple[Sequence[int], list[int]]] = {}

    def add(self, item: Item) -> None:
        """Take in an item that is listed, so that its ticks need not be looked for."""
        for side in Side:
            self._coming.setdefault((side, item.mark), []).extend(self._starts(item, side))

    def settle(self, listing: Listing) -> None:
        """All that `listing` holds has come."""
        for (side, mark), starts in self._coming.items():
            starts.sort()
            self._kept[side, mark] = listing.under(mark), starts
        self._coming.clear()

    def after(self, changes: Sequence[Change], before: Listing, now: Listing) -> TickMaker:
        """One that knows of the listing of `now` what this one knew of that of `before`. O(ticks) for what changed."""
        found = TickMaker(self._comparison)
        for (side, mark), (numbers, starts) in self._kept.items():
            if numbers is before.under(mark):
                numbers_now = now.under(mark)
                is_same = numbers_now is numbers
                found._kept[side, mark] = numbers_now, starts if is_same else self._moved(starts, side, mark, changes)
        return found

    def ticks(self, side: Side, items: Sequence[Item], listing: Listing) -> Ticks:
        """The ticks on `side` of what is listed; rewording has none, for it would hide the rest."""
        return {mark: self._under(side, mark, items, listing) for mark in listing.marks if mark is not Mark.REWORDED}

    def _under(self, side: Side, mark: Mark, items: Sequence[Item], listing: Listing) -> Sequence[int]:
        numbers = listing.under(mark)
        kept = self._kept.get((side, mark))
        if kept is None or kept[0] is not numbers:
            starts = sorted(start for number in numbers for start in self._starts(items[number], side))
            kept = self._kept[side, mark] = numbers, starts
        return kept[1]

    def _moved(self, starts: list[int], side: Side, mark: Mark, changes: Sequence[Change]) -> list[int]:
        moved = list(starts)
        for _, before, now in changes:
            was_here, is_here = before.listed_under is mark, now.listed_under is mark
            for start in self._starts(now, side) if was_here is not is_here else ():
                if is_here:
                    insort(moved, start)
                else:
                    del moved[bisect_left(moved, start)]
        return moved

    def _starts(self, item: Item, side: Side) -> list[int]:
        claims = self._comparison.document(side).claims
        return [claims[claim].span.start for claim in item.claims(side)]


class ColumnTicks:
    """The ticks of one text made of two, kept likewise."""

    def __init__(self, column: Revised) -> None:
        self._column = column
        self._kept: dict[Mark, tuple[Sequence[int], Sequence[int]]] = {}

    def ticks(self, listing: Listing) -> Ticks:
        """The ticks of what is listed, but for rewording and what has no mark."""
        return {mark: self._under(mark, listing.under(mark)) for mark in listing.marks if mark not in _UNTICKED}

    def _under(self, mark: Mark, numbers: Sequence[int]) -> Sequence[int]:
        kept = self._kept.get(mark)
        if kept is None or kept[0] is not numbers:
            claims, held = self._column.document.claims, self._column.claims
            starts = sorted(claims[claim].span.start for number in numbers for claim in held.get(number, ()))
            kept = self._kept[mark] = numbers, starts
        return kept[1]
