"""Says something to whoever listens to the window rather than looks at it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Have assistive programs say `sentence`, which something in `widget` is about; free where none is running."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 2 ms, and a start says nothing

    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
