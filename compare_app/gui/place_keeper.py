"""Finds the reader's place again when a document was read anew or the same ones were compared again."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot

from compare_app.core.claim_index import ClaimName
from compare_app.core.document import Document, Side
from compare_app.core.records import record, replace
from compare_app.gui.controller import Controller
from compare_app.gui.pane.document_pane import DocumentPane
from compare_app.gui.state import State

_MOST_LOOKED_THROUGH = 5_000  # claims, for one whose words changed: about 50 ms


@record
class Place:
    """A claim by its words and where it stood; `top_px` is how far below the top of its pane."""

    claim: int
    words: str
    top_px: float = 0.0


class PlaceKeeper(QObject):
    """Keeps what is selected, else what stands at the top, by the words of claims: other texts have no such place."""

    def __init__(
        self, state: State, controller: Controller, panes: Mapping[Side, DocumentPane], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state, self._controller, self._panes = state, controller, panes
        self._selected: dict[Side, Place] = {}
        self._top: dict[Side, Place] = {}
        state.selection_changed.connect(self._note_selected)
        state.comparison_changed.connect(self._find_again)
        controller.started.connect(self._note_top)

    @Slot()
    def _note_selected(self) -> None:
        selected = self._state.selected
        item = self._state.items[selected] if selected is not None else None
        self._selected = {}
        for side, document in self._state.documents.items():
            if item is not None and document is not None and item.claims(side):
                claim = item.claims(side)[0]
                self._selected[side] = Place(claim, _words(document, claim))

    @Slot()
    def _note_top(self) -> None:
        self._note_selected_heights()
        self._top = {}
        for side, pane in self._panes.items():
            claim, document = pane.on_screen.claim_at_height(0), pane.shown_document
            if claim is not None and document is not None and pane.verticalScrollBar().value() > 0:
                self._top[side] = Place(claim, _words(document, claim), pane.on_screen.claim_extent(claim)[0])

    def _note_selected_heights(self) -> None:
        for side, place in self._selected.items():
            pane = self._panes[side]
            if pane.shown_document is not None and place.claim < len(pane.shown_document.claims):
                self._selected[side] = replace(place, top_px=pane.on_screen.claim_extent(place.claim)[0])

    @Slot()
    def _find_again(self) -> None:
        if self._state.comparison is None or self._state.selected is not None:
            return
        for side, claim, top_px in self._found(self._selected):
            item = self._state.item_at(side, claim)
            if item is not None and self._state.is_shown(item):
                self._panes[side].bring_to(claim, max(0.0, top_px))  # what is in view stays there when it is selected
                self._controller.select(item)
                return
        self._selected = {}
        for side, claim, top_px in self._found(self._top):
            self._panes[side].bring_to(claim, max(0.0, top_px))
        self._top = {}

    def _found(self, places: Mapping[Side, Place]) -> list[tuple[Side, int, float]]:
        """Where `places` are now: on their own side, or on the other when the sides were exchanged."""
        found = []
        for side, place in places.items():
            for now in (side, side.other):
                document = self._state.documents[now]
                claim = None if document is None else nearest(document, place)
                if claim is not None:
                    found.append((now, claim, place.top_px))
                    break
        return found


def nearest(document: Document, place: Place) -> int | None:
    """The claim of `document` with the words of `place` nearest to where it stood, else one edited since. O(claims)."""
    known = [claim for claim in range(len(document.claims)) if _words(document, claim) == place.words]
    if known or len(document.claims) > _MOST_LOOKED_THROUGH:
        return min(known, key=lambda claim: abs(claim - place.claim), default=None)
    return document.index.find(ClaimName(place.words), edited=True)


def _words(document: Document, claim: int) -> str:
    return " ".join(document.claims[claim].text.split())
