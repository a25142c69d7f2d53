"""What a filter lets through of one comparison, worked out when first asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from compare_app.core.document import Side
from compare_app.core.lazy import know, lazy
from compare_app.present.filters import Filter, claims_with
from compare_app.present.folding import Fold, folds_of
from compare_app.present.listing import Listing
from compare_app.present.marks import Mark
from compare_app.present.prepared import Prepared
from compare_app.present.rows import Rows
from compare_app.present.search import Query, SearchText
from compare_app.present.ticks import Ticks


class Shown:
    """The items, rows and stretches of text that are shown. `search_text` gives the text of a side to be searched."""

    def __init__(self, prepared: Prepared, chosen: Filter, search_text: Callable[[Side], SearchText]) -> None:
        self._comparison, self._items, self._prepared = prepared.comparison, prepared.items, prepared
        self._filter = chosen
        self._search_text = search_text

    def decided(self, prepared: Prepared) -> Shown:
        """The same filter once something else was decided; what does not depend on that is kept."""
        found = Shown(prepared, self._filter, self._search_text)
        if "_with_words" in vars(self):
            know(found, "_with_words", self._with_words)
        is_same = all(found.listing.under(mark) is self.listing.under(mark) for mark in Mark)
        if is_same and "folds" in vars(self):
            know(found, "folds", self.folds)
        return found

    def has(self, item: int) -> bool:
        """Whether the filter lets an item through."""
        return self._filter.admits(self._items[item]) and (not self._filter.text.strip() or item in self._with_words)

    @lazy
    def listing(self) -> Listing:
        """What is listed of the items that are shown."""
        return self._prepared.listing.only(self._let_through)

    @lazy
    def rows(self) -> Rows:
        """The rows of what is shown."""
        return Rows(self._comparison, self._items, self.listing)

    @property
    def differences(self) -> Sequence[int]:
        """The items that are listed, in reading order."""
        return self.listing.in_reading_order

    @lazy
    def numbers(self) -> Sequence[int]:
        """All items that are shown and not left out of the texts, what is the same among them, in reading order."""
        count = len(self._items)
        if self._filter.hides_same or not self._filter.admits_all(Mark.SAME):
            return [number for number in range(count) if self.has(number) and not self.is_folded(number)]
        hidden = {mark: self._prepared.listing.under(mark) for mark in Mark if not self._filter.admits_all(mark)}
        if not any(hidden.values()):
            return range(count)
        left_out = {number for numbers in hidden.values() for number in numbers}
        return [number for number in range(count) if number not in left_out]

    @property
    def kinds(self) -> Mapping[str, int]:
        """How many items, shown or not, hold a finding of each kind that has a say."""
        return self._prepared.tally.kinds

    def ticks(self, side: Side) -> Ticks:
        """Where the visible differences of `side` begin, for a bar that shows the whole text."""
        return self._prepared.tick_maker.ticks(side, self._items, self.listing)

    @lazy
    def folds(self) -> dict[Side, tuple[Fold, ...]]:
        """What is left out of the texts: nothing, unless what is the same is hidden."""
        if not self._filter.hides_same:
            return dict.fromkeys(Side, ())
        return folds_of(self._comparison, self._items, self.has)

    def fold_at(self, side: Side, offset: int) -> Fold | None:
        """The stretch left out that holds the code point at `offset`, None where it is on the page. O(log folds)."""
        folds = self.folds[side]
        place = bisect_right(folds, offset, key=lambda fold: fold.span.start) - 1
        return folds[place] if place >= 0 and folds[place].span.contains(offset) else None

    def is_folded(self, item: int) -> bool:
        """Whether all of an item lies in what is left out."""
        if not self._filter.hides_same:
            return False
        ends = [(side, claim) for side in Side for claim in self._items[item].claims(side)]
        return all(self.fold_at(side, self._start(side, claim)) is not None for side, claim in ends)

    def _start(self, side: Side, claim: int) -> int:
        return self._comparison.document(side).claims[claim].span.start

    def _let_through(self, mark: Mark, numbers: Sequence[int]) -> Sequence[int]:
        if self._filter.admits_all(mark):
            return numbers
        return tuple(number for number in numbers if self.has(number))

    @lazy
    def _with_words(self) -> frozenset[int]:
        """The items that hold what the filter looks for, on either side."""
        query = Query(self._filter.text)
        claims = {
            side: frozenset(claims_with(self._comparison.document(side), self._search_text(side).find(query)))
            for side in Side
        }
        return frozenset(
            number
            for number, item in enumerate(self._items)
            if any(claim in claims[side] for side in Side for claim in item.claims(side))
        )
