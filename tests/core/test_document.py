"""Documents refuse disorder and find claims."""

from __future__ import annotations

import pytest

from compare_app.core.document import Block, BlockKind, Claim, Document
from compare_app.core.spans import Span

TEXT = "One. Two."
BLOCKS = (Block(BlockKind.PARAGRAPH, Span(0, 9)),)
CLAIMS = (Claim("One.", Span(0, 4), 0), Claim("Two.", Span(5, 9), 0))


def test_the_claim_at_an_offset() -> None:
    document = Document(TEXT, BLOCKS, CLAIMS)
    assert [document.claim_at(offset) for offset in (0, 3, 4, 5, 8, 9)] == [0, 0, None, 1, 1, None]


def test_the_claims_that_a_span_touches_are_those_that_overlap_it() -> None:
    document = Document(TEXT, BLOCKS, CLAIMS)
    for start in range(10):
        for end in range(start + 1, 11):
            overlapping = [number for number, claim in enumerate(CLAIMS) if claim.span.overlaps(Span(start, end))]
            assert list(document.claims_touched(Span(start, end))) == overlapping


def test_overlapping_claims_are_refused() -> None:
    with pytest.raises(ValueError, match="claims out of order"):
        Document(TEXT, BLOCKS, CLAIMS[::-1])


def test_a_block_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="blocks out of order"):
        Document(TEXT, (Block(BlockKind.PARAGRAPH, Span(0, 10)),), CLAIMS)
