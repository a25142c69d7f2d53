"""Leaves out of two texts what is the same, but for a paragraph of context around every difference."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from compare_app.core.comparison import Comparison
from compare_app.core.document import Document, Side
from compare_app.core.records import record
from compare_app.core.spans import Span
from compare_app.present.items import Item

_FEW = 3  # lines without a claim that are not worth leaving out: a byline and a date
_CONTEXT = 1  # paragraphs kept on each side of one that differs; chosen by hand


@record
class Fold:
    """A stretch of a document that is left out: whole blocks up to where the next one begins, with its claims."""

    span: Span
    claims: int


def folds_of(
    comparison: Comparison, items: Sequence[Item], is_shown: Callable[[int], bool]
) -> dict[Side, tuple[Fold, ...]]:
    """What is left out on each side when only the marked items that `is_shown` admits, and what is near, are kept.

    What is kept on one side is kept on the other as well, so that nothing loses its partner. The first claim of a
    document is always kept. O(items + claims).
    """
    blocks = {side: [claim.block for claim in comparison.document(side).claims] for side in Side}
    shown = [item for number, item in enumerate(items) if item.is_marked and is_shown(number)]
    kept = {side: _near_shown(blocks[side], side, shown) for side in Side}
    partners: dict[Side, set[int]] = {side: set() for side in Side}
    for item in items:
        for side, here, there in ((Side.LEFT, item.left, item.right), (Side.RIGHT, item.right, item.left)):
            if there and not kept[side].isdisjoint([blocks[side][claim] for claim in here]):
                partners[side.other].update([blocks[side.other][claim] for claim in there])
    return {
        side: tuple(_folds(comparison.document(side), kept[side] | partners[side])) if kept[side] else ()
        for side in Side
    }


def _near_shown(blocks: Sequence[int], side: Side, shown: Sequence[Item]) -> set[int]:
    """Indexes of the blocks that differ and of those beside them; `blocks` are those of the claims."""
    content = list(dict.fromkeys(blocks))
    places = {block: place for place, block in enumerate(content)}
    kept = {places[blocks[claim]] for item in shown for claim in item.claims(side)}
    near = {place + step for place in kept for step in range(-_CONTEXT, _CONTEXT + 1)}
    return {content[place] for place in near if 0 <= place < len(content)} | set(content[:1])


def _folds(document: Document, kept: set[int]) -> Iterator[Fold]:
    claims: dict[int, int] = {}
    for claim in document.claims:
        claims[claim.block] = claims.get(claim.block, 0) + 1
    starts = [block.span.start for block in document.blocks] + [len(document.text)]
    for is_kept, group in groupby(range(len(document.blocks)), key=lambda number: number in kept):
        numbers = list(group)
        if not is_kept:
            span = Span(starts[numbers[0]], starts[numbers[-1] + 1])
            held = sum(claims.get(number, 0) for number in numbers)
            if held or len(numbers) >= _FEW:
                yield Fold(span, held)
