"""Tells of decisions about words that are gone, and lists them when asked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from compare_app.core.placed_review import lost_decisions
from compare_app.core.translation import tr, tr_n
from compare_app.gui.state import State
from compare_app.present.lost import lost_lines

_SIZE_PX = (560, 360)


class LostDecisions(QObject):
    """Counts them with every comparison, and speaks when there are more."""

    told = Signal(str, str)
    """A sentence for the user and what to do about it."""

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._count = 0
        state.comparison_changed.connect(self._tell)

    def show(self) -> None:
        """List them in a window of their own, or say that there are none."""
        comparison = self._state.comparison
        assert comparison is not None  # the action waits for one
        lines = lost_lines(comparison, self._state.review)
        if lines:
            window = self.parent()
            LostList(lines, window if isinstance(window, QWidget) else None).open()
        else:
            self.told.emit(tr("Every decision belongs to words that are there."), "")

    @Slot()
    def _tell(self) -> None:
        if self._state.comparison is None:
            return
        count = lost_decisions(self._state.comparison, self._state.review, self._state.agenda().keys)
        if count > self._count:
            self.told.emit(
                tr_n(
                    "{count} decision belongs to text that is no longer there.",
                    "{count} decisions belong to text that is no longer there.",
                    count,
                ),
                tr("Nothing is lost: they hold again when the text is back. The menu Review lists them."),
            )
        self._count = count


class LostList(QDialog):
    """The lines, to be read and copied."""

    def __init__(self, lines: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Decisions about text that is gone"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        says = QLabel(tr("Neither text has these words now. What was decided is kept, and holds again with them."))
        says.setWordWrap(True)
        text = QPlainTextEdit("\n\n".join(lines), readOnly=True)
        text.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setIcon(QIcon())  # a black one where the window is dark
        close.setText(tr("Close"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        for part in (says, text, buttons):
            layout.addWidget(part)
        self.resize(*_SIZE_PX)
