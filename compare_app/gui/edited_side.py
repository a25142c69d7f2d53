"""What connects an open editor with the comparison: its marks, the selected item, and the way to the next one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from compare_app.core.document import Side
from compare_app.gui.pane.document_pane import DocumentPane
from compare_app.gui.pane.editor import Editor
from compare_app.gui.pane.source_marks import SourceMarks
from compare_app.gui.state import State
from compare_app.gui.theme import Theme
from compare_app.gui.whereabouts import first_in_order


class EditedSide(QObject):
    """Shows in the editor of `side` what the page under it would show; what is selected there has the cursor."""

    def __init__(self, state: State, editor: Editor, source: str, panes: Mapping[Side, DocumentPane]) -> None:
        super().__init__(editor)
        self._state, self.side, self.editor = state, editor.side, editor
        self._beside = panes[self.side.other]
        self._marks = SourceMarks(state, self.side, source)
        self._offset_then: int | None = None  # where the cursor stood when an item was selected
        self._keeps_cursor = False  # while a comparison comes in: what is selected then was so before
        editor.edit.show_marks(self._marks)
        self._show_marks()
        state.documents_changed.connect(self._begin)
        state.comparison_changed.connect(self._take)
        for changed in (state.filter_changed, state.review_changed):
            changed.connect(self._show_marks)
        state.selection_changed.connect(self._show_selection)

    @property
    def has_marks(self) -> bool:
        """Whether the text is short enough to be marked."""
        return self._marks.are_known

    def give(self, source: str) -> None:
        """The text as it is now is being compared."""
        self._marks.give(source)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.editor.set_theme(theme)

    def bring_offset_to_cursor(self, offset: int) -> None:
        """Go to a code point of the text, as on the page."""
        self.editor.edit.put_cursor_at(self._marks.source_offset(offset))

    def items_behind(self, *, forward: bool) -> int | None:
        """As many as up to the selected one while the cursor stands in it, or stays where it was; else up to there."""
        state, offset = self._state, self.editor.edit.cursor_offset
        claim = self._marks.claim_at(offset)
        is_in_selected = state.selected is not None and claim in state.items[state.selected].claims(self.side)
        if is_in_selected or offset == self._offset_then:
            return None
        total, number_of = len(state.items), partial(state.number_in_order, self.side)
        return total if claim is None else first_in_order(number_of, claim, total)

    @Slot()
    def _begin(self) -> None:
        self._keeps_cursor = True

    @Slot()
    def _take(self) -> None:
        self._marks.take()
        self._show_marks()
        QTimer.singleShot(0, self, self._settle)

    @Slot()
    def _settle(self) -> None:
        self._keeps_cursor = False

    @Slot()
    def _show_marks(self) -> None:
        self.editor.edit.set_selected_item(self._state.selected)

    @Slot()
    def _show_selection(self) -> None:
        """Ring what is selected; go there, unless it is selected again because it was before a comparison."""
        self._show_marks()
        selected = None if self._state.selected is None else self._state.items[self._state.selected]
        claims = () if selected is None else selected.claims(self.side)
        start = self._marks.claim_start(claims[0]) if claims else None
        if start is not None and not self._keeps_cursor:
            self.editor.edit.put_cursor_at(start)
            self._bring_level()
        self._offset_then = self.editor.edit.cursor_offset

    def _bring_level(self) -> None:
        """Have what belongs to the selected claim stand beside the cursor."""
        assert self._state.selected is not None  # or there is no claim
        partners = self._state.items[self._state.selected].claims(self.side.other)
        if partners:
            edit, page = self.editor.edit, self._beside.viewport()
            top = edit.viewport().mapToGlobal(edit.cursorRect().topLeft())
            self._beside.bring_to(partners[0], page.mapFromGlobal(top).y())
