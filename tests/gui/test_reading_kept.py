"""How a side is read is a choice like any other: what was decided outlives it, and a session brings it back."""

from __future__ import annotations

import pytest

from compare_app.core.document import BlockKind, Side
from compare_app.core.review import Decision
from compare_app.present.marks import Mark
from tests.gui.conftest import WAIT_MS, Desk
from tests.gui.saving import decide, open_session, save
from tests.gui.test_reading import choose, click, last_kind, last_rect_centre, menu_of, open_pages


def read_as(desk: Desk, side: Side, name: str, text: str) -> None:
    """Choose how a side is read, and wait until it was compared."""
    with desk.bot.waitSignal(desk.runner.compared, timeout=WAIT_MS):
        choose(desk, side, name, text)
    desk.wait_for_comparison()


@pytest.mark.parametrize(
    ("name", "other", "own"),
    [
        ("language", "French", "English"),
        ("encoding", "Western (Windows-1252)", "Unicode (UTF-8)"),
        ("encoding", "Cyrillic (KOI8-R)", "Find out again"),
    ],
)
@pytest.mark.parametrize("side", list(Side))
def test_what_was_decided_outlives_another_reading(desk: Desk, side: Side, name: str, other: str, own: str) -> None:
    desk.open_samples()
    decide(desk)
    decisions = dict(desk.state.review.decisions)
    text = desk.state.documents[side].text  # type: ignore[union-attr]
    for choice in (other, own):
        read_as(desk, side, name, choice)
    assert desk.state.documents[side].text == text  # type: ignore[union-attr]
    assert list(desk.state.review.decisions.values()) == [Decision.DISMISSED]
    assert desk.state.review.decisions == decisions
    assert desk.state.summary is not None
    assert (desk.state.summary.count(Mark.CONTRADICTING), desk.state.summary.count(Mark.DISMISSED)) == (0, 1)


def test_a_line_brought_back_and_how_its_side_is_read_come_back_with_the_session(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = open_pages(desk)
    read_as(desk, Side.LEFT, "language", "Finnish")
    read_as(desk, Side.RIGHT, "encoding", "Western (Windows-1252)")
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    pane.bring_offset_to(len(pane.shown_document.text) - 2, 200)  # type: ignore[union-attr]
    with desk.bot.waitSignal(desk.state.comparison_changed, timeout=WAIT_MS):
        click(pane, last_rect_centre(pane))
    path = save(desk, monkeypatch, "work")
    desk.open(desk.file("one.txt", "One thing is said here."), desk.file("two.txt", "Another thing is said there."))
    open_session(desk, path)
    assert last_kind(pane) is BlockKind.PARAGRAPH
    assert [desk.state.items[row.item].mark for row in desk.state.visible_rows()] == [Mark.REMOVED]
    assert menu_of(desk, Side.LEFT, "language").text() == "Finnish"
    assert menu_of(desk, Side.RIGHT, "encoding").text() == "Windows-1252"
    with desk.bot.waitSignal(desk.runner.compared, timeout=WAIT_MS):
        desk.window.actions_by_name["compare_again"].trigger()
    assert last_kind(pane) is BlockKind.PARAGRAPH
    assert menu_of(desk, Side.LEFT, "language").text() == "Finnish"
    assert menu_of(desk, Side.RIGHT, "encoding").text() == "Windows-1252"
