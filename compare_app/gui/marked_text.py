"""An excerpt laid out in a given width, painted with the marks that the panes have."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from compare_app.gui.pane.marks_painter import MarksPainter
from compare_app.gui.pane.page import format_range, mark_format
from compare_app.gui.text_positions import TextPositions
from compare_app.gui.theme import Theme, line_height, reading_font, reading_scaled
from compare_app.present.direction import runs_right_to_left
from compare_app.present.excerpts import Excerpt
from compare_app.present.highlights import Highlight, Weight

_LEAST_PX = 40.0  # narrower than a word nothing is gained


class MarkedText:
    """One excerpt in lines of at most `width_px`. Laying it out is O(letters); painting is the lines alone."""

    def __init__(self, excerpt: Excerpt, theme: Theme, width_px: float, font_px: int) -> None:
        self._excerpt, self._theme = excerpt, theme
        self._positions = TextPositions(excerpt.text)
        self._line_px = reading_scaled(font_px) * line_height()
        self._layout = QTextLayout(excerpt.text, reading_font(font_px))
        self._layout.setFormats(self._formats())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if runs_right_to_left(excerpt.text):
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._layout.setTextOption(option)
        self._set_lines(max(_LEAST_PX, width_px))

    @property
    def height_px(self) -> int:
        """Height of all lines."""
        return round(self._layout.lineCount() * self._line_px)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint grounds, text, lines and boxes with the top left corner at `left`, `top`."""
        marks = MarksPainter(self._theme)
        placed = [(mark, self._rects(mark, left, top)) for mark in self._excerpt.marks]
        painter.save()
        marks.paint_grounds(painter, placed)
        painter.setPen(self._theme.text)
        self._layout.draw(painter, QPointF(left, top))
        marks.paint_lines(painter, placed)
        painter.restore()

    def _set_lines(self, width_px: float) -> None:
        y = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width_px)
            line.setPosition(QPointF(0, y + (self._line_px - line.height()) / 2))
            y += self._line_px
        self._layout.endLayout()

    def _formats(self) -> list[QTextLayout.FormatRange]:
        to_utf16, own = self._positions.to_utf16, self._excerpt.own
        ranges = []
        dim = QTextCharFormat()
        dim.setForeground(self._theme.dim)
        for start, end in ((0, own.start), (own.end, len(self._excerpt.text))):
            if start < end:
                ranges.append(format_range(to_utf16(start), to_utf16(end) - to_utf16(start), dim))
        for mark in self._excerpt.marks:
            if mark.weight is not Weight.CLAIM:
                start = to_utf16(mark.span.start)
                ranges.append(format_range(start, to_utf16(mark.span.end) - start, mark_format(mark.mark, self._theme)))
        return ranges

    def _rects(self, mark: Highlight, left: float, top: float) -> list[QRectF]:
        start, end = self._positions.to_utf16(mark.span.start), self._positions.to_utf16(mark.span.end)
        rects = []
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                x1, x2 = line.cursorToX(first)[0], line.cursorToX(last)[0]  # type: ignore[index]
                rects.append(QRectF(left + min(x1, x2), top + line.y(), abs(x2 - x1), line.height()))
        return rects
