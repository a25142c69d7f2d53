"""Writes sessions beside the window, one after the other in the order they were given."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from compare_app.app.files import make_folder, write_atomically
from compare_app.app.sessions import Session, save_session
from compare_app.core.errors import WriteError


class SessionWriter(QObject):
    """One thread that writes. A session is a frozen value: nothing is shared with the window."""

    saved = Signal(str)
    """The path of a session that was written."""
    failed = Signal(str, str, str)
    """The path of one that was not, a sentence and what to do."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self, maxThreadCount=1)

    def write(self, session: Session, path: Path) -> None:
        """Write `session` to `path` in a while, and tell."""
        self._do(path, lambda: _write(session, path))

    def write_text(self, text: str, path: Path) -> None:
        """The same of a few words beside a session."""
        self._do(path, lambda: write_atomically(path, text))

    def write_at_once(self, session: Session, path: Path) -> None:
        """Write `session` to `path` after what was given before. Raises WriteError."""
        self.wait()
        _write(session, path)

    def remove(self, folder: Path) -> None:
        """Remove `folder` once all that was given before is written."""
        self._pool.start(lambda: shutil.rmtree(folder, ignore_errors=True))

    def wait(self) -> None:
        """Wait until all is written. What was told meanwhile is heard later, by the event loop."""
        self._pool.waitForDone()

    def _do(self, path: Path, write: Callable[[], None]) -> None:
        def run() -> None:
            try:
                write()
            except WriteError as error:
                self.failed.emit(str(path), error.message, error.hint)
            else:
                self.saved.emit(str(path))

        self._pool.start(run)


def _write(session: Session, path: Path) -> None:
    make_folder(path.parent)
    save_session(session, path)
