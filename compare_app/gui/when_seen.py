"""Work of a view that can wait until somebody looks at it."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QWidget


class WhenSeen(QObject):
    """Calls `show` when asked to: at once while `widget` is on screen, otherwise once when it is seen next.

    Until then `widget` may be resized or dressed in other colours: it must not ask a new comparison for what is past.
    Of several for one widget the first catches up first, whatever waits behind it: marks need their text.
    """

    def __init__(self, widget: QWidget, show: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget, self._show = widget, show
        self._waits = True  # what was never shown has all to show
        widget.installEventFilter(self)

    @Slot()
    def ask(self) -> None:
        """Something to show has changed."""
        self._waits = True
        if self._widget.isVisible():
            self._call()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Catch up when the widget is shown. Qt asks the filters from the last: whoever is asked first does all."""
        if event.type() is QEvent.Type.Show:
            for one in watched.findChildren(WhenSeen, options=Qt.FindChildOption.FindDirectChildrenOnly):
                one.catch_up()
        return super().eventFilter(watched, event)

    def catch_up(self) -> None:
        """Show what waits. What fails is told as elsewhere: let through, it ends the program inside PySide 6.11."""
        if self._waits:
            try:
                self._call()
            except Exception:  # the border is the global hook, which logs and shows it
                sys.excepthook(*sys.exc_info())

    def _call(self) -> None:
        self._waits = False
        self._show()
