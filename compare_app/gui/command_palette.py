"""Every action by a few letters of its name: found, told with its keys, and done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from compare_app.core.records import record
from compare_app.core.translation import tr
from compare_app.gui.announcing import announce
from compare_app.gui.theme import Theme, interface_font
from compare_app.present.matching import Hit, matched

_WIDTH_PX = 560
_ROW_PX = 32
_MOST_ROWS = 11
_MARGIN_PX = 12
_TOP_PX = 96  # below the window's upper edge
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST_ROWS, Qt.Key.Key_PageUp: -_MOST_ROWS}
Index = QModelIndex | QPersistentModelIndex


@record
class Command:
    """An action as it is listed; `obstacle` says why it cannot be done now, empty where it can."""

    name: str
    text: str
    menu: str
    keys: str
    obstacle: str = ""


class CommandModel(QAbstractListModel):
    """The commands that answer to what was typed, the best first; those done lately before others as good."""

    def __init__(self, commands: Sequence[Command], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self.hits: list[tuple[Command, Hit]] = []
        self.look_for("")

    def look_for(self, typed: str) -> None:
        """List what answers to `typed`."""
        found = [(command, hit) for command in self._commands if (hit := matched(typed, command.text)) is not None]
        self.beginResetModel()
        self.hits = sorted(found, key=lambda one: one[1].rank)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Number of commands listed."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text of a command, and what is said of it."""
        command = self.hits[index.row()][0]
        if role == Qt.ItemDataRole.DisplayRole:
            return command.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row())
        return None

    def spoken(self, row: int) -> str:
        """A command with its keys, what stands in its way, and its place."""
        command = self.hits[row][0]
        parts = ", ".join(filter(None, (command.text, command.keys, command.obstacle)))
        return tr("{command}, {place} of {count}", command=parts, place=row + 1, count=len(self.hits))


class _CommandDelegate(QStyledItemDelegate):
    """Menu and text at the left, the letters typed in bold; keys, or what stands in the way, at the right."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """All rows are equally high."""
        del option, index
        return QSize(0, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a command."""
        model = index.model()
        assert isinstance(model, CommandModel)
        command, hit = model.hits[index.row()]
        rect = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.hover)
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self._theme.accent)
        inner = rect.adjusted(_MARGIN_PX, 0, -_MARGIN_PX, 0)
        painter.setPen(self._theme.dim)
        painter.setFont(interface_font(12))
        painter.drawText(
            inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, command.obstacle or command.keys
        )
        prefix = f"{command.menu}  ›  "
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, prefix)
        inner.setLeft(inner.left() + QFontMetrics(painter.font()).horizontalAdvance(prefix))
        painter.setPen(self._theme.dim if command.obstacle else self._theme.text)
        _draw_letters(painter, inner, command.text, hit.places)


def _draw_letters(painter: QPainter, rect: QRect, text: str, bold_places: Sequence[int]) -> None:
    bold = set(bold_places)
    left = rect.left()
    for place, letter in enumerate(text):
        painter.setFont(interface_font(bold=place in bold))
        painter.drawText(QRect(left, rect.top(), rect.width(), rect.height()), Qt.AlignmentFlag.AlignVCenter, letter)
        left += QFontMetrics(painter.font()).horizontalAdvance(letter)


class CommandPalette(QDialog):
    """A field and the list below it. The keyboard stays in the field; the arrows move through the list."""

    chosen = Signal(str)
    """The name of the action to do."""

    def __init__(self, commands: Sequence[Command], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("commandPalette")
        self.setWindowTitle(tr("Commands"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model = CommandModel(commands, self)
        self._field = QLineEdit()
        self._list = QListView()
        self._build(theme)
        self._field.textEdited.connect(self._look)
        self._list.clicked.connect(self._choose)
        self._go_to(0)
        self._put_over(parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows move, Enter does, Escape closes."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go_to(self._list.currentIndex().row() + _STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentIndex())
        else:
            super().keyPressEvent(event)

    def _build(self, theme: Theme) -> None:
        self._field.setPlaceholderText(tr("Type what you want to do"))
        self._field.setAccessibleName(tr("Command"))
        self._field.setAccessibleDescription(tr("The arrows move through the commands found, Enter does one."))
        self._list.setModel(self._model)
        self._list.setItemDelegate(_CommandDelegate(theme, self))
        self._list.setAccessibleName(tr("Commands found"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        self._field.setFixedWidth(_WIDTH_PX)
        self._list.setFixedWidth(_WIDTH_PX)

    def _put_over(self, window: QWidget) -> None:
        size = self.sizeHint()
        left = (window.width() - size.width()) // 2
        self.move(window.mapToGlobal(QPoint(left, min(_TOP_PX, max(0, window.height() - size.height())))))

    @Slot(str)
    def _look(self, typed: str) -> None:
        self._model.look_for(typed)
        self._go_to(0)

    def _go_to(self, row: int) -> None:
        count = self._model.rowCount()
        self._list.setFixedHeight(_ROW_PX * min(_MOST_ROWS, count))
        if count:
            row = min(count - 1, max(0, row))
            self._list.setCurrentIndex(self._model.index(row))
            announce(self._list, self._model.spoken(row))
        else:
            announce(self._list, tr("No command found"))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid() or self._model.hits[index.row()][0].obstacle:
            return
        name = self._model.hits[index.row()][0].name
        self.close()
        self.chosen.emit(name)
