"""What stands below the view: the list of differences, and why the selected one is marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter

from compare_app.gui.difference_list import DifferenceList
from compare_app.gui.state import State
from compare_app.gui.theme import Theme
from compare_app.gui.why_card import WhyCard

_WIDTHS_PX = [718, 562]  # of list and reasons in a window of the first size


class Dock(QSplitter):
    """The list and the reasons side by side."""

    def __init__(self, state: State, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._state = state
        self.differences, self.why = DifferenceList(theme), WhyCard(theme)
        self.addWidget(self.differences)
        self.addWidget(self.why)
        self.setSizes(_WIDTHS_PX)
        self.setHandleWidth(1)
        for changed in (state.comparison_changed, state.filter_changed, state.review_changed):
            changed.connect(self._show_rows)
        state.selection_changed.connect(self._show_selection)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`, and the fonts as they were chosen by now."""
        self.differences.set_theme(theme)
        self.why.set_theme(theme)

    @Slot()
    def _show_rows(self) -> None:
        self.differences.set_rows(self._state.visible_rows(), self._state.confirmed())
        self._show_selection()

    @Slot()
    def _show_selection(self) -> None:
        self.differences.show_selected(self._state.selected)
        self.why.show_cards(self._state.selected_cards(), self._state.selected_claims())
