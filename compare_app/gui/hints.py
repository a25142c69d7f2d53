"""Hints for newcomers: one line at the bottom, each until it was read or its advice was taken, and never again."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from compare_app.app.seen_hints import read_seen, write_seen
from compare_app.core.errors import WriteError
from compare_app.core.records import record
from compare_app.core.translation import marked, tr
from compare_app.gui.actions import keys_of
from compare_app.gui.bar_buttons import bar_button
from compare_app.gui.state import State


@record
class Hint:
    """A sentence with the names of actions in braces, in place of which their keys stand.

    `needs_selection`: it speaks of what is selected, and waits for it.
    """

    name: str
    text: str
    needs_selection: bool = False

    @property
    def actions(self) -> tuple[str, ...]:
        """The actions it speaks of: whoever uses one needs the hint no more."""
        return tuple(name for _, name, _, _ in Formatter().parse(self.text) if name)

    @property
    def sentence(self) -> str:
        """The hint with the keys as they are now."""
        return tr(self.text).format(**{name: keys_of(name) for name in self.actions})


HINTS = (
    Hint(
        "walk", marked("{next_contradiction} goes to the next contradiction, {next_difference} to the next difference.")
    ),
    Hint(
        "decide",
        marked("{confirm} confirms what was found, {dismiss} dismisses it, {undo} takes it back."),
        needs_selection=True,
    ),
    Hint(
        "partner",
        marked("{other_pane} goes to the other pane, {go_to_partner} to what belongs to the selection."),
        needs_selection=True,
    ),
    Hint("hide", marked("{hide_same} hides what is the same, {show_all} shows everything again.")),
    Hint("commands", marked("{command_palette} finds every command by a few letters of its name.")),
)


class HintBar(QWidget):
    """One hint, and two ways to have it gone."""

    read = Signal()
    """The hint was read."""
    unwanted = Signal()
    """No hint is wanted any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hintBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel()
        self._label.setObjectName("dim")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 12, 4)
        layout.addWidget(self._label, 1)
        for text, signal in ((tr("Got it"), self.read), (tr("No more hints"), self.unwanted)):
            button = bar_button(text)
            button.clicked.connect(signal)
            layout.addWidget(button)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said now, empty while nothing is."""
        return self._label.text() if self.isVisible() else ""

    def show_hint(self, hint: Hint | None) -> None:
        """Show `hint`, or nothing."""
        self._label.setText(hint.sentence if hint else "")
        self.setAccessibleName(hint.sentence if hint else "")
        self.setVisible(hint is not None)


class Hints(QObject):
    """Chooses the hint of the moment: one for each comparison, so that nobody is lectured."""

    def __init__(self, state: State, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bar = HintBar()
        self._state, self._file = state, file
        self._seen = read_seen(file)
        self._shown: Hint | None = None
        self._has_told = False
        self.bar.read.connect(self._take_read)
        self.bar.unwanted.connect(self._take_unwanted)
        state.comparison_changed.connect(self._begin)
        state.selection_changed.connect(self._choose)

    @Slot(str)
    def take_use(self, action: str) -> None:
        """Whoever uses `action` knows what the hints say of it."""
        known = {hint.name for hint in HINTS if action in hint.actions}
        if known - self._seen:
            self._remember(known)

    @Slot()
    def _begin(self) -> None:
        self._has_told = False
        self._choose()

    @Slot()
    def _choose(self) -> None:
        """Show the first hint not seen yet that the moment is right for."""
        if self._state.comparison is None:
            self._show(None)
        elif not self._has_told:
            fitting = (hint for hint in HINTS if hint.name not in self._seen and self._fits(hint))
            self._show(next(fitting, None))

    def _fits(self, hint: Hint) -> bool:
        return self._state.selected is not None or not hint.needs_selection

    def _show(self, hint: Hint | None) -> None:
        self._shown = hint
        self._has_told |= hint is not None
        self.bar.show_hint(hint)

    @Slot()
    def _take_read(self) -> None:
        if self._shown is not None:
            self._remember({self._shown.name})

    @Slot()
    def _take_unwanted(self) -> None:
        self._remember({hint.name for hint in HINTS})

    def _remember(self, names: set[str]) -> None:
        self._seen |= names
        if self._shown is not None and self._shown.name in names:
            self._show(None)
        try:
            write_seen(self._file, self._seen)
        except WriteError:
            return  # they come again, which is no harm
