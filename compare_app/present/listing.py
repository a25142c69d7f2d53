"""Which items are listed, by their marks: what the list of differences, the keys and the bars go by."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping, Sequence

from compare_app.core.lazy import lazy
from compare_app.present.items import Item
from compare_app.present.marks import Mark

Change = tuple[int, Item, Item]
"""The number of an item, what it was and what it is now."""


class Listing:
    """Numbers of items under each mark, ascending. It never changes: what is as before is shared with the one before.

    Only what is listed counts (see `Item.is_listed`).
    """

    def __init__(self, by_mark: Mapping[Mark, Sequence[int]]) -> None:
        self._by_mark = {mark: by_mark[mark] for mark in Mark if by_mark.get(mark)}

    @classmethod
    def of(cls, items: Iterable[Item]) -> Listing:
        """That of all `items`. O(items)."""
        by_mark: dict[Mark, list[int]] = {}
        for number, item in enumerate(items):
            if item.is_listed:
                by_mark.setdefault(item.mark, []).append(number)
        return cls(by_mark)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that anything has, gravest first."""
        return tuple(self._by_mark)

    def under(self, mark: Mark) -> Sequence[int]:
        """The items whose own mark is `mark`, in reading order; the very same object until one of them changes."""
        return self._by_mark.get(mark, ())

    @lazy
    def by_gravity(self) -> Sequence[int]:
        """All of them, gravest mark first, in reading order within a mark."""
        return [number for numbers in self._by_mark.values() for number in numbers]

    @lazy
    def in_reading_order(self) -> Sequence[int]:
        """All of them as they are read."""
        return sorted(self.by_gravity)

    def place(self, number: int, mark: Mark) -> int | None:
        """Where the item with `number`, whose mark is `mark`, stands by gravity; None where it is not listed."""
        numbers = self.under(mark)
        found = bisect_left(numbers, number)
        if found == len(numbers) or numbers[found] != number:
            return None
        return found + sum(len(self._by_mark[graver]) for graver in self._by_mark if graver.gravity < mark.gravity)

    def only(self, keep: Callable[[Mark, Sequence[int]], Sequence[int]]) -> Listing:
        """A listing of what `keep` leaves of the numbers under each mark."""
        return Listing({mark: keep(mark, numbers) for mark, numbers in self._by_mark.items()})

    def after(self, changes: Iterable[Change]) -> Listing:
        """The listing once `changes` have happened. O(listed) for a mark that gained or lost an item."""
        by_mark = dict(self._by_mark)
        copied: dict[Mark, list[int]] = {}

        def numbers(mark: Mark) -> list[int]:
            if mark not in copied:
                by_mark[mark] = copied[mark] = list(by_mark.get(mark, ()))
            return copied[mark]

        for number, before, now in changes:
            was_under, is_under = before.listed_under, now.listed_under
            if was_under is is_under:
                continue
            if was_under is not None:
                held = numbers(was_under)
                del held[bisect_left(held, number)]
            if is_under is not None:
                insort(numbers(is_under), number)
        return Listing(by_mark)
