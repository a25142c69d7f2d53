"""Where the source text of one side is edited, over its page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from compare_app.core.canonical import canonical_text
from compare_app.gui.text_model import TextModel
from compare_app.gui.text_positions import TextPositions
from compare_app.gui.theme import reading_font

_LINE_SIGNS = str.maketrans("\u2029\u2028", "\n\n")  # how Qt writes the ends of paragraphs and lines


class SourceEdit(QPlainTextEdit):
    """An editor whose text is known without asking it: `model` follows what it tells of each change."""

    changed = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlainText(text)  # canonical, so that Qt changes nothing in it
        self.model = TextModel(text)
        self.document().contentsChange.connect(self._follow)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Text is; a file dropped here is a document, and its path no text."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Insert text without what Qt would alter by itself."""
        if self.canInsertFromMimeData(source):
            self.textCursor().insertText(canonical_text(source.text()))

    def put_cursor_at(self, offset: int) -> None:
        """Put the cursor before the code point at `offset`, in view."""
        cursor = self.textCursor()
        cursor.setPosition(TextPositions(self.model.text).to_utf16(offset))
        self.setTextCursor(cursor)
        self.centerCursor()

    @Slot(int, int, int)
    def _follow(self, start: int, _removed: int, added: int) -> None:
        """Take a change over. Qt may count the end of the text as a unit of its own: lengths tell what was removed."""
        total = self.document().characterCount() - 1
        added = min(added, total - start)
        behind = total - start - added
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(start + added, QTextCursor.MoveMode.KeepAnchor)
        removed = self.model.units - start - behind
        inserted = cursor.selectedText().translate(_LINE_SIGNS)
        if removed or inserted:
            self.model.replace(start, removed, inserted)
            self.changed.emit()


class Editor(QFrame):
    """A line that says how editing ends, and the text below; it covers the page it belongs to."""

    def __init__(self, text: str, hint: str, name: str, page: QPlainTextEdit) -> None:
        super().__init__(page)
        self.setObjectName("editor")
        self.edit = SourceEdit(text)
        self.edit.setFont(reading_font())
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.document().setDocumentMargin(16)
        self.edit.setAccessibleName(name)
        self.edit.setAccessibleDescription(hint)
        says = QLabel(hint)
        says.setObjectName("dim")
        says.setTextFormat(Qt.TextFormat.PlainText)
        says.setWordWrap(True)
        says.setContentsMargins(16, 6, 16, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(says)
        layout.addWidget(self.edit, 1)
        page.installEventFilter(self)
        self._cover(page)
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay as large as the page."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self._cover(watched)
        return False

    def _cover(self, page: QWidget) -> None:
        self.setGeometry(page.rect())
