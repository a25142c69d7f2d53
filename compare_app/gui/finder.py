"""Finds words in the open documents and walks through what was found."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from compare_app.core.document import Side
from compare_app.gui.state import State
from compare_app.present.search import Found, Matches, Query

Reader = Callable[[], tuple[Side, int]]
"""Tells where the reader is: a side and a code point of its document."""


class Finder(QObject):
    """The only object that changes what was found and which match is pointed at."""

    def __init__(self, state: State, reader: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._reader = reader
        self._sides: tuple[Side, ...] = tuple(Side)
        state.documents_changed.connect(self._look_again)

    def look_for(self, query: Query, sides: tuple[Side, ...] = tuple(Side)) -> None:
        """Find `query` on `sides` and point at the first match from where the reader is, or from the last one on."""
        self._look_from(self._place_of_match() or self._reader(), query, sides)

    def _look_from(self, start: tuple[Side, int], query: Query, sides: tuple[Side, ...]) -> None:
        self._sides = sides
        found = Found(query, *(self._find(query, side) if side in sides else Matches() for side in Side))
        self._state.set_found(found)
        self._state.set_match(self._from(start, found))

    def stop(self) -> None:
        """Look for nothing any more."""
        self._state.set_found(None)

    @Slot()
    def next(self) -> None:
        """Point at the next match; behind the last comes the first."""
        self._step(1)

    @Slot()
    def previous(self) -> None:
        """Point at the match before; before the first comes the last."""
        self._step(-1)

    def _step(self, step: int) -> None:
        found, match = self._state.found, self._state.match
        if found is not None and match is not None:
            self._state.set_match((match - 1 + step) % len(found) + 1)

    def _from(self, start: tuple[Side, int], found: Found) -> int | None:
        """The first match at or behind `start`, else the first of all; None where nothing was found."""
        if not len(found):
            return None
        side, offset = start
        place = found.place(side, found.matches(side).at_or_after(offset))
        return place if place <= len(found) else 1

    def _place_of_match(self) -> tuple[Side, int] | None:
        found, match = self._state.found, self._state.match
        if found is None or match is None:
            return None
        side, number = found.at_place(match)
        return side, found.matches(side).starts[number]

    def _find(self, query: Query, side: Side) -> Matches:
        return self._state.search_text(side).find(query) if query.text.strip() else Matches()

    @Slot()
    def _look_again(self) -> None:
        """Other documents hold other matches."""
        if self._state.found is not None:
            self._look_from(self._reader(), self._state.found.query, self._sides)
