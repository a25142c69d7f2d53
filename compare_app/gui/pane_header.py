"""The line above a pane: what document it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from compare_app.core.document import Document, Side
from compare_app.gui.theme import interface_font
from compare_app.gui.tool_tips import tool_tip
from compare_app.present.document_facts import document_line, document_title


class PaneHeader(QWidget):
    """Title above; name, date, words, claims, format, encoding and language below, cut where space ends."""

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paneHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._side = side
        self._texts = ("", "")
        self._title, self._line = QLabel(), QLabel()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 7)
        layout.setSpacing(2)
        for label, font in ((self._title, interface_font(bold=True)), (self._line, interface_font(12))):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font)
            label.setMinimumWidth(1)
            layout.addWidget(label)
        self._line.setObjectName("dim")
        self.show_document(None)

    def show_document(self, document: Document | None) -> None:
        """Tell what `document` is."""
        self._texts = ("", "")
        if document is not None:
            self._texts = (document_title(document), document_line(document))
        self.setAccessibleName(f"{self._side.value.capitalize()}: {' '.join(self._texts)}")
        self.setToolTip(tool_tip("\n".join(filter(None, (*self._texts, document.source.path if document else "")))))
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Cut the texts to the new width."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        for label, text in zip((self._title, self._line), self._texts, strict=True):
            width = max(40, self.width() - 32)
            label.setText(QFontMetrics(label.font()).elidedText(text, Qt.TextElideMode.ElideRight, width))
