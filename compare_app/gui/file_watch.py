"""Notices when an open file changes on disk, and offers to read it again; nothing is read before the person says so."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

from compare_app.app.files import Stamp, stamp_of
from compare_app.core.document import Document, Side
from compare_app.core.translation import tr
from compare_app.gui.controller import Controller
from compare_app.gui.offer_bar import Offer
from compare_app.gui.state import State
from compare_app.present.document_facts import document_name

_SETTLE_MS = 300  # an editor that replaces a file removes it first; who saves writes in portions
_MOST_BYTES = 5_000_000  # of a file whose content is looked at on the main thread: about 5 ms


class FileWatch(QObject):
    """Watches the files of both sides and their folders: many editors put a new file in the place of the old one."""

    offered = Signal(object)
    """An Offer to read a file again."""
    withdrawn = Signal(str)
    """The key of an offer that no longer holds."""
    told = Signal(str, str)
    """A sentence for the user and what to do about it."""
    taken_back = Signal(str)
    """A sentence told before that no longer holds."""
    looked = Signal()
    """The files as they are now were held against what is open."""

    def __init__(self, state: State, controller: Controller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._controller = state, controller
        self._watcher: QFileSystemWatcher | None = None  # made for the first file
        self._stamps: dict[str, Stamp | None] = {}  # of the file that was compared last with what is open
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._look)
        state.documents_changed.connect(self._watch)

    @Slot()
    def _watch(self) -> None:
        """Watch the files that are open now."""
        paths = {path for path, _ in self._open_files()}
        for path in self._stamps.keys() - paths:
            self._withdraw(path)
        self._stamps = dict.fromkeys(paths)
        if paths:
            self._settle.start()  # a file may have changed since it was read, or since its session was saved

    @Slot()
    def _look(self) -> None:
        """See which files are not what is open."""
        self._keep_watching()
        for path, document in self._open_files():
            stamp = stamp_of(Path(path))
            if stamp == self._stamps.get(path):
                continue
            is_first = self._stamps.get(path) is None
            self._stamps[path] = stamp
            if stamp is None:
                self._withdraw(path)
                self.told.emit(_gone(document), "")
            elif _is_same(Path(path), stamp, document) or (is_first and stamp[1] > _MOST_BYTES):
                self._withdraw(path)
            else:
                self.taken_back.emit(_gone(document))
                self._offer(path, document)
        self.looked.emit()

    @property
    def is_settled(self) -> bool:
        """Whether nothing moved since the files were looked at last."""
        return not self._settle.isActive() and None not in self._stamps.values()

    def _open_files(self) -> list[tuple[str, Document]]:
        found = (document for document in self._state.documents.values() if document is not None)
        named = {document.source.path: document for document in found if document.source.path}
        return [(path, document) for path, document in named.items() if path in self._stamps or Path(path).is_file()]

    def _keep_watching(self) -> None:
        """Watch what is there; a file that was replaced is another one, which nobody watches yet."""
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._settle.start)
            self._watcher.directoryChanged.connect(self._settle.start)
        files = {path for path in self._stamps if Path(path).is_file()}
        folders = {str(Path(path).absolute().parent) for path in self._stamps}
        wanted = files | {folder for folder in folders if Path(folder).is_dir()}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(sorted(wanted - watched))

    def _offer(self, path: str, document: Document) -> None:
        sentence = tr("“{name}” was changed by another program.", name=document_name(document))
        self.offered.emit(Offer(path, sentence, ((tr("Read it again"), partial(self._read_again, path)),)))

    def _read_again(self, path: str) -> None:
        documents = self._state.documents
        self._controller.read_again(
            [side for side in Side if (document := documents[side]) is not None and document.source.path == path]
        )

    def _withdraw(self, path: str) -> None:
        self.withdrawn.emit(path)
        for _, document in self._open_files():
            if document.source.path == path:
                self.taken_back.emit(_gone(document))


def _is_same(path: Path, stamp: Stamp, document: Document) -> bool:
    """Whether the file holds what is open; of a large one this is not known."""
    if stamp[1] > _MOST_BYTES or not path.is_file():
        return False
    try:
        from hashlib import sha256  # loads OpenSSL

        return sha256(path.read_bytes()).hexdigest() == document.source.sha256
    except OSError:
        return False


def _gone(document: Document) -> str:
    return tr("“{name}” is no longer on disk; its text stays open.", name=document_name(document))
