"""The session of a window: saved where the person says, kept for a crash, opened again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from compare_app.app.files import Stamp, stamp_of
from compare_app.app.places import Places
from compare_app.app.recent import Recent, add_recent, is_temporary
from compare_app.app.sessions import Session
from compare_app.core.document import Document, Side
from compare_app.core.errors import CompareError, ReadError, WriteError
from compare_app.core.quoted import shown_name
from compare_app.core.records import record
from compare_app.core.review import Review
from compare_app.core.translation import tr
from compare_app.core.written_dates import written_day
from compare_app.gui.controller import Controller
from compare_app.gui.offer_bar import Offer
from compare_app.gui.recovery import Home, Orphan, Recovery
from compare_app.gui.session_writer import SessionWriter
from compare_app.gui.state import State

if TYPE_CHECKING:
    from compare_app.app.session_reading import Opened

_AUTOSAVE_S = 1


class Sessions(QObject):
    """Knows where the session is saved and what would be lost; keeps that at once, then every few seconds."""

    told = Signal(str, str)
    """A sentence for the user and what to do about it."""
    offered = Signal(object)
    """An Offer."""
    changed = Signal()
    """The session is another file, or whether it holds all that was decided changed."""
    recent_changed = Signal()
    recovery_wanted = Signal(object)
    """The person wants this Orphan opened."""

    def __init__(self, state: State, controller: Controller, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._controller = state, controller
        self.recent_file, self.hints_file = places.recent_file, places.hints_file
        self._writer = SessionWriter(self)
        self._recovery = Recovery(places.recovery, self._writer, self)
        self.path: Path | None = None
        self._safe = Review()  # what is in the file of the session, or was given up
        self._writing: list[_Save] = []  # by the person, in the order in which it is written
        self._stamp: Stamp | None = None  # of the session's file when it was read or written
        self._known_by: set[str] = set()  # where the documents of the session's file came from
        self._is_recovered = False  # what is open was left behind, and a text of it may be nowhere else
        self._is_due = self._is_closed = False
        self._rest = QTimer(self, singleShot=True)
        self.set_autosave(_AUTOSAVE_S)
        self._rest.timeout.connect(self._keep_if_due)
        state.review_changed.connect(self._take_change)
        state.documents_changed.connect(self._take_documents)
        state.comparison_changed.connect(self._note_documents)
        self._writer.saved.connect(self._take_saved)
        self._writer.failed.connect(self._take_failure)

    def set_autosave(self, seconds: int) -> None:
        """Keep decisions at once, and those that follow within `seconds` together."""
        self._rest.setInterval(1000 * seconds)

    @property
    def is_modified(self) -> bool:
        """Whether something decided, or a text that was brought back, is in no file yet."""
        if self._is_recovered and self._holds_a_text_in_no_file(self.session):
            return True
        return self._state.review.without_strays != self._safe.without_strays

    @property
    def was_changed_elsewhere(self) -> bool:
        """Whether another program or window wrote the file of the session since this one read or wrote it."""
        found = None if self.path is None or self._writing else stamp_of(self.path)
        return found is not None and found != self._stamp

    @property
    def session(self) -> Session:
        """What is open now."""
        comparison, selected = self._state.comparison, self._state.selected
        place = None
        if comparison is not None and selected is not None:
            item = self._state.items[selected]
            place = next(((side, item.claims(side)[0]) for side in Side if item.claims(side)), None)
        documents = {side: found for side, found in self._state.documents.items() if found is not None}
        inputs = {side: self._controller.input_of(side) for side in documents}
        return Session(
            documents=documents,
            inputs={side: given for side, given in inputs.items() if given is not None},
            options=self._controller.options,
            review=self._state.review,
            place=place,
        )

    def save(self, path: Path) -> None:
        """Write the session to `path`, beside the window; from now on it lives there."""
        session, before = self.session, (self.path, self._known_by)
        self._live_in(path, session)
        self._writing.append(_Save(str(path), session, before))
        self._writer.write(session, path)

    def save_at_once(self, path: Path) -> bool:
        """The same before anything else happens; whether it is safe there."""
        try:
            self._writer.write_at_once(self.session, path)
        except WriteError as error:
            self.told.emit(error.message, error.hint)
            return False
        self._live_in(path, self.session)
        self._take_as_saved(path)
        self.give_up()
        return True

    def open(self, path: Path) -> None:
        """Open the session at `path` in place of what is open; of a damaged one say what is lost."""
        from compare_app.app.session_reading import read_session  # when it is wanted

        try:
            opened = read_session(path)
        except ReadError as error:
            self.told.emit(error.message, error.hint)
            return
        self._live_in(path, opened.session)
        self._take_as_saved(path)
        self._is_recovered = False
        self._restore(opened, path.name, safe=opened.session.review)

    def give_up(self) -> None:
        """Nobody needs what was decided so far kept: it is saved, or not wanted; a save heard of later is past."""
        self._writing.clear()
        self._safe, self._is_recovered = self._state.review, False
        self._take_change()

    def offer_recovery(self) -> None:
        """Offer what windows left behind that were never closed."""
        for orphan in self._recovery.orphans():
            self.offer(orphan)

    def offer(self, orphan: Orphan) -> None:
        """Offer to open `orphan` again."""
        answers = (
            (tr("Recover"), partial(self.recovery_wanted.emit, orphan)),
            (tr("Throw away"), partial(self._recovery.adopt, orphan)),
        )
        sentence = tr(
            "The program ended before “{title}” was saved; what was kept last is of {day}, {time}.",
            day=written_day(f"{orphan.last_kept:%Y-%m-%d}"),
            time=f"{orphan.last_kept:%H:%M}",
            title=orphan.title,
        )
        self.offered.emit(Offer(str(orphan.folder), sentence, answers))

    def recover(self, orphan: Orphan) -> None:
        """Open what was left behind; until it is saved it stays recoverable."""
        try:
            opened = orphan.read()
        except CompareError as error:
            self.told.emit(error.message, error.hint)
            return
        self._move_to(orphan.home)
        self._is_recovered = True
        self._restore(opened, opened.session.title, safe=Review())
        try:
            self._recovery.take_over(orphan, opened.session)
        except WriteError as error:
            self.told.emit(error.message, _not_kept())

    def close(self) -> None:
        """The window closes as the person wishes; what is heard of later is kept for nobody."""
        self._is_closed = True
        self._rest.stop()
        self._recovery.close()

    def _restore(self, opened: Opened, name: str, *, safe: Review) -> None:
        """Open a session that was read, and say what is lost of it."""
        self._safe = safe
        self._controller.restore(opened.session)
        self.changed.emit()
        if opened.lost:
            sentence = tr("“{name}” is damaged; what could be saved of it is open.", name=shown_name(name))
            self.told.emit(sentence, " ".join(opened.lost))

    @Slot()
    def _take_documents(self) -> None:
        """With other documents on both sides this is another session; the file keeps the one it holds."""
        here = _sources(filter(None, self._state.documents.values()))
        if here and not here & self._known_by:
            self.path = None
        self._take_change()

    @Slot()
    def _take_change(self) -> None:
        if self._is_closed:
            return
        self._is_due = True
        if not self._rest.isActive():
            self._keep_if_due()
        self.changed.emit()

    @Slot()
    def _keep_if_due(self) -> None:
        if not self._is_due:
            return
        self._is_due = False
        session = self.session
        if session.documents and (self.is_modified or self._holds_a_text_in_no_file(session)):
            home = None if self.path is None else Home(str(self.path), self._stamp, tuple(sorted(self._known_by)))
            self._recovery.keep(session, home)
            self._rest.start()
        else:
            self._recovery.forget()

    def _holds_a_text_in_no_file(self, session: Session) -> bool:
        """Whether a text was pasted or edited that neither a document's file has nor that of the session."""
        texts = [session.documents[side] for side, given in session.inputs.items() if given.content is not None]
        return bool(texts) and (self.path is None or not _sources(texts) <= self._known_by)

    def _live_in(self, path: Path, session: Session) -> None:
        self.path = path
        self._known_by = _sources(session.documents.values())

    def _move_to(self, home: Home | None) -> None:
        """Live where a session lived before the program ended; whoever wrote there since is asked about."""
        self.path = None if home is None else Path(home.path)
        self._stamp, self._known_by = (None, set()) if home is None else (home.stamp, set(home.sources))

    def _take_as_saved(self, path: Path) -> None:
        self._stamp = stamp_of(path)
        self._note_recent(Recent(path.name, (str(path.absolute()),)))

    @Slot(str)
    def _take_saved(self, path: str) -> None:
        if self._writing and path == self._writing[0].path:
            self._safe = self._writing.pop(0).session.review
            self._take_as_saved(Path(path))
            self._take_change()

    @Slot(str, str, str)
    def _take_failure(self, path: str, message: str, hint: str) -> None:
        if self._writing and path == self._writing[0].path:
            self.path, self._known_by = self._writing.pop(0).before
            self._take_change()  # what was not saved is kept for a crash
        self.told.emit(message, _not_kept() if self._recovery.owns(path) else hint)

    @Slot()
    def _note_documents(self) -> None:
        """Remember two files that are compared, unless they live in a session or only for a moment."""
        comparison = self._state.comparison
        if comparison is None or self.path is not None:
            return
        paths = tuple(document.source.path for document in (comparison.left, comparison.right))
        if all(paths) and not is_temporary(paths):
            self._note_recent(Recent(self.session.title, tuple(str(Path(path).absolute()) for path in paths)))

    def _note_recent(self, recent: Recent) -> None:
        try:
            add_recent(self.recent_file, recent)
        except WriteError:
            return  # a list of conveniences: nothing of the person's is lost
        self.recent_changed.emit()


@record(eq=False)
class _Save:
    """A session that the person saved to `path`. `before` is where it lived, should it not be written."""

    path: str
    session: Session
    before: tuple[Path | None, set[str]]


def _not_kept() -> str:
    return tr("Until it can, a crash would lose what was decided. Save the session.")


def _sources(documents: Iterable[Document]) -> set[str]:
    """What documents can be known again by: their file, or the digest of a text that is none."""
    return {document.source.path or document.source.sha256 for document in documents}
