"""Where the source text of one side is edited, over its page."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from compare_app.core.canonical import canonical_text
from compare_app.core.spans import Span
from compare_app.gui.pane.document_pane import DocumentPane
from compare_app.gui.pane.edit_layout import EditLayout
from compare_app.gui.pane.marks_painter import ROOM_PX, Margin, MarksPainter
from compare_app.gui.pane.page_layout import MARGIN_PX, MEASURE_PX, rects_in
from compare_app.gui.pane.source_marks import SourceMarks
from compare_app.gui.text_model import TextModel
from compare_app.gui.theme import Theme, reading_font, reading_scaled
from compare_app.present.highlights import Highlight

_BEYOND_PX = 60.0  # a line or two outside the viewport: a ring is not closed at its edge
_LINE_SIGNS = str.maketrans("\u2029\u2028", "\n\n")  # how Qt writes the ends of paragraphs and lines


class SourceEdit(QPlainTextEdit):
    """An editor whose text is known without asking it: `model` follows what it tells of each change."""

    changed = Signal()

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = EditLayout(self.document())
        self.document().setDocumentLayout(self.lines)
        self.setPlainText(text)  # canonical, so that Qt changes nothing in it
        self.model = TextModel(text)
        self.painter = MarksPainter(theme)
        self._marks: SourceMarks | None = None
        self.document().contentsChange.connect(self._follow)

    def show_marks(self, marks: SourceMarks) -> None:
        """Paint `marks` around the text from now on, and tell them what is typed."""
        self._marks = marks
        self.viewport().update()

    def set_selected_item(self, item: int | None) -> None:
        """Ring the claims of `item`."""
        self.painter.selected_item = item
        self.viewport().update()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Text is; a file dropped here is a document, and its path no text."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Insert text without what Qt would alter by itself."""
        if self.canInsertFromMimeData(source):
            self.textCursor().insertText(canonical_text(source.text()))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the measure of a page, in the middle where there is more room."""
        beside = (self.width() - reading_scaled(MEASURE_PX)) / 2 - ROOM_PX
        self.setViewportMargins(*(2 * (max(MARGIN_PX - ROOM_PX, round(beside)), 0)))
        super().resizeEvent(event)

    def put_cursor_at(self, offset: int) -> None:
        """Put the cursor before the code point at `offset`, in view."""
        cursor = self.textCursor()
        cursor.setPosition(self.model.positions.to_utf16(offset))
        self.setTextCursor(cursor)
        self.centerCursor()

    @property
    def cursor_offset(self) -> int:
        """The code point before which the cursor stands."""
        return self.model.positions.to_code_points(self.textCursor().position())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint grounds, then the text, then lines, boxes and glyphs, as on a page."""
        placed = list(self.placed_highlights())
        with QPainter(self.viewport()) as painter:
            self.painter.paint_grounds(painter, placed)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self.painter.paint_lines(painter, placed, self._margin_of)

    def _margin_of(self, highlight: Highlight) -> Margin:
        block = self.document().findBlock(self.model.positions.to_utf16(highlight.span.start))
        is_right = block.textDirection() is Qt.LayoutDirection.RightToLeft
        margin = self.document().documentMargin()
        return Margin(self.viewport().width() - margin if is_right else margin, is_right)

    def placed_highlights(self) -> Iterator[tuple[Highlight, list[QRectF]]]:
        """What is marked on screen, in code points of the text, with its rectangles, one a line."""
        block, positions = self.firstVisibleBlock(), self.model.positions
        while self._marks is not None and block.isValid():
            corner = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
            if corner.y() > self.viewport().height():
                return
            first, last = block.position(), block.position() + block.length() - 1
            span = Span(positions.to_code_points(first), positions.to_code_points(last))
            seen = (-_BEYOND_PX - corner.y(), self.viewport().height() + _BEYOND_PX - corner.y())
            for highlight in self._marks.highlights_in(span) if span.length else ():
                start, end = (positions.to_utf16(at) - first for at in (highlight.span.start, highlight.span.end))
                yield highlight, [rect.translated(corner) for rect in rects_in(block, start, end, seen)]
            block = block.next()

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
            replaced = self.model.replace(start, removed, inserted)
            self.viewport().update()  # what is drawn around a line reaches beyond what Qt paints anew
            if self._marks is not None:
                self._marks.follow(replaced.start, replaced.end, len(inserted))
            self.changed.emit()


class Editor(QFrame):
    """A line that says how editing ends, and the text below; it covers the page it belongs to."""

    def __init__(self, text: str, hint: str, name: str, page: DocumentPane) -> None:
        super().__init__(page)
        self.setObjectName("editor")
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.side = page.side
        self.edit = SourceEdit(text, page.theme)
        self.edit.setFont(reading_font())
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.document().setDocumentMargin(ROOM_PX)
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

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """A key let go here is none of the page below, which would go back to where its own cursor stands."""
        event.accept()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`, and the font as it was chosen by now."""
        self.edit.painter.theme = theme
        self.edit.setFont(reading_font())
        self.edit.lines.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay as large as the page."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self._cover(watched)
        return False

    def _cover(self, page: QWidget) -> None:
        self.setGeometry(page.rect())
