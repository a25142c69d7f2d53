"""Notes: on a finding, or on the claims that are selected."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from compare_app.core.constraints import share_a_claim
from compare_app.core.subjects import Subject
from compare_app.core.translation import tr
from compare_app.gui.corrections import Corrections
from compare_app.gui.slots import Slots
from compare_app.gui.state import State
from compare_app.gui.why_card import WhyCard


class Noting(QObject):
    """Opens the field in the card, and takes what was written there as one step of the history."""

    told = Signal(str, str)
    """A sentence for the user and what to do about it."""

    def __init__(self, state: State, why: WhyCard, corrections: Corrections, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._why, self._corrections = state, why, corrections
        self._about: Subject | str = ""
        why.note_wanted.connect(self.open_for)
        why.note_written.connect(self.take)

    def slots(self) -> Slots:
        """Write a note."""
        return {"note": self.open}

    def open(self) -> None:
        """Write about the first finding of what is selected, or about its claims where there is none."""
        cards = self._state.selected_cards()
        if not cards:
            self.told.emit(tr("Nothing is selected."), tr("Select claims or a line of the list, then write about it."))
            return
        self.open_for(next((card.key for card in cards if card.key), ""))

    @Slot(str)
    def open_for(self, key: str) -> None:
        """Write about the finding `key`; an empty one means the claims that are selected."""
        review = self._state.review
        about = key or self._claims()
        if about is None:
            return
        self._about = about
        note = review.notes.get(about, "") if isinstance(about, Subject) else review.finding_notes.get(about, "")
        self._why.edit_note(key, note)

    @Slot(str)
    def take(self, text: str) -> None:
        """Keep what was written; nothing written takes the note away."""
        review = self._state.review.noted(self._about, text)
        self._corrections.change(tr("a note") if text.strip() else tr("taking a note away"), review)

    def _claims(self) -> Subject | None:
        """The claims selected, by the name under which they have a note if there is one."""
        comparison, selected = self._state.comparison, self._state.selected
        if comparison is None or selected is None:
            return None
        item, indexes = self._state.items[selected], comparison.indexes
        for about in self._state.review.notes:
            at = indexes.place(about, edited=True)
            if at is not None and share_a_claim(at, (item.left, item.right)):
                return about
        return indexes.subject(item.left, item.right)
