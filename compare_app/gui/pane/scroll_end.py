"""How far down a page is scrolled: its last words can come to the top, to stand level with others, but not leave."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QPlainTextEdit


class ScrollEnd(QObject):
    """Keeps the scroll bar of `pane` from the blank lines at the end of its text."""

    def __init__(self, pane: QPlainTextEdit) -> None:
        super().__init__(pane)
        self._pane = pane
        pane.verticalScrollBar().rangeChanged.connect(self._limit)

    @Slot(int, int)
    def _limit(self, _least: int, most: int) -> None:
        """Qt counts the range anew whenever lines are: as often it is cut by what is blank."""
        block, blank = self._pane.document().lastBlock(), 0
        while block.isValid() and block.isVisible() and not block.text().strip():
            blank, block = blank + block.lineCount(), block.previous()
        last = self._pane.document().lineCount() - 1 - blank
        if block.isValid() and 0 < last < most:
            self._pane.verticalScrollBar().setMaximum(last)
