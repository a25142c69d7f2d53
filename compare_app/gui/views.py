"""The views of one comparison, one of them on screen at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from compare_app.gui.side_by_side import SideBySide
from compare_app.gui.slots import Slots
from compare_app.gui.state import State
from compare_app.gui.theme import Theme

SIDE_BY_SIDE, FINDINGS = "view_side_by_side", "view_findings"


class View(Protocol):
    """What the window asks of every view; what to show it hears from the state."""

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        ...

    def take_focus(self) -> None:
        """Take the keyboard."""
        ...

    def has_focus(self) -> bool:
        """Whether the view or a part of it has the keyboard."""
        ...

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        ...

    def items_behind(self, *, forward: bool) -> int | None:
        """How many items lie behind a reader who wants to go on, or back; None: as many as up to the selected one."""
        ...


class Views(QStackedWidget):
    """Holds the views and shows one. All but the first are made when they are asked for: a start waits for none."""

    item_chosen = Signal(int)
    decided = Signal(str, object)
    """The key of a finding and the Decision about it, None where it is open again."""
    note_wanted = Signal(str)
    """The key of a finding to write about."""
    view_changed = Signal(str)
    """The name of the view that is shown now."""

    def __init__(self, state: State, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._theme = state, theme
        self._offered: tuple[QAction, ...] = ()
        self.side_by_side = SideBySide(state, theme)
        self.side_by_side.item_chosen.connect(self.item_chosen)
        self.addWidget(self.side_by_side)
        state.match_changed.connect(self._show_match)
        self._made: dict[str, QWidget] = {SIDE_BY_SIDE: self.side_by_side}
        self._makers: dict[str, Callable[[], QWidget]] = {
            "view_pairs": self._make_pairs,
            "view_one_column": self._make_one_column,
            FINDINGS: self._make_findings,
        }

    @property
    def name(self) -> str:
        """The name of the view on screen, which is that of the action that shows it."""
        return next(name for name, made in self._made.items() if made is self.currentWidget())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all views."""
        return (SIDE_BY_SIDE, *self._makers)

    @property
    def current(self) -> View:
        """The view on screen."""
        return cast(View, self.currentWidget())

    def show_view(self, name: str) -> None:
        """Show the view `name` and give it the keyboard. Raises KeyError where there is none."""
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self.addWidget(self._made[name])
        self.setCurrentWidget(self._made[name])
        self.current.take_focus()
        self.view_changed.emit(name)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        for view in self._made.values():
            cast(View, view).set_theme(theme)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Offer `actions`, which are about what is selected, where a view has room for them."""
        self._offered = tuple(actions)

    def items_behind(self, *, forward: bool) -> int:
        """How many items, in reading order, lie behind the reader who wants to go on, or back."""
        found = self.current.items_behind(forward=forward)
        if found is not None:
            return found
        selected = self._state.selected
        if selected is None:
            return 0 if forward else len(self._state.items)
        return selected + 1 if forward else selected

    def slots(self) -> Slots:
        """Which view is shown, and what can be done in all of them."""
        shown = {name: partial(self.show_view, name) for name in self.names}
        return {**shown, "copy": lambda: self.current.copy()}

    @Slot(int)
    def show_place(self, item: int) -> None:
        """Show `item` where it stands in both texts."""
        self.show_view(SIDE_BY_SIDE)
        self.item_chosen.emit(item)

    @Slot()
    def _show_match(self) -> None:
        """What was found is shown where it stands; the keyboard stays with the search."""
        if self._state.match is not None and self.name != SIDE_BY_SIDE:
            self.setCurrentWidget(self.side_by_side)
            self.view_changed.emit(SIDE_BY_SIDE)

    def _make_pairs(self) -> QWidget:
        from compare_app.gui.pairs.pairs_view import PairsView  # when it is wanted

        view = PairsView(self._state, self._theme)
        view.item_chosen.connect(self.item_chosen)
        view.place_wanted.connect(self.show_place)
        return view

    def _make_one_column(self) -> QWidget:
        from compare_app.gui.one_column.one_column_view import OneColumnView  # when it is wanted

        view = OneColumnView(self._state, self._theme)
        view.item_chosen.connect(self.item_chosen)
        return view

    def _make_findings(self) -> QWidget:
        from compare_app.gui.findings.findings_view import FindingsView  # when it is wanted

        view = FindingsView(self._state, self._theme, self._offered)
        view.item_chosen.connect(self.item_chosen)
        view.place_wanted.connect(self.show_place)
        view.decided.connect(self.decided)
        view.note_wanted.connect(self.note_wanted)
        return view
