"""Every action is found by a few letters and done without the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QListView

from compare_app.core.document import Side
from compare_app.gui.actions import ACTIONS
from tests.gui.conftest import Desk


def palette(desk: Desk) -> QDialog:
    """The palette, opened by its key."""
    QTest.keyClick(desk.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    (found,) = [one for one in desk.window.findChildren(QDialog, "commandPalette") if one.isVisible()]
    return found


def listed(found: QDialog) -> list[str]:
    (shown,) = found.findChildren(QListView)
    model = shown.model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def type_and_enter(found: QDialog, letters: str) -> None:
    (field,) = found.findChildren(QLineEdit)
    QTest.keyClicks(field, letters)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_all_actions_are_listed_each_once(desk: Desk) -> None:
    found = palette(desk)
    names = {spec.plain_text for spec in ACTIONS if spec.name not in ("", "command_palette")}
    assert set(listed(found)) == names
    found.close()


def test_a_few_letters_and_enter_do_it(desk: Desk) -> None:
    desk.open_samples()
    type_and_enter(palette(desk), "next c")
    assert desk.state.selected is not None
    assert "⚠" in desk.state.visible_rows()[0].mark.glyph
    assert desk.window.view.panes[Side.LEFT].hasFocus()


def test_the_arrows_move_and_what_was_done_comes_first_the_next_time(desk: Desk) -> None:
    desk.open_samples()
    found = palette(desk)
    (field,) = found.findChildren(QLineEdit)
    QTest.keyClicks(field, "hide what")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.state.filter.hides_same
    found = palette(desk)
    assert listed(found)[0] == "Hide what is the same"
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert not found.isVisible()
    assert desk.state.filter.hides_same  # Escape was meant for the palette


def test_what_cannot_be_done_says_why_and_is_not_done(desk: Desk) -> None:
    found = palette(desk)
    (field,) = found.findChildren(QLineEdit)
    QTest.keyClicks(field, "next contradiction")
    (shown,) = found.findChildren(QListView)
    spoken = shown.model().data(shown.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Next contradiction, F8, Needs two documents, 1 of 1"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert found.isVisible()
    found.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_painted_and_finds_nothing_without_a_fuss(desk: Desk, theme: str) -> None:
    desk.window.actions_by_name[f"theme_{theme}"].trigger()
    found = palette(desk)
    before = found.grab().toImage()
    (field,) = found.findChildren(QLineEdit)
    QTest.keyClicks(field, "zzzz")
    assert listed(found) == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert found.grab().toImage() != before
    found.close()
