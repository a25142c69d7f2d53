"""Where what is listed stands in each document: what a bar beside the text shows."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.present.items import Item
from compare_app.present.listing import Change, Listing
from compare_app.present.marks import Mark
from compare_app.present.revised import Revised

Ticks = Mapping[Mark, Sequence[int]]
"""Code points at which claims under each mark begin, ascending."""
Key = TypeVar("Key")

_UNTICKED = (Mark.REWORDED, Mark.SAME, Mark.DISMISSED)


class _Kept(dict[Key, tuple[Sequence[int], list[int]]]):
    """Where claims begin, each time with the numbers of the items whose they are. The lists are never changed."""

    def starts(self, key: Key, numbers: Sequence[int], find: Callable[[int], Iterable[int]]) -> Sequence[int]:
        """Those kept under `key` while the `numbers` are the very same; else what `find` gives for each of them."""
        kept = self.get(key)
        if kept is None or kept[0] is not numbers:
            kept = self[key] = numbers, sorted(start for number in numbers for start in find(number))
        return kept[1]


class TickMaker:
    """Keeps the ticks under each mark with the numbers they belong to. Of `comparison` it looks at the documents only.

    What it gave is never changed: the same object means the same ticks.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._coming: dict[tuple[Side, Mark], list[int]] = {}
        self._kept = _Kept[tuple[Side, Mark]]()

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

        def find(number: int) -> list[int]:
            return self._starts(items[number], side)

        marks = (mark for mark in listing.marks if mark is not Mark.REWORDED)
        return {mark: self._kept.starts((side, mark), listing.under(mark), find) for mark in marks}

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
        self._kept = _Kept[Mark]()

    def ticks(self, listing: Listing) -> Ticks:
        """The ticks of what is listed, but for rewording and what has no mark."""
        marks = (mark for mark in listing.marks if mark not in _UNTICKED)
        return {mark: self._kept.starts(mark, listing.under(mark), self._starts) for mark in marks}

    def _starts(self, number: int) -> list[int]:
        claims = self._column.document.claims
        return [claims[claim].span.start for claim in self._column.claims.get(number, ())]
