"""Lays out a page with its own measure, line height and paragraph spacing, a block when it is first seen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import inf

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout

from compare_app.core.spans import Span
from compare_app.gui.pane.page import BlockLook, Page
from compare_app.gui.theme import reading_scaled

MARGIN_PX = 36  # room for the glyphs beside the text
MEASURE_PX = 620  # about 80 characters of the reading font at 15 px
_LEAST_PX = 40.0  # narrower than a word nothing is gained
_TOP_PX = 16
_BOTTOM_PX = 32
_BLANK_PX = 6  # a blank line between two paragraphs; with the line end before it, half a line of air
_AFTER_PX = 6
_MOST_MEASURED = 512  # blocks of which measures are kept: some screens full
_NOTHING = QRectF()
_FAR_AWAY = QRectF(0, 0, 0, 100_000)  # higher than three screens
FOLD_PX = 34  # a line that stands for what is left out, and its air


class _Known:
    """Height of a block, and rectangles of spans in it from its own top, each once it was asked for."""

    __slots__ = ("height_px", "rects")

    def __init__(self) -> None:
        self.height_px: int | None = None
        self.rects: dict[tuple[int, int], list[QRectF]] = {}


class PageLayout(QPlainTextDocumentLayout):
    """What QPlainTextEdit lacks: a measure, leading and space between paragraphs."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.page: Page | None = None
        self._width = 0.0
        self.generation = 0
        self._measured: dict[int, _Known] = {}  # by the position of a block in Qt's text
        self._hidden: list[tuple[int, int]] = []
        self._is_guessing = False

    @contextmanager
    def guessing(self, *, allowed: bool = True) -> Iterator[None]:
        """While it lasts, a block that was never laid out is said to be higher than any viewport.

        To move its cursor or to scroll, Qt walks from the place before towards the one wanted and asks for the height
        of every block on up to two screens, of which nothing is ever shown. Who is told meanwhile that something moved
        and wants to know what is on screen does not allow it.
        """
        before, self._is_guessing = self._is_guessing, allowed
        try:
            yield
        finally:
            self._is_guessing = before

    def set_page(self, page: Page | None) -> None:
        """Lay out `page` from now on."""
        self.page = page
        self._hidden = []
        self.refresh()

    def block_numbers(self, span: Span) -> tuple[int, int]:
        """Numbers of Qt's blocks that begin inside `span`, half-open."""
        assert self.page is not None  # only a page has spans
        to_utf16, find = self.page.positions.to_utf16, self.document().findBlock
        first = find(to_utf16(span.start))
        start = first.blockNumber() + (first.position() < to_utf16(span.start))
        at_end = span.end >= len(self.page.document.text)
        return start, self.document().blockCount() if at_end else find(to_utf16(span.end)).blockNumber()

    def hide_blocks(self, hidden: Sequence[tuple[int, int]]) -> None:
        """Show all blocks but those of `hidden`, half-open ranges of block numbers, ascending and apart."""
        for ranges, is_visible in ((self._hidden, True), (hidden, False)):
            for start, end in ranges:
                block = self.document().findBlockByNumber(start)
                for _ in range(start, end):
                    block.setVisible(is_visible)
                    block = block.next()
        self._hidden = list(hidden)
        self.refresh()

    def next_shown(self, block: QTextBlock) -> QTextBlock:
        """`block`, or where it is hidden the next that is not; no block behind the last."""
        found = self._hidden_range(block)
        return block if found is None else self.document().findBlockByNumber(found[1])

    def last_shown(self, block: QTextBlock) -> QTextBlock:
        """The same going back; no block before the first."""
        found = self._hidden_range(block)
        return block if found is None else self.document().findBlockByNumber(found[0] - 1)

    def _hidden_range(self, block: QTextBlock) -> tuple[int, int] | None:
        number = block.blockNumber()
        place = bisect_right(self._hidden, number, key=lambda one: one[0]) - 1
        return self._hidden[place] if place >= 0 and number < self._hidden[place][1] else None

    def set_width(self, width_px: float) -> bool:
        """Wrap to a viewport of `width_px`; the caller lays out again. Returns whether the width is another."""
        changed = width_px != self._width
        if changed:
            self._forget()
        self._width = width_px
        return changed

    @property
    def text_left(self) -> float:
        """Pixels from the viewport's left edge to the text column."""
        return MARGIN_PX + (self._available - self._measure) / 2

    @property
    def text_right(self) -> float:
        """The same to where the text column ends."""
        return self.text_left + self._measure

    @property
    def _available(self) -> float:
        return max(_LEAST_PX, self._width - 2 * MARGIN_PX)

    @property
    def _measure(self) -> float:
        return min(self._available, reading_scaled(MEASURE_PX))

    def _known(self, block: QTextBlock) -> _Known:
        """What was measured of a block since it was laid out."""
        position = block.position()
        if position not in self._measured:
            if len(self._measured) >= _MOST_MEASURED:
                self._measured.clear()
            self._measured[position] = _Known()
        return self._measured[position]

    def _forget(self) -> None:
        """What was measured of the blocks holds no longer."""
        self.generation += 1
        self._measured.clear()

    def refresh(self) -> None:
        """Lay out every block again when it is next seen."""
        self._forget()
        self.documentChanged(0, 0, self.document().characterCount())
        if self.document().blockCount() == 1:  # Qt lays out the only block at once, in its own way
            self.document().firstBlock().layout().clearLayout()

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        """Rectangle of `block` from its own top left, in pixels, the air around it included."""
        if not block.isVisible():
            return _NOTHING  # Qt asks for every block of a long hidden stretch
        if not block.isValid() or self.page is None:
            return super().blockBoundingRect(block)
        layout = block.layout()
        if not layout.lineCount():
            if self._is_guessing:
                return _FAR_AWAY
            self._lay_out(block, layout)
        known = self._known(block)
        if known.height_px is None:
            last = layout.lineAt(layout.lineCount() - 1)
            known.height_px = round(last.y() + last.height() + self._below(block))
        return QRectF(0, 0, self._width, known.height_px)

    def span_of(self, block: QTextBlock) -> Span:
        """Code points of the document that `block` shows, without its line end."""
        assert self.page is not None  # without a page nobody asks
        start, positions = block.position(), self.page.positions
        return Span(positions.to_code_points(start), positions.to_code_points(start + block.length() - 1))

    def line_rects(self, block: QTextBlock, top: float, span: Span) -> list[QRectF]:
        """Rectangles, one a line, of the part of `span` inside `block`, whose top is at `top`; viewport pixels."""
        rects = self._known(block).rects
        key = (span.start, span.end)
        if key not in rects:
            assert self.page is not None  # without a page nobody asks
            to_utf16, first = self.page.positions.to_utf16, block.position()
            rects[key] = rects_in(block, to_utf16(span.start) - first, to_utf16(span.end) - first)
        return [rect.translated(0, top) for rect in rects[key]]

    def lines_rect(self, block: QTextBlock, top: float) -> QRectF:
        """The box of the column that holds the lines of `block`, whose top is at `top`; viewport pixels."""
        layout = block.layout()
        first, last = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
        return QRectF(self.text_left, top + first.y(), self._measure, last.y() + last.height() - first.y())

    def line_above(self, position: int, distance_px: float) -> int:
        """Number of the line that stands about `distance_px` above the line of UTF-16 unit `position`, or the first.

        Lays out only what lies between the two.
        """
        block = self.document().findBlock(position)
        if not block.isVisible():
            found = self.next_shown(block)
            block = found if found.isValid() else self.last_shown(block)
            position = block.position()
        self.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position()).lineNumber()
        above = 0.0
        while above < distance_px:
            before = self._line_before(block, line)
            if before is None or above + before[2] - distance_px > distance_px - above:
                break
            block, line, step = before
            above += step
        return block.firstLineNumber() + line

    def _line_before(self, block: QTextBlock, line: int) -> tuple[QTextBlock, int, float] | None:
        """The line above line `line` of `block` and the pixels from its top to the other's, None at the very top."""
        y = block.layout().lineAt(line).y()
        if line > 0:
            return block, line - 1, y - block.layout().lineAt(line - 1).y()
        block = self.last_shown(block.previous())
        if not block.isValid():
            return None
        height = self.blockBoundingRect(block).height()
        last = block.layout().lineCount() - 1
        return block, last, height - block.layout().lineAt(last).y() + y

    def _below(self, block: QTextBlock) -> float:
        air = _BOTTOM_PX if not block.next().isValid() else _AFTER_PX
        if self._hidden and self._hidden[-1] == (block.blockNumber() + 1, self.document().blockCount()):
            return _BOTTOM_PX + FOLD_PX
        is_blank = block.length() == 1 and block.next().isValid()
        return _BLANK_PX - block.layout().lineAt(0).height() if is_blank else air

    def _lay_out(self, block: QTextBlock, layout: QTextLayout) -> None:
        assert self.page is not None  # blockBoundingRect asked
        self._measured.pop(block.position(), None)
        self.generation += 1
        span = self.span_of(block)
        look = self.page.look(span.start)
        layout.setFormats(self.page.formats(span))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if block.textDirection() is Qt.LayoutDirection.RightToLeft:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        above = _TOP_PX if block.blockNumber() == 0 else look.above_px
        if self._hidden_range(block.previous()) is not None:
            above = FOLD_PX
        self._set_lines(layout, look, above)
        if block.lineCount() != layout.lineCount():
            block.setLineCount(layout.lineCount())
            self.documentSizeChanged.emit(self.documentSize())  # the scroll range counts lines

    def _set_lines(self, layout: QTextLayout, look: BlockLook, top_px: float) -> None:
        left = self.text_left + look.indent_px
        y = top_px
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(_LEAST_PX, self._measure - look.indent_px))
            line.setPosition(QPointF(left, y + (look.line_px - line.height()) / 2))
            y += look.line_px
        layout.endLayout()


def rects_in(block: QTextBlock, start: int, end: int, seen: tuple[float, float] | None = None) -> list[QRectF]:
    """Rectangles, one a line, of the UTF-16 units [start, end) of `block`, from its own top left corner.

    `seen` are the heights between which they are wanted: of a paragraph of thousands of lines only these are asked.
    """
    layout = block.layout()
    start, end = max(0, start), min(block.length() - 1, end)
    rects: list[QRectF] = []
    if start >= end:
        return rects
    top, bottom = seen or (-inf, inf)
    first_seen = bisect_left(range(layout.lineCount()), top, key=lambda number: layout.lineAt(number).rect().bottom())
    for number in range(max(first_seen, layout.lineForTextPosition(start).lineNumber()), layout.lineCount()):
        line = layout.lineAt(number)
        line_start = line.textStart()
        if line_start >= end or line.y() > bottom:
            break
        first, last = max(start, line_start), min(end, line_start + line.textLength())
        if first < last:
            x1, x2 = line.cursorToX(first)[0], line.cursorToX(last)[0]  # type: ignore[index]
            rects.append(QRectF(min(x1, x2), line.y(), abs(x2 - x1), line.height()))
    return rects
