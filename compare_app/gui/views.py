"""The views of one comparison, one of them on screen at a time."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from compare_app.gui.side_by_side import SideBySide
from compare_app.gui.state import State
from compare_app.gui.subjects import Slots
from compare_app.gui.theme import Theme


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


class Views(QStackedWidget):
    """Holds the views and shows one."""

    item_chosen = Signal(int)

    def __init__(self, state: State, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side_by_side = SideBySide(state, theme)
        self.side_by_side.item_chosen.connect(self.item_chosen)
        self.addWidget(self.side_by_side)

    @property
    def current(self) -> View:
        """The view on screen."""
        return self.side_by_side

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.side_by_side.set_theme(theme)

    def slots(self) -> Slots:
        """What can be done with the view on screen."""
        return {"copy": lambda: self.current.copy()}
