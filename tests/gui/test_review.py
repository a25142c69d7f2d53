"""What a reader decides about findings, by mouse and by key, and how it is taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from compare_app.core.document import Side
from compare_app.core.review import Decision
from compare_app.present.marks import Mark
from tests.gui.conftest import LEFT, RIGHT, WAIT_MS, Desk
from tests.gui.test_state import highlights

TWICE = "Twelve dead in mill fire\n\nIt rained.\n\nThirteen people were killed when the old mill burned.\n"


def button(desk: Desk, text: str) -> QPushButton:
    """The one button of the card that says `text`."""
    (found,) = [one for one in desk.window.why.findChildren(QPushButton) if one.text() == text]
    return found


def click(desk: Desk, text: str) -> None:
    desk.bot.mouseClick(button(desk, text), Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]


def count(desk: Desk, mark: Mark) -> int:
    assert desk.state.summary is not None
    return desk.state.summary.count(mark)


@pytest.fixture
def contradiction(desk: Desk) -> Desk:
    """A window with its one contradiction selected."""
    desk.open_samples()
    desk.window.actions_by_name["next_contradiction"].trigger()
    return desk


def test_a_dismissed_finding_neither_counts_nor_marks_and_can_be_brought_back(contradiction: Desk) -> None:
    desk, item = contradiction, contradiction.state.selected
    marks = highlights(desk.state, Side.LEFT)
    click(desk, "Dismiss")
    assert (count(desk, Mark.CONTRADICTING), count(desk, Mark.DISMISSED)) == (0, 1)
    assert Mark.CONTRADICTING not in {high.mark for high in highlights(desk.state, Side.LEFT)}
    assert desk.state.selected == item
    click(desk, "Bring back")
    assert (count(desk, Mark.CONTRADICTING), count(desk, Mark.DISMISSED)) == (1, 0)
    assert highlights(desk.state, Side.LEFT) == marks


def test_a_confirmed_finding_says_so(contradiction: Desk) -> None:
    click(contradiction, "Confirm")
    said = [label.text() for label in contradiction.window.why.findChildren(QLabel)]
    assert "Confirmed by the reviewer" in said
    assert count(contradiction, Mark.CONTRADICTING) == 1
    index = contradiction.window.differences.currentIndex()
    assert index.siblingAtColumn(0).data() == "⚠ Number ✓"
    click(contradiction, "Open again")
    assert contradiction.window.differences.currentIndex().siblingAtColumn(0).data() == "⚠ Number"
    assert contradiction.state.review.decisions == {}


def test_keys_decide_and_the_last_decision_is_undone(contradiction: Desk) -> None:
    desk, act = contradiction, contradiction.window.actions_by_name
    modifier = Qt.KeyboardModifier.ControlModifier
    desk.bot.keyClick(desk.window, Qt.Key.Key_Delete, modifier)  # type: ignore[no-untyped-call]
    assert list(desk.state.review.decisions.values()) == [Decision.DISMISSED]
    desk.bot.keyClick(desk.window, Qt.Key.Key_Z, modifier)  # type: ignore[no-untyped-call]
    assert desk.state.review.decisions == {}
    desk.bot.keyClick(desk.window, Qt.Key.Key_Return, modifier)  # type: ignore[no-untyped-call]
    assert list(desk.state.review.decisions.values()) == [Decision.CONFIRMED]
    act["undo"].trigger()
    assert desk.state.review.decisions == {}


def test_where_nothing_was_found_nothing_is_decided(desk: Desk) -> None:
    desk.open_samples()
    desk.window.actions_by_name["dismiss"].trigger()
    assert "Nothing to decide" in desk.window.messages.text
    desk.window.actions_by_name["undo"].trigger()
    assert "Nothing to undo" in desk.window.messages.text
    assert desk.state.review.decisions == {}


@pytest.mark.parametrize("again", ["swap_sides", "compare_again"])
def test_a_decision_outlives_a_swap_and_a_second_comparison(contradiction: Desk, again: str) -> None:
    desk = contradiction
    click(desk, "Dismiss")
    with desk.bot.waitSignal(desk.runner.compared):
        desk.window.actions_by_name[again].trigger()
    desk.wait_for_comparison()
    assert (count(desk, Mark.CONTRADICTING), count(desk, Mark.DISMISSED)) == (0, 1)


def test_a_decision_does_not_move_the_page(desk: Desk) -> None:
    filler = "\n\n".join(f"Paragraph {n} says nothing that matters to anyone." for n in range(80))
    desk.open(desk.file("left.txt", filler + LEFT + filler), desk.file("right.txt", filler + RIGHT + filler))
    desk.window.actions_by_name["next_contradiction"].trigger()
    bars = [pane.verticalScrollBar() for pane in desk.window.view.panes.values()]
    places = [bar.value() for bar in bars]
    assert min(places) > 0
    click(desk, "Dismiss")
    assert [bar.value() for bar in bars] == places


def test_a_text_that_contradicts_itself_is_told_though_nothing_differs(desk: Desk) -> None:
    desk.open(desk.file("one.txt", TWICE), desk.file("two.txt", TWICE))
    assert "No differences" in desk.window.messages.text
    assert "contradict itself" in desk.window.messages.text
    (row,) = desk.state.visible_rows()
    desk.controller.select(row.item)
    assert "Both texts may contradict themselves" in " ".join(
        label.text() for label in desk.window.why.findChildren(QLabel)
    )
    click(desk, "Dismiss")
    assert not desk.state.visible_rows()
    chip = next(one for one in desk.window.findChildren(QToolButton) if one.property("chip") == Mark.DISMISSED.value)
    desk.bot.mouseClick(chip, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]
    desk.window.differences.selectRow(0)
    click(desk, "Bring back")
    assert count(desk, Mark.POSSIBLE) == 1
    assert desk.state.filter.mark is None


def test_the_partner_key_goes_to_both_places_in_one_text(desk: Desk) -> None:
    filler = "\n\n".join(f"Paragraph {n} says nothing that matters to anyone." for n in range(80))
    first, last = TWICE.split("\n\nIt rained.\n\n")
    desk.open(desk.file("one.txt", f"{first}\n\n{filler}\n\n{last}"), desk.file("two.txt", filler))
    item = next(number for number, item in enumerate(desk.state.items) if item.elsewhere)
    desk.controller.select(item)
    pane = desk.window.view.panes[Side.LEFT]
    claims = desk.state.items[item].left
    for claim in (claims[0], claims[1], claims[0]):
        assert 0 <= pane.on_screen.claim_extent(claim)[0] < pane.viewport().height()
        desk.window.actions_by_name["go_to_partner"].trigger()


def save_report(desk: Desk, path: Path) -> None:
    with desk.bot.waitSignal(desk.window.reports.told, timeout=WAIT_MS):
        desk.window.reports.save(str(path))


def test_the_report_leaves_out_what_was_dismissed_and_says_so(contradiction: Desk, tmp_path: Path) -> None:
    click(contradiction, "Dismiss")
    for name in ("report.html", "report.txt"):
        save_report(contradiction, tmp_path / name)
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "1 finding was dismissed by the reviewer and left out." in " ".join(text.split())
        assert "cannot both be true" not in text
    save_report(contradiction, tmp_path / "report.json")
    assert '"decision": "dismissed"' in (tmp_path / "report.json").read_text(encoding="utf-8")
