"""Help is at hand: hints that go away for good, an explanation of every part, all keys on one page, all versions."""

from __future__ import annotations

from importlib.metadata import version
from platform import python_version

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox, QToolButton, QTreeWidget, QWhatsThis, QWidget

from compare_app.app.places import Places
from compare_app.app.seen_hints import read_seen
from compare_app.gui.actions import ACTIONS, MENUS
from compare_app.gui.explaining import PARTS
from compare_app.gui.hints import HINTS
from compare_app.gui.keyboard_page import KeyboardPage
from tests.gui.conftest import Desk


@pytest.fixture
def seen_none(places: Places) -> Places:
    """The folders of somebody who has seen no hint."""
    places.hints_file.unlink()
    return places


@pytest.fixture
def newcomer(seen_none: Places, desk: Desk) -> Desk:
    """A window of somebody who has seen no hint."""
    del seen_none  # it was made before the window
    return desk


def press(desk: Desk, text: str) -> None:
    (button,) = [one for one in desk.window.hints.bar.findChildren(QToolButton) if one.text() == text]
    button.click()


def test_hints_come_one_a_comparison_and_never_again_once_read(newcomer: Desk, places: Places) -> None:
    bar = newcomer.window.hints.bar
    assert bar.sentence == ""
    newcomer.open_samples()
    assert bar.sentence == "F8 goes to the next contradiction, Alt+Down to the next difference."
    press(newcomer, "Got it")
    assert bar.sentence == ""
    assert read_seen(places.hints_file) == {"walk"}
    newcomer.controller.select(0)
    assert bar.sentence == ""  # one is enough
    newcomer.open_samples()
    assert "hides what is the same" in bar.sentence


def test_whoever_uses_what_a_hint_speaks_of_needs_it_no_more(newcomer: Desk, places: Places) -> None:
    newcomer.open_samples()
    QTest.keyClick(newcomer.window, Qt.Key.Key_F8)
    assert newcomer.window.hints.bar.sentence == ""
    assert "walk" in read_seen(places.hints_file)


def test_hints_can_be_had_no_more_at_all(newcomer: Desk, places: Places) -> None:
    newcomer.open_samples()
    press(newcomer, "No more hints")
    assert read_seen(places.hints_file) == {hint.name for hint in HINTS}
    newcomer.open_samples()
    assert newcomer.window.hints.bar.sentence == ""


def test_hints_speak_of_actions_that_there_are() -> None:
    names = {spec.name for spec in ACTIONS}
    for hint in HINTS:
        assert hint.actions
        assert set(hint.actions) <= names
        assert "{" not in hint.sentence


def test_a_damaged_list_of_hints_is_none(places: Places) -> None:
    places.hints_file.write_text("[", encoding="utf-8")
    assert read_seen(places.hints_file) == frozenset()


def explained(widget: QWidget) -> bool:
    """Whether a widget or a part of the window it lies in says what it is for; Qt asks in this order."""
    part: QWidget | None = widget
    while part is not None and not part.isWindow():
        if part.whatsThis():
            return True
        part = part.parentWidget()
    return False


@pytest.mark.parametrize("view", ["view_side_by_side", "view_pairs", "view_one_column", "view_findings"])
def test_every_control_says_what_it_is_for(desk: Desk, view: str) -> None:
    desk.open_samples()
    desk.window.filtering.open()
    desk.window.finding.open()
    desk.window.actions_by_name[view].trigger()
    silent = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in desk.window.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not explained(widget)
    ]
    assert silent == []
    assert all(action.whatsThis() for action in desk.window.actions_by_name.values())


def test_every_explanation_has_its_part(desk: Desk) -> None:
    assert set(PARTS) <= {type(widget).__name__ for widget in desk.window.findChildren(QWidget)}


def test_the_pointer_asks_until_it_has_asked(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert QWhatsThis.inWhatsThisMode()
    QWhatsThis.leaveWhatsThisMode()


def rows(tree: QTreeWidget) -> list[tuple[str, int]]:
    """What is shown of a tree, with 0 for a section and 1 for a row of one."""
    found = []
    item = tree.itemAt(0, 0) or tree.topLevelItem(0)
    while item is not None:
        found.append((item.text(0), 0 if item.parent() is None else 1))
        item = tree.itemBelow(item)
    return found


def test_all_keys_stand_in_the_sections_of_the_menus_and_are_searched(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_F1)
    (page,) = desk.window.findChildren(KeyboardPage)
    (tree,), (field,) = page.findChildren(QTreeWidget), page.findChildren(QLineEdit)
    assert [text for text, depth in rows(tree) if depth == 0] == list(MENUS)
    assert sum(depth for _, depth in rows(tree)) == len([spec for spec in ACTIONS if spec.name and spec.keys_now])
    assert page.height() <= 560  # it fits into the smallest window
    QTest.keyClicks(field, "F8")
    assert [text for text, depth in rows(tree) if depth == 1] == ["Next contradiction", "Previous contradiction"]
    page.close()


def test_about_names_every_version(desk: Desk) -> None:
    desk.window.actions_by_name["about"].trigger()
    (box,) = desk.window.findChildren(QMessageBox)
    for known in (python_version(), qVersion(), version("rapidfuzz"), version("compare-app")):
        assert known in box.text() + box.informativeText()
    box.close()
