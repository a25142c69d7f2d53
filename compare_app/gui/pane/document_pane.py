"""One document on screen: read, select, scroll; its marks are painted around the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from compare_app.core.document import Block, Document, Side
from compare_app.core.spans import Span
from compare_app.core.translation import tr
from compare_app.gui.pane.folds import Folds
from compare_app.gui.pane.found_boxes import FoundBoxes
from compare_app.gui.pane.invitation import paint_drop_frame, paint_invitation
from compare_app.gui.pane.marks_painter import MarksPainter
from compare_app.gui.pane.on_screen import OnScreen
from compare_app.gui.pane.opening import Opening
from compare_app.gui.pane.page import Find, Page
from compare_app.gui.pane.page_layout import PageLayout
from compare_app.gui.pane.scroll_end import ScrollEnd
from compare_app.gui.pane.set_aside import SetAside
from compare_app.gui.pane.text_viewport import text_viewport
from compare_app.gui.pane.top_edge import paint_top_edge
from compare_app.gui.theme import Theme, reading_font


class DocumentPane(QPlainTextEdit):
    """A read-only page. Offsets in its interface are code points of the document's text."""

    claim_reached = Signal(int)
    """The user put the cursor into the claim with this index."""
    view_changed = Signal()
    """What is visible moved or was laid out anew."""
    height_changed = Signal()
    """More or less is visible, and what was there stands where it stood."""

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self.theme = theme
        self._painter = MarksPainter(theme)
        self._layout = PageLayout(self.document())
        self.on_screen = OnScreen(self, self._layout)
        self.opening = Opening(self, self._layout)
        self._drag_over = False
        self.is_expected = False
        """Whether a document for this side is being read."""
        self.document().setDocumentLayout(self._layout)
        self.document().setDocumentMargin(0)
        self.setViewport(text_viewport())
        self.setReadOnly(True)
        self.setCursorWidth(0)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFont(reading_font())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the overview stands beside it
        self.setCenterOnScroll(True)  # the last claims, too, can be brought level
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Left document") if side is Side.LEFT else tr("Right document"))
        self.verticalScrollBar().valueChanged.connect(self.view_changed)
        self.set_aside = SetAside(self)
        self.found = FoundBoxes(self)
        self.folds = Folds(self)
        ScrollEnd(self)

    def set_document(self, document: Document | None) -> None:
        """Show `document`, without marks, from its headline; the same text, cut otherwise, from where it was."""
        before = self.shown_document
        is_same_text = before is not None and document is not None and before.text == document.text
        top, cursor = (self.on_screen.span().start, self.textCursor().position()) if is_same_text else (0, 0)
        self._layout.set_page(None)  # while Qt's text and the page disagree there is none
        self.folds.forget()
        self.set_top_gap(0)
        page = None if document is None else Page(document, self.theme)
        self.setPlainText("" if page is None else page.shown_text)
        self._layout.set_page(page)
        self.setCursorWidth(0 if document is None else 1)
        if is_same_text:
            self._put_cursor_at(cursor)
            self.bring_offset_to(top, 0)
        else:
            self.opening.show()
        self._layout_changed()

    def set_highlights(self, find: Find) -> None:
        """Mark what `find` finds instead of what was marked before; the place stays."""
        if self._page is not None:
            self._page.set_highlights(find)
            self._layout.refresh()
            self._layout_changed()

    def set_selected_item(self, item: int | None) -> None:
        """Ring the claims of `item`."""
        self._painter.selected_item = item
        self.viewport().update()

    def selected_span(self) -> Span:
        """Code points of what is selected; empty, at the cursor, where nothing is."""
        if self._page is None:
            return Span(0, 0)
        cursor = self.textCursor()
        to_code_points = self._page.positions.to_code_points
        return Span(to_code_points(cursor.selectionStart()), to_code_points(cursor.selectionEnd()))

    def select_span(self, span: Span) -> None:
        """Select `span` without scrolling or telling anyone."""
        assert self._page is not None  # only a page has spans
        self._put_cursor_at(*(self._page.positions.to_utf16(offset) for offset in (span.start, span.end)))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`, and the fonts as they were chosen by now; what is at the top stays there."""
        self.theme = theme
        self._painter.theme = theme
        top = self.on_screen.span().start
        self.setFont(reading_font())
        if self._page is not None:
            self._page.set_theme(theme)
            self._layout.refresh()
            if top > 0:
                self.bring_offset_to(top, 0)
        self._layout_changed()

    @property
    def _page(self) -> Page | None:
        return self._layout.page

    @property
    def shown_document(self) -> Document | None:
        """The document on the page."""
        return None if self._page is None else self._page.document

    def show_drop_hint(self, *, over: bool) -> None:
        """Show whether something dragged would fall here."""
        self._drag_over = over
        self.viewport().update()

    def first_block(self) -> tuple[QTextBlock, float]:
        """The first of Qt's blocks on screen, with its top in viewport pixels."""
        return self.firstVisibleBlock(), self.contentOffset().y()

    def leave_out(self, spans: Sequence[Span]) -> list[tuple[int, int]]:
        """Lay out all but `spans`, which begin and end with blocks; returns the numbers of Qt's blocks in each."""
        hidden = [self._layout.block_numbers(span) for span in spans]
        self._layout.hide_blocks(hidden)
        self._layout_changed()
        return hidden

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks of the document on the page."""
        return () if self._page is None else self._page.document.blocks

    def block_at_cursor(self) -> int | None:
        """Index of the document's block that the text cursor stands in, or behind; None above the first."""
        if self._page is None:
            return None
        offset = self._page.positions.to_code_points(self.textCursor().position())
        return self._page.last_block_before(offset)

    def set_top_gap(self, gap_px: int) -> None:
        """Leave `gap_px` free above the first line. Qt scrolls by whole lines; this is what makes two panes level."""
        if self.viewportMargins().top() != gap_px:
            self.setViewportMargins(0, gap_px, 0, 0)

    def bring_to(self, claim: int, y: float) -> None:
        """Scroll so that the first line of `claim` stands about `y` pixels below the top, by whole lines."""
        assert self._page is not None  # only a page has claims
        self.bring_offset_to(self._page.document.claims[claim].span.start, y)

    def bring_offset_to(self, offset: int, y: float) -> None:
        """Scroll so that the line of the code point at `offset` stands about `y` pixels below the top."""
        assert self._page is not None  # only a page has offsets
        line = self._layout.line_above(self._page.positions.to_utf16(offset), y)
        with self._layout.guessing():
            self.verticalScrollBar().setValue(line)

    def put_cursor_in(self, claim: int) -> None:
        """Move the text cursor to the start of `claim` without scrolling or telling anyone."""
        assert self._page is not None  # only a page has claims
        self._put_cursor_at(self._page.positions.to_utf16(self._page.document.claims[claim].span.start))

    def _put_cursor_at(self, position: int, end: int | None = None) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        if end is not None:
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        top, _ = self.first_block()
        line = self.verticalScrollBar().value() - top.firstLineNumber()
        self._layout.blockBoundingRect(cursor.block())  # Qt is to know where in it the cursor stands
        with self._layout.guessing():
            self.setTextCursor(cursor)
            # Where more was laid out above, lines count anew.
            self.verticalScrollBar().setValue(top.firstLineNumber() + line)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint grounds, then the text, then lines, boxes and glyphs."""
        if self._page is None:
            super().paintEvent(event)
            with QPainter(self.viewport()) as painter:
                paint_invitation(painter, self.viewport().rect(), self.side, self.theme, is_expected=self.is_expected)
                if self._drag_over:
                    paint_drop_frame(painter, self.viewport().rect(), self.theme)
            return
        placed = list(self.on_screen.highlights())
        with QPainter(self.viewport()) as painter:
            self._painter.paint_grounds(painter, placed)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self._painter.paint_lines(painter, placed, self.on_screen.margin_of)
            paint_top_edge(painter, self)
            self.set_aside.paint_signs(painter)
            self.found.paint(painter)
            self.folds.paint(painter)
            if self._drag_over:
                paint_drop_frame(painter, self.viewport().rect(), self.theme)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wrap to the new width; what was at the top stays there."""
        top = self.on_screen.span().start
        rewrapped = self._layout.set_width(self.viewport().width())
        # What was resized while it was hidden is told no old size: Qt would forget every line for its width.
        super().resizeEvent(event if rewrapped else QResizeEvent(event.size(), event.size()))
        if not rewrapped:
            self.height_changed.emit()
            return
        if self._page is not None and top > 0:
            self.bring_offset_to(top, 0)
        self._layout_changed()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click without a selection reaches a claim."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._tell_claim()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Moving the cursor by keyboard reaches a claim."""
        super().keyReleaseEvent(event)
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
        if event.key() in keys and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
            Qt.KeyboardModifier.ControlModifier,
        ):
            self._tell_claim()

    def _tell_claim(self) -> None:
        if self._page is None:
            return
        offset = self._page.positions.to_code_points(self.textCursor().position())
        claim = self._page.document.claim_at(offset)
        if claim is not None:
            self.claim_reached.emit(claim)

    def _layout_changed(self) -> None:
        self.viewport().update()
        self.view_changed.emit()
