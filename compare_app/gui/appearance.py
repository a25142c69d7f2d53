"""Makes the window look as the settings and the system say, at once when they change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from compare_app.gui.actions import show_shortcuts
from compare_app.gui.preferences import Preferences
from compare_app.gui.slots import Slots
from compare_app.gui.theme import interface_font, scaled
from compare_app.present.themes import SCHEMES

if TYPE_CHECKING:
    from compare_app.gui.main_window import MainWindow

_CHOICES = ("system", *SCHEMES)
_DESIGN_PX = "designPx"
"""Property of a widget with a font of its own: its size where the interface has its default size."""


class Appearance(QObject):
    """Colours, fonts and keys of `window`."""

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences
        self._actions: Mapping[str, QAction] = {}
        self._scale = scaled(1000) / 1000
        preferences.changed.connect(self._take_setting)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def slots(self) -> Slots:
        """The colours of the menu, and the settings."""
        chosen = {f"theme_{name}": partial(self._preferences.set, "scheme", name) for name in _CHOICES}
        return {**{name: partial(self._choose, choose) for name, choose in chosen.items()}, "show_settings": self.show}

    def start(self, actions: Mapping[str, QAction]) -> None:
        """Dress the window, whose `actions` are made, for the first time."""
        self._actions = actions
        self._dress()
        self._preferences.told.connect(self._window.messages.tell)
        QTimer.singleShot(0, self, self._complain)  # to open the command line's files clears what was told before

    @Slot()
    def _complain(self) -> None:
        for message, hint in self._preferences.complaints:
            self._window.messages.tell(message, hint)

    @Slot()
    def show(self) -> None:
        """Show the dialog of settings."""
        from compare_app.gui.settings_dialog import SettingsDialog  # most days nobody opens it

        SettingsDialog(self._preferences, self._window).open()

    def _choose(self, choose: partial[None]) -> None:
        choose()
        self._check_scheme()  # the one that is chosen already stays checked

    @Slot(str)
    def _take_setting(self, name: str) -> None:
        if name == "keys":
            show_shortcuts(self._actions)
        elif name == "interface_size":
            self._resize_letters()
            self._dress()
        elif name != "autosave_s":
            self._dress()

    @Slot()
    def _follow_system(self) -> None:
        if self._preferences.settings.text("scheme") == "system":
            self._dress()

    def _dress(self) -> None:
        self._window.set_theme(self._preferences.theme)
        self._check_scheme()

    def _check_scheme(self) -> None:
        for name in _CHOICES:
            self._actions[f"theme_{name}"].setChecked(name == self._preferences.settings.text("scheme"))

    def _resize_letters(self) -> None:
        """Bring fonts that widgets were made with to the size of now; the pages' come from the theme."""
        QApplication.setFont(interface_font())
        before, self._scale = self._scale, scaled(1000) / 1000
        for widget in self._window.findChildren(QWidget):
            if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont) and not isinstance(widget, QPlainTextEdit):
                design_px = widget.property(_DESIGN_PX) or round(widget.font().pixelSize() / before)
                widget.setProperty(_DESIGN_PX, design_px)
                font = widget.font()
                font.setPixelSize(scaled(design_px))
                widget.setFont(font)
