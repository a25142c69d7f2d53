"""Gives the keyboard back to what had it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class FocusReturn:
    """Remembers what had the keyboard before `taker` took it. That may be gone by then: cards are made anew."""

    def __init__(self, taker: QWidget) -> None:
        self._taker = taker
        self._before: QWidget | None = None

    def remember(self) -> None:
        """`taker` is about to take the keyboard."""
        focused = self._taker.window().focusWidget()
        if focused is not None and not self._taker.isAncestorOf(focused):
            self._before = focused

    def give_back(self, otherwise: QWidget | None = None) -> None:
        """Give the keyboard to what had it, or to `otherwise` where that is gone."""
        before, self._before = self._before, None
        is_there = any(one is before for one in QApplication.allWidgets())
        target = before if is_there else otherwise
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
