"""The bar of buttons, whose words give way where there is no room for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget


class _Room(IntEnum):
    """How much there is for the buttons: for all words, for most, for words and signs, or not even for these."""

    AMPLE = 0
    MOST = 1
    LITTLE = 2
    LEAST = 3


class ToolBar(QToolBar):
    """In a narrow window some buttons are named in a word or a sign; what the menus have at hand gives way at last."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._texts: dict[QAction, tuple[str, str]] = {}
        self._first_to_shorten: QAction | None = None
        self._names: dict[QAction, str] = {}
        self._first_to_go: tuple[QAction, ...] = ()
        self._behind = QAction(self)  # the separator before which they stand
        self._room = _Room.AMPLE
        self._needed_px: dict[_Room, int] = {}
        self.setMovable(False)
        self.setContextMenuPolicy(self.contextMenuPolicy().NoContextMenu)

    def shorten(self, texts: Mapping[QAction, tuple[str, str]], first: QAction) -> None:
        """Use the first text of an action where there is room, and the second where there is little; so `first`."""
        self._texts, self._first_to_shorten = dict(texts), first
        self._name_buttons()
        self._measure_anew()

    def add(self, action: QAction, name: str, *, before: QAction | None = None) -> None:
        """A button for `action`, called `name` whatever sign stands on it."""
        if before is None:
            self.addAction(action)
        else:
            self.insertAction(before, action)
        button = self.widgetForAction(action)
        button.setObjectName(action.objectName())
        button.setAccessibleName(name)
        self._names[action] = name

    def give_up_first(self, actions: Sequence[QAction]) -> None:
        """Have no buttons for `actions`, which stand together, where short names do not fit either."""
        self._first_to_go = tuple(actions)
        shown = self.actions()
        self._behind = shown[shown.index(actions[-1]) + 1]
        self._measure_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Choose the words for the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Other fonts or other air around the words: measure again."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure_anew()

    def _measure_anew(self) -> None:
        """Before it is shown it has no width of its own; when it gets one it fits itself to that."""
        self._needed_px = {}
        if self.isVisible():
            self._fit()

    def _fit(self) -> None:
        for room in (_Room.AMPLE, _Room.MOST, _Room.LITTLE):
            if room not in self._needed_px:
                self._take(room)
                self._needed_px[room] = self.sizeHint().width()
            if self._needed_px[room] <= self.width():
                self._take(room)
                return
        self._take(_Room.LEAST)

    def _take(self, room: _Room) -> None:
        if room == self._room:
            return
        self._room = room
        self._name_buttons()
        self.setProperty("short", room > _Room.MOST)
        self._show_first_to_go(is_shown=room < _Room.LEAST)
        for button in self.findChildren(QToolButton):
            button.setStyleSheet("")  # it has less air then: the same as to polish it, but needs no class of styles

    def _show_first_to_go(self, *, is_shown: bool) -> None:
        """Hidden buttons would be shown again by Qt, so that they are taken off."""
        self._behind.setVisible(is_shown)
        for action in self._first_to_go:
            if not is_shown:
                self.removeAction(action)
            elif action not in self.actions():
                self.add(action, self._names[action], before=self._behind)

    def _name_buttons(self) -> None:
        for action, texts in self._texts.items():
            last_long = _Room.AMPLE if action is self._first_to_shorten else _Room.MOST
            action.setIconText(texts[self._room > last_long])
