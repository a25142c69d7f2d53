"""Only what was asked for is shown, everywhere; it is seen that something is hidden, and one key brings it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QToolButton

from compare_app.core.document import Side
from compare_app.gui.difference_list import DifferenceList
from compare_app.gui.filter_bar import FilterBar
from compare_app.present.filters import Filter
from compare_app.present.marks import Mark
from tests.gui.conftest import Desk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SAME = [
    f"Paragraph {number} tells what everybody knows about the river and its {number} herons." for number in range(60)
]


def filter_bar(desk: Desk) -> FilterBar:
    """The line of the filter, opened by its key."""
    QTest.keyClick(desk.window, Qt.Key.Key_F, CTRL | SHIFT)
    return desk.window.findChildren(FilterBar)[0]


def listed(desk: Desk) -> list[str]:
    """What the first column of the list shows."""
    model = desk.window.findChildren(DifferenceList)[0].model()
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


def show_all_button(desk: Desk) -> QToolButton:
    (button,) = desk.window.findChildren(QToolButton, "showAll")
    return button


def test_the_list_follows_the_words_that_are_typed(desk: Desk) -> None:
    desk.open_samples()
    everything = listed(desk)
    (field,) = filter_bar(desk).findChildren(QLineEdit)
    assert field.hasFocus()
    QTest.keyClicks(field, "branch")
    desk.bot.waitUntil(lambda: listed(desk) == ["+ Only right"])
    assert "branch" in show_all_button(desk).text()
    QTest.keyClick(desk.window, Qt.Key.Key_Escape)
    assert listed(desk) == everything
    assert not field.isVisible()


@pytest.mark.parametrize(
    ("box", "choice", "left"), [(0, "Conflict", ["⚠ Number"]), (1, "Number (1)", ["⚠ Number"]), (0, "Shift", [])]
)
def test_a_verdict_or_a_rule_is_shown_alone(desk: Desk, box: int, choice: str, left: list[str]) -> None:
    desk.open_samples()
    combo = filter_bar(desk).findChildren(QComboBox)[box]
    combo.setCurrentText(choice)
    combo.activated.emit(combo.currentIndex())
    assert listed(desk) == left
    met = []
    for _ in desk.state.visible_differences():
        desk.window.navigation.next_difference()
        met.append(desk.state.selected)
    assert met == desk.state.visible_differences()
    QTest.keyClick(desk.window, Qt.Key.Key_0, CTRL)
    assert combo.currentIndex() == 0
    assert desk.state.filter == Filter()


def test_a_filter_is_seen_while_it_holds_and_its_button_ends_it(desk: Desk) -> None:
    desk.open_samples()
    assert not show_all_button(desk).isVisible()
    desk.window.filtering.show_only(Mark.ADDED)
    assert show_all_button(desk).isVisible()
    show_all_button(desk).click()
    assert desk.state.filter == Filter()
    assert not show_all_button(desk).isVisible()


def test_facts_only_hides_pure_rewording_in_list_and_texts(desk: Desk) -> None:
    left = "The council met on Monday. The mayor began the session with a speech. Nobody left."
    right = "The council met on Monday. The mayor started the session with a speech. Nobody left."
    desk.open(desk.file("1.txt", left), desk.file("2.txt", right))
    (row,) = desk.state.visible_rows()
    assert row.mark is Mark.REWORDED
    QTest.keyClick(desk.window, Qt.Key.Key_E, CTRL | SHIFT)
    assert desk.window.actions_by_name["facts_only"].isChecked()
    assert listed(desk) == []
    document = desk.state.documents[Side.LEFT]
    assert document is not None
    assert list(desk.state.highlights_in(Side.LEFT, document.blocks[0].span)) == []
    QTest.keyClick(desk.window, Qt.Key.Key_0, CTRL)
    assert not desk.window.actions_by_name["facts_only"].isChecked()
    assert len(listed(desk)) == 1


def long_pair(desk: Desk) -> None:
    """Two texts of 61 paragraphs that differ in the 31st."""
    texts = [[*SAME[:30], f"The bridge cost £{cost} million to build.", *SAME[30:]] for cost in (4, 6)]
    desk.open(*(desk.file(f"{side}.txt", "\n\n".join(text)) for side, text in zip(Side, texts, strict=True)))


def visible_texts(desk: Desk, side: Side) -> list[str]:
    return [block.text() for block, _ in desk.window.view.panes[side].on_screen.blocks() if block.text()]


def test_what_is_the_same_is_hidden_but_for_a_paragraph_around_each_difference(desk: Desk) -> None:
    long_pair(desk)
    QTest.keyClick(desk.window, Qt.Key.Key_H, CTRL | SHIFT)
    for side, cost in ((Side.LEFT, 4), (Side.RIGHT, 6)):
        difference = f"The bridge cost £{cost} million to build."
        assert visible_texts(desk, side) == [SAME[0], SAME[29], difference, SAME[30]]
        pane = desk.window.view.panes[side]
        assert pane.verticalScrollBar().maximum() < 40  # lines: only what is shown can be scrolled
    QTest.keyClick(desk.window, Qt.Key.Key_0, CTRL)
    assert visible_texts(desk, Side.LEFT)[:3] == SAME[:3]


@pytest.mark.parametrize("way", ["claim", "word"])
def test_what_is_hidden_comes_back_when_it_is_asked_for(desk: Desk, way: str) -> None:
    long_pair(desk)
    QTest.keyClick(desk.window, Qt.Key.Key_H, CTRL | SHIFT)
    if way == "claim":
        desk.controller.select_claim(Side.LEFT, 50)
    else:
        QTest.keyClick(desk.window, Qt.Key.Key_F, CTRL)
        QTest.keyClicks(desk.window.focusWidget(), "49 herons")
    assert not desk.state.filter.hides_same
    desk.bot.waitUntil(lambda: SAME[49] in visible_texts(desk, Side.LEFT))
    assert SAME[49] in visible_texts(desk, Side.RIGHT)


def test_hidden_texts_are_walked_resized_and_coloured_like_any(desk: Desk) -> None:
    long_pair(desk)
    QTest.keyClick(desk.window, Qt.Key.Key_H, CTRL | SHIFT)
    desk.window.resize(900, 600)
    desk.window.actions_by_name["theme_dark"].trigger()
    QTest.keyClick(desk.window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    pane = desk.window.view.panes[Side.LEFT]
    (claims,) = {desk.state.items[desk.state.selected or 0].left}
    top, bottom = pane.on_screen.claim_extent(claims[0])
    assert 0 <= top < bottom <= pane.viewport().height()
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum() - 2)
    assert visible_texts(desk, Side.LEFT) == [SAME[30]]


def test_another_pair_of_texts_is_shown_whole_unless_the_same_is_hidden_by_habit(desk: Desk) -> None:
    desk.open_samples()
    desk.window.filtering.show_only(Mark.ADDED)
    QTest.keyClick(desk.window, Qt.Key.Key_H, CTRL | SHIFT)
    long_pair(desk)
    assert desk.state.filter == Filter(hides_same=True)
    assert visible_texts(desk, Side.LEFT)[0] == SAME[0]
    assert SAME[10] not in visible_texts(desk, Side.LEFT)
