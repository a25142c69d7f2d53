"""A button in a pane's header that says how a document was read, and offers other ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from compare_app.core.translation import tr
from compare_app.gui.theme import interface_font


class ReadingMenu(QToolButton):
    """Shows what is in use; its menu offers what is likely, then all else, and to find out."""

    chosen = Signal(str)
    """The value to read with; empty: find out."""

    def __init__(self, subject: str, text_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject = subject
        self._text_of = text_of
        self._likely: tuple[str, ...] = ()
        self._others: tuple[str, ...] = ()
        self._current = ""
        self.setObjectName("readingMenu")
        self.setFont(interface_font(12))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setAccessibleName(subject)
        menu.aboutToShow.connect(self._fill)  # hardly ever asked for: made when it is
        self.setMenu(menu)
        self.hide()

    def show_choices(self, text: str, current: str, offered: tuple[Sequence[str], Sequence[str]]) -> None:
        """Say `text`, of the value `current`, and offer the likely values and the others."""
        self._current, self._likely, self._others = current, tuple(offered[0]), tuple(offered[1])
        self.setText(text)
        self.setToolTip(tr("{subject}: {value}. Click to read it again as another.", subject=self._subject, value=text))
        self.setAccessibleName(f"{self._subject}: {text}")
        self.setAccessibleDescription(tr("Opens a menu that reads the document again."))
        self.show()

    @Slot()
    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        menu.addAction(tr("Read again as")).setEnabled(False)  # a heading; a section's is not shown under a style sheet
        self._add(menu, self._likely)
        if self._others:
            self._add(menu.addMenu(tr("More")), self._others)
        menu.addSeparator()
        menu.addAction(tr("Find out again")).triggered.connect(lambda: self.chosen.emit(""))

    def _add(self, menu: QMenu, values: Sequence[str]) -> None:
        for value in values:
            action = menu.addAction(self._text_of(value).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == self._current)
            action.triggered.connect(lambda _checked=False, value=value: self.chosen.emit(value))
