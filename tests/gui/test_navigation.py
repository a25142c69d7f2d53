"""The next difference is the next one for whoever reads, not for what was selected a while ago."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea

from compare_app.core.document import Side
from compare_app.gui.one_column.one_column_view import OneColumnView
from compare_app.gui.pairs.pairs_view import PairsView
from tests.gui.conftest import WAIT_MS, Desk

PLACES = (20, 100, 180)  # paragraphs in which the sides contradict each other
TEXT = [f"Paragraph {i} tells of the {i * 37}th of many houses in the old town." for i in range(200)]
OTHER = [line.replace("th of", "0th of") if i in PLACES else line for i, line in enumerate(TEXT)]
VIEWS = ("view_side_by_side", "view_one_column", "view_pairs")


@pytest.fixture(params=VIEWS)
def long_desk(desk: Desk, request: pytest.FixtureRequest) -> Desk:
    """Three contradictions far from one another, in each view that stands in reading order."""
    desk.open(desk.file("left.txt", "\n\n".join(TEXT)), desk.file("right.txt", "\n\n".join(OTHER)))
    desk.window.show()
    desk.window.actions_by_name[request.param].trigger()
    return desk


def scrolled(desk: Desk) -> QAbstractScrollArea:
    """What is scrolled in the view on screen."""
    view = desk.window.views.current
    if isinstance(view, OneColumnView):
        return view.pane
    return view if isinstance(view, PairsView) else desk.window.view.panes[Side.LEFT]


def read_at(desk: Desk, share: float) -> None:
    """Scroll to about `share` of the text, as with a wheel."""
    bar = scrolled(desk).verticalScrollBar()
    bar.setValue(round(share * bar.maximum()))
    scrolled(desk).viewport().repaint()


def go(desk: Desk, name: str) -> int | None:
    """The paragraph that is selected after the action `name`."""
    desk.window.actions_by_name[name].trigger()
    return None if desk.state.selected is None else desk.state.items[desk.state.selected].left[0]


def test_the_way_goes_from_one_to_the_next_and_back(long_desk: Desk) -> None:
    assert tuple(go(long_desk, "next_contradiction") for _ in PLACES) == PLACES
    assert "No contradiction further down." in (go(long_desk, "next_contradiction"), long_desk.window.messages.text)[1]
    assert [go(long_desk, "previous_contradiction") for _ in PLACES[1:]] == [100, 20]


def test_what_was_selected_and_is_out_of_sight_counts_no_more(long_desk: Desk) -> None:
    assert [go(long_desk, "next_contradiction") for _ in PLACES] == list(PLACES)
    read_at(long_desk, 0)
    assert go(long_desk, "next_contradiction") == 20
    read_at(long_desk, 0.7)
    assert go(long_desk, "next_contradiction") == 180
    read_at(long_desk, 0.3)
    assert go(long_desk, "previous_contradiction") == 20
    read_at(long_desk, 1)
    assert go(long_desk, "previous_contradiction") == 180


def test_with_nothing_selected_the_way_starts_where_one_reads(long_desk: Desk) -> None:
    read_at(long_desk, 0.3)
    assert go(long_desk, "next_contradiction") == 100


def test_where_there_is_only_one_that_is_said(desk: Desk) -> None:
    desk.open_samples()
    for name in ("next_contradiction", "next_contradiction", "previous_contradiction"):
        desk.window.actions_by_name[name].trigger()
    assert desk.window.messages.text == "This is the only contradiction."


def test_home_puts_the_reader_at_the_start(desk: Desk) -> None:
    desk.open(desk.file("left.txt", "\n\n".join(TEXT)), desk.file("right.txt", "\n\n".join(OTHER)))
    pane = desk.window.view.panes[Side.LEFT]
    assert [go(desk, "next_contradiction") for _ in PLACES] == list(PLACES)
    pane.setFocus()
    desk.bot.keyClick(pane, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call]
    desk.bot.waitUntil(lambda: pane.verticalScrollBar().value() == 0, timeout=WAIT_MS)
    assert go(desk, "next_contradiction") == 20
