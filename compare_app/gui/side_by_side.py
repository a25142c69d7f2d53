"""The view of two documents next to each other, joined by connectors and kept level."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from compare_app.core.document import Side
from compare_app.gui.connectors import Connectors
from compare_app.gui.drops import DropTarget
from compare_app.gui.found_marks import FoundMarks
from compare_app.gui.last_read import LastRead
from compare_app.gui.levelling import Levelling
from compare_app.gui.overview import Overview
from compare_app.gui.pane.document_pane import DocumentPane
from compare_app.gui.pane.on_screen import EYE
from compare_app.gui.pane_header import PaneHeader
from compare_app.gui.state import State
from compare_app.gui.theme import Theme
from compare_app.gui.when_seen import WhenSeen
from compare_app.gui.whereabouts import is_on_screen, items_behind_eye
from compare_app.present.names import names_apart

if TYPE_CHECKING:
    from compare_app.gui.edited_side import EditedSide


class SideBySide(QWidget):
    """Two panes with headers, overview bars and the gutter between them."""

    claim_reached = Signal(object, int)
    """The Side and claim index the user put the cursor into."""
    item_chosen = Signal(int)
    dropped = Signal(object, object)
    """A Dropped and the Side it fell on."""
    language_chosen = Signal(object, str)
    """The Side to read again, and in which language."""
    encoding_chosen = Signal(object, str)
    """The Side to read again, and in which encoding."""
    set_aside_toggled = Signal(object, int)
    """The Side and the block to bring back into the comparison, or to set aside again."""

    def __init__(self, state: State, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.scrolls_together = True
        self._marked = state.items  # as they were marked last
        self._edited: EditedSide | None = None
        self.panes = {side: DocumentPane(side, theme) for side in Side}
        self.levelling = Levelling(state, self.panes, self)
        self.last_read = LastRead(self.panes, self)
        self.headers = {side: PaneHeader(side) for side in Side}
        self._overviews = {side: Overview(theme) for side in Side}
        self._connectors = Connectors(state, self.panes, theme)
        policy = self._connectors.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._connectors.setSizePolicy(policy)
        self._build()
        self._show_documents()
        for side in Side:
            self._connect(side)
        self.levelling.rested.connect(self._show_rest)
        self._connectors.item_chosen.connect(self.item_chosen)
        state.documents_changed.connect(self._show_documents)
        for changed, show in (
            (state.comparison_changed, self._show_marks),
            (state.filter_changed, self._show_marks),
            (state.review_changed, self._show_review),
            (state.selection_changed, self._show_selection),
        ):
            changed.connect(WhenSeen(self, show).ask)
        self._found_marks = FoundMarks(state, self.panes, self._overviews, self)  # last: panes have their documents

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._connectors.set_theme(theme)
        with self.levelling.at_work():  # other letters change the lines, not the place
            for side in Side:
                self.panes[side].set_theme(theme)
                self._overviews[side].set_theme(theme)
        if self._edited is not None:
            self._edited.set_theme(theme)

    def set_edited(self, edited: EditedSide | None) -> None:
        """While a side is edited nothing joins the panes: what the editor shows stands elsewhere than its page."""
        self._edited = edited
        self._connectors.setVisible(edited is None)

    def expect(self, sides: Collection[Side]) -> None:
        """Say on each empty page whether a document for it is being read."""
        for side, pane in self.panes.items():
            if pane.is_expected != (side in sides):
                pane.is_expected = side in sides
                pane.viewport().update()

    def take_focus(self) -> None:
        """Give the keyboard to the pane last read, unless one has it."""
        if not self.has_focus():
            self.panes[self.last_read.side].setFocus()

    def has_focus(self) -> bool:
        """Whether a pane has the keyboard."""
        return self.focused_side() is not None

    def copy(self) -> None:
        """Put what is selected in the pane with the keyboard on the clipboard."""
        side = self.focused_side()
        if side is not None:
            self.panes[side].copy()

    def focused_side(self) -> Side | None:
        """The side whose pane has the keyboard, if any."""
        return next((side for side, pane in self.panes.items() if pane.hasFocus()), None)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in the order it is read."""
        return tuple(part for side in Side for part in (self.headers[side], self.panes[side]))

    def reading_place(self) -> tuple[Side, int]:
        """Where the reader is: the side last read, and what is selected or first on screen there."""
        side = self.last_read.side
        pane = self.panes[side]
        seen, selected = pane.on_screen.span(), pane.selected_span()
        return side, selected.start if seen.contains(selected.start) else seen.start

    def items_behind(self, *, forward: bool) -> int | None:
        """As many as up to the selected one while it is seen, else up to what stands at eye level."""
        state = self._state
        if self._edited is not None and self.focused_side() is None:
            return self._edited.items_behind(forward=forward)
        selected = None if state.selected is None else state.items[state.selected]
        if selected is not None and any(is_on_screen(self.panes[side], selected.claims(side)) for side in Side):
            return None
        side = self.last_read.side
        number_of = partial(state.number_in_order, side)
        return items_behind_eye(self.panes[side], number_of, len(state.items), forward=forward)

    def focus_other_pane(self) -> None:
        """Give the keyboard to the other pane, or back to the one last read."""
        focused = self.focused_side()
        self.panes[focused.other if focused else self.last_read.side].setFocus()

    def open_reading_menu(self, side: Side, name: str) -> bool:
        """Open the menu "language" or "encoding" in the header of `side`. Returns False where it offers none."""
        menu = getattr(self.headers[side], name)
        if menu.isHidden() or self._state.documents[side] is None:
            return False
        menu.showMenu()
        return True

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        columns = {side: QVBoxLayout() for side in Side}
        for side, column in columns.items():
            column.setSpacing(0)
            column.addWidget(self.headers[side])
            column.addWidget(self.panes[side], 1)
        layout.addWidget(self._overviews[Side.LEFT])
        layout.addLayout(columns[Side.LEFT], 1)
        layout.addWidget(self._connectors)
        layout.addLayout(columns[Side.RIGHT], 1)
        layout.addWidget(self._overviews[Side.RIGHT])

    def _connect(self, side: Side) -> None:
        pane = self.panes[side]
        pane.claim_reached.connect(lambda claim: self.claim_reached.emit(side, claim))
        pane.view_changed.connect(lambda: self._follow_view(side))
        pane.height_changed.connect(lambda: self._show_visible(side))
        self._overviews[side].wanted.connect(partial(self._go_to, side))
        pane.set_aside.toggled.connect(lambda block: self.set_aside_toggled.emit(side, block))
        header = self.headers[side]
        header.language_chosen.connect(lambda code: self.language_chosen.emit(side, code))
        header.encoding_chosen.connect(lambda encoding: self.encoding_chosen.emit(side, encoding))
        target = DropTarget(pane.viewport(), side)
        target.dropped.connect(self.dropped)
        target.hovered.connect(lambda _side, over: pane.show_drop_hint(over=over))

    @Slot()
    def _show_documents(self) -> None:
        with self.levelling.at_work():  # until both panes show what the state holds
            names = names_apart(self._state.documents)
            for side in Side:
                document = self._state.documents[side]
                if self.panes[side].shown_document is not document:
                    self.panes[side].set_document(document)
                self.headers[side].show_document(document, names.get(side, ""))
            any_open = any(self._state.documents.values())
            for header in self.headers.values():
                header.setVisible(any_open)  # both or none: the panes stay level

    @Slot()
    def _show_marks(self) -> None:
        self._marked = self._state.items
        for side in Side:
            document = self._state.documents[side]
            self.panes[side].set_selected_item(self._state.selected)
            self.panes[side].set_highlights(partial(self._state.highlights_in, side))
            self.panes[side].folds.show(self._state.shown.folds[side])
            self._overviews[side].set_ticks(len(document.text) if document else 0, self._state.shown.ticks(side))
            self._overviews[side].set_visible(self.panes[side].on_screen.span())
        self._connectors.update()

    @Slot()
    def _show_review(self) -> None:
        if self._state.items is self._marked:
            return  # a finding was confirmed: nothing looks different
        with self.levelling.at_work():  # a decision changes marks, not the place
            self._show_marks()

    @Slot()
    def _show_selection(self) -> None:
        for pane in self.panes.values():
            pane.set_selected_item(self._state.selected)
        if self._state.selected is not None:
            self.levelling.bring_level(self._state.selected, self.focused_side())
        self._connectors.update()

    def _go_to(self, side: Side, offset: int) -> None:
        if self._edited is not None and self._edited.side is side:
            self._edited.bring_offset_to_cursor(offset)
        else:
            self.panes[side].bring_offset_to(offset, EYE * self.panes[side].height())

    def _follow_view(self, side: Side) -> None:
        if self.levelling.is_at_work:
            return  # what moves now is told once it has come to rest
        self._show_visible(side)
        if self.scrolls_together:
            self.levelling.follow(side)

    @Slot()
    def _show_rest(self) -> None:
        for side in Side:
            self._show_visible(side)

    def _show_visible(self, side: Side) -> None:
        self._overviews[side].set_visible(self.panes[side].on_screen.span())
        self._connectors.update()
