"""The command palette: what is listed, and what was done lately."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from compare_app.core.translation import tr
from compare_app.gui.actions import ACTIONS, ActionSpec, menu_name, plain
from compare_app.gui.slots import Slots
from compare_app.gui.theme import Theme

if TYPE_CHECKING:
    from compare_app.gui.command_palette import Command

_OWN = "command_palette"


class Commands(QObject):
    """Opens the palette over `window`; the actions and the colours are asked for when it is opened."""

    def __init__(
        self, window: QWidget, actions: Callable[[], Mapping[str, QAction]], theme: Callable[[], Theme]
    ) -> None:
        super().__init__(window)
        self._window, self._actions, self._theme = window, actions, theme
        self._lately: list[str] = []

    def slots(self) -> Slots:
        """The palette itself."""
        return {_OWN: self.open}

    def open(self) -> None:
        """Open the palette, what was done lately first."""
        from compare_app.gui.command_palette import CommandPalette  # when it is wanted

        palette = CommandPalette(self.commands(), self._theme(), self._window)
        palette.chosen.connect(self._do)
        palette.open()

    def commands(self) -> list[Command]:
        """All actions but this one, those done lately first, the others in the order of the menus."""
        actions = self._actions()
        listed = {spec.name: _command(spec, actions[spec.name]) for spec in ACTIONS if spec.name not in ("", _OWN)}
        return [listed.pop(name) for name in self._lately] + list(listed.values())

    @Slot(str)
    def _do(self, name: str) -> None:
        self._lately = [name, *(known for known in self._lately if known != name)]
        self._actions()[name].trigger()


def _command(spec: ActionSpec, action: QAction) -> Command:
    from compare_app.gui.command_palette import Command

    keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    missing = tr("Needs two documents") if spec.needs_comparison else tr("Not possible now")
    obstacle = "" if action.isEnabled() else missing
    return Command(spec.name, plain(action.text()), menu_name(spec.menu), keys, obstacle)
