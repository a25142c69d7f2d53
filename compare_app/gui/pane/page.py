"""A document as Qt shows it: which text, in which formats, with which air around each block."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout

from compare_app.core.document import BlockKind, Document
from compare_app.core.records import record
from compare_app.core.spans import Span
from compare_app.gui.text_positions import TextPositions
from compare_app.gui.theme import Theme, heading_font, line_height, reading_font, reading_scaled
from compare_app.present.highlights import Highlight, Weight
from compare_app.present.marks import Mark

_TITLE_PX = 19
_HEADINGS_PX = (_TITLE_PX, 16, 15)  # by level, from 1; deeper ones as the last
_SMALL_PX = 13
_LIST_INDENT_PX = 18
_MOST_LETTERS = 10_000
_MOST_FOUND = 512  # blocks whose highlights are kept: some screens full
Find = Callable[[Span], Iterable[Highlight]]
"""Gives the highlights that reach into a stretch of text, whole claims first, in text order otherwise."""


@record
class BlockLook:
    """How one block is set: its font, the distance of its lines, the air above it and its indent, in pixels."""

    font: QFont
    line_px: float
    above_px: float
    indent_px: float
    dim: bool


def line_breaks(text: str) -> list[int]:
    """Offsets at which a paragraph of `text` too long for Qt is broken on screen, behind a space where there is one.

    Qt lays out a paragraph in quadratic time: 0.8 s for 100,000 letters without a space, 10 ms for 10,000.
    """
    breaks, start, paragraphs = list[int](), 0, text.split("\n")
    if max(map(len, paragraphs)) <= _MOST_LETTERS:
        return breaks
    for paragraph in paragraphs:
        reached, end = start, start + len(paragraph)
        while end - reached > _MOST_LETTERS:
            space = text.rfind(" ", reached + 1, reached + _MOST_LETTERS)
            reached = space + 1 if space >= 0 else reached + _MOST_LETTERS
            breaks.append(reached)
        start = end + 1
    return breaks


def _broken(flat: str, breaks: Sequence[int]) -> str:
    """`flat` with a line end before each of `breaks`."""
    borders = [0, *breaks, len(flat)]
    return "\n".join(flat[start:end] for start, end in pairwise(borders)) if breaks else flat


def _flat_text(document: Document) -> str:
    text, pieces, reached = document.text, list[str](), 0
    for span in (block.span for block in document.blocks):
        if text.find("\n", span.start, span.end) >= 0:
            pieces += (text[reached : span.start], span.of(text).replace("\n", " "))
            reached = span.end
    return "".join((*pieces, text[reached:])) if pieces else text


class Page:
    """Answers, for a range of text, how it looks and what is marked in it. Holds no widget."""

    def __init__(self, document: Document, theme: Theme) -> None:
        self.document = document
        flat = _flat_text(document)
        breaks = line_breaks(flat)
        self.shown_text = _broken(flat, breaks)
        """The canonical text with line ends inside a block as spaces, so that a block is one paragraph on screen.

        Every code point stays where it is, but for the line ends put in at `line_breaks`.
        """
        self.positions = TextPositions(document.text, breaks)
        self._starts = [block.span.start for block in document.blocks]
        self.set_theme(theme)
        self._find: Find = _nothing
        self._found: dict[Span, Sequence[Highlight]] = {}

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`, and the fonts as they were chosen by now."""
        self.theme = theme
        self._looks = {kind: _looks_of(kind) for kind in BlockKind}

    def set_highlights(self, find: Find) -> None:
        """Mark what `find` finds from now on."""
        self._find = find
        self._found.clear()

    def block_at(self, offset: int) -> int | None:
        """Index of the document's block that holds the code point at `offset`, else None. O(log blocks)."""
        index = self.last_block_before(offset)
        return index if index is not None and self.document.blocks[index].span.contains(offset) else None

    def last_block_before(self, offset: int) -> int | None:
        """Index of the last block that begins at or before the code point at `offset`, else None. O(log blocks)."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 else None

    def look(self, offset: int) -> BlockLook:
        """How the block at code point `offset` is set."""
        index = self.block_at(offset)
        if index is None:
            return self._looks[BlockKind.PARAGRAPH][0]
        block = self.document.blocks[index]
        looks = self._looks[block.kind]
        return looks[min(max(block.level, 1), len(looks)) - 1]

    def highlights_in(self, span: Span) -> Sequence[Highlight]:
        """The highlights that reach into `span`, whole claims first."""
        if span not in self._found:
            if len(self._found) >= _MOST_FOUND:
                self._found.clear()
            self._found[span] = tuple(self._find(span))
        return self._found[span]

    def claims_in(self, span: Span) -> range:
        """Indexes of the claims that start inside `span`."""
        claims = self.document.claims
        first = bisect_left(claims, span.start, key=lambda claim: claim.span.start)
        return range(first, bisect_left(claims, span.end, first, key=lambda claim: claim.span.start))

    def formats(self, span: Span) -> list[QTextLayout.FormatRange]:
        """Fonts and text colours of the block of text at `span`, in UTF-16 units from its start."""
        base = self.positions.to_utf16(span.start)
        look = self.look(span.start)
        plain = QTextCharFormat()
        plain.setFont(look.font)
        plain.setForeground(self.theme.dim if look.dim else self.theme.text)
        ranges = [format_range(0, self.positions.to_utf16(span.end) - base, plain)]
        for one in self.highlights_in(span):
            if one.weight is not Weight.CLAIM:
                start, end = self.positions.to_utf16(one.span.start), self.positions.to_utf16(one.span.end)
                ranges.append(
                    format_range(max(0, start - base), end - max(start, base), mark_format(one.mark, self.theme))
                )
        return ranges


def mark_format(mark: Mark, theme: Theme) -> QTextCharFormat:
    """Weight and colour of words under `mark`."""
    format_ = QTextCharFormat()
    if mark is Mark.CONTRADICTING:
        format_.setFontWeight(QFont.Weight.DemiBold)
        format_.setForeground(theme.text)
    elif mark is Mark.POSSIBLE:
        format_.setForeground(theme.text)
    elif mark is not Mark.REWORDED:
        format_.setForeground(theme.marks[mark].ink)
    return format_


def _nothing(_span: Span) -> Iterable[Highlight]:
    return ()


def _looks_of(kind: BlockKind) -> tuple[BlockLook, ...]:
    """Looks of a kind of block by level, from level 1."""
    reading, small = reading_font(), heading_font(_SMALL_PX)
    line = reading.pixelSize() * line_height()
    match kind:
        case BlockKind.TITLE:
            return (BlockLook(heading_font(_TITLE_PX, bold=True), reading_scaled(26), 0, 0, dim=False),)
        case BlockKind.HEADING:
            return tuple(
                BlockLook(heading_font(px, bold=True), reading_scaled(px * 1.5), 6, 0, dim=False) for px in _HEADINGS_PX
            )
        case BlockKind.BYLINE | BlockKind.DATELINE | BlockKind.FURNITURE:
            return (BlockLook(small, reading_scaled(_SMALL_PX * 1.5), 0, 0, dim=True),)
        case BlockKind.LIST_ITEM | BlockKind.QUOTATION:
            return tuple(BlockLook(reading, line, 0, _LIST_INDENT_PX * level, dim=False) for level in range(1, 7))
        case BlockKind.PARAGRAPH:
            return (BlockLook(reading, line, 0, 0, dim=False),)


def format_range(start: int, length: int, format_: QTextCharFormat) -> QTextLayout.FormatRange:
    """`format_` for `length` UTF-16 units from `start`."""
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, format_
    return found
