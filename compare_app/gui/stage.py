"""What is read, and below it what is told: no sentence that appears or goes moves the texts or the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Stage(QWidget):
    """The start page or the views, and `bars` under them, which take their room from the foot of the page."""

    def __init__(self, start: QWidget, views: QWidget, bars: Sequence[QWidget]) -> None:
        super().__init__()
        self._start, self._views = start, views
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for page in (start, views):
            layout.addWidget(page, 1)
        for bar in bars:
            layout.addWidget(bar)

    def show_start(self, *, is_start: bool) -> None:
        """Show the start page, or the views."""
        self._start.setVisible(is_start)
        self._views.setVisible(not is_start)
