"""The rows of the table: which items, in which order. Texts are made when a cell asks for them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from compare_app.core.comparison import Comparison
from compare_app.core.translation import marked, tr
from compare_app.gui.quiet_table import spoken_row
from compare_app.gui.state import State
from compare_app.gui.tool_tips import tool_tip
from compare_app.present.excerpts import Excerpt, excerpts_of
from compare_app.present.items import Item
from compare_app.present.pairs import Column, in_order, pair_kind, pair_similarity, pair_why

Index = QModelIndex | QPersistentModelIndex
COLUMNS = tuple(Column)
_TITLES = {
    Column.KIND: (marked("Kind"), marked("Order by kind, gravest first")),
    Column.LEFT: (marked("Left"), marked("Order as the left text reads")),
    Column.RIGHT: (marked("Right"), marked("Order as the right text reads")),
    Column.SIMILARITY: (marked("Alike"), marked("Order by how alike the two are")),
    Column.WHY: (marked("Why"), marked("Order by what was found")),
}


class PairsModel(QAbstractTableModel):
    """One row a visible item of the state."""

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._of: Comparison | None = None  # what the rows are of
        self._numbers: Sequence[int] = ()
        self._rows: dict[int, int] = {}  # where they stand in an order of their own
        self._order = (Column.LEFT, False)

    def refresh(self) -> None:
        """Take what the state lets through now."""
        self.beginResetModel()
        self._number()
        self.endResetModel()

    def take_decisions(self) -> None:
        """The same, for the same comparison: where no row comes or goes, what they say may be another."""
        before = self._numbers
        if self.is_past or before != self._numbers_now():
            self.refresh()
        elif before:
            self.dataChanged.emit(self.index(0, 0), self.index(len(before) - 1, len(COLUMNS) - 1))

    @property
    def is_past(self) -> bool:
        """Whether the rows are of another comparison than that of now, which is to be shown in a moment."""
        return self._of is not self._state.comparison

    @property
    def is_in_reading_order(self) -> bool:
        """Whether the rows stand as the claims do on the left."""
        return self._order == (Column.LEFT, False)

    def item_number(self, row: int) -> int:
        """The number of the item in `row`."""
        return self._numbers[row]

    def row_of(self, number: int | None) -> int | None:
        """The row of an item, None where the filter hides it."""
        if number is None:
            return None
        if self.is_in_reading_order:
            row = bisect_left(self._numbers, number)
            return row if row < len(self._numbers) and self._numbers[row] == number else None
        if not self._rows:
            self._rows = {known: row for row, known in enumerate(self._numbers)}
        return self._rows.get(number)

    def item(self, row: int) -> Item:
        """The item in `row`."""
        return self._state.items[self._numbers[row]]

    def excerpts(self, row: int) -> tuple[Excerpt, Excerpt]:
        """What the two sides say in `row`."""
        assert self._state.comparison is not None  # or there were no rows
        return excerpts_of(self._state.comparison, self.item(row), self._numbers[row])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Number of visible items."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Kind, left, right, similarity, why."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        """Names of the columns, and what a click on them does."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        title, tip = _TITLES[COLUMNS[section]]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{tr(title)} {self._arrow(COLUMNS[section])}".rstrip()
            case Qt.ItemDataRole.ToolTipRole:
                return tr(tip)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, and for a screen reader the whole row in its first."""
        if self.is_past:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(index.row(), COLUMNS[index.column()])
            case Qt.ItemDataRole.ToolTipRole if COLUMNS[index.column()] is Column.WHY:
                return tool_tip(self._text(index.row(), Column.WHY))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index.row(), COLUMNS[index.column()])
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column."""
        self._order = (COLUMNS[column], order is Qt.SortOrder.DescendingOrder)
        self.refresh()

    def _arrow(self, column: Column) -> str:
        by, descending = self._order
        return "" if column is not by else "↑" if descending else "↓"

    def _number(self) -> None:
        self._of = self._state.comparison
        self._numbers, self._rows = self._numbers_now(), {}

    def _numbers_now(self) -> Sequence[int]:
        (column, descending), shown = self._order, self._state.shown.numbers
        is_in_order = self.is_in_reading_order
        return shown if is_in_order else in_order(self._state.items, shown, column, descending=descending)

    def _text(self, row: int, column: Column) -> str:
        item = self.item(row)
        match column:
            case Column.KIND:
                return pair_kind(item)
            case Column.LEFT:
                return self.excerpts(row)[0].text
            case Column.RIGHT:
                return self.excerpts(row)[1].text
            case Column.SIMILARITY:
                return pair_similarity(item)
            case Column.WHY:
                assert self._state.comparison is not None  # or there were no rows
                return pair_why(self._state.comparison, item, self._state.review)

    def _spoken(self, row: int, column: Column) -> str:
        if column is not Column.KIND:
            return self._text(row, column)
        kind, why = self._text(row, column), self._text(row, Column.WHY)
        return spoken_row(kind, row, len(self._numbers), why)
