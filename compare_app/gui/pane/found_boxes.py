"""The words that are looked for, on one page: boxes around those on screen, and the one that is pointed at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter, QPen

from compare_app.core.spans import Span
from compare_app.gui.pane.on_screen import EYE
from compare_app.present.search import Matches

if TYPE_CHECKING:
    from compare_app.gui.pane.document_pane import DocumentPane

_RADIUS_PX = 3.0
_VEIL_OPACITY = 0.14  # of the accent over words: they stay readable on every tint


class FoundBoxes:
    """Holds the matches of the page that `pane` shows."""

    def __init__(self, pane: DocumentPane) -> None:
        self._pane = pane
        self._matches = Matches()

    def show(self, matches: Matches) -> None:
        """Box `matches` instead of those before."""
        self._matches = matches
        self._pane.viewport().update()

    def point_at(self, number: int) -> None:
        """Select a match; one that is out of sight is brought into it."""
        span = self._matches.span(number)
        self._pane.select_span(span)
        top, bottom = self._pane.on_screen.span_extent(span)
        if top < 0 or bottom > self._pane.viewport().height():
            self._pane.bring_offset_to(span.start, EYE * self._pane.viewport().height())

    def paint(self, painter: QPainter) -> None:
        """Paint the boxes, but for the match that is selected and shows so."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._pane.theme.accent, 1.2))
        veil = QColor(self._pane.theme.accent)
        veil.setAlphaF(_VEIL_OPACITY)
        painter.setBrush(veil)
        for rect in self._pane.on_screen.rects_of(self._others):
            painter.drawRoundedRect(rect.adjusted(-1, 1, 1, -1), _RADIUS_PX, _RADIUS_PX)

    def _others(self, span: Span) -> Iterator[Span]:
        selected = self._pane.selected_span()
        found = (self._matches.span(number) for number in self._matches.within(span))
        return (match for match in found if match != selected)
