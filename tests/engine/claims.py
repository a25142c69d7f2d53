"""Documents of given claims, and what the aligner says of them, short enough to read in a test."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.control import Control
from compare_app.core.document import Block, BlockKind, Claim, Document
from compare_app.core.options import Options
from compare_app.core.spans import Span
from compare_app.engine.align import Alignment, align


def document(claims: Sequence[str], language: str = "en") -> Document:
    """One paragraph of the given claims, a line each."""
    spans, start = [], 0
    for claim in claims:
        spans.append(Span(start, start + len(claim)))
        start += len(claim) + 1
    text = "\n".join(claims)
    found = tuple(Claim(claim, span, 0) for claim, span in zip(claims, spans, strict=True))
    return Document(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), found, language)


def aligned(
    left: Sequence[str], right: Sequence[str], language: str = "en", control: Control | None = None
) -> Alignment:
    """The alignment of the given claims."""
    sides = document(left, language), document(right, language)
    return align(*sides, options=Options(), control=control or Control())


def pairs(alignment: Alignment) -> set[tuple[int, int]]:
    """All linked pairs of claims."""
    return {(i, j) for pairing in alignment.pairings for i in pairing.left for j in pairing.right}
