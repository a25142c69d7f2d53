"""The menu of what was open lately."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from compare_app.app.recent import Recent, read_recent
from compare_app.core.translation import tr
from compare_app.gui.drops import read_paths


class RecentMenu(QMenu):
    """Read from its file each time it opens; what is missing is listed and cannot be chosen."""

    chosen = Signal(object, object)
    """A Dropped, and None for the Side."""

    def __init__(self, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(tr("Open recent"), parent)
        self._file = file
        self.aboutToShow.connect(self._fill)

    @Slot()
    def _fill(self) -> None:
        self.clear()
        recents = read_recent(self._file)
        for recent in recents:
            self._add(recent)
        if not recents:
            self.addAction(tr("Nothing was open yet")).setEnabled(False)

    def _add(self, recent: Recent) -> None:
        text = tr("{title} (missing)", title=recent.title) if recent.is_missing else recent.title
        action = self.addAction(text.replace("&", "&&"))
        action.setEnabled(not recent.is_missing)
        action.setToolTip("\n".join(recent.paths))
        action.triggered.connect(partial(self._choose, recent))

    def _choose(self, recent: Recent) -> None:
        self.chosen.emit(read_paths(recent.paths), None)
