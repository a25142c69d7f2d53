"""What a page leaves out because it is the same on both sides, and the line that says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextBlock

from compare_app.core.translation import tr, tr_n
from compare_app.gui.pane.page_layout import FOLD_PX, MARGIN_PX
from compare_app.gui.theme import interface_font
from compare_app.present.folding import Fold

if TYPE_CHECKING:
    from compare_app.gui.pane.document_pane import DocumentPane

_SMALL_PX = 12
_GAP_PX = 12  # between the words and the lines beside them


class Folds:
    """The stretches that `pane` does not show; the paragraph behind one, or before the last, has room for a line."""

    def __init__(self, pane: DocumentPane) -> None:
        self._pane = pane
        self._folds: tuple[Fold, ...] = ()
        self._above: dict[int, Fold] = {}
        self._below: dict[int, Fold] = {}

    def show(self, folds: Sequence[Fold]) -> None:
        """Leave `folds` out instead of those before; what was at the top stays there, or what is next."""
        if tuple(folds) == self._folds:
            return
        top = self._pane.on_screen.span().start
        self._folds = tuple(folds)
        hidden = self._pane.leave_out([fold.span for fold in self._folds])
        last = self._pane.blockCount() - 1
        self._above = {end: fold for (_, end), fold in zip(hidden, self._folds, strict=True) if end <= last}
        self._below = {start - 1: fold for (start, end), fold in zip(hidden, self._folds, strict=True) if end > last}
        if top > 0:
            self._pane.bring_offset_to(top, 0)

    def forget(self) -> None:
        """The text is another, nothing of it is left out."""
        self._folds, self._above, self._below = (), {}, {}

    def paint(self, painter: QPainter) -> None:
        """Say above or below the paragraphs on screen how many claims are left out there."""
        for fold, y in self._places():
            self._paint_line(painter, fold, y)

    def _places(self) -> Iterator[tuple[Fold, float]]:
        for block, top in self._pane.on_screen.blocks() if self._folds else ():
            if (fold := self._above.get(block.blockNumber())) is not None:
                yield fold, top
            if (fold := self._below.get(block.blockNumber())) is not None:
                yield fold, top + self._height(block) - FOLD_PX - _GAP_PX

    def _height(self, block: QTextBlock) -> float:
        return self._pane.document().documentLayout().blockBoundingRect(block).height()

    def _paint_line(self, painter: QPainter, fold: Fold, top: float) -> None:
        font = interface_font(_SMALL_PX)
        text = (
            tr_n("{count} claim not shown", "{count} claims not shown", fold.claims) if fold.claims else tr("Set aside")
        )
        text = f"⋯ {text}"
        box = QRectF(MARGIN_PX, top, max(0, self._pane.viewport().width() - 2 * MARGIN_PX), FOLD_PX)
        half = QFontMetricsF(font).horizontalAdvance(text) / 2 + _GAP_PX
        middle = box.center()
        painter.setPen(QPen(self._pane.theme.line, 1))
        painter.drawLine(QPointF(box.left(), middle.y()), QPointF(max(box.left(), middle.x() - half), middle.y()))
        painter.drawLine(QPointF(min(box.right(), middle.x() + half), middle.y()), QPointF(box.right(), middle.y()))
        painter.setFont(font)
        painter.setPen(self._pane.theme.dim)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
