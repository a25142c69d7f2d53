"""Words are looked for, walked through and marked; a claim is reached by its number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QInputDialog, QLabel, QLineEdit, QToolButton

from compare_app.core.document import Side
from compare_app.gui.find_bar import FindBar
from compare_app.gui.overview import Overview
from tests.gui.conftest import LEFT, RIGHT, Desk

MANY = "\n\n".join(
    f"Paragraph {number} speaks of the {'heron' if number % 50 == 49 else 'river'}." for number in range(200)
)


def bar_of(desk: Desk) -> FindBar:
    return desk.window.findChildren(FindBar)[0]


def look_for(desk: Desk, words: str) -> QLineEdit:
    """Open the line by its key and type `words`; returns the field."""
    QTest.keyClick(desk.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    (field,) = bar_of(desk).findChildren(QLineEdit)
    assert field.hasFocus()
    QTest.keyClicks(field, words)
    return field


def pointed_at(desk: Desk) -> tuple[Side, str]:
    """The side and the words of the match that is selected on screen."""
    found, match = desk.state.found, desk.state.match
    assert found is not None
    assert match is not None
    side, number = found.at_place(match)
    document = desk.state.documents[side]
    assert document is not None
    assert desk.window.view.panes[side].selected_span() == found.matches(side).span(number)
    return side, desk.window.view.panes[side].textCursor().selectedText()


def test_what_is_typed_is_found_at_once_and_walked_through_both_sides(desk: Desk) -> None:
    desk.open_samples()
    field = look_for(desk, "library")
    assert bar_of(desk).count_text == "1 of 4"
    met = [pointed_at(desk)]
    for _ in range(4):
        QTest.keyClick(field, Qt.Key.Key_Return)
        met.append(pointed_at(desk))
    assert [side for side, _ in met] == [Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT, Side.LEFT]
    assert {words for _, words in met} == {"library"}
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar_of(desk).count_text == "4 of 4"


def test_f3_goes_on_from_the_pane_and_escape_ends_it(desk: Desk) -> None:
    desk.open_samples()
    look_for(desk, "the")
    QTest.keyClick(desk.window, Qt.Key.Key_Escape)
    assert not bar_of(desk).isVisible()
    assert desk.state.found is None
    assert desk.window.view.panes[Side.LEFT].hasFocus()
    QTest.keyClick(desk.window, Qt.Key.Key_F3)
    first = desk.state.match
    QTest.keyClick(desk.window, Qt.Key.Key_F3)
    QTest.keyClick(desk.window, Qt.Key.Key_F3)
    QTest.keyClick(desk.window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert first is not None
    assert desk.state.match == first + 1
    assert desk.window.view.panes[Side.LEFT].hasFocus()


def test_nothing_found_is_said_and_nothing_is_pointed_at(desk: Desk) -> None:
    desk.open_samples()
    field = look_for(desk, "zebra")
    assert bar_of(desk).count_text == "Not found"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.state.match is None


def test_one_letter_waits_for_the_next(desk: Desk) -> None:
    desk.open_samples()
    look_for(desk, "a")
    assert desk.state.found is not None
    assert len(desk.state.found) == 0
    desk.bot.waitUntil(lambda: bar_of(desk).count_text == f"1 of {(LEFT + RIGHT).lower().count('a')}")


@pytest.mark.parametrize(("choice", "count"), [("Match case", "1 of 3"), ("Whole words", "1 of 6")])
def test_how_strictly_is_chosen(desk: Desk, choice: str, count: str) -> None:
    desk.open(
        desk.file("1.txt", "Then the pier. The other is there."), desk.file("2.txt", "The man, the pier, the sea, the.")
    )
    look_for(desk, "The")
    assert bar_of(desk).count_text == "1 of 9"
    (button,) = [one for one in bar_of(desk).findChildren(QToolButton) if one.text() == choice]
    button.click()
    assert bar_of(desk).count_text == count


def test_one_side_is_searched_alone(desk: Desk) -> None:
    desk.open_samples()
    look_for(desk, "library")
    (where,) = bar_of(desk).findChildren(QComboBox)
    where.setCurrentText("On the right")
    assert bar_of(desk).count_text == "1 of 2"
    assert pointed_at(desk)[0] is Side.RIGHT


def test_a_match_out_of_sight_is_brought_into_it_and_shown_in_the_overview(desk: Desk) -> None:
    desk.open(desk.file("1.txt", MANY), desk.file("2.txt", MANY))
    overview = desk.window.findChildren(Overview)[0]
    before = overview.grab().toImage()
    look_for(desk, "heron")
    assert bar_of(desk).count_text == "1 of 8"
    QTest.keyClick(desk.window, Qt.Key.Key_F3)
    QTest.keyClick(desk.window, Qt.Key.Key_F3)
    pane = desk.window.view.panes[Side.LEFT]
    assert pane.selected_span().start == MANY.index("heron", MANY.index("Paragraph 149"))
    assert pane.on_screen.span().covers(pane.selected_span())
    top, bottom = pane.on_screen.span_extent(pane.selected_span())
    assert 0 <= top < bottom <= pane.viewport().height()
    other = desk.window.view.panes[Side.RIGHT]
    assert other.on_screen.span().covers(pane.selected_span())  # equal texts: the other side came along
    assert overview.grab().toImage() != before


def test_the_selection_is_what_is_looked_for(desk: Desk) -> None:
    desk.open_samples()
    desk.window.view.panes[Side.LEFT].select_span(desk.state.documents[Side.LEFT].claims[2].span)  # type: ignore[union-attr]
    QTest.keyClick(desk.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert bar_of(desk).text == "It cost £4 million to run last year."
    assert bar_of(desk).count_text == "1 of 1"


def test_another_document_is_searched_as_well(desk: Desk) -> None:
    desk.open_samples()
    look_for(desk, "library")
    desk.open(desk.file("3.txt", "A library. A library. A library."), desk.file("4.txt", "None here."))
    assert desk.state.found is not None
    assert (len(desk.state.found.left), len(desk.state.found.right)) == (3, 0)


def test_a_claim_is_reached_by_its_number(desk: Desk) -> None:
    desk.open_samples()
    QTest.keyClick(desk.window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = desk.window.findChildren(QInputDialog)
    assert dialog.labelText() == "Claim of the left, 1 to 6:"
    dialog.setIntValue(6)
    dialog.accept()
    selected = desk.state.selected
    assert selected is not None
    assert desk.state.items[selected].left == (5,)


def test_a_line_gives_the_keyboard_to_a_pane_where_what_had_it_is_gone(desk: Desk) -> None:
    desk.open_samples()
    act = desk.window.actions_by_name
    act["next_contradiction"].trigger()
    for opens, dresses in (("find", "theme_dark"), ("filter", "theme_light")):
        label = next(one for one in desk.window.why.findChildren(QLabel) if one.isVisible())
        label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        label.setFocus()
        act[opens].trigger()
        act[dresses].trigger()  # the card with the label is made anew
        desk.bot.waitUntil(lambda: label not in QApplication.allWidgets())  # noqa: B023
        act["cancel"].trigger()
    assert not desk.window.finding.is_open
