"""The upper edge of a page that begins inside a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from compare_app.gui.pane.document_pane import DocumentPane


def paint_top_edge(painter: QPainter, pane: DocumentPane) -> None:
    """Cover what is left of the line above the first one: Qt scrolls to its lower end, which at a scale of 1.5 leaves
    a row of pixels of its letters, and at any scale what is drawn under them."""
    block, top = pane.first_block()
    layout = block.layout()
    tops = (top + layout.lineAt(number).y() for number in range(layout.lineCount()))
    air_px = next((y for y in tops if y >= 0), 0.0) if top < 0 else 0.0
    painter.fillRect(QRectF(0, 0, pane.viewport().width(), air_px / 2), pane.theme.base)
