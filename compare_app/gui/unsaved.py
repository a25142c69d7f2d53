"""The star at the name of what is not saved: of the window, and of a side whose text was edited."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from compare_app.core.document import Document, Side
from compare_app.gui.editing import Editing
from compare_app.gui.pane_header import PaneHeader
from compare_app.gui.sessions import Sessions
from compare_app.present.names import names_apart


def window_title(documents: Mapping[Side, Document | None]) -> str:
    """The names of what is open, with the place behind all for the star: it is the session's, or a text's."""
    title = " – ".join((*names_apart(documents).values(), "Compare")).replace("[*]", "[*][*]")  # alone it is the place
    return f"{title}[*]"


class Unsaved(QObject):
    """Shows on `window` and on the headers what closing would ask about."""

    def __init__(
        self, window: QWidget, sessions: Sessions, editing: Editing, headers: Mapping[Side, PaneHeader]
    ) -> None:
        super().__init__(window)
        self._window, self._sessions, self._editing, self._headers = window, sessions, editing, headers
        sessions.changed.connect(self._show)
        editing.changed.connect(self._show)

    @Slot()
    def _show(self) -> None:
        sides = self._editing.unsaved
        self._window.setWindowModified(bool(sides) or self._sessions.is_modified)
        for side, header in self._headers.items():
            header.show_unsaved(is_unsaved=side in sides)
