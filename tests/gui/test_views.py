"""One state, several views: what is chosen in one is chosen in all."""

from __future__ import annotations

from functools import partial
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from compare_app.app.jobs import Input
from compare_app.core.document import Side
from compare_app.gui.tool_bar import ToolBar
from compare_app.gui.views import FINDINGS, SIDE_BY_SIDE
from compare_app.present.marks import Mark
from tests.gui.conftest import WAIT_MS, Desk

NAMES = (SIDE_BY_SIDE, "view_pairs", "view_one_column", FINDINGS)


def show(desk: Desk, name: str) -> None:
    """Show a view by its key."""
    key = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)[NAMES.index(name)]
    desk.bot.keyClick(desk.window, key, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call]


def test_a_key_and_a_button_show_each_view_and_one_is_pressed_at_a_time(desk: Desk) -> None:
    desk.open_samples()
    assert desk.window.views.names == NAMES
    for name in (*NAMES[1:], NAMES[0]):
        show(desk, name)
        assert desk.window.views.name == name
        assert desk.window.views.current.has_focus()
    for name in (*NAMES[1:], NAMES[0]):
        button = next(one for one in desk.window.findChildren(QToolButton) if one.objectName() == name)
        desk.bot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]
        assert desk.window.views.name == name
        desk.bot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]
        assert [known for known in NAMES if desk.window.actions_by_name[known].isChecked()] == [name]


@pytest.mark.parametrize("name", NAMES)
def test_the_keys_walk_in_every_view(desk: Desk, name: str) -> None:
    desk.open_samples()
    show(desk, name)
    seen = []
    for _ in desk.state.visible_rows():
        desk.bot.keyClick(desk.window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)  # type: ignore[no-untyped-call]
        seen.append(desk.state.selected)
    assert seen == sorted(row.item for row in desk.state.visible_rows())
    desk.controller.select(None)
    desk.bot.keyClick(desk.window, Qt.Key.Key_F8)  # type: ignore[no-untyped-call]
    assert desk.state.items[desk.state.selected].mark is Mark.CONTRADICTING  # type: ignore[index]


@pytest.mark.parametrize("name", NAMES)
def test_a_view_that_is_shown_later_knows_what_happened_before(desk: Desk, name: str) -> None:
    show(desk, name)
    show(desk, SIDE_BY_SIDE)
    desk.open_samples()
    desk.window.filtering.show_only(Mark.ADDED)
    show(desk, name)
    desk.window.actions_by_name["next_difference"].trigger()
    assert desk.state.items[desk.state.selected].mark is Mark.ADDED  # type: ignore[index]
    desk.window.actions_by_name["swap_sides"].trigger()
    desk.wait_for_comparison()
    assert desk.window.views.name == name


def has_width(desk: Desk, width: int) -> bool:
    return desk.window.width() == width


def test_every_button_of_the_bar_stays_on_it_in_a_narrow_window(desk: Desk) -> None:
    desk.open_samples()
    (bar,) = desk.window.findChildren(ToolBar)
    buttons = [one for one in bar.findChildren(QToolButton) if one.objectName() in desk.window.actions_by_name]
    long = {one.objectName(): one.text() for one in buttons}
    for width, is_short in ((1280, False), (900, True), (1280, False)):
        desk.window.resize(width, 600)
        desk.bot.waitUntil(partial(has_width, desk, width))
        desk.bot.waitUntil(lambda: all(one.isVisible() for one in buttons))
        assert ({one.objectName(): one.text() for one in buttons} != long) is is_short


def test_where_little_is_missing_only_the_field_to_find_in_is_shorter(desk: Desk) -> None:
    desk.open_samples()
    (bar,) = desk.window.findChildren(ToolBar)
    texts = set()
    for width in range(1280, 900, -20):
        desk.window.resize(width, 600)
        desk.bot.waitUntil(partial(has_width, desk, width))
        shown = {one.objectName(): one.text() for one in bar.findChildren(QToolButton)}
        texts.add((shown["find"], shown["next_contradiction"]))
    assert {(find.split()[-1], next_) for find, next_ in texts} == {
        ("Ctrl+F", "⚠ Next contradiction"),
        ("Find", "⚠ Next contradiction"),
        ("Find", "⚠"),
    }


def test_the_buttons_of_the_card_need_no_scrolling_in_a_small_window(desk: Desk) -> None:
    desk.open_samples()
    desk.window.resize(900, 600)
    desk.bot.waitUntil(lambda: desk.window.height() == 600)
    desk.window.actions_by_name["next_contradiction"].trigger()
    why = desk.window.why
    buttons = [one for one in why.findChildren(QPushButton) if one.text() in ("Confirm", "Dismiss")]
    assert len(buttons) == 2
    for button in buttons:
        assert 0 < button.mapTo(why.viewport(), button.rect().bottomLeft()).y() <= why.viewport().height()


@pytest.mark.parametrize("name", NAMES)
def test_a_view_of_what_is_past_can_be_dressed_and_resized_before_it_is_seen(desk: Desk, name: str) -> None:
    desk.window.resize(700, 500)
    texts = ["\n\n".join(f"Claim {number} cost £{number + more}." for number in range(60)) for more in (5, 6)]
    desk.open(desk.file("five.txt", texts[0]), desk.file("six.txt", texts[1]))
    show(desk, name)
    show(desk, SIDE_BY_SIDE if name != SIDE_BY_SIDE else FINDINGS)
    same = desk.file("same.txt", "Nothing differs here.")
    desk.open(same, same)
    for theme in ("theme_dark", "theme_light"):
        desk.window.actions_by_name[theme].trigger()
    desk.window.resize(900, 900)
    show(desk, name)
    assert desk.window.views.name == name


@pytest.mark.parametrize("name", NAMES)
def test_a_window_that_makes_room_for_a_result_asks_a_view_for_nothing_that_is_past(desk: Desk, name: str) -> None:
    def make_room() -> None:
        agrees = desk.state.summary is not None and not desk.state.summary.count(Mark.CONTRADICTING)
        cast(QWidget, desk.window.views.current).resize(700, 900 if agrees else 100)

    desk.state.comparison_changed.connect(make_room)  # as bars do that come and go
    texts = ["\n\n".join(f"Claim {number} cost £{number + more}." for number in range(60)) for more in (5, 6)]
    left, same = desk.file("five.txt", texts[0]), desk.file("same.txt", "Nothing differs here.")
    desk.open(left, desk.file("six.txt", texts[1]))
    show(desk, name)
    for other in (same, left):
        with desk.bot.waitSignal(desk.state.comparison_changed, timeout=WAIT_MS):
            desk.controller.replace_text(Side.LEFT, Input(content=other.read_text(encoding="utf-8"), name=other.name))
        desk.wait_for_comparison()
    assert desk.state.items


@pytest.mark.parametrize("width", [660, 900, 1280])
def test_every_view_has_its_button_in_a_window_of_any_width(desk: Desk, width: int) -> None:
    (bar,) = desk.window.findChildren(ToolBar)
    desk.open_samples()
    desk.window.resize(width, 600)
    desk.bot.waitUntil(partial(has_width, desk, width))
    names = (*desk.window.views.names, "find", "next_contradiction")
    shown = [bar.widgetForAction(desk.window.actions_by_name[name]) for name in names]
    desk.bot.waitUntil(lambda: all(one.isVisible() and one.geometry().right() < bar.width() for one in shown))
    has_room = width > 660
    assert bool(bar.widgetForAction(desk.window.actions_by_name["open_left"])) is has_room
    assert desk.window.actions_by_name["open_left"].isVisible()  # in the menu
