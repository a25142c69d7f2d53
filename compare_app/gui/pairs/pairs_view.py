"""The table of pairs: kind, both texts, how alike they are, and why they are marked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from compare_app.core.translation import tr
from compare_app.gui.pairs.pair_delegate import PairDelegate
from compare_app.gui.pairs.pairs_model import COLUMNS, PairsModel
from compare_app.gui.pane.on_screen import EYE
from compare_app.gui.quiet_table import QuietTable
from compare_app.gui.state import State
from compare_app.gui.theme import Theme, reading_scaled, scaled
from compare_app.gui.when_seen import WhenSeen
from compare_app.present.items import Item
from compare_app.present.pairs import Column

_GUESSED_ROW_PX = 66  # two lines of text; a row is measured when it comes into view
_KIND_PX, _SIMILARITY_PX, _TEXT_LEAST_PX = 136, 64, 150
_TEXT_FLOOR_PX = 66  # some words a line: not even in the narrowest window does a text take less
_WHY_SHARE, _WHY_LEAST_PX, _WHY_MOST_PX = 0.21, 150, 320
_STEP_PX = 24
_NEAR = 8  # rows measured around the one that is brought into view, so that it stays there


class PairsView(QuietTable):
    """Shows the items that the filter lets through; the current row is the selected item."""

    item_chosen = Signal(int)
    place_wanted = Signal(int)
    """The item that the reader wants to see in its place in both texts."""

    def __init__(self, state: State, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._pairs = PairsModel(state, self)
        self._delegate = PairDelegate(self._pairs, theme, self)
        self._measured: dict[int, Item] = {}  # rows, as they were decided then
        self._build()
        seen = WhenSeen(self, self._pairs.refresh)
        for signal in (state.comparison_changed, state.filter_changed):
            signal.connect(seen.ask)
        state.review_changed.connect(WhenSeen(self, self._pairs.take_decisions).ask)
        state.selection_changed.connect(WhenSeen(self, self._show_selection).ask)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._delegate.theme = theme
        self._share_width()  # letters may have another size
        self.viewport().update()

    def take_focus(self) -> None:
        """Take the keyboard."""
        self.setFocus()

    def has_focus(self) -> bool:
        """Whether the table has the keyboard."""
        return self.hasFocus()

    def copy(self) -> None:
        """Put both texts of the current row on the clipboard, a tab between them as spreadsheets want it."""
        if self.currentIndex().isValid():
            texts = (excerpt.text for excerpt in self._pairs.excerpts(self.currentIndex().row()))
            QGuiApplication.clipboard().setText("\t".join(texts))

    def items_behind(self, *, forward: bool) -> int | None:
        """As many as up to the selected one while its row is seen, or the rows stand in an order of their own."""
        current, bar = self.currentIndex(), self.verticalScrollBar()
        is_seen = current.isValid() and self.viewport().rect().intersects(self.visualRect(current))
        if is_seen or not self._pairs.is_in_reading_order:
            return None
        if forward and bar.value() == 0:
            return 0
        row = self.rowAt(round(EYE * self.viewport().height()))
        if row < 0 or (not forward and bar.value() == bar.maximum()):
            return len(self._state.items)
        return self._pairs.item_number(row)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Measure what comes into view, then paint it."""
        self._measure_visible()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the new width among the columns."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Home and End go to the first and last row, Enter to the place in both texts."""
        last = self._pairs.rowCount() - 1
        match event.key():
            case Qt.Key.Key_Home if last >= 0:
                self.selectRow(0)
            case Qt.Key.Key_End if last >= 0:
                self.selectRow(last)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.currentIndex().isValid():
                self.place_wanted.emit(self._pairs.item_number(self.currentIndex().row()))
            case _:
                super().keyPressEvent(event)

    def _build(self) -> None:
        self.setObjectName("pairs")
        self.setAccessibleName(tr("Pairs"))
        self.setAccessibleDescription(tr("One row a pair of claims; Enter shows it in both texts."))
        self.setModel(self._pairs)
        self.setItemDelegate(self._delegate)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(_STEP_PX)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_GUESSED_ROW_PX)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSortIndicator(COLUMNS.index(Column.LEFT), Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.tell_rows()
        self.row_chosen.connect(lambda row: self.item_chosen.emit(self._pairs.item_number(row)))
        self.doubleClicked.connect(lambda index: self.place_wanted.emit(self._pairs.item_number(index.row())))
        self._pairs.modelReset.connect(self._start_again)

    @Slot()
    def _show_selection(self) -> None:
        """Make the row of the selected item current and visible without telling anyone."""
        row = self._pairs.row_of(self._state.selected)
        if row is None or row != self.currentIndex().row():
            self.make_current(row)
        self._bring_in(-1 if row is None else row)

    @Slot()
    def _start_again(self) -> None:
        """Other rows, or in another order."""
        self._measured.clear()
        self._delegate.forget()
        self._show_selection()

    def _share_width(self) -> None:
        """Give the texts what the others leave; where that is little, what the card below says as well goes first."""
        width, kind = self.viewport().width(), self._kind_px()
        why = round(min(_WHY_MOST_PX, max(_WHY_LEAST_PX, _WHY_SHARE * width)))
        alike = max(scaled(_SIMILARITY_PX), self.horizontalHeader().sectionSizeHint(COLUMNS.index(Column.SIMILARITY)))
        least = 2 * reading_scaled(_TEXT_LEAST_PX)
        has_why, has_alike = width - kind - alike - why >= least, width - kind - alike >= least
        taken = kind + (alike if has_alike else 0)
        text = max(_TEXT_FLOOR_PX, (width - taken - (why if has_why else 0)) // 2)
        widths = (kind, text, text if has_why else width - taken - text, alike, width - taken - 2 * text)
        for column, pixels, is_shown in zip(COLUMNS, widths, (True, True, True, has_alike, has_why), strict=True):
            self.setColumnHidden(COLUMNS.index(column), not is_shown)
            self.setColumnWidth(COLUMNS.index(column), max(0, pixels))
        self._measured.clear()
        self._delegate.forget()
        self._bring_in(self.currentIndex().row())

    def _kind_px(self) -> int:
        """Room for the kinds, but never more than a text has."""
        return min(scaled(_KIND_PX), max(_KIND_PX, self.viewport().width() // 4))

    def _bring_in(self, row: int) -> None:
        """Scroll so far that all of `row` is in view; nowhere for a row that is none."""
        if row >= 0:
            self._measure(range(max(0, row - _NEAR), min(row + _NEAR, self._pairs.rowCount())))
            self.executeDelayedItemsLayout()
            self.scrollTo(self._pairs.index(row, 0))

    def _measure_visible(self) -> None:
        """Give the rows in view their heights; what stands above the first of them keeps its place."""
        row, bottom = self.rowAt(0), self.viewport().height()
        if row >= 0 and row not in self._measured and self.rowViewportPosition(row) < 0:  # on the way up
            before = self.rowHeight(row)
            self._measure(range(row, row + 1))
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + self.rowHeight(row) - before)
        while 0 <= row < self._pairs.rowCount() and self.rowViewportPosition(row) < bottom:
            self._measure(range(row, row + 1))
            row += 1

    def _measure(self, rows: range) -> None:
        widths = {column: self.columnWidth(number) for number, column in enumerate(COLUMNS)}
        for row in () if self._pairs.is_past else rows:
            item = self._pairs.item(row)
            if self._measured.get(row) is not item:
                self._measured[row] = item
                self.setRowHeight(row, self._delegate.row_height(row, widths))
