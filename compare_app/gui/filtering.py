"""Filtering: which differences are shown, and how all come back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from compare_app.core.records import replace
from compare_app.gui.filter_bar import FilterBar
from compare_app.gui.focus_return import FocusReturn
from compare_app.gui.slots import Slots
from compare_app.gui.state import State
from compare_app.present.filters import Filter, ranked
from compare_app.present.marks import Mark


class Filtering(QObject):
    """The only object that changes the filter at the user's wish."""

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.bar = FilterBar()
        self._focus = FocusReturn(self.bar)
        self.bar.wanted.connect(state.set_filter)
        self.bar.closed.connect(self.show_all)
        state.comparison_changed.connect(self._show_rules)
        state.review_changed.connect(self._show_rules)
        state.filter_changed.connect(self._show_filter)
        state.selection_changed.connect(self._unfold_selected)
        state.match_changed.connect(self._unfold_match)

    def slots(self) -> Slots:
        """Opening the line, its two switches, and showing all again."""
        return {
            "filter": self.open,
            "facts_only": lambda: self._change(facts_only=not self._state.filter.facts_only),
            "hide_same": lambda: self._change(hides_same=not self._state.filter.hides_same),
            "show_all": self.show_all,
        }

    def check(self, actions: Mapping[str, QAction]) -> None:
        """Check the two switches among `actions` as the filter has them."""
        actions["facts_only"].setChecked(self._state.filter.facts_only)
        actions["hide_same"].setChecked(self._state.filter.hides_same)

    @property
    def is_open(self) -> bool:
        """Whether the line is on screen."""
        return self.bar.isVisible()

    def open(self) -> None:
        """Open the line with the keyboard in it."""
        self._focus.remember()
        self.bar.open()

    @Slot(object)
    def show_only(self, mark: Mark | None) -> None:
        """Show only what is under `mark`, or all marks."""
        self._change(mark=mark)

    @Slot()
    def show_all(self) -> None:
        """Close the line and show everything; the keyboard goes back to where it was."""
        focused = QApplication.focusWidget()
        if focused is not None and self.bar.isAncestorOf(focused):
            self._focus.give_back()
        self.bar.hide()
        self._state.set_filter(Filter())

    def _change(self, **changes: object) -> None:
        self._state.set_filter(replace(self._state.filter, **changes))

    @Slot()
    def _show_rules(self) -> None:
        self.bar.show_rules(ranked(self._state.shown.kinds))
        self._show_filter()

    @Slot()
    def _show_filter(self) -> None:
        self.bar.show_filter(self._state.filter)

    @Slot()
    def _unfold_selected(self) -> None:
        """What is pointed at is to be seen, so nothing is left out any more."""
        selected = self._state.selected
        if selected is not None and self._state.shown.is_folded(selected):
            self._change(hides_same=False)
            self._state.select(selected)

    @Slot()
    def _unfold_match(self) -> None:
        found, match = self._state.found, self._state.match
        if found is None or match is None:
            return
        side, number = found.at_place(match)
        if self._state.shown.fold_at(side, found.matches(side).starts[number]) is not None:
            self._change(hides_same=False)
            self._state.set_match(match)
