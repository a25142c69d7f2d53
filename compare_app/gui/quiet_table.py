"""A table of which one row may be current, and that says so only when the reader chose it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTableView, QWidget

from compare_app.core.translation import grouped, tr


class QuietTable(QTableView):
    """Whole rows, one at a time. Having the keyboard selects nothing: Qt would make the first row current."""

    row_chosen = Signal(int)
    """The row that the reader went to, by mouse or by key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.clicked.connect(self._tell)

    def tell_rows(self) -> None:
        """Tell from now on which row is current; to be called once there is a model."""
        self.selectionModel().currentRowChanged.connect(self._tell)

    def make_current(self, row: int | None) -> None:
        """Make `row` current, or none, without telling anyone."""
        self.selectionModel().blockSignals(True)  # noqa: FBT003
        if row is None:
            self.selectionModel().clear()
        else:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(self.model().index(row, 0), flags.ClearAndSelect | flags.Rows)
        self.selectionModel().blockSignals(False)  # noqa: FBT003
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take the keyboard and leave the current row as it is."""
        row = self.currentIndex().row() if self.currentIndex().isValid() else None
        self.selectionModel().blockSignals(True)  # noqa: FBT003
        super().focusInEvent(event)
        self.make_current(row)

    @Slot(QModelIndex)
    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_chosen.emit(index.row())


def spoken_row(kind: str, row: int, count: int, why: str) -> str:
    """Row `row`, from 0, for a screen reader: what it is, which of `count`, and why it is there."""
    return tr("{kind}, {place} of {count}: {why}", kind=kind, place=grouped(row + 1), count=grouped(count), why=why)
