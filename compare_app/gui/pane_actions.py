"""What the keys do with the two panes of the view side by side."""

from __future__ import annotations

from compare_app.gui.slots import Slots
from compare_app.gui.state import State
from compare_app.gui.views import SIDE_BY_SIDE, Views


class PaneActions:
    """Goes from pane to pane, to the partner, and lets the panes scroll alone."""

    def __init__(self, state: State, views: Views) -> None:
        self._state, self._views, self._view = state, views, views.side_by_side

    def slots(self) -> Slots:
        """Other pane, partner, scrolling."""
        return {
            "other_pane": self.other_pane,
            "go_to_partner": self.go_to_partner,
            "scroll_together": self.toggle_scrolling,
        }

    def other_pane(self) -> None:
        """Give the keyboard to the other pane; where there are no two, back to the view."""
        if self._views.name == SIDE_BY_SIDE:
            self._view.focus_other_pane()
        else:
            self._views.current.take_focus()

    def go_to_partner(self) -> None:
        """Give the keyboard to the other pane with what is selected in view; in one document, to its other place."""
        selected = self._state.selected
        if self._views.name != SIDE_BY_SIDE:
            self._views.show_view(SIDE_BY_SIDE)
        if selected is not None and any(found.is_within for found in self._state.items[selected].elsewhere):
            self._view.levelling.show_other_end()
            return
        side = self._view.last_read.side
        self._view.panes[side.other].setFocus()
        if selected is not None:
            self._state.select(selected)

    def toggle_scrolling(self) -> None:
        """Scroll both panes together, or each alone."""
        self._view.scrolls_together = not self._view.scrolls_together
