"""Opening and pasting, as far as the user is asked for something first."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QWidget

from compare_app.core.document import Side
from compare_app.gui.controller import Controller
from compare_app.gui.dialogs import ask_for_files
from compare_app.gui.drops import read_mime
from compare_app.gui.side_by_side import SideBySide
from compare_app.gui.slots import Slots


class DocumentActions:
    """Asks for files in front of `window` and hands them to the controller."""

    def __init__(self, window: QWidget, view: SideBySide, controller: Controller) -> None:
        self._window, self._view, self._controller = window, view, controller

    def slots(self) -> Slots:
        """Opening and pasting."""
        return {
            "open_any": lambda: self.open(None),
            "open_left": lambda: self.open(Side.LEFT),
            "open_right": lambda: self.open(Side.RIGHT),
            "paste": self.paste,
        }

    def open(self, side: Side | None) -> None:
        """Ask for files and open them on `side`, or where there is room."""
        self._controller.open_dropped(ask_for_files(self._window, side), side)

    def paste(self) -> None:
        """Open what is on the clipboard."""
        side = self._controller.free_side(self._view.focused_side())
        mime = QApplication.clipboard().mimeData() or QMimeData()  # Qt gives None where nobody answers for it
        self._controller.open_dropped(read_mime(mime), side)
