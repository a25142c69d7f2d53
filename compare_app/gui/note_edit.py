"""The small field in which a note is written."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from compare_app.core.translation import tr

_LINES = 3
_KEEP = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ELSEWHERE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class NoteEdit(QPlainTextEdit):
    """Takes a few lines. Ctrl+Return keeps them, and so does going elsewhere; Esc gives them up."""

    kept = Signal()
    given_up = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName("noteEdit")
        self.setAccessibleName(tr("Note"))
        self.setAccessibleDescription(tr("Ctrl+Return keeps the note, Esc gives it up."))
        self.setPlaceholderText(tr("Ctrl+Return keeps the note, Esc gives it up."))
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 16)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Words are; a file dropped here is a document, for the window behind, and its path no note."""
        return source.hasText() and not source.hasUrls()

    def event(self, event: QEvent) -> bool:
        """Keys that end the note are the field's own here, whatever the window does with them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._ends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """End the note, or go on writing."""
        if not self._ends(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            self.kept.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """What was written stays when the person goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() in _ELSEWHERE:
            self.kept.emit()

    @staticmethod
    def _ends(event: QKeyEvent) -> bool:
        is_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return event.key() == Qt.Key.Key_Escape or (event.key() in _KEEP and bool(is_control))
