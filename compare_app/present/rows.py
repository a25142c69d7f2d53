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

_MOST_LETTERS = 400  # of a claim on one line: more than the widest screen shows


@dataclass(frozen=True, slots=True)
class Row:
    """One difference as a line: `item` indexes the items. Its texts are made when asked for: few are ever on screen."""

    item: int
    mark: Mark
    label: str
    entry: Item
    comparison: Comparison

    @property
    def also_moved(self) -> bool:
        """Whether it moved besides what its mark says."""
        return self.entry.also_moved

    @property
    def left(self) -> str:
        """What the left says, cut where it is too long for a line; empty where it has no such claim."""
        return _claims_text(self.comparison.left, self.entry.left)

    @property
    def right(self) -> str:
        """What the right says, cut likewise."""
        return _claims_text(self.comparison.right, self.entry.right)

    @property
    def why(self) -> str:
        """The sentence of the gravest card."""
        return cards_of(self.comparison, self.entry)[0].sentence


def difference_rows(comparison: Comparison, items: Sequence[Item]) -> tuple[Row, ...]:
    """A row for every item that differs, gravest mark first, in reading order within a mark."""
    rows = [
        Row(number, item.mark, item_label(item), item, comparison)
        for number, item in enumerate(items)
        if item.is_difference
    ]
    return tuple(sorted(rows, key=lambda row: (row.mark.gravity, row.item)))


def _claims_text(document: Document, claims: Sequence[int]) -> str:
    """The texts of `claims` in one line, cut where they are too long for one."""
    text = " ".join(document.claims[i].text for i in claims)
    return one_line(text) if len(text) <= _MOST_LETTERS else one_line(text[: _MOST_LETTERS - 1]) + "…"
