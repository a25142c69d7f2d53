"""The list of differences: one line each, gravest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare_app.core.comparison import Comparison
from compare_app.core.document import Document
from compare_app.present.cards import cards_of
from compare_app.present.items import Item
from compare_app.present.marks import Mark
from compare_app.present.wording import item_label, one_line


@dataclass(frozen=True, slots=True)
class Row:
    """One difference as a line: `item` indexes the items; a side without a claim is empty text.

    `also_moved`: it moved besides what its mark says.
    """

    item: int
    mark: Mark
    also_moved: bool
    label: str
    left: str
    right: str
    why: str


def difference_rows(comparison: Comparison, items: Sequence[Item]) -> tuple[Row, ...]:
    """A row for every item that differs, gravest mark first, in reading order within a mark."""
    rows = [_row(comparison, number, item) for number, item in enumerate(items) if item.is_difference]
    return tuple(sorted(rows, key=lambda row: (row.mark.gravity, row.item)))


def _row(comparison: Comparison, number: int, item: Item) -> Row:
    return Row(
        item=number,
        mark=item.mark,
        also_moved=item.also_moved,
        label=item_label(item),
        left=_claims_text(comparison.left, item.left),
        right=_claims_text(comparison.right, item.right),
        why=cards_of(comparison, item)[0].sentence,
    )


def _claims_text(document: Document, claims: Sequence[int]) -> str:
    """The texts of `claims` in one line."""
    return one_line(" ".join(document.claims[i].text for i in claims))
