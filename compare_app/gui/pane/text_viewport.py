"""Where a page is painted: as Qt would make it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget


def text_viewport() -> QWidget:
    """A viewport for a page, as QPlainTextEdit makes its own.

    When Python first sees a widget that Qt made, PySide makes every class of widgets there is: 8 ms of the start.
    """
    viewport = QWidget()
    viewport.setObjectName("qt_scrollarea_viewport")
    viewport.setAutoFillBackground(True)
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setCursor(Qt.CursorShape.IBeamCursor)
    return viewport
