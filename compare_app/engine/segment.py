"""Cuts blocks into claims."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.control import Control, Stage
from compare_app.core.document import Block, BlockKind, Claim
from compare_app.core.spans import Span
from compare_app.engine.sentences import cuts

_BLOCKS_PER_CHECK = 256  # about 5 ms of work between two checks for a cancel


def segment(text: str, blocks: tuple[Block, ...], language: str, *, control: Control) -> tuple[Claim, ...]:
    """The claims of `text`: one for a title or heading, the sentences of every other block that is content.

    Claims are in order, without overlap, trimmed of white space, and cover all else in the blocks that are content.
    O(length). Raises Cancelled when `control` was cancelled.
    """
    claims: list[Claim] = []
    for index, block in enumerate(blocks):
        if index % _BLOCKS_PER_CHECK == 0:
            control.report(Stage.SEGMENT, block.span.start / max(1, len(text)))
        if block.kind.is_content:
            claims.extend(Claim(span.of(text), span, index) for span in _sentences(text, block, language, control))
    return tuple(claims)


def _sentences(text: str, block: Block, language: str, control: Control) -> Iterator[Span]:
    """Spans of the block's sentences, in `text`; a title or heading is one, whatever marks it holds."""
    is_whole = block.kind in (BlockKind.TITLE, BlockKind.HEADING)
    start = block.span.start
    inside = [] if is_whole else cuts(block.span.of(text), language, control)
    for end in [*(block.span.start + cut for cut in inside), block.span.end]:
        span = _trimmed(text, start, end)
        if span.length:
            yield span
        start = end


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
