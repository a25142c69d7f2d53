"""Nothing moves under the reader's eyes: what is told takes its room from the foot of the page."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from compare_app.app.jobs import Input
from compare_app.core.document import Side
from compare_app.gui.chips import Chips
from compare_app.gui.message_bar import BusyBar
from tests.gui.conftest import WAIT_MS, Desk, settle
from tests.gui.test_navigation import OTHER, TEXT


def heights(desk: Desk) -> tuple[int, ...]:
    """Where texts and list stand in the window, in pixels."""
    parts = (*(pane.viewport() for pane in desk.window.view.panes.values()), desk.window.differences)
    return tuple(part.mapTo(desk.window, QPoint(0, 0)).y() for part in parts)


def test_a_message_moves_neither_the_texts_nor_the_list(desk: Desk) -> None:
    desk.open_samples()
    settle()
    before = heights(desk)
    desk.window.messages.tell("Said.", "")
    desk.bot.waitUntil(desk.window.messages.isVisible)
    assert heights(desk) == before
    desk.window.messages.clear()
    settle()
    assert heights(desk) == before


def test_progress_moves_nothing_either(desk: Desk) -> None:
    desk.open_samples()
    settle()
    before = heights(desk)
    (busy,) = desk.window.findChildren(BusyBar)
    busy.show()
    settle()
    assert heights(desk) == before
    busy.hide()


def test_comparing_again_moves_nothing_and_what_was_found_stays_till_then(desk: Desk) -> None:
    desk.open(desk.file("left.txt", "\n\n".join(TEXT)), desk.file("right.txt", "\n\n".join(OTHER)))
    desk.window.navigation.next_contradiction()
    settle()
    pane, first = desk.window.view.panes[Side.LEFT], desk.state.comparison
    seen = {(heights(desk), pane.verticalScrollBar().value())}
    told: list[bool] = []

    def note() -> None:
        seen.add((heights(desk), pane.verticalScrollBar().value()))
        told.append(desk.state.comparison is None)

    desk.state.documents_changed.connect(note)
    desk.window.actions_by_name["compare_again"].trigger()
    desk.bot.waitUntil(lambda: desk.state.comparison is not first, timeout=WAIT_MS)
    note()
    assert len(seen) == 1
    assert not any(told)
    assert desk.state.selected is not None


def test_a_side_that_is_opened_anew_leaves_the_chips_their_room(desk: Desk) -> None:
    desk.open_samples()
    (chips,) = desk.window.findChildren(Chips)
    seen = set()
    desk.state.comparison_changed.connect(lambda: seen.add((chips.isVisible(), desk.window.differences.isVisible())))
    desk.open(desk.file("one.txt", "\n\n".join(TEXT)), desk.file("two.txt", "\n\n".join(OTHER)))
    assert seen == {(True, True)}


def test_the_first_of_two_documents_stands_where_it_will_stand(desk: Desk) -> None:
    seen: list[tuple[int, ...]] = []
    chips_and_list = desk.window.findChildren(Chips)[0], desk.window.differences
    desk.state.comparison_changed.connect(lambda: seen.append(tuple(part.isVisible() for part in chips_and_list)))
    desk.open(desk.file("left.txt", "\n\n".join(TEXT)), desk.file("right.txt", "\n\n".join(OTHER)))
    assert not any(pane.is_expected for pane in desk.window.view.panes.values())
    assert len(seen) == 3  # one document, both, compared
    assert {*seen} == {(True, True)}


def test_where_the_second_document_cannot_be_read_its_room_is_given_back(desk: Desk) -> None:
    (chips,) = desk.window.findChildren(Chips)
    expected: list[bool] = []
    desk.state.documents_changed.connect(lambda: expected.append(desk.window.view.panes[Side.RIGHT].is_expected))
    missing = Input(path=str(desk.folder / "missing.txt"))
    desk.controller.open_inputs({Side.LEFT: Input(path=str(desk.file("left.txt", TEXT[0]))), Side.RIGHT: missing})
    desk.bot.waitUntil(lambda: "missing.txt" in desk.window.messages.text, timeout=WAIT_MS)
    desk.bot.waitUntil(lambda: not chips.isVisible() and not desk.window.differences.isVisible())
    assert expected == [True]
    assert not desk.window.view.panes[Side.RIGHT].is_expected
    assert desk.state.documents[Side.LEFT] is not None
