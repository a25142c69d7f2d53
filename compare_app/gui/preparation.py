"""Makes what the views ask of a new comparison as its portions come: when it is whole, it can be shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from compare_app.app.jobs import Portion
from compare_app.core.comparison import Comparison
from compare_app.gui.state import State
from compare_app.present.prepared import Preparing, prepare


class Preparation(QObject):
    """One comparison at a time."""

    prepared = Signal(object)
    """A Prepared."""

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._preparing: Preparing | None = None

    @Slot(object)
    def take(self, portion: Portion) -> None:
        """Take in what has come of the comparison under way."""
        if self._preparing is None:
            self._preparing = Preparing(portion.left, portion.right, self._state.review)
        self._preparing.add(portion.entries)

    @Slot(object)
    def finish(self, comparison: Comparison) -> None:
        """All of `comparison` has come."""
        preparing, self._preparing = self._preparing, None
        whole = preparing.whole(comparison) if preparing else prepare(comparison, self._state.review)
        self.prepared.emit(whole)

    def stop(self) -> None:
        """What comes next is of another comparison."""
        self._preparing = None
