"""The buttons of the lines above the documents: reached by Tab, with a name where the text is a sign."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton


def bar_button(text: str, *, name: str = "", tip: str = "") -> QToolButton:
    """A button with `text`, called `name` where that is another."""
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if name:
        button.setAccessibleName(name)
    return button


def bar_switch(text: str, description: str, *, tip: str = "") -> QToolButton:
    """A button that stays pressed; `tip` is the description unless it says more."""
    button = bar_button(text, tip=tip or description)
    button.setAccessibleDescription(description)
    button.setCheckable(True)
    return button
