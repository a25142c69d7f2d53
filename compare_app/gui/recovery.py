"""Keeps what is at work where the next start finds it, should this program end without closing its window.

Each window has a folder of its own under a name no other has, beside it a lock. The texts are written when they
change, the decisions by themselves: they are few bytes. A lock whose process is gone says that the folder is an
orphan; who takes that lock may offer it, so that two windows never work on one.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject

from compare_app.app.files import Stamp
from compare_app.app.sessions import Session, session_title
from compare_app.core.document import Document
from compare_app.core.errors import ReadError
from compare_app.core.records import record, replace
from compare_app.gui.session_writer import SessionWriter

if TYPE_CHECKING:
    from compare_app.app.session_reading import Opened

_TEXTS, _DECISIONS, _HOME = "texts.compare", "decisions.compare", "home.json"


@record
class Home:
    """The file of a session, what it was when it was read or written last, and what its documents are known by."""

    path: str
    stamp: Stamp | None
    sources: tuple[str, ...]


@record(eq=False)
class Orphan:
    """What a window left behind that was never closed."""

    folder: Path
    lock: QLockFile

    @property
    def title(self) -> str:
        """The names of its documents."""
        return session_title(self.folder / _TEXTS)

    @property
    def last_kept(self) -> datetime:
        """When something of it was kept last, in local time."""
        return datetime.fromtimestamp(max(path.stat().st_mtime for path in self.folder.iterdir()))

    @property
    def home(self) -> Home | None:
        """The file that it lived in; None where it was never saved."""
        try:
            path, stamp, sources = json.loads((self.folder / _HOME).read_text(encoding="utf-8"))
            return Home(str(path), stamp and tuple(map(int, stamp)), tuple(map(str, sources)))
        except (OSError, ValueError, TypeError):
            return None

    def read(self) -> Opened:
        """What can be had of it. Raises ReadError when that is nothing."""
        from compare_app.app.session_reading import Opened, read_session  # after a crash

        texts, decisions = self.folder / _TEXTS, self.folder / _DECISIONS
        opened = read_session(texts)  # with the decisions of their time
        try:
            if decisions.stat().st_mtime_ns < texts.stat().st_mtime_ns:
                return opened  # killed between the two: these are about the texts before, perhaps the other way round
            later = read_session(decisions).session
        except (OSError, ReadError):
            return opened
        return Opened(replace(opened.session, review=later.review, place=later.place), opened.lost)


class Recovery(QObject):
    """The folder of one window, beside those of others in `root`."""

    def __init__(self, root: Path, writer: SessionWriter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = root
        self._writer = writer
        self._folder: Path | None = None
        self._lock: QLockFile | None = None
        self._kept: tuple[Document, ...] = ()
        self._home: Home | None = None  # as it is kept

    def keep(self, session: Session, home: Home | None) -> None:
        """Keep `session`, which lives in `home`; of texts that are kept already only what was decided."""
        folder = self._own_folder()
        texts = tuple(session.documents.values())
        if [*map(id, texts)] != [*map(id, self._kept)]:
            self._kept = texts
            self._writer.write(session, folder / _TEXTS)
        if home != self._home:
            self._home = home
            self._writer.write_text(_encoded(home), folder / _HOME)
        self._writer.write(replace(session, documents={}, inputs={}), folder / _DECISIONS)

    def take_over(self, orphan: Orphan, session: Session) -> None:
        """Keep `session`, read from `orphan`, as this window's own. Raises WriteError, and then `orphan` stays."""
        folder, bare = self._own_folder(), replace(session, documents={}, inputs={})
        self._writer.write_at_once(session, folder / _TEXTS)
        self._writer.write_at_once(bare, folder / _DECISIONS)
        self._kept, self._home = tuple(session.documents.values()), orphan.home
        self._writer.write_text(_encoded(self._home), folder / _HOME)
        self.adopt(orphan)

    def forget(self) -> None:
        """Nothing is at risk any more: remove what was kept."""
        self._kept, self._home = (), None
        if self._folder is not None:
            self._writer.remove(self._folder)

    def close(self) -> None:
        """The window was closed by a person: nothing of it is an orphan."""
        self.forget()
        self._writer.wait()
        if self._lock is not None:
            self._lock.unlock()

    def orphans(self) -> list[Orphan]:
        """What other windows left behind, the latest first; no other window will offer the same."""
        found = []
        for folder in self._root.iterdir() if self._root.is_dir() else ():
            if not (folder / _TEXTS).is_file():
                continue
            lock = _lock_of(folder)
            if lock.tryLock(0):
                found.append(Orphan(folder, lock))
        return sorted(found, key=lambda orphan: orphan.last_kept, reverse=True)

    def adopt(self, orphan: Orphan) -> None:
        """`orphan` is kept as this window's own, or nobody wants it: remove it."""
        self._writer.remove(orphan.folder)
        self._writer.wait()
        orphan.lock.unlock()

    def owns(self, path: str) -> bool:
        """Whether `path` is a file of this folder."""
        return self._folder is not None and Path(path).parent == self._folder

    def _own_folder(self) -> Path:
        if self._folder is None:
            self._folder = self._root / os.urandom(16).hex()
            with suppress(OSError):  # whoever writes there tells
                self._root.mkdir(parents=True, exist_ok=True)
            self._lock = _lock_of(self._folder)
            self._lock.tryLock(0)
        return self._folder


def _encoded(home: Home | None) -> str:
    return json.dumps(home and (home.path, home.stamp, home.sources))


def _lock_of(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder) + ".lock")
    lock.setStaleLockTime(0)  # a lock is stale when its process is gone, however old it is
    return lock
