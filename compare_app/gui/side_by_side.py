"""The view of two documents next to each other, joined by connectors and kept level."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from compare_app.core.document import Side
from compare_app.gui.connectors import Connectors
from compare_app.gui.drops import DropTarget
from compare_app.gui.found_marks import FoundMarks
from compare_app.gui.overview import Overview
from compare_app.gui.pane.document_pane import DocumentPane
from compare_app.gui.pane_header import PaneHeader
from compare_app.gui.state import State
from compare_app.gui.theme import Theme
from compare_app.gui.when_seen import WhenSeen

_EYE = 0.3  # share of the viewport's height where a reader looks for what was asked for
_MOST_GAP_PX = 30  # a line and the air of a paragraph: more is not a rounding of lines
_REACH = 12  # claims looked at for one that has a partner in order


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
        self._is_levelling = False
        self._end = 0
        self.scrolls_together = True
        self.panes = {side: DocumentPane(side, theme) for side in Side}
        self._headers = {side: PaneHeader(side) for side in Side}
        self._overviews = {side: Overview(theme) for side in Side}
        self._connectors = Connectors(state, self.panes, theme)
        policy = self._connectors.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._connectors.setSizePolicy(policy)
        self._build()
        self._show_documents()
        for side in Side:
            self._connect(side)
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
        with self._levelling():  # other letters change the lines, not the place
            for side in Side:
                self.panes[side].set_theme(theme)
                self._overviews[side].set_theme(theme)

    def set_editing(self, *, is_editing: bool) -> None:
        """While a side is edited nothing joins the panes: what the editor shows stands elsewhere than its page."""
        self._connectors.setVisible(not is_editing)

    def take_focus(self) -> None:
        """Give the keyboard to the left pane, unless one has it."""
        if not self.has_focus():
            self.panes[Side.LEFT].setFocus()

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
        return tuple(part for side in Side for part in (self._headers[side], self.panes[side]))

    def reading_place(self) -> tuple[Side, int]:
        """Where the reader is: the side with the keyboard, else the left, and what is selected or first on screen."""
        side = self.focused_side() or Side.LEFT
        pane = self.panes[side]
        seen, selected = pane.on_screen.span(), pane.selected_span()
        return side, selected.start if seen.contains(selected.start) else seen.start

    def focus_other_pane(self) -> None:
        """Give the keyboard to the other pane, or to the left one."""
        focused = self.focused_side()
        self.panes[focused.other if focused else Side.LEFT].setFocus()

    def open_reading_menu(self, side: Side, name: str) -> bool:
        """Open the menu "language" or "encoding" in the header of `side`. Returns False where it offers none."""
        menu = getattr(self._headers[side], name)
        if menu.isHidden() or self._state.documents[side] is None:
            return False
        menu.showMenu()
        return True

    @Slot()
    def show_other_end(self) -> None:
        """Of what one document says in two places, bring the end into view that was not asked for last."""
        if self._state.selected is None:
            return
        self._end = 1 - self._end
        for side in Side:
            claims = self._state.items[self._state.selected].claims(side)
            if len(claims) > 1:
                with self._levelling():
                    self.panes[side].bring_to(claims[self._end], _EYE * self.panes[side].viewport().height())

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        columns = {side: QVBoxLayout() for side in Side}
        for side, column in columns.items():
            column.setSpacing(0)
            column.addWidget(self._headers[side])
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
        self._overviews[side].wanted.connect(lambda offset: pane.bring_offset_to(offset, _EYE * pane.height()))
        pane.set_aside.toggled.connect(lambda block: self.set_aside_toggled.emit(side, block))
        header = self._headers[side]
        header.language_chosen.connect(lambda code: self.language_chosen.emit(side, code))
        header.encoding_chosen.connect(lambda encoding: self.encoding_chosen.emit(side, encoding))
        target = DropTarget(pane.viewport(), side)
        target.dropped.connect(self.dropped)
        target.hovered.connect(lambda _side, over: pane.show_drop_hint(over=over))

    @Slot()
    def _show_documents(self) -> None:
        with self._levelling():  # until both panes show what the state holds
            for side in Side:
                document = self._state.documents[side]
                if self.panes[side].shown_document is not document:
                    self.panes[side].set_document(document)
                    self._headers[side].show_document(document)
            any_open = any(self._state.documents.values())
            for header in self._headers.values():
                header.setVisible(any_open)  # both or none: the panes stay level

    @Slot()
    def _show_marks(self) -> None:
        for side in Side:
            document = self._state.documents[side]
            self.panes[side].set_selected_item(self._state.selected)
            self.panes[side].set_highlights(partial(self._state.highlights_in, side))
            self.panes[side].folds.show(self._state.folds(side))
            self._overviews[side].set_ticks(len(document.text) if document else 0, self._state.ticks(side))
            self._overviews[side].set_visible(self.panes[side].on_screen.span())
        self._connectors.update()

    @Slot()
    def _show_review(self) -> None:
        with self._levelling():  # a decision changes marks, not the place
            self._show_marks()

    @Slot()
    def _show_selection(self) -> None:
        for pane in self.panes.values():
            pane.set_selected_item(self._state.selected)
        self._connectors.update()
        if self._state.selected is not None:
            self._bring_level(self._state.selected)

    def _bring_level(self, number: int) -> None:
        """Show the item on both sides, level where both have it; what is on screen already stays where it is."""
        item = self._state.items[number]
        self._end = 0
        sides = [side for side in Side if item.claims(side)]
        focused = self.focused_side()
        sides.sort(key=lambda side: side is not focused)
        y = self._wanted_height(sides[0], item.claims(sides[0])[0])
        with self._levelling():
            for side in sides:
                pane, claim = self.panes[side], item.claims(side)[0]
                pane.bring_to(claim, y)
                pane.put_cursor_in(claim)
                y = pane.on_screen.claim_extent(claim)[0]
            if len(sides) == 2:
                self.panes[sides[0]].bring_to(item.claims(sides[0])[0], y)
                self._close_step(item.claims(Side.LEFT)[0], item.claims(Side.RIGHT)[0])
        if len(sides) == 1:
            self._follow(sides[0])
        self._connectors.update()

    def _wanted_height(self, side: Side, claim: int) -> float:
        pane = self.panes[side]
        top, bottom = pane.on_screen.claim_extent(claim)
        height = pane.viewport().height()
        return top if top >= 0 and bottom <= height and bottom > top else _EYE * height

    def _follow_view(self, side: Side) -> None:
        if self._is_levelling:
            return  # what moves now is told once it has come to rest
        self._show_visible(side)
        if self.scrolls_together:
            self._follow(side)

    def _follow(self, side: Side) -> None:
        """Scroll the other pane so that what is at eye level on `side` has its partner beside it.

        From the top, where nothing is selected yet, both headlines are seen, level or not.
        """
        pane, other = self.panes[side], self.panes[side.other]
        claim = pane.on_screen.claim_at_height(_EYE * pane.viewport().height())
        if claim is None or self._state.comparison is None:
            return
        found = self._with_partner(side, claim)
        if found is None:
            return
        claim, partner = found
        with self._levelling():
            if self._state.selected is None and pane.verticalScrollBar().value() == 0:
                other.verticalScrollBar().setValue(0)
            else:
                other.bring_to(partner, pane.on_screen.claim_extent(claim)[0])
            self._close_step(*((claim, partner) if side is Side.LEFT else (partner, claim)))

    @contextmanager
    def _levelling(self) -> Iterator[None]:
        """While it lasts, a pane that moves does not take the other along."""
        self._is_levelling = True
        try:
            yield
        finally:
            self._is_levelling = False
        for side in Side:
            self._show_visible(side)

    def _show_visible(self, side: Side) -> None:
        self._overviews[side].set_visible(self.panes[side].on_screen.span())
        self._connectors.update()

    def _close_step(self, left: int, right: int) -> None:
        """Make two claims that stand within a line of each other exactly level."""
        for pane in self.panes.values():
            pane.set_top_gap(0)
        step = round(
            self.panes[Side.LEFT].on_screen.claim_extent(left)[0]
            - self.panes[Side.RIGHT].on_screen.claim_extent(right)[0]
        )
        if 0 < abs(step) <= _MOST_GAP_PX:
            self.panes[Side.RIGHT if step > 0 else Side.LEFT].set_top_gap(abs(step))

    def _with_partner(self, side: Side, claim: int) -> tuple[int, int] | None:
        """The first claim from `claim` on with an unmoved partner, and that partner, if one is near."""
        for near in range(claim, claim + _REACH):
            number = self._state.item_at(side, near)
            if number is None:
                return None
            item = self._state.items[number]
            if item.claims(side.other) and not item.moved:
                return item.claims(side)[0], item.claims(side.other)[0]
        return None
