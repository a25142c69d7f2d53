"""Learns the claims of what is open by their words while nothing else is to be done."""

from __future__ import annotations

import gc
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Slot

from compare_app.gui.state import State

_PORTION = 16  # claims between two looks at the clock: about 0.1 ms
_SLICE_S = 0.001  # a reader who scrolls meanwhile is not to see it: a long text is known after some seconds
_PAUSE_MS = 4
_PATIENCE_MS = 200  # after a jump: who jumps on is not held up at all


class Indexing(QObject):
    """Fills the indexes of both documents once they are compared: the first note or pin has not to wait for them.

    Where a review that was opened names claims, that is done before, for the comparison to come needs it.
    """

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._next_slice = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._next_slice.timeout.connect(self._go_on)
        state.comparison_changed.connect(self._start)
        state.review_changed.connect(self._start)
        state.selection_changed.connect(self._wait)

    @Slot()
    def _start(self) -> None:
        review = self._state.review
        names_claims = review.pins or review.cuts or review.judgements or review.notes
        if self._state.comparison is not None or names_claims:
            self._next_slice.start(_PAUSE_MS)

    @Slot()
    def _wait(self) -> None:
        if self._next_slice.isActive():
            self._next_slice.start(_PATIENCE_MS)

    @Slot()
    def _go_on(self) -> None:
        ends = monotonic() + _SLICE_S
        documents = [document for document in self._state.documents.values() if document is not None]
        while monotonic() < ends:
            if not any(document.index.fill(_PORTION) for document in documents):
                gc.freeze()  # the collector would look through all of it, and stop the reader for 15 ms
                return
        self._next_slice.start(_PAUSE_MS)
