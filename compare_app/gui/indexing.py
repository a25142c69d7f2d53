"""Learns the claims of what is open by their words while nothing else is to be done."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Slot

from compare_app.gui.slices import SLICE_S
from compare_app.gui.state import State

_PORTION = 64  # claims between two looks at the clock: about 0.5 ms


class Indexing(QObject):
    """Fills the indexes of both documents once they are compared: the first note or pin has not to wait for them.

    Where a review that was opened names claims, that is done before, for the comparison to come needs it.
    """

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._next_slice = QTimer(self, singleShot=True, interval=0)
        self._next_slice.timeout.connect(self._go_on)
        state.comparison_changed.connect(self._start)
        state.review_changed.connect(self._start)

    @Slot()
    def _start(self) -> None:
        review = self._state.review
        names_claims = review.pins or review.cuts or review.judgements or review.notes
        if self._state.comparison is not None or names_claims:
            self._next_slice.start()

    @Slot()
    def _go_on(self) -> None:
        ends = monotonic() + SLICE_S / 2
        documents = [document for document in self._state.documents.values() if document is not None]
        while monotonic() < ends:
            if not any(document.index.fill(_PORTION) for document in documents):
                return
        self._next_slice.start()
