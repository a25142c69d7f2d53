"""Cuts a claim into runs of equally marked words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from compare_app.core.records import record
from compare_app.core.spans import Span
from compare_app.present.highlights import Highlight, Weight
from compare_app.present.marks import Mark


@record
class Piece:
    """A run of text; `mark` is None where nothing inside the claim is marked. `is_fact`: a finding is about it."""

    text: str
    mark: Mark | None = None
    is_fact: bool = False


def by_item(found: Sequence[Highlight]) -> dict[int, list[Highlight]]:
    """`found` under the number of the item each belongs to, in its order."""
    under: dict[int, list[Highlight]] = {}
    for high in found:
        under.setdefault(high.item, []).append(high)
    return under


def pieces_of(text: str, span: Span, marked: Iterable[Highlight]) -> tuple[Piece, ...]:
    """The part of `text` under `span` as pieces that join to exactly that part.

    Of several highlights on the same words the gravest is kept; highlights of whole claims are not looked at.
    O(n log n) in the highlights, where few lie over each other.
    """
    inner = [high for high in marked if high.weight is not Weight.CLAIM and high.span.overlaps(span)]
    return tuple(_runs(text, span, inner))


def _runs(text: str, span: Span, inner: list[Highlight]) -> Iterator[Piece]:
    cuts = {span.start, span.end}
    for high in inner:
        cuts.update((max(span.start, high.span.start), min(span.end, high.span.end)))
    waiting = sorted(inner, key=lambda high: high.span.start, reverse=True)
    over: list[Highlight] = []
    for start, end in pairwise(sorted(cuts)):
        while waiting and waiting[-1].span.start <= start:
            over.append(waiting.pop())
        over = [high for high in over if high.span.end > start]
        gravest = min(over, key=lambda high: high.mark.gravity, default=None)
        mark = None if gravest is None else gravest.mark
        yield Piece(text[start:end], mark, any(high.weight is Weight.FACT for high in over))
