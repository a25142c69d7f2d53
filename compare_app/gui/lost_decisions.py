"""Tells of decisions about words that are gone, and lists them when asked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from compare_app.core.placed_review import lost_decisions
from compare_app.core.translation import tr, tr_n
from compare_app.gui.state import State
from compare_app.present.lost import lost_lines


class LostDecisions(QObject):
    """Counts them with every comparison, and speaks when there are more."""

    told = Signal(str, str)
    """A sentence for the user and what to do about it."""

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._count = 0
        state.comparison_changed.connect(self._tell)

    def show(self) -> None:
        """List them in a window of their own, or say that there are none."""
        comparison = self._state.comparison
        assert comparison is not None  # the action waits for one
        lines = lost_lines(comparison, self._state.review)
        if lines:
            from compare_app.gui.lost_list import LostList  # when it is wanted

            window = self.parent()
            LostList(lines, window if isinstance(window, QWidget) else None).open()
        else:
            self.told.emit(tr("Every decision belongs to words that are there."), "")

    @Slot()
    def _tell(self) -> None:
        if self._state.comparison is None:
            return
        count = lost_decisions(self._state.comparison, self._state.review, self._state.agenda().keys)
        if count > self._count:
            self.told.emit(
                tr_n(
                    "{count} decision belongs to text that is no longer there.",
                    "{count} decisions belong to text that is no longer there.",
                    count,
                ),
                tr("Nothing is lost: they hold again when the text is back. The menu Review lists them."),
            )
        self._count = count
