"""Draws the cells of the table: the two texts as the panes show them, the rest as a quiet line."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from compare_app.gui.marked_text import MarkedText
from compare_app.gui.pairs.pairs_model import COLUMNS, Index, PairsModel
from compare_app.gui.theme import Theme, interface_font
from compare_app.present.items import Item
from compare_app.present.marks import Mark
from compare_app.present.pairs import Column

TEXT_PX = 14
_PAD_X, _PAD_Y = 12, 9
_BAR_PX = 3
_LOWER_PX = 3  # so that labels stand on the line of the texts
_MOST_KEPT = 400  # laid-out cells: some screens full
_LABEL_LINE_PX = 19
_TEXTS = (Column.LEFT, Column.RIGHT)


class PairDelegate(QStyledItemDelegate):
    """Lays out a text when its row is first seen, and keeps it while it is near."""

    def __init__(self, model: PairsModel, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.theme = theme
        self._kept: dict[tuple[int, Column, int], tuple[Item, MarkedText]] = {}

    def forget(self) -> None:
        """Lay out everything anew: other rows, or other colours."""
        self._kept.clear()

    def row_height(self, row: int, width_of: dict[Column, int]) -> int:
        """Pixels that `row` takes when its columns have the widths given."""
        texts = max(self._marked(row, column, width_of[column]).height_px for column in _TEXTS)
        why = self._why_rect(row, width_of[Column.WHY]).height() if width_of[Column.WHY] else 0  # it may be left out
        return max(texts, why + _LOWER_PX, _LABEL_LINE_PX) + 2 * _PAD_Y

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect, column = QRect(option.rect), COLUMNS[index.column()]
        painter.fillRect(rect, self.theme.hover if selected else self.theme.base)
        painter.save()
        painter.setClipRect(rect)
        if column in _TEXTS:
            text = self._marked(index.row(), column, rect.width())
            text.paint(painter, rect.left() + _PAD_X, rect.top() + _PAD_Y)
        else:
            self._paint_label(painter, rect, index, column)
        painter.restore()
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), self.theme.line)
        if selected and index.column() == 0:
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR_PX, rect.height()), self.theme.accent)

    def _paint_label(self, painter: QPainter, rect: QRect, index: Index, column: Column) -> None:
        mark = self._model.item(index.row()).mark
        stands_out = column is Column.KIND and mark is not Mark.SAME
        painter.setFont(interface_font(bold=stands_out))
        painter.setPen(self.theme.marks[mark].ink if stands_out else self.theme.dim)
        inner = rect.adjusted(_PAD_X, _PAD_Y + _LOWER_PX, -_PAD_X // 2, -_PAD_Y)
        painter.drawText(inner, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), str(index.data()))

    def _why_rect(self, row: int, width: int) -> QRect:
        room = QRect(0, 0, max(_LABEL_LINE_PX, width - _PAD_X - _PAD_X // 2), 10_000)
        text = str(self._model.index(row, COLUMNS.index(Column.WHY)).data())
        return QFontMetrics(interface_font()).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)

    def _marked(self, row: int, column: Column, width: int) -> MarkedText:
        key, item = (self._model.item_number(row), column, width), self._model.item(row)
        kept = self._kept.get(key)
        if kept is None or kept[0] is not item:  # another once something was decided about it
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            excerpt = self._model.excerpts(row)[_TEXTS.index(column)]
            kept = self._kept[key] = item, MarkedText(excerpt, self.theme, width - 2 * _PAD_X, TEXT_PX)
        return kept[1]
