"""The page that lists decisions about words that are gone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from compare_app.core.translation import tr

_SIZE_PX = (560, 360)


class LostList(QDialog):
    """The lines, to be read and copied."""

    def __init__(self, lines: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Decisions about text that is gone"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        says = QLabel(tr("Neither text has these words now. What was decided is kept, and holds again with them."))
        says.setWordWrap(True)
        text = QPlainTextEdit("\n\n".join(lines), readOnly=True)
        text.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setIcon(QIcon())  # a black one where the window is dark
        close.setText(tr("Close"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        for part in (says, text, buttons):
            layout.addWidget(part)
        self.resize(*_SIZE_PX)
