"""Makes what the views ask of a new comparison, in slices: the window answers meanwhile."""

from __future__ import annotations

from collections.abc import Generator
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from compare_app.core.comparison import Comparison
from compare_app.gui.slices import SLICE_S
from compare_app.gui.state import State
from compare_app.present.prepared import Prepared, prepared_in_steps


class Preparation(QObject):
    """One comparison at a time; a short one is ready at once."""

    prepared = Signal(object)
    """A Prepared."""

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._steps: Generator[None, None, Prepared] | None = None
        self._next_slice = QTimer(self, singleShot=True, interval=0)
        self._next_slice.timeout.connect(self._go_on)

    @Slot(object)
    def start(self, comparison: Comparison) -> None:
        """Prepare `comparison`, and nothing that came before."""
        self._steps = prepared_in_steps(comparison, self._state.review)
        self._go_on()

    def stop(self) -> None:
        """Nothing of what is prepared now is wanted any more."""
        self._steps = None
        self._next_slice.stop()

    @Slot()
    def _go_on(self) -> None:
        ends = monotonic() + SLICE_S
        while self._steps is not None:
            try:
                next(self._steps)
            except StopIteration as done:
                self._steps = None
                self.prepared.emit(done.value)
                return
            if monotonic() > ends:
                self._next_slice.start()
                return
