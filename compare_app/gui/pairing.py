"""How a person says which claims belong together: one end, then the other, or text selected on both sides."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from compare_app.core.document import Side
from compare_app.core.translation import tr
from compare_app.gui.actions import keys_of
from compare_app.gui.corrections import Corrections
from compare_app.gui.side_by_side import SideBySide
from compare_app.gui.slots import Slots
from compare_app.gui.state import State

_Ends = dict[Side, tuple[int, ...]]


class Pairing(QObject):
    """Gathers the two ends of a pair. An end is what is selected in a pane, or the claim its text cursor is in."""

    told = Signal(str, str)
    """A sentence for the user and what to do about it."""
    hinted = Signal(str)
    """What the next press of the key would do; empty: nothing worth a word."""

    def __init__(self, state: State, view: SideBySide, corrections: Corrections, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._view, self._corrections = state, view, corrections
        self._first: tuple[Side, tuple[int, ...]] | None = None
        for pane in view.panes.values():
            pane.selectionChanged.connect(self._hint)
        for changed in (state.documents_changed, state.comparison_changed):  # also by a cut, or what undoes one
            changed.connect(self.give_up)

    def slots(self) -> Slots:
        """Pin a pair."""
        return {"pin": self.pin}

    @property
    def is_waiting(self) -> bool:
        """Whether one end was given and the other is waited for."""
        return self._first is not None

    @Slot()
    def give_up(self) -> None:
        """Wait for no other end any more."""
        self._first = None
        self._hint()

    def pin(self) -> None:
        """Pin what is selected on both sides; else take what the cursor is in as the first end, or as the other."""
        ends = self._selected_on_both() or self._next_end()
        if not ends:
            self.told.emit(
                tr("No claim is selected."), tr("Put the cursor into a claim, or select text of several, on each side.")
            )
        elif len(ends) == len(Side):
            self._first = None
            self._corrections.pin(ends[Side.LEFT], ends[Side.RIGHT])
            self._hint()
        else:
            self._first = next(iter(ends.items()))
            self._hint()

    def _selected_on_both(self) -> _Ends:
        ends = {side: self._claims(side) for side in Side if self._view.panes[side].textCursor().hasSelection()}
        return ends if len(ends) == len(Side) and all(ends.values()) else {}

    def _next_end(self) -> _Ends:
        """The end given now, with the one given before if that is on the other side.

        The same claims given twice are pinned with those they are linked to, as is a pair chosen in the list.
        """
        given = self._given()
        if self._first is not None:
            side, claims = self._first
            if given.get(side.other):
                return {side: claims, side.other: given[side.other]}
            if given == {side: claims}:
                return self._with_partner(side, claims) or given
        return given

    def _given(self) -> _Ends:
        side = self._view.focused_side()
        if side is not None:
            claims = self._claims(side)
            return {side: claims} if claims else {}
        if self._state.selected is None:
            return {}
        item = self._state.items[self._state.selected]
        return {side: item.claims(side) for side in Side if item.claims(side)}

    def _with_partner(self, side: Side, claims: tuple[int, ...]) -> _Ends:
        number = self._state.item_at(side, claims[0])
        item = None if number is None else self._state.items[number]
        return {} if item is None or item.link is None else {Side.LEFT: item.left, Side.RIGHT: item.right}

    def _claims(self, side: Side) -> tuple[int, ...]:
        """The claims that the selection on `side` touches, or the one that the cursor is in or behind."""
        document, span = self._state.documents[side], self._view.panes[side].selected_span()
        if document is None:
            return ()
        if not span.length:
            claim = document.claim_at(span.start)
            behind = document.claim_at(span.start - 1) if claim is None and span.start else claim
            return () if behind is None else (behind,)
        return tuple(document.claims_touched(span))

    @Slot(str)
    def hint_again(self, message: str) -> None:
        """What was said in the place of the hint is over, and the other end is still waited for."""
        if not message and self.is_waiting:
            self._hint()

    @Slot()
    def _hint(self) -> None:
        both = self._selected_on_both() if self._state.comparison is not None else {}
        if both:
            left, right = self._quoted(both, Side.LEFT), self._quoted(both, Side.RIGHT)
            self.hinted.emit(tr("{keys} pairs {left} with {right}.", keys=keys_of("pin"), left=left, right=right))
        elif self._first is not None and self._state.comparison is not None:
            side = self._first[0]
            text = {
                Side.LEFT: tr("Choose the claim on the right that belongs to {words} and press {keys}. Esc gives up."),
                Side.RIGHT: tr("Choose the claim on the left that belongs to {words} and press {keys}. Esc gives up."),
            }
            self.hinted.emit(text[side].format(words=self._quoted(dict([self._first]), side), keys=keys_of("pin")))
        else:
            self.hinted.emit("")

    def _quoted(self, ends: _Ends, side: Side) -> str:
        left, right = (ends[side], ()) if side is Side.LEFT else ((), ends[side])
        return self._corrections.words(left, right)
