"""The table of pairs, as a person uses it."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTableView

from compare_app.core.document import Side
from compare_app.gui.pairs.pairs_model import COLUMNS
from compare_app.gui.quiet_table import spoken_row
from compare_app.gui.views import SIDE_BY_SIDE
from compare_app.present.marks import Mark
from compare_app.present.pairs import Column
from tests.gui.conftest import LEFT, RIGHT, Desk
from tests.gui.test_views import has_width

LONG = "It rained on the hills all day, and nobody in the valley had ever seen anything like it before. " * 3


@pytest.fixture
def table(desk: Desk) -> QTableView:
    """The table on the small texts, on screen."""
    desk.open_samples()
    return shown(desk)


def shown(desk: Desk) -> QTableView:
    desk.window.actions_by_name["view_pairs"].trigger()
    found = desk.window.findChild(QTableView, "pairs")
    assert isinstance(found, QTableView)
    desk.bot.waitUntil(found.isVisible)
    found.viewport().grab()
    return found


def text(table: QTableView, row: int, column: Column) -> str:
    return str(table.model().index(row, COLUMNS.index(column)).data())


def column(table: QTableView, name: Column) -> list[str]:
    return [text(table, row, name) for row in range(table.model().rowCount())]


def test_there_is_a_row_for_every_link_and_every_lone_claim(desk: Desk, table: QTableView) -> None:
    assert table.model().rowCount() == len(desk.state.items)
    for side, name in ((Side.LEFT, Column.LEFT), (Side.RIGHT, Column.RIGHT)):
        claims = [claim.text for claim in desk.state.documents[side].claims]  # type: ignore[union-attr]
        assert sorted(filter(None, column(table, name))) == sorted(claims)
    contradicting = next(row for row in range(table.model().rowCount()) if "⚠" in text(table, row, Column.KIND))
    assert text(table, contradicting, Column.KIND) == "⚠ Number"
    assert "£4 million on the left" in text(table, contradicting, Column.WHY)
    assert text(table, contradicting, Column.SIMILARITY).endswith("%")


def test_both_texts_of_a_row_begin_level_and_a_long_one_makes_its_row_high(desk: Desk) -> None:
    desk.open(desk.file("left.txt", LEFT), desk.file("right.txt", RIGHT + LONG))
    table = shown(desk)
    long = next(
        row for row in range(table.model().rowCount()) if text(table, row, Column.RIGHT).startswith("It rained")
    )
    table.scrollTo(table.model().index(long, 0))
    table.viewport().grab()
    assert table.rowHeight(long) > table.rowHeight(0)


def test_the_rows_follow_the_filter_and_the_decisions(desk: Desk, table: QTableView) -> None:
    desk.window.filtering.show_only(Mark.ADDED)
    assert [kind[0] for kind in column(table, Column.KIND)] == [Mark.ADDED.glyph]
    desk.window.filtering.show_only(None)
    desk.window.actions_by_name["next_contradiction"].trigger()
    rows = table.model().rowCount()
    desk.window.actions_by_name["dismiss"].trigger()
    assert table.model().rowCount() == rows
    assert not any("⚠" in kind for kind in column(table, Column.KIND))


def test_what_is_the_same_is_hidden_in_the_rows_as_well(desk: Desk) -> None:
    same = "\n\n".join(f"Paragraph {number} tells what everybody knows of the river." for number in range(20))
    desk.open(desk.file("1.txt", f"{same}\n\nIt cost £4."), desk.file("2.txt", f"{same}\n\nIt cost £6."))
    table = shown(desk)
    assert table.model().rowCount() == 21
    desk.window.actions_by_name["hide_same"].trigger()
    assert table.model().rowCount() == 3  # the first claim, the one that differs and the one before it


def test_a_click_selects_everywhere_and_the_keys_go_from_row_to_row(desk: Desk, table: QTableView) -> None:
    place = table.visualRect(table.model().index(1, 1)).center()
    desk.bot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))  # type: ignore[no-untyped-call]
    first = desk.state.selected
    assert first is not None
    desk.bot.keyClick(table, Qt.Key.Key_Down)  # type: ignore[no-untyped-call]
    assert desk.state.selected == first + 1
    desk.bot.keyClick(table, Qt.Key.Key_End)  # type: ignore[no-untyped-call]
    assert desk.state.selected == len(desk.state.items) - 1
    desk.bot.keyClick(table, Qt.Key.Key_Home)  # type: ignore[no-untyped-call]
    assert desk.state.selected == 0


def test_enter_shows_the_place_in_both_texts(desk: Desk, table: QTableView) -> None:
    table.selectRow(2)
    chosen = desk.state.selected
    desk.bot.keyClick(table, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert desk.window.views.name == SIDE_BY_SIDE
    assert desk.state.selected == chosen


def test_a_click_on_a_heading_orders_the_rows_and_keeps_what_is_selected(desk: Desk, table: QTableView) -> None:
    desk.window.actions_by_name["next_contradiction"].trigger()
    selected = desk.state.selected
    for name, descending in ((Column.KIND, False), (Column.SIMILARITY, True), (Column.RIGHT, False)):
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        table.sortByColumn(COLUMNS.index(name), order)
        assert desk.state.selected == selected
        assert "⚠" in text(table, table.currentIndex().row(), Column.KIND)
    table.sortByColumn(COLUMNS.index(Column.KIND), Qt.SortOrder.AscendingOrder)
    assert "⚠" in text(table, 0, Column.KIND)


def test_a_row_is_copied_as_two_cells(desk: Desk, table: QTableView) -> None:
    table.selectRow(0)
    desk.window.actions_by_name["copy"].trigger()
    left, right = QGuiApplication.clipboard().text().split("\t")
    assert (left, right) == (text(table, 0, Column.LEFT), text(table, 0, Column.RIGHT))


def test_a_row_is_spoken_with_its_place(table: QTableView) -> None:
    spoken = table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert f"1 of {table.model().rowCount()}" in spoken


def test_a_row_among_thousands_is_spoken_as_numbers_are_written() -> None:
    assert spoken_row("changed", 1203, 20_000, "reworded") == "changed, 1,204 of 20,000: reworded"


def test_in_a_narrow_window_the_texts_keep_their_room(desk: Desk, table: QTableView) -> None:
    widths = {}
    for width in (660, 1280):
        desk.window.resize(width, 600)
        desk.bot.waitUntil(partial(has_width, desk, width))
        widths[width] = {name: table.columnWidth(COLUMNS.index(name)) for name in Column}
    assert widths[660][Column.LEFT] >= 150
    assert widths[660][Column.WHY] == 0
    assert widths[1280][Column.WHY] > 0
    assert all(sum(columns.values()) <= width for width, columns in widths.items())
