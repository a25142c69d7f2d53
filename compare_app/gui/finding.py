"""Finding words: the line, its keys, and the way to a claim by its number."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from compare_app.core.document import Side
from compare_app.core.translation import grouped, tr
from compare_app.gui.controller import Controller
from compare_app.gui.find_bar import FindBar
from compare_app.gui.finder import Finder
from compare_app.gui.focus_return import FocusReturn
from compare_app.gui.side_by_side import SideBySide
from compare_app.gui.slots import Slots
from compare_app.gui.state import State
from compare_app.present.search import Query

_MOST_LETTERS = 200  # of a selection that is taken for what is looked for


class Finding(QObject):
    """Opens and closes the line, and gives the keyboard back to whoever had it."""

    def __init__(self, state: State, view: SideBySide, controller: Controller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._view, self._controller = state, view, controller
        self._finder = Finder(state, view.reading_place, self)
        self.bar = FindBar()
        self._focus = FocusReturn(self.bar)
        self.bar.wanted.connect(self._look)
        self.bar.stepped.connect(self._step)
        self.bar.closed.connect(self.close)
        state.found_changed.connect(self._show_count)
        state.match_changed.connect(self._show_count)

    def slots(self) -> Slots:
        """Finding, going on, and going to a claim."""
        return {
            "find": self.open,
            "find_next": lambda: self._step(1),
            "find_previous": lambda: self._step(-1),
            "go_to_claim": self.ask_for_claim,
        }

    def open(self) -> None:
        """Open the line; what is selected in a pane is looked for."""
        self._focus.remember()
        self.bar.open(self._selected_words())

    @property
    def is_open(self) -> bool:
        """Whether the line is on screen."""
        return self.bar.isVisible()

    @Slot()
    def close(self) -> None:
        """Close the line; the keyboard goes back to where it was."""
        inside = self.bar.isAncestorOf(QApplication.focusWidget() or self._view)
        self.bar.hide()
        self._finder.stop()
        if inside:
            self._focus.give_back(self._view.panes[Side.LEFT])

    def ask_for_claim(self) -> None:
        """Ask for the number of a claim on the side the reader is on, and select it."""
        from PySide6.QtWidgets import QInputDialog  # when it is wanted

        side, offset = self._view.reading_place()
        document = self._state.documents[side]
        if document is None or not document.claims:
            return
        dialog = QInputDialog(self._view)
        dialog.setWindowTitle(tr("Go to a claim"))
        last = len(document.claims)
        text = tr("Claim of the left, 1 to {last}:") if side is Side.LEFT else tr("Claim of the right, 1 to {last}:")
        dialog.setLabelText(text.format(last=grouped(last)))
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(1, last)
        dialog.setIntValue((document.claim_at(offset) or 0) + 1)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.intValueSelected.connect(lambda number: self._controller.select_claim(side, number - 1))
        dialog.open()

    @Slot(object, object)
    def _look(self, query: Query, sides: tuple[Side, ...]) -> None:
        self._finder.look_for(query, sides)

    @Slot(int)
    def _step(self, step: int) -> None:
        if not self.bar.text:
            self.open()
            return
        if not self.is_open:
            self._focus.remember()
            self.bar.show()
            self.bar.look()
            return
        if step > 0:
            self._finder.next()
        else:
            self._finder.previous()

    @Slot()
    def _show_count(self) -> None:
        self.bar.show_count(self._state.found, self._state.match)

    def _selected_words(self) -> str:
        side = self._view.focused_side()
        document = self._state.documents[side] if side else None
        if side is None or document is None:
            return ""
        words = self._view.panes[side].selected_span().of(document.text)
        return "" if "\n" in words or len(words) > _MOST_LETTERS else words.strip()
