"""Takes back that a file could not be read because it is not there, once it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from compare_app.gui.controller import Controller

_SETTLE_MS = 300  # who saves writes in portions


class MissingFiles(QObject):
    """Watches the folders of files that were asked for and are not there."""

    taken_back = Signal(str)
    """A sentence told before that no longer holds."""

    def __init__(self, controller: Controller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: dict[Path, str] = {}  # what was said of a file that is not there
        self._watcher: QFileSystemWatcher | None = None  # made for the first of them
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._look)
        controller.unread.connect(self._take)
        controller.asked.connect(self._told.clear)  # what was told is past

    @Slot(str, str)
    def _take(self, path: str, sentence: str) -> None:
        missing = Path(path).absolute()
        if not missing.is_file():
            self._told[missing] = sentence
            self._look()

    @Slot()
    def _look(self) -> None:
        """See which files are there now, and watch for the others."""
        for path in [path for path in self._told if path.is_file()]:
            self.taken_back.emit(self._told.pop(path))
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self._settle.start)
        wanted = {str(next(folder for folder in path.parents if folder.is_dir())) for path in self._told}
        watched = set(self._watcher.directories())
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(sorted(wanted - watched))
