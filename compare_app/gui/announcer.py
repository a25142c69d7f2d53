"""Tells by words what is selected and found."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from compare_app.core.translation import grouped, tr
from compare_app.gui.announcing import announce
from compare_app.gui.side_by_side import SideBySide
from compare_app.gui.state import State
from compare_app.present.spoken import spoken_item
from compare_app.present.wording import side_word


class Announcer(QObject):
    """Says what is selected, wherever it was selected; a pane keeps it as its description, to be asked for again."""

    def __init__(self, state: State, view: SideBySide, parent: QWidget) -> None:
        super().__init__(parent)
        self._state, self._view, self._window = state, view, parent
        self._said = ""
        state.selection_changed.connect(self._say_selected)
        state.match_changed.connect(self._say_match)

    @Slot()
    def _say_selected(self) -> None:
        sentence = self._selected_sentence()
        if sentence == self._said:
            return  # what is selected again, because its place is wanted, was heard
        self._said = sentence
        for pane in self._view.panes.values():
            pane.setAccessibleDescription(sentence)
        announce(self._window, sentence)

    def _selected_sentence(self) -> str:
        state = self._state
        if state.comparison is None or state.selected is None:
            return ""
        side = self._view.last_read.side
        item = state.items[state.selected]
        return spoken_item(state.comparison, item, state.visible_differences(), state.selected, side)

    @Slot()
    def _say_match(self) -> None:
        found, match = self._state.found, self._state.match
        if found is not None and match is not None:
            side = side_word(found.at_place(match)[0])
            place, total = grouped(match), grouped(len(found))
            announce(self._window, tr("Match {place} of {total}, {side}", place=place, total=total, side=side))
