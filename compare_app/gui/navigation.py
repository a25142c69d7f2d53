"""From one difference to the next, in reading order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from compare_app.core.translation import marked, tr
from compare_app.gui.actions import keys_of
from compare_app.gui.slots import Slots
from compare_app.gui.state import State
from compare_app.gui.views import Views
from compare_app.present.filters import Filter
from compare_app.present.marks import Mark

_NONE, _ONLY, _DOWN, _UP = range(4)
_ENDS = {
    Mark.CONTRADICTING: (
        marked("No contradiction was found."),
        marked("This is the only contradiction."),
        marked("No contradiction further down."),
        marked("No contradiction further up."),
    ),
    Mark.POSSIBLE: (
        marked("No contradiction was found."),
        marked("No contradiction was found, and this is the only possible conflict."),
        marked("No contradiction was found, and no possible conflict further down."),
        marked("No contradiction was found, and no possible conflict further up."),
    ),
    None: (
        marked("No difference was found."),
        marked("This is the only difference."),
        marked("No difference further down."),
        marked("No difference further up."),
    ),
}
"""What is said where the way ends: where there is none, no other, none ahead, none behind."""


class Navigation(QObject):
    """Selects the next and the previous difference or contradiction, and says where there is none."""

    told = Signal(str, str)
    """A sentence for the user and what to do about it."""
    taken_back = Signal(str)
    """A sentence told before that no longer holds."""

    def __init__(self, state: State, views: Views, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._views = state, views
        self._said_at_the_end = ""
        state.selection_changed.connect(self._take_back)

    def slots(self) -> Slots:
        """Forward and back."""
        return {
            "next_difference": self.next_difference,
            "previous_difference": self.previous_difference,
            "next_contradiction": self.next_contradiction,
            "previous_contradiction": self.previous_contradiction,
        }

    @Slot()
    def next_difference(self) -> None:
        """Select the next difference in reading order."""
        self._go(forward=True)

    @Slot()
    def previous_difference(self) -> None:
        """Select the previous difference in reading order."""
        self._go(forward=False)

    @Slot()
    def next_contradiction(self) -> None:
        """Select the next contradiction in reading order, or the next possible one where there is none."""
        self._go(forward=True, mark=self._gravest())

    @Slot()
    def previous_contradiction(self) -> None:
        """Select the previous contradiction in reading order, or the previous possible one where there is none."""
        self._go(forward=False, mark=self._gravest())

    def _gravest(self) -> Mark:
        """What is walked by: two outlets often contradict each other only possibly, for they share few words."""
        return Mark.CONTRADICTING if self._state.numbers_under(Mark.CONTRADICTING) else Mark.POSSIBLE

    def _go(self, *, forward: bool, mark: Mark | None = None) -> None:
        if self._state.comparison is None:
            return
        numbers = self._state.numbers_under(mark)
        place = bisect_left(numbers, self._views.items_behind(forward=forward)) - (not forward)
        if not 0 <= place < len(numbers):
            self._tell_end(numbers, forward=forward, mark=mark)
            return
        if not self._state.is_shown(numbers[place]):
            # asked for by its key, it is not to be pointed at without its marks
            self._state.set_filter(Filter(hides_same=self._state.filter.hides_same))
        self._state.select(numbers[place])

    def _tell_end(self, numbers: Sequence[int], *, forward: bool, mark: Mark | None) -> None:
        if not numbers:
            end = _NONE
        elif list(numbers) == [self._state.selected]:
            end = _ONLY
        else:
            end = _DOWN if forward else _UP
        self._said_at_the_end = tr(_ENDS[mark][end])
        if end in (_DOWN, _UP):
            back = ("previous" if forward else "next") + ("_difference" if mark is None else "_contradiction")
            self._said_at_the_end += " " + tr("{keys} goes back.", keys=keys_of(back))
        self.told.emit(self._said_at_the_end, "")

    @Slot()
    def _take_back(self) -> None:
        """What was said at the last difference is no longer so at another."""
        if self._said_at_the_end:
            self.taken_back.emit(self._said_at_the_end)
            self._said_at_the_end = ""
