"""Shows in the panes and beside them what was found."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot

from compare_app.core.document import Side
from compare_app.gui.overview import Overview
from compare_app.gui.pane.document_pane import DocumentPane
from compare_app.gui.state import State
from compare_app.present.search import Matches


class FoundMarks(QObject):
    """Boxes around the matches, ticks in the overview, and the match pointed at selected and in sight."""

    def __init__(
        self,
        state: State,
        panes: Mapping[Side, DocumentPane],
        overviews: Mapping[Side, Overview],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._state, self._panes, self._overviews = state, panes, overviews
        state.found_changed.connect(self._show_found)
        state.match_changed.connect(self._show_match)
        state.documents_changed.connect(self._show_found)

    @Slot()
    def _show_found(self) -> None:
        found = self._state.found
        for side, pane in self._panes.items():
            matches = found.matches(side) if found is not None else Matches()
            pane.found.show(matches)
            self._overviews[side].set_matches(matches)

    @Slot()
    def _show_match(self) -> None:
        found, match = self._state.found, self._state.match
        if found is None or match is None:
            return
        side, number = found.at_place(match)
        self._panes[side].found.point_at(number)
