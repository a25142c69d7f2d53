"""What the window does with sessions, as far as the person is asked for something first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from compare_app.app.sessions import EXTENSION
from compare_app.core.translation import tr
from compare_app.gui.dialogs import Answer, ask_for_session_path, ask_to_overwrite, ask_to_save, beside
from compare_app.gui.message_bar import MessageBar
from compare_app.gui.offer_bar import OfferBar
from compare_app.gui.recent_menu import RecentMenu
from compare_app.gui.recovery import Orphan
from compare_app.gui.sessions import Sessions
from compare_app.gui.slots import Slots


class SessionActions(QObject):
    """Asks in front of `window` where to save, and whether, before anything decided would be lost."""

    def __init__(self, window: QWidget, sessions: Sessions) -> None:
        super().__init__(window)
        self._window, self._sessions = window, sessions
        sessions.recovery_wanted.connect(self._recover)

    def slots(self) -> Slots:
        """Saving."""
        return {"save_session": self.save, "save_session_as": self.save_as}

    def speak_through(self, messages: MessageBar, offers: OfferBar) -> None:
        """Say and offer there what sessions have to say and to offer."""
        self._sessions.told.connect(messages.tell)
        self._sessions.offered.connect(offers.offer)

    def recent_menu(self) -> RecentMenu:
        """The menu of what was open lately."""
        return RecentMenu(self._sessions.recent_file, self._window)

    def save(self) -> None:
        """Save where the session lives; ask where it lives nowhere."""
        if self._sessions.path is None:
            self.save_as()
        elif self._may_write_over():
            self._sessions.save(self._sessions.path)

    def save_as(self) -> None:
        """Ask where and save there."""
        path = self._ask_for_path()
        if path is not None:
            self._sessions.save(path)

    @Slot(str)
    def open(self, path: str) -> None:
        """Open the session at `path` unless something decided would be lost."""
        if self.may_replace():
            self._sessions.open(Path(path))

    def may_close(self) -> bool:
        """Whether the window may close; if so, nothing more is kept for a crash."""
        if not self.may_replace():
            return False
        self._sessions.close()
        return True

    def may_replace(self) -> bool:
        """Whether what is open may go: nothing is at risk, it was saved, or the person gave it up."""
        if not self._sessions.is_modified:
            return True
        answer = ask_to_save(self._window)
        if answer is Answer.SAVE:
            path = self._sessions.path or self._ask_for_path()
            return path is not None and self._may_write_over() and self._sessions.save_at_once(path)
        if answer is Answer.GIVE_UP:
            self._sessions.give_up()
        return answer is Answer.GIVE_UP

    def _may_write_over(self) -> bool:
        """Whether the file of the session may be written: it is as this window left it, or the person says so."""
        if not self._sessions.was_changed_elsewhere:
            return True
        assert self._sessions.path is not None  # or nothing could have changed
        message = tr("“{name}” was changed by another program or window.", name=self._sessions.path.name)
        return ask_to_overwrite(self._window, message)

    def _ask_for_path(self) -> Path | None:
        session = self._sessions.session
        proposed = self._sessions.path or beside(session.documents.values(), EXTENSION, tr("session"))
        return ask_for_session_path(self._window, proposed)

    @Slot(object)
    def _recover(self, orphan: Orphan) -> None:
        if self.may_replace():
            self._sessions.recover(orphan)
        else:
            self._sessions.offer(orphan)
