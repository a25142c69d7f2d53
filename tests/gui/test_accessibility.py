"""Whoever cannot see the window, or has no mouse, can do the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QScrollBar, QWidget

from compare_app.core.document import Side
from tests.gui.conftest import Desk

_QUIET = (
    QAccessible.Role.Client,
    QAccessible.Role.Splitter,
    QAccessible.Role.LayeredPane,
    QAccessible.Role.Border,
    QAccessible.Role.Grouping,
    QAccessible.Role.StaticText,
)
_MOST_STOPS = 120
_DIALOGS = ("command_palette", "show_keys", "about", "go_to_claim", "show_settings", "what_counts")


def own_parts(root: QWidget) -> Iterator[QWidget]:
    """`root` and what is on screen of it, Qt's own parts of its widgets left out."""
    for widget in (root, *root.findChildren(QWidget)):
        is_inner = widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar)
        if widget.isVisible() and not is_inner:
            yield widget


def nameless(root: QWidget) -> list[str]:
    """What takes the keyboard or has a role, but no name, or is told in signs instead of words."""
    found = []
    for widget in own_parts(root):
        told = QAccessible.queryAccessibleInterface(widget)
        name = told.text(QAccessible.Text.Name)
        takes_keyboard = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if not name and (takes_keyboard or told.role() not in _QUIET):
            found.append(f"{type(widget).__name__} {widget.objectName()} {told.role()}")
        if name and not any(map(str.isalnum, name)):
            found.append(f"{type(widget).__name__} {widget.objectName()} is called {name}, which nobody can read out")
        if "<" in told.text(QAccessible.Text.Description):
            found.append(f"{type(widget).__name__} {widget.objectName()} is described in markup")
        if takes_keyboard and told.role() is QAccessible.Role.NoRole:
            found.append(f"{type(widget).__name__} {widget.objectName()} takes the keyboard and has no role")
    return found


def open_everything(desk: Desk) -> None:
    """Samples, the first contradiction selected, both lines open."""
    desk.open_samples()
    desk.window.actions_by_name["next_contradiction"].trigger()
    desk.window.filtering.open()
    desk.window.finding.open()


def walk(desk: Desk) -> list[QWidget]:
    """What Tab meets, from the left pane on until it comes back."""
    desk.window.activateWindow()
    desk.window.view.panes[Side.LEFT].setFocus()
    met: list[QWidget] = []
    while (widget := QApplication.focusWidget()) not in met and len(met) < _MOST_STOPS:
        assert widget is not None
        met.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return met


def test_every_widget_of_an_empty_window_has_a_name(desk: Desk) -> None:
    assert nameless(desk.window) == []


@pytest.mark.parametrize("view", ["view_side_by_side", "view_pairs", "view_one_column", "view_findings"])
def test_every_widget_has_a_name_in_every_view(desk: Desk, view: str) -> None:
    open_everything(desk)
    desk.window.actions_by_name[view].trigger()
    desk.controller.told.emit("Something happened.", "")
    assert nameless(desk.window) == []


@pytest.mark.parametrize("name", _DIALOGS)
def test_every_widget_of_a_dialog_has_a_name(desk: Desk, name: str) -> None:
    desk.open_samples()
    desk.window.actions_by_name[name].trigger()
    (dialog,) = [one for one in desk.window.findChildren(QDialog) if one.isVisible()]
    missing = nameless(dialog)
    dialog.close()
    assert missing == []


def test_tab_goes_through_everything_in_the_order_it_is_read(desk: Desk) -> None:
    open_everything(desk)
    met = walk(desk)
    panes = desk.window.view.panes
    places = [met.index(panes[Side.LEFT]), met.index(panes[Side.RIGHT]), met.index(desk.window.differences)]
    assert places == sorted(places)
    in_card = [place for place, widget in enumerate(met) if desk.window.why.isAncestorOf(widget)]
    assert in_card
    assert in_card == list(range(in_card[0], in_card[-1] + 1))
    assert in_card[0] == met.index(desk.window.differences) + 1
    for bar in (desk.window.filtering.bar, desk.window.finding.bar):
        stops = [place for place, widget in enumerate(met) if bar.isAncestorOf(widget)]
        assert stops == list(range(stops[0], stops[-1] + 1))
        assert [met[place].x() for place in stops] == sorted(met[place].x() for place in stops)


def test_nothing_is_reached_by_mouse_alone(desk: Desk) -> None:
    open_everything(desk)
    met = walk(desk)
    by_key = {action.objectName() for action in desk.window.actions_by_name.values()}
    left = [
        button
        for button in desk.window.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled() and button not in met and button.objectName() not in by_key
    ]
    assert left == []


def picture(widget: QWidget) -> QImage:
    """What is on screen of a widget, without the cursor that blinks."""
    return widget.grab().toImage()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_focus_is_seen_wherever_it_is(desk: Desk, theme: str) -> None:
    open_everything(desk)
    desk.window.actions_by_name[f"theme_{theme}"].trigger()
    for widget in walk(desk):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        edge = picture(widget).copy(0, 0, widget.width(), 2)  # a ring, not only a cursor
        other = desk.window.differences if widget is not desk.window.differences else desk.window.view.panes[Side.LEFT]
        other.setFocus(Qt.FocusReason.TabFocusReason)
        assert picture(widget).copy(0, 0, widget.width(), 2) != edge, f"{type(widget).__name__} {widget.objectName()}"


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced from now on, as an assistive program hears it."""
    heard: list[str] = []

    class Listening:
        """Stands for Qt's accessibility while someone listens: Python cannot be told of its events."""

        @staticmethod
        def isActive() -> bool:  # noqa: N802
            return True

        @staticmethod
        def updateAccessibility(event: QEvent) -> None:  # noqa: N802
            heard.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr("PySide6.QtGui.QAccessible", Listening)
    return heard


def test_what_is_selected_is_said_with_kind_side_and_place(desk: Desk, said: list[str]) -> None:
    desk.open_samples()
    desk.window.actions_by_name["next_difference"].trigger()
    sentence = "contradicting, left, 1 of 3: It cost £4 million to run last year."
    assert said[-1] == sentence
    pane = QAccessible.queryAccessibleInterface(desk.window.view.panes[Side.LEFT])
    assert pane.text(QAccessible.Text.Description) == sentence
    desk.window.view.panes[Side.RIGHT].setFocus()
    desk.window.actions_by_name["previous_contradiction"].trigger()
    desk.window.actions_by_name["next_difference"].trigger()
    assert said[-1].startswith("removed, left, 2 of 3: The mayor declined")
    desk.controller.select_claim(Side.RIGHT, 0)
    assert said[-1] == "the same, right: Council to close the library"


def test_what_is_found_and_what_is_told_is_said(desk: Desk, said: list[str]) -> None:
    desk.open_samples()
    desk.window.finding.open()
    QTest.keyClicks(desk.window.finding.bar.focusWidget(), "library")
    assert said[-1] == "Match 1 of 4, left"
    desk.controller.told.emit("The report is saved.", "")
    assert said[-1] == "The report is saved."


def test_a_decision_leaves_the_keyboard_in_the_card(desk: Desk) -> None:
    desk.open_samples()
    desk.window.actions_by_name["next_contradiction"].trigger()
    confirm = desk.window.why.findChildren(QAbstractButton)[0]
    confirm.setFocus()
    QTest.keyClick(confirm, Qt.Key.Key_Space)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert desk.window.why.isAncestorOf(focused)
