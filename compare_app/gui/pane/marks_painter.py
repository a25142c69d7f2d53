"""Paints the marks of a page: grounds under the text; lines, boxes and glyphs over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from compare_app.core.records import record
from compare_app.gui.theme import Theme, interface_font
from compare_app.present.highlights import Highlight, Weight
from compare_app.present.marks import Mark

_RADIUS_PX = 3.0
_GLYPH_PX = 12
_GLYPH_STEP_PX = 14
_GLYPH_GAP_PX = 4
_GLYPHS_A_LINE = 2  # as many as the margin holds
ROOM_PX = _GLYPHS_A_LINE * _GLYPH_STEP_PX + _GLYPH_GAP_PX  # beside the text
Placed = Iterable[tuple[Highlight, list[QRectF]]]
"""Highlights with their rectangles, one a line, in viewport pixels."""


@record
class Margin:
    """The edge of the text column in viewport pixels, on the side where its lines begin."""

    text_edge: float
    is_right: bool


MarginOf = Callable[[Highlight], Margin]
"""Gives the margin in which the glyph of a highlight stands."""


class MarksPainter:
    """Colours and line styles of the marks; `selected_item` is ringed."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.selected_item: int | None = None

    def paint_grounds(self, painter: QPainter, placed: Placed) -> None:
        """Tints of claims and of the words that contradict."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for highlight, rects in placed:
            ground = self._ground(highlight)
            if ground is None:
                continue
            painter.setBrush(ground)
            for rect in rects:
                painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), _RADIUS_PX, _RADIUS_PX)

    def paint_lines(self, painter: QPainter, placed: Placed, margin_of: MarginOf | None = None) -> None:
        """Underlines, strikes, boxes, the ring of the selected item; glyphs in the margins, if there are any."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        glyphs: dict[int, int] = {}
        for highlight, rects in placed:
            if not rects:
                continue
            ink = self.theme.marks[highlight.mark].ink
            if highlight.weight is Weight.CLAIM:
                self._paint_claim(painter, highlight, rects, ink)
                if margin_of is not None:
                    self._paint_glyph(painter, highlight.mark, rects[0], margin_of(highlight), glyphs)
            else:
                self._paint_words(painter, highlight.mark, rects, ink)

    def _ground(self, highlight: Highlight) -> QColor | None:
        if highlight.mark in (Mark.REWORDED, Mark.DISMISSED):
            return None
        colours = self.theme.marks[highlight.mark]
        if highlight.weight is Weight.CLAIM:
            return colours.tint
        return colours.strong if highlight.mark is Mark.CONTRADICTING else None

    def _paint_claim(self, painter: QPainter, highlight: Highlight, rects: list[QRectF], ink: QColor) -> None:
        if highlight.item == self.selected_item:
            painter.setPen(QPen(ink, 1.6))
            painter.drawPath(_outline(rects))
        if highlight.mark is Mark.ADDED:
            _underline(painter, rects, QPen(ink, 1.4))
        elif highlight.mark is Mark.REMOVED:
            _strike(painter, rects, ink)

    def _paint_words(self, painter: QPainter, mark: Mark, rects: list[QRectF], ink: QColor) -> None:
        if mark is Mark.REMOVED:
            _strike(painter, rects, ink)
            return
        if mark is Mark.ADDED:
            _underline(painter, rects, QPen(ink, 1.4))
            return
        for rect in rects:
            if mark is Mark.CONTRADICTING:
                painter.setPen(QPen(ink, 1.3))
                painter.drawRoundedRect(rect.adjusted(-1.5, 0, 1.5, 0), _RADIUS_PX, _RADIUS_PX)
            elif mark is Mark.POSSIBLE:
                painter.setPen(QPen(ink, 1.2, Qt.PenStyle.DashLine))
                painter.drawRoundedRect(rect.adjusted(-1.5, 1, 1.5, -1), _RADIUS_PX, _RADIUS_PX)
            elif mark is Mark.SHIFTED:
                painter.setPen(QPen(ink, 1.1))
                painter.drawPath(_wave(rect))
            else:
                painter.setPen(QPen(ink, 1.6, Qt.PenStyle.DotLine))
                base = rect.bottom() - 1
                painter.drawLine(QPointF(rect.left(), base), QPointF(rect.right(), base))

    def _paint_glyph(
        self, painter: QPainter, mark: Mark, first: QRectF, margin: Margin, glyphs: dict[int, int]
    ) -> None:
        """The mark's glyph beside the line a claim begins on; a second claim's glyph further from the text."""
        line = round(first.top())
        before = glyphs.get(line, 0)
        if mark is Mark.REWORDED or before >= _GLYPHS_A_LINE:
            return
        glyphs[line] = before + 1
        font = interface_font(_GLYPH_PX, bold=True)
        font.setPixelSize(min(font.pixelSize(), _GLYPH_STEP_PX))  # the margin does not grow with the letters
        painter.setFont(font)
        painter.setPen(self.theme.marks[mark].ink)
        left = margin.text_edge - _GLYPH_STEP_PX * (before + 1) - _GLYPH_GAP_PX
        if margin.is_right:
            left = margin.text_edge + _GLYPH_STEP_PX * before + _GLYPH_GAP_PX
        box = QRectF(left, first.top(), _GLYPH_STEP_PX, first.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.glyph)


def _underline(painter: QPainter, rects: list[QRectF], pen: QPen) -> None:
    painter.setPen(pen)
    for rect in rects:
        painter.drawLine(QPointF(rect.left(), rect.bottom() - 1), QPointF(rect.right(), rect.bottom() - 1))


def _strike(painter: QPainter, rects: list[QRectF], ink: QColor) -> None:
    painter.setPen(QPen(ink, 1.0))
    for rect in rects:
        middle = rect.top() + 0.58 * rect.height()
        painter.drawLine(QPointF(rect.left(), middle), QPointF(rect.right(), middle))


def _outline(rects: list[QRectF]) -> QPainterPath:
    """One closed path around the lines of a claim."""
    path = QPainterPath()
    for rect in rects:
        piece = QPainterPath()
        piece.addRoundedRect(rect.adjusted(-2, -1.5, 2, 1.5), _RADIUS_PX, _RADIUS_PX)
        path = path.united(piece) if not path.isEmpty() else piece
    return path


def _wave(rect: QRectF) -> QPainterPath:
    """A wavy line along the bottom of `rect`."""
    path = QPainterPath(QPointF(rect.left(), rect.bottom() - 1))
    x, up = rect.left(), True
    while x < rect.right():
        step = min(3.0, rect.right() - x)
        path.quadTo(x + step / 2, rect.bottom() - 1 + (-2.2 if up else 2.2), x + step, rect.bottom() - 1)
        x, up = x + step, not up
    return path
