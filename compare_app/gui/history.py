"""The one stack of what can be undone: decisions, pins, notes, options, swaps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QUndoCommand, QUndoStack

from compare_app.core.translation import tr
from compare_app.gui.slots import Slots

_DEPTH = 500  # steps: more than anyone goes back, and next to nothing in memory


class History(QObject):
    """Does what can be undone, and names what it would undo."""

    told = Signal(str, str)
    """A sentence for the user and what to do about it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(_DEPTH)
        self._waiting: list[Callable[[], object]] = []
        self._is_at_work = False

    def slots(self) -> Slots:
        """Undo, redo."""
        return {"undo": self.undo, "redo": self.redo}

    def name_in(self, undo: QAction, redo: QAction) -> None:
        """From now on `undo` and `redo` say what they would take back or do again."""
        self._actions = undo, redo
        self._stack.indexChanged.connect(self._name)
        self._name()

    def do(self, what: str, forth: Callable[[], object], back: Callable[[], object]) -> None:
        """Do `forth`, which `back` undoes. `what` names it as a noun: "dismissing “Number”"."""
        self._in_turn(lambda: self._stack.push(_Step(what, forth, back)))

    def undo(self) -> None:
        """Take the last step back, and say so when there is none."""
        if self._stack.canUndo():
            self._in_turn(self._stack.undo)
        else:
            self.told.emit(tr("Nothing to undo: nothing was decided or changed yet."), "")

    def redo(self) -> None:
        """Do again what was undone last, and say so when there is nothing."""
        if self._stack.canRedo():
            self._in_turn(self._stack.redo)
        else:
            self.told.emit(tr("Nothing to do again: nothing was undone."), "")

    def forget(self) -> None:
        """Forget all steps: what they would change is another's now."""
        self._in_turn(self._stack.clear)

    def _in_turn(self, act: Callable[[], object]) -> None:
        """Do `act` behind what is being done: a step inside another frees that one, and the program falls.

        To undo a decision makes its card anew, and a note that was being written in it is kept as a step of its own.
        """
        self._waiting.append(act)
        if self._is_at_work:
            return
        self._is_at_work = True
        try:
            while self._waiting:
                self._waiting.pop(0)()
        finally:
            self._is_at_work = False

    @Slot()
    def _name(self) -> None:
        undo, redo = self._actions
        undo.setText(self._named(tr("Undo"), tr("Undo {what}"), self._stack.undoText()))
        redo.setText(self._named(tr("Redo"), tr("Redo {what}"), self._stack.redoText()))

    @staticmethod
    def _named(bare: str, pattern: str, what: str) -> str:
        return pattern.format(what=what).replace("&", "&&") if what else bare


class _Step(QUndoCommand):
    def __init__(self, what: str, forth: Callable[[], object], back: Callable[[], object]) -> None:
        super().__init__(what)
        self._forth, self._back = forth, back

    def redo(self) -> None:
        self._forth()

    def undo(self) -> None:
        self._back()
