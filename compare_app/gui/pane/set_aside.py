"""What the pointer does on lines that were set aside: a click brings one back into the comparison, or lets it go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip

from compare_app.core.translation import tr
from compare_app.gui.theme import interface_font

if TYPE_CHECKING:
    from compare_app.gui.pane.document_pane import DocumentPane

_SIGN = "↩"
_SIGN_PX = 14
_SIGN_GAP_PX = 6  # between the text column and the sign in the margin


class SetAside(QObject):
    """Watches a pane's viewport. A grey line answers to a click anywhere in it, one brought back to its sign."""

    toggled = Signal(int)
    """The block that the user wants to be brought back, or set aside again."""

    def __init__(self, pane: DocumentPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._is_second_click = False
        pane.viewport().setMouseTracking(True)
        pane.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Show over what a click would do something, say what, and tell of it; let the pane have every event."""
        match event.type():
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                found = self._block_at(event.position())
                shape = Qt.CursorShape.IBeamCursor if found is None else Qt.CursorShape.PointingHandCursor
                self._pane.viewport().setCursor(shape)
            case QEvent.Type.ToolTip if isinstance(event, QHelpEvent):
                self._explain(event)
            case QEvent.Type.MouseButtonDblClick:
                self._is_second_click = True
            case QEvent.Type.MouseButtonRelease if isinstance(event, QMouseEvent):
                self._click(event)
        return super().eventFilter(watched, event)

    def paint_signs(self, painter: QPainter) -> None:
        """A sign in the right margin of each block on screen that was brought back."""
        painter.setFont(interface_font(_SIGN_PX))
        painter.setPen(self._pane.theme.dim)
        for index, rect in self._visible():
            if self._pane.blocks[index].was is not None:
                painter.drawText(self.sign_box(rect), Qt.AlignmentFlag.AlignCenter, _SIGN)

    def _click(self, event: QMouseEvent) -> None:
        was_second, self._is_second_click = self._is_second_click, False
        if event.button() is not Qt.MouseButton.LeftButton or was_second or self._pane.textCursor().hasSelection():
            return
        found = self._block_at(event.position())
        if found is not None:
            self.toggled.emit(found)

    def _explain(self, event: QHelpEvent) -> None:
        found = self._block_at(QPointF(event.pos()))
        if found is None:
            QToolTip.hideText()
        elif self._pane.blocks[found].was is None:
            QToolTip.showText(event.globalPos(), tr("Set aside: not compared. Click to compare it."))
        else:
            QToolTip.showText(event.globalPos(), tr("Brought back by you. Click to set it aside again."))

    def _block_at(self, point: QPointF) -> int | None:
        """The block that a click at `point` brings back or lets go, if any."""
        for index, rect in self._visible():
            block = self._pane.blocks[index]
            if block.was is not None and self.sign_box(rect).contains(point):
                return index
            if not block.kind.is_content and rect.contains(point):
                return index
        return None

    def _visible(self) -> list[tuple[int, QRectF]]:
        """The blocks on screen that were set aside or brought back, with the boxes of their lines."""
        return [
            (index, rect)
            for index, rect in self._pane.on_screen.block_rects()
            if not self._pane.blocks[index].kind.is_content or self._pane.blocks[index].was is not None
        ]

    def sign_box(self, rect: QRectF) -> QRectF:
        """Where the sign of a block with its lines in `rect` stands."""
        return QRectF(rect.right() + _SIGN_GAP_PX, rect.top(), 2.0 * _SIGN_PX, 1.6 * _SIGN_PX)
