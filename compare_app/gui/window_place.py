"""Puts the window where it stood, with its parts as wide as they were and the view that was chosen last."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from binascii import Error
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from compare_app.app.files import write_with_folder
from compare_app.core.errors import WriteError
from compare_app.gui.main_window import MainWindow


class WindowPlace(QObject):
    """Keeps the place of `window` in `file` when it closes; a file that cannot be used is passed over."""

    def __init__(self, window: MainWindow, file: Path) -> None:
        super().__init__(window)
        self._window, self._file = window, file
        self._view = ""
        self._restore()
        window.closing.connect(self._keep)
        window.state.documents_changed.connect(self._show_view)

    def _restore(self) -> None:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            self._window.restoreGeometry(b64decode(kept["geometry"]))
            for name, splitter in self._window.splitters.items():
                splitter.restoreState(b64decode(kept["splitters"][name]))
            self._view = str(kept["view"])
        except (OSError, ValueError, KeyError, TypeError, Error):
            return  # as designed

    @Slot()
    def _show_view(self) -> None:
        """Show the view of the last time with the first documents: until then none is made."""
        self._window.state.documents_changed.disconnect(self._show_view)
        if self._view in self._window.views.names and self._view != self._window.views.name:
            self._window.views.show_view(self._view)

    @Slot()
    def _keep(self) -> None:
        kept = {
            "geometry": _text(self._window.saveGeometry().data()),
            "splitters": {name: _text(one.saveState().data()) for name, one in self._window.splitters.items()},
            "view": self._window.views.name,
        }
        try:
            write_with_folder(self._file, json.dumps(kept, indent=1))
        except WriteError:
            return  # the next window stands as designed


def _text(data: bytes | bytearray | memoryview) -> str:
    return b64encode(bytes(data)).decode("ascii")
