"""Work of a view that can wait until somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget


class WhenSeen(QObject):
    """Calls `show` when asked to: at once while `widget` is on screen, otherwise once when it is seen next.

    Until then `widget` may be resized or dressed in other colours: it must not ask a new comparison for what is past.
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
        """Catch up when the widget is shown."""
        if event.type() is QEvent.Type.Show and self._waits:
            self._call()
        return super().eventFilter(watched, event)

    def _call(self) -> None:
        self._waits = False
        self._show()
