"""The line at the bottom: where the reader is, and what was compared how."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QStatusBar

from compare_app.core.translation import grouped, tr
from compare_app.gui.state import State
from compare_app.gui.tool_tips import tool_tip
from compare_app.present.languages import language_name
from compare_app.present.marks import Mark


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
        notes = self._state.comparison.notes if self._state.comparison is not None else ()
        self._facts.setToolTip(tool_tip("\n".join(notes)) if notes else "")
        self._facts.setAccessibleDescription(" ".join(notes))
        self._show_place()

    @Slot()
    def _show_place(self) -> None:
        self._place.setText(self._selected_place())

    def _selected_place(self) -> str:
        state = self._state
        if state.summary is None:
            return ""
        numbers = state.visible_differences()
        if state.selected is None or not _holds(numbers, state.selected):
            return state.summary.sentence
        contradicts = state.items[state.selected].mark is Mark.CONTRADICTING
        if contradicts:
            numbers = state.shown.listing.under(Mark.CONTRADICTING)
        number, count = bisect_left(numbers, state.selected) + 1, len(numbers)
        if contradicts:
            said = tr("Contradiction {place} of {count}", place=grouped(number), count=grouped(count))
        else:
            said = tr("Difference {place} of {count}", place=grouped(number), count=grouped(count))
        return " · ".join((said, *self._reviewed()))

    def _reviewed(self) -> tuple[str, ...]:
        """How many findings were confirmed or dismissed; nothing where there are none."""
        agenda = self._state.agenda()
        if not agenda.points:
            return ()
        return (tr("reviewed {count}", count=grouped(agenda.reviewed(self._state.review))),)

    def _comparison_facts(self) -> str:
        comparison = self._state.comparison
        if comparison is None:
            return ""
        short = tr("Not everything was searched") if comparison.notes else ""
        took = tr("Compared in {time} ms", time=grouped(comparison.timings.total_ms))
        languages = {language_name(document.language) for document in (comparison.left, comparison.right)}
        return " · ".join(filter(None, (short, took, *sorted(languages))))


def _holds(numbers: Sequence[int], number: int) -> bool:
    """Whether `number` is one of `numbers`, which ascend."""
    place = bisect_left(numbers, number)
    return place < len(numbers) and numbers[place] == number
