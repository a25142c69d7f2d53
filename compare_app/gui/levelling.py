"""Two panes kept level: what belongs together stands at the same height."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from compare_app.core.document import Side
from compare_app.gui.pane.document_pane import DocumentPane
from compare_app.gui.pane.on_screen import EYE
from compare_app.gui.state import State

_MOST_GAP_PX = 30  # a line and the air of a paragraph: more is not a rounding of lines
_REACH = 12  # claims looked at for one that has a partner in order


class Levelling(QObject):
    """Scrolls `panes` to an item of both, or the one to where the other was scrolled."""

    rested = Signal()
    """Both panes stand where they are to stand."""

    def __init__(self, state: State, panes: Mapping[Side, DocumentPane], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._panes = state, panes
        self._end = 0
        self.is_at_work = False

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """While it lasts, a pane that moves is not to take the other along."""
        self.is_at_work = True
        try:
            yield
        finally:
            self.is_at_work = False
        self.rested.emit()

    def bring_level(self, number: int, focused: Side | None) -> None:
        """Show the item on both sides, level where both have it; what is on screen already stays where it is.

        The side that is `focused` moves least.
        """
        item = self._state.items[number]
        self._end = 0
        sides = [side for side in Side if item.claims(side)]
        sides.sort(key=lambda side: side is not focused)
        y = self._wanted_height(sides[0], item.claims(sides[0])[0])
        with self.at_work():
            for side in sides:
                pane, claim = self._panes[side], item.claims(side)[0]
                pane.bring_to(claim, y)
                pane.put_cursor_in(claim)
                y = pane.on_screen.claim_extent(claim)[0]
            if len(sides) == 2:
                self._panes[sides[0]].bring_to(item.claims(sides[0])[0], y)
                self._close_step(item.claims(Side.LEFT)[0], item.claims(Side.RIGHT)[0])
        if len(sides) == 1:
            self.follow(sides[0])

    def show_other_end(self) -> None:
        """Of what one document says in two places, bring the end into view that was not asked for last."""
        if self._state.selected is None:
            return
        self._end = 1 - self._end
        for side, pane in self._panes.items():
            claims = self._state.items[self._state.selected].claims(side)
            if len(claims) > 1:
                with self.at_work():
                    pane.bring_to(claims[self._end], EYE * pane.viewport().height())

    def follow(self, side: Side) -> None:
        """Scroll the other pane so that what is at eye level on `side` has its partner beside it.

        From the headline, where nothing is selected yet, both headlines are seen, level or not.
        """
        pane, other = self._panes[side], self._panes[side.other]
        claim = pane.on_screen.claim_at_height(EYE * pane.viewport().height())
        if claim is None:  # scrolled to the end, where nothing stands so far down
            claim = next(reversed(list(pane.on_screen.claims())), None)
        if claim is None or self._state.comparison is None:
            return
        found = self._with_partner(side, claim)
        if found is None:
            return
        claim, partner = found
        with self.at_work():
            if self._state.selected is None and pane.opening.is_reached:
                other.opening.show()
            else:
                other.bring_to(partner, pane.on_screen.claim_extent(claim)[0])
            self._close_step(*((claim, partner) if side is Side.LEFT else (partner, claim)))

    def _wanted_height(self, side: Side, claim: int) -> float:
        pane = self._panes[side]
        top, bottom = pane.on_screen.claim_extent(claim)
        height = pane.viewport().height()
        return top if top >= 0 and bottom <= height and bottom > top else EYE * height

    def _close_step(self, left: int, right: int) -> None:
        """Make two claims that stand within a line of each other exactly level."""
        for pane in self._panes.values():
            pane.set_top_gap(0)
        tops = [
            self._panes[side].on_screen.claim_extent(claim)[0] for side, claim in zip(Side, (left, right), strict=True)
        ]
        step = round(tops[0] - tops[1])
        if 0 < abs(step) <= _MOST_GAP_PX:
            self._panes[Side.RIGHT if step > 0 else Side.LEFT].set_top_gap(abs(step))

    def _with_partner(self, side: Side, claim: int) -> tuple[int, int] | None:
        """The first claim from `claim` on, else before it, that did not move, and its partner, if one is near."""
        for near in (*range(claim, claim + _REACH), *range(claim - 1, max(-1, claim - _REACH), -1)):
            number = self._state.item_at(side, near)
            item = None if number is None else self._state.items[number]
            if item is not None and item.claims(side.other) and not item.moved:
                return item.claims(side)[0], item.claims(side.other)[0]
        return None
