"""The bar beside a pane: every difference of the whole document, and which part is on screen."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from compare_app.core.spans import Span
from compare_app.core.translation import tr
from compare_app.gui.theme import Theme
from compare_app.present.marks import Mark
from compare_app.present.search import Matches
from compare_app.present.ticks import Ticks

WIDTH_PX = 14
_TICK_PX = 4.0
_MATCH_PX = (3, 2)
_VIEW_OPACITY = 0.18


class Overview(QWidget):
    """Ticks in the marks' colours on a cached pixmap; click or drag goes there."""

    wanted = Signal(int)
    """The code point the user wants to see."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._length = 0
        self._ticks: Ticks = {}
        self._visible = Span(0, 0)
        self._matches = Matches()
        self._drawn: QPixmap | None = None
        self.setFixedWidth(WIDTH_PX)
        self.setAccessibleName(tr("Overview of all differences"))

    def set_ticks(self, length: int, ticks: Ticks) -> None:
        """Show `ticks` of a text of `length` code points."""
        is_same = length == self._length and ticks.keys() == self._ticks.keys()
        if is_same and all(starts is self._ticks[mark] for mark, starts in ticks.items()):
            return  # a decision that changes no mark
        self._length, self._ticks = length, ticks
        self._redraw()

    def set_matches(self, matches: Matches) -> None:
        """Show where words that are looked for stand."""
        self._matches = matches
        self._redraw()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self._redraw()

    def set_visible(self, span: Span) -> None:
        """Show that `span` is on screen."""
        self._visible = span
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
            shade = QColor(self._theme.dim)
            shade.setAlphaF(_VIEW_OPACITY)
            painter.setBrush(shade)
            painter.setPen(Qt.PenStyle.NoPen)
            top, bottom = self._y(self._visible.start), self._y(self._visible.end)
            painter.drawRoundedRect(QRectF(0, top, self.width(), max(8.0, bottom - top)), 3, 3)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Another height puts every tick elsewhere."""
        super().resizeEvent(event)
        self._redraw()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go to the place clicked."""
        self._go(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go along while dragged."""
        self._go(event.position().y())

    def _redraw(self) -> None:
        self._drawn = None
        self.update()

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
        pixmap.fill(self._theme.window)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for mark, y in self.places():
            painter.setBrush(self._theme.marks[mark].ink)
            painter.drawRoundedRect(QRectF(3, y, self.width() - 6, _TICK_PX), 2, 2)
        for y in self._match_heights():
            painter.fillRect(0, y, *_MATCH_PX, self._theme.accent)  # at the edge: the differences stay in sight
        painter.end()
        return pixmap

    def _match_heights(self) -> list[int]:
        """Pixels at which at least one match begins."""
        scale = self._length / max(1, self.height())
        ends = [self._matches.at_or_after(round(y * scale)) for y in range(self.height() + 1)] if self._length else []
        return [y for y, (first, last) in enumerate(pairwise(ends)) if first < last]

    def places(self) -> list[tuple[Mark, int]]:
        """At most one tick a pixel, the gravest there, with its height; the gravest come last, to be drawn on top.

        A long text has far more differences than the bar has pixels.
        """
        per_pixel, taken = max(1, self._length) / max(1, self.height()), set[int]()
        found: list[tuple[Mark, int]] = []
        for mark in sorted(self._ticks, key=lambda mark: mark.gravity):
            starts = self._ticks[mark]
            ends = [bisect_left(starts, (y - 0.5) * per_pixel) for y in range(self.height() + 2)]
            here = [y for y, (first, last) in enumerate(pairwise(ends)) if first < last and y not in taken]
            taken.update(here)
            found.extend((mark, y) for y in here)
        return found[::-1]
