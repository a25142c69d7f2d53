"""The comparison as a table: in which order its items stand, and what a row says besides its texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from operator import attrgetter

from compare_app.core.comparison import Comparison
from compare_app.core.review import Review
from compare_app.present.cards import cards_of
from compare_app.present.items import Item
from compare_app.present.marks import Mark
from compare_app.present.wording import item_label, percent

_LAST = 1 << 60  # behind every claim there is


class Column(StrEnum):
    """What a column shows; a table can be ordered by each."""

    KIND = "kind"
    LEFT = "left"
    RIGHT = "right"
    SIMILARITY = "similarity"
    WHY = "why"


def pair_kind(item: Item) -> str:
    """ "⚠ Number", and "↕" behind it where the claim moved besides."""
    return f"{item.mark.glyph} {item_label(item)}" + (f" {Mark.MOVED.glyph}" if item.also_moved else "")


def pair_similarity(item: Item) -> str:
    """How alike the two are; empty where nothing is joined."""
    return percent(item.link.similarity) if item.link else ""


def pair_why(comparison: Comparison, item: Item, review: Review) -> str:
    """The sentence of the gravest card; empty where there is nothing to explain."""
    return "" if item.mark is Mark.SAME and not item.moved else cards_of(comparison, item, review)[0].sentence


def in_order(items: Sequence[Item], numbers: Iterable[int], column: Column, *, descending: bool) -> list[int]:
    """`numbers` of `items` in the order of `column`: of the texts in theirs, of the reasons by their kind.

    What is equal there stays in the order it had; what a side lacks comes last. O(n log n).
    """
    key = _KEYS[column]
    return sorted(numbers, key=lambda number: key(items[number]), reverse=descending)


def _similarity(item: Item) -> float:
    return item.link.similarity if item.link else -1.0


def _first_left(item: Item) -> int:
    return item.left[0] if item.left else _LAST


def _first_right(item: Item) -> int:
    return item.right[0] if item.right else _LAST


_KEYS: dict[Column, Callable[[Item], int | float | str]] = {
    Column.KIND: attrgetter("mark.gravity"),
    Column.LEFT: _first_left,
    Column.RIGHT: _first_right,
    Column.SIMILARITY: _similarity,
    Column.WHY: item_label,
}
