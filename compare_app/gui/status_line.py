"""The line at the bottom: where the reader is, and what was compared how."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QStatusBar

from compare_app.gui.state import State
from compare_app.present.languages import language_name


class StatusLine:
    """Two labels on a status bar that follow the state."""

    def __init__(self, bar: QStatusBar, state: State) -> None:
        self._state = state
        self._place, self._facts = QLabel(), QLabel()
        bar.addWidget(self._place)
        bar.addPermanentWidget(self._facts)
        bar.setSizeGripEnabled(False)
        for signal in (state.selection_changed, state.filter_changed, state.review_changed):
            signal.connect(self._show_place)
        state.comparison_changed.connect(self._show_all)

    @Slot()
    def _show_all(self) -> None:
        self._facts.setText(self._comparison_facts())
        self._show_place()

    @Slot()
    def _show_place(self) -> None:
        self._place.setText(self._selected_place())

    def _selected_place(self) -> str:
        if self._state.summary is None:
            return ""
        numbers = self._state.visible_differences()
        if self._state.selected not in numbers:
            return self._state.summary.sentence
        place = numbers.index(self._state.selected) + 1
        return f"Difference {place} of {len(numbers)} · {self._state.summary.sentence}"

    def _comparison_facts(self) -> str:
        comparison = self._state.comparison
        if comparison is None:
            return ""
        languages = {language_name(document.language) for document in (comparison.left, comparison.right)}
        return " · ".join(filter(None, (f"Compared in {comparison.timings.total_ms:.0f} ms", *sorted(languages))))
