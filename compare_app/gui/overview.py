"""The bar beside a pane: every difference of the whole document, and which part is on screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from compare_app.core.spans import Span
from compare_app.gui.theme import Theme
from compare_app.present.highlights import Highlight, Weight
from compare_app.present.marks import Mark

WIDTH_PX = 14
_TICK_PX = 4.0
_VIEW_OPACITY = 0.18


class Overview(QWidget):
    """Ticks in the marks' colours on a cached pixmap; click or drag goes there."""

    wanted = Signal(int)
    """The code point the user wants to see."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._length = 0
        self._ticks: list[tuple[Mark, Span]] = []
        self._visible = Span(0, 0)
        self._drawn: QPixmap | None = None
        self.setFixedWidth(WIDTH_PX)
        self.setAccessibleName("Overview of all differences")

    def set_highlights(self, length: int, highlights: Sequence[Highlight]) -> None:
        """Show the claims among `highlights` of a text of `length` code points."""
        claims = [mark for mark in highlights if mark.weight is Weight.CLAIM and mark.mark is not Mark.REWORDED]
        claims.sort(key=lambda mark: -mark.mark.gravity)  # the gravest is drawn last, on top
        self._length = length
        self._ticks = [(mark.mark, mark.span) for mark in claims]
        self.redraw()

    def set_visible(self, span: Span) -> None:
        """Show that `span` is on screen."""
        self._visible = span
        self.update()

    def redraw(self) -> None:
        """Draw the ticks anew."""
        self._drawn = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The ticks and the visible part."""
        del event
        if self._drawn is None:
            self._drawn = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        if self._length and self._visible.length:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shade = QColor(self.theme.dim)
            shade.setAlphaF(_VIEW_OPACITY)
            painter.setBrush(shade)
            painter.setPen(Qt.PenStyle.NoPen)
            top, bottom = self._y(self._visible.start), self._y(self._visible.end)
            painter.drawRoundedRect(QRectF(0, top, self.width(), max(8.0, bottom - top)), 3, 3)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another height puts every tick elsewhere."""
        super().resizeEvent(event)
        self.redraw()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go to the place clicked."""
        self._go(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go along while dragged."""
        self._go(event.position().y())

    def _go(self, y: float) -> None:
        if self._length:
            share = min(1.0, max(0.0, y / max(1, self.height())))
            self.wanted.emit(min(self._length - 1, int(share * self._length)))

    def _y(self, offset: int) -> float:
        return offset / max(1, self._length) * self.height()

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self.theme.window)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for mark, span in self._ticks:
            painter.setBrush(self.theme.marks[mark].ink)
            painter.drawRoundedRect(QRectF(3, self._y(span.start), self.width() - 6, _TICK_PX), 2, 2)
        painter.end()
        return pixmap
