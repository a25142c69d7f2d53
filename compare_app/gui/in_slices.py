"""Long work on the main thread, a slice at a time: the window answers meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Generator
from time import monotonic
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Slot

from compare_app.gui.slices import SLICE_S

Value = TypeVar("Value")
_AT_ONCE = 12  # steps: what is short is done before anybody sees that it was not


class InSlices(QObject, Generic[Value]):
    """Takes the steps of one thing at a time, and hands what they give to `done`."""

    def __init__(self, done: Callable[[Value], object], parent: QObject) -> None:
        super().__init__(parent)
        self._done = done
        self._steps: Generator[None, None, Value] | None = None
        self._next_slice = QTimer(self, singleShot=True, interval=0)
        self._next_slice.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether steps are left to take."""
        return self._steps is not None

    def start(self, steps: Generator[None, None, Value]) -> None:
        """Take `steps`, and none of what was begun before."""
        self._next_slice.stop()
        self._steps = steps
        self._take(at_least=_AT_ONCE)

    def stop(self) -> None:
        """Nobody wants what was begun any more."""
        self._next_slice.stop()
        self._steps = None

    @Slot()
    def _go_on(self) -> None:
        self._take(at_least=1)

    def _take(self, at_least: int) -> None:
        ends, taken = monotonic() + SLICE_S, 0
        while self._steps is not None:
            try:
                next(self._steps)
            except StopIteration as end:
                self._steps = None
                self._done(end.value)
                return
            taken += 1
            if taken >= at_least and monotonic() > ends:
                self._next_slice.start()
                return
