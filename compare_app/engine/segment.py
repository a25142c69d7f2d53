"""Cuts blocks into claims."""

from __future__ import annotations

from compare_app.core.control import Control, Stage
from compare_app.core.document import Block, BlockKind, Claim
from compare_app.core.spans import Span
from compare_app.engine.sentences import cuts

_BLOCKS_PER_CHECK = 256  # about 5 ms of work between two checks for a cancel
_WHOLE = (BlockKind.TITLE, BlockKind.HEADING)  # one claim, whatever marks it holds


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
            passage = block.span.of(text)
            inside = [] if block.kind in _WHOLE else cuts(passage, language, control)
            claims.extend(_claims(passage, inside, block.span.start, index))
    return tuple(claims)


def _claims(passage: str, inside: list[int], offset: int, block: int) -> list[Claim]:
    """What stands between the cuts `inside` the text of a block that begins at `offset`, trimmed."""
    claims = []
    start = 0
    for end in (*inside, len(passage)):
        piece = passage[start:end]
        said = piece.strip()
        if said:
            first = offset + start + len(piece) - len(piece.lstrip())
            claims.append(Claim(said, Span(first, first + len(said)), block))
        start = end
    return claims
