"""The list of differences: one line each, gravest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QWidget

from compare_app.core.translation import marked, tr
from compare_app.gui.quiet_table import QuietTable, spoken_row
from compare_app.gui.theme import Theme, interface_font, scaled
from compare_app.gui.tool_tips import tool_tip
from compare_app.present.direction import runs_right_to_left
from compare_app.present.marks import Mark
from compare_app.present.rows import Row, Rows

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

_ROW_PX = 30
_KIND_PX = 148
_COLUMNS = (marked("Kind"), marked("Left"), marked("Right"))
_BAR_PX = 3
_PAD_PX = 11
_THIN_PX = 2  # no letter is narrower
_TICK = "✓"
Index = QModelIndex | QPersistentModelIndex


class DifferenceModel(QAbstractTableModel):
    """Rows as kind, left text, right text."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: Rows | None = None
        self.confirmed: frozenset[int] = frozenset()

    def set_rows(self, rows: Rows, confirmed: frozenset[int]) -> None:
        """Show `rows` instead of those before, with a tick at the items that are `confirmed`."""
        if self.rows is not None and len(rows) and rows.has_places_of(self.rows):
            self.rows, self.confirmed = rows, confirmed
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(_COLUMNS) - 1))
            return
        self.beginResetModel()
        self.rows, self.confirmed = rows, confirmed
        self.endResetModel()

    def row_of(self, item: int | None) -> int | None:
        """The row of an item, None where it has none."""
        return None if item is None or self.rows is None else self.rows.place_of(item)

    def item(self, row: int) -> int:
        """The item in `row`."""
        assert self.rows is not None  # or there is no row
        return self.rows[row].item

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Number of differences."""
        return 0 if parent.isValid() or self.rows is None else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Kind, left, right."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        """Names of the columns."""
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return tr(_COLUMNS[section]) if shown else None

    def cell(self, place: int, column: int) -> tuple[str, QColor]:
        """Text and colour of what stands in a row and a column."""
        assert self.rows is not None  # or there is no row
        row = self.rows[place]
        return self._text(row, column), self._ink(row, column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, colour, font and the spoken sentence of a cell."""
        assert self.rows is not None  # or there is no index
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(row, column)
            case Qt.ItemDataRole.FontRole:
                return interface_font(bold=column == 0)
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip("\n".join((row.why, *(tr("Note: {note}", note=note) for note in row.notes))))
            case Qt.ItemDataRole.AccessibleTextRole:
                if column:
                    return self._text(row, column)
                said = tr("{kind}, confirmed", kind=row.label) if row.item in self.confirmed else row.label
                return spoken_row(said, index.row(), len(self.rows), row.why)
        return None

    def _ink(self, row: Row, column: int) -> QColor:
        return (self.theme.marks[row.mark].ink, self.theme.text, self.theme.dim)[column]

    def _text(self, row: Row, column: int) -> str:
        if column:
            return row.left if column == 1 else row.right
        moved, tick = Mark.MOVED.glyph if row.also_moved else "", _TICK if row.item in self.confirmed else ""
        return " ".join(filter(None, (row.mark.glyph, row.label, moved, tick)))


_FROM_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_FROM_RIGHT = _FROM_LEFT | int(Qt.TextFlag.TextForceRightToLeft)  # which mirrors what is aligned


class _RowDelegate(QStyledItemDelegate):
    """Draws one-pixel lines between rows and a bar beside the selected one."""

    def __init__(self, model: DifferenceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.take_fonts()

    def take_fonts(self) -> None:
        """Write in the fonts of now: the plain one and the bold, each with its measures."""
        fonts = (interface_font(), interface_font(bold=True))
        self._fonts = tuple((font, QFontMetrics(font)) for font in fonts)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        from PySide6.QtWidgets import QStyle  # 5 ms, when there is a row to paint

        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRect(option.rect)
        theme, column = self._model.theme, index.column()
        painter.fillRect(rect, theme.hover if selected else theme.base)
        # The style would do the same in five times the time, and a list is painted anew at every step.
        font, metrics = self._fonts[column == 0]
        room = rect.adjusted(_PAD_PX, 0, -_PAD_PX // 2, 0)
        said, ink = self._model.cell(index.row(), column)
        whole = said[: room.width() // _THIN_PX + 2]  # to measure what has no room takes longest
        text = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(room, _FROM_RIGHT if runs_right_to_left(whole) else _FROM_LEFT, text)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line)
        if selected and column == 0:
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR_PX, rect.height()), theme.accent)


class DifferenceList(QuietTable):
    """The differences as lines; the current line is the selected item."""

    item_chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("differences")
        self.setAccessibleName(tr("Differences"))
        self._model = DifferenceModel(theme, self)
        self._delegate = _RowDelegate(self._model, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.tell_rows()
        self.row_chosen.connect(lambda row: self.item_chosen.emit(self._model.item(row)))

    def set_rows(self, rows: Rows, confirmed: frozenset[int] = frozenset()) -> None:
        """Show `rows`, with a tick at the items that are `confirmed`; none is current."""
        self._model.set_rows(rows, confirmed)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._model.theme = theme
        self._delegate.take_fonts()
        self.setColumnWidth(0, scaled(_KIND_PX))
        self.verticalHeader().setDefaultSectionSize(scaled(_ROW_PX))
        if self.isVisible():  # else there is nothing to paint
            self.viewport().update()

    def show_selected(self, item: int | None) -> None:
        """Make the row of `item` current and visible without telling anyone."""
        found = self._model.row_of(item)
        self.make_current(found)
        if found is not None:
            self.scrollTo(self._model.index(found, 0))
