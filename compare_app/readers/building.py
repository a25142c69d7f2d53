"""Builds a canonical text block by block, and its language from what a file states."""

from __future__ import annotations

import re

from compare_app.core.canonical import canonical_text
from compare_app.core.document import Block, BlockKind
from compare_app.core.patterns import pattern
from compare_app.core.spans import Span

_LANGUAGE_TAG = pattern(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)


def language_code(tag: str) -> str:
    """The ISO 639-1 code at the start of a language tag such as en-GB; "" for anything else."""
    match = _LANGUAGE_TAG.fullmatch(tag.strip())
    return match[1].lower() if match else ""


class TextBuilder:
    """Collects blocks in reading order; list items stand on lines of their own, all else is parted by a blank line."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0

    def add(self, kind: BlockKind, text: str, level: int = 0) -> None:
        """Append `text`, made canonical and trimmed, as a block; white space alone adds nothing."""
        text = canonical_text(text).strip()
        if not text:
            return
        if self._blocks:
            is_list = kind is BlockKind.LIST_ITEM and self._blocks[-1].kind is BlockKind.LIST_ITEM
            self._append("\n" if is_list else "\n\n")
        start = self._length
        self._append(text)
        self._blocks.append(Block(kind, Span(start, self._length), level))

    def text(self) -> str:
        """All blocks' text so far."""
        return "".join(self._pieces)

    def blocks(self) -> tuple[Block, ...]:
        """All blocks so far, with spans in `text()`."""
        return tuple(self._blocks)

    def _append(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)
