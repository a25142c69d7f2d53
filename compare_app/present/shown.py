"""What a filter lets through of one comparison, worked out when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.lazy import lazy
from compare_app.present.filters import Filter, claims_with
from compare_app.present.folding import Fold, folds_of
from compare_app.present.items import Item
from compare_app.present.rows import Row
from compare_app.present.search import Query, SearchText


class Shown:
    """The items, rows and stretches of text that are shown. `search_text` gives the text of a side to be searched."""

    def __init__(
        self,
        comparison: Comparison,
        items: Sequence[Item],
        rows: Sequence[Row],
        chosen: Filter,
        search_text: Callable[[Side], SearchText],
    ) -> None:
        self._comparison, self._items, self._all_rows = comparison, items, rows
        self._filter = chosen
        self._search_text = search_text

    def has(self, item: int) -> bool:
        """Whether the filter lets an item through."""
        return self._filter.admits(self._items[item]) and (not self._filter.text.strip() or item in self._with_words)

    @lazy
    def rows(self) -> tuple[Row, ...]:
        """The rows of what is shown."""
        return tuple(row for row in self._all_rows if self.has(row.item))

    @lazy
    def differences(self) -> Sequence[int]:
        """The items that are listed, in reading order."""
        return sorted(row.item for row in self.rows)

    @lazy
    def folds(self) -> dict[Side, tuple[Fold, ...]]:
        """What is left out of the texts: nothing, unless what is the same is hidden."""
        if not self._filter.hides_same:
            return dict.fromkeys(Side, ())
        return folds_of(self._comparison, self._items, self.has)

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
