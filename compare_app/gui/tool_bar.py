"""The bar of buttons, whose words give way where there is no room for them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget


class ToolBar(QToolBar):
    """Every button stays on the bar: in a narrow window some are named in a word or a sign."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._texts: dict[QAction, tuple[str, str]] = {}
        self._is_short = False
        self._long_px = 0
        self.setMovable(False)
        self.setContextMenuPolicy(self.contextMenuPolicy().NoContextMenu)

    def shorten(self, texts: Mapping[QAction, tuple[str, str]]) -> None:
        """Use the first text of an action where there is room, and the second where there is little."""
        self._texts = dict(texts)
        self._long_px = 0
        self._name_buttons()
        self._fit_shown()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Choose the words for the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Other fonts or other air around the words: measure again."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._long_px = 0
            self._fit_shown()

    def _fit_shown(self) -> None:
        """Before it is shown it has no width of its own; when it gets one it fits itself to that."""
        if self.isVisible():
            self._fit()

    def _fit(self) -> None:
        if not self._long_px:
            self._write(short=False)
            self._long_px = self.sizeHint().width()
        self._write(short=self._long_px > self.width())

    def _write(self, *, short: bool) -> None:
        if short == self._is_short:
            return
        self._is_short = short
        self._name_buttons()
        self.setProperty("short", short)
        for button in self.findChildren(QToolButton):  # the style has less air for them then
            button.style().polish(button)

    def _name_buttons(self) -> None:
        for action, texts in self._texts.items():
            action.setIconText(texts[self._is_short])
