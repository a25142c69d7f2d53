"""Lines of an edited text as far apart as those of a page."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QPlainTextDocumentLayout

from compare_app.gui.theme import line_height, reading_font


class EditLayout(QPlainTextDocumentLayout):
    """Lets Qt break the lines, then puts them apart."""

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: N802
        """Rectangle of `block` from its own top left, in pixels."""
        rect = super().blockBoundingRect(block)
        layout = block.layout() if block.isValid() and block.isVisible() else None
        if layout is None or not layout.lineCount():
            return rect
        line_px = reading_font().pixelSize() * line_height()
        first = layout.lineAt(0)
        air_px = (line_px - first.height()) / 2
        if first.y() != air_px:  # Qt broke the lines anew
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                line.setPosition(QPointF(line.x(), number * line_px + (line_px - line.height()) / 2))
            rect = super().blockBoundingRect(block)
        return rect.adjusted(0, 0, 0, air_px)

    def refresh(self) -> None:
        """Put the lines apart again, for the distance is another."""
        self.documentChanged(0, 0, self.document().characterCount())
