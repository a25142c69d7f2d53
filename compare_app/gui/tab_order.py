"""In which order the Tab key goes through the parts of a window: as they are read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_in_order(parts: Sequence[QWidget]) -> None:
    """Have Tab go through `parts` one after the other, and in each through what takes the keyboard, as it was made."""
    window = parts[0].window()  # the list of a choice is a window of its own
    stops = [
        widget
        for part in parts
        for widget in (part, *part.findChildren(QWidget))
        if widget.window() is window and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)
