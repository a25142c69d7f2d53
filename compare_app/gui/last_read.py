"""Which of two pages was read last: what is done from a card, a list or a button is done to that one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject

from compare_app.core.document import Side
from compare_app.gui.pane.document_pane import DocumentPane


class LastRead(QObject):
    """Follows the keyboard from page to page; the left one until there was another."""

    def __init__(self, panes: Mapping[Side, DocumentPane], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.side = Side.LEFT
        for pane in panes.values():
            pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The keyboard comes to a page."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, DocumentPane):
            self.side = watched.side
        return False
