"""Pins, cuts, judgements and rules as a person sets them, and one undo for all of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton

from compare_app.core.document import Side
from compare_app.core.review import Judgement, Review
from compare_app.present.marks import Mark
from tests.gui.conftest import LEFT, RIGHT, Desk

PETITION, MAYOR, BRANCH = "Readers have signed", "The mayor declined", "A second branch"
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def samples(desk: Desk) -> Desk:
    """A window with the two small texts compared."""
    desk.open_samples()
    return desk


def claim(desk: Desk, side: Side, words: str) -> int:
    """The claim on `side` that begins with `words`."""
    document = desk.state.documents[side]
    assert document is not None
    return next(number for number, one in enumerate(document.claims) if one.text.startswith(words))


def linked(desk: Desk) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    assert desk.state.comparison is not None
    return {(link.left, link.right) for link in desk.state.comparison.links}


def put_cursor(desk: Desk, side: Side, words: str) -> None:
    """Give the pane the keyboard and put its cursor into a claim, as a click would."""
    pane = desk.window.view.panes[side]
    pane.setFocus()
    pane.put_cursor_in(claim(desk, side, words))


def select_text(desk: Desk, side: Side, words: str) -> None:
    """Select `words` as dragging the mouse does."""
    document, pane = desk.state.documents[side], desk.window.view.panes[side]
    assert document is not None
    start = document.text.index(words)
    cursor = pane.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)


def press(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL, *, recompared: bool = False) -> None:
    if not recompared:
        desk.bot.keyClick(desk.window, key, modifiers)  # type: ignore[no-untyped-call]
        return
    with desk.bot.waitSignal(desk.state.comparison_changed, timeout=20_000):
        desk.bot.keyClick(desk.window, key, modifiers)  # type: ignore[no-untyped-call]


def select(desk: Desk, side: Side, words: str) -> None:
    desk.controller.select_claim(side, claim(desk, side, words))


def hint(desk: Desk) -> str:
    return desk.window.statusBar().currentMessage()


def test_two_ends_given_one_after_the_other_are_pinned_and_unpinned(samples: Desk) -> None:
    desk = samples
    pair = ((claim(desk, Side.LEFT, MAYOR),), (claim(desk, Side.RIGHT, BRANCH),))
    before = linked(desk)
    assert pair not in before
    put_cursor(desk, Side.LEFT, MAYOR)
    press(desk, Qt.Key.Key_L)
    assert "“The mayor declined to comment" in hint(desk)
    assert "on the right" in hint(desk)
    put_cursor(desk, Side.RIGHT, BRANCH)
    press(desk, Qt.Key.Key_L, recompared=True)
    assert pair in linked(desk)
    assert desk.state.selected_claims() == pair
    assert ("Review", "Pinned as a pair by the reviewer") in desk.state.selected_cards()[0].facts
    assert hint(desk) == ""
    assert desk.window.actions_by_name["undo"].text().startswith("Undo pinning “The mayor declined")
    press(desk, Qt.Key.Key_Z, recompared=True)
    assert linked(desk) == before
    assert desk.state.review == Review()
    assert desk.window.actions_by_name["redo"].text().startswith("Redo pinning")
    press(desk, Qt.Key.Key_Z, CONTROL | SHIFT, recompared=True)
    assert pair in linked(desk)


def test_text_selected_on_both_sides_is_pinned_at_once_n_to_m(samples: Desk) -> None:
    desk = samples
    select_text(desk, Side.LEFT, "against the plan. The mayor")
    assert hint(desk) == ""
    select_text(desk, Side.RIGHT, "second branch")
    assert hint(desk).startswith("Ctrl+L pairs “Readers have signed")
    press(desk, Qt.Key.Key_L, recompared=True)
    both = claim(desk, Side.LEFT, PETITION), claim(desk, Side.LEFT, MAYOR)
    assert (both, (claim(desk, Side.RIGHT, BRANCH),)) in linked(desk)


def test_escape_gives_the_first_end_up(samples: Desk) -> None:
    put_cursor(samples, Side.LEFT, MAYOR)
    press(samples, Qt.Key.Key_L)
    press(samples, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert hint(samples) == ""
    put_cursor(samples, Side.RIGHT, BRANCH)
    press(samples, Qt.Key.Key_L)
    assert "on the left" in hint(samples)
    assert samples.state.review == Review()


def test_while_the_other_end_is_waited_for_it_is_said(samples: Desk) -> None:
    desk = samples
    select(desk, Side.LEFT, MAYOR)
    press(desk, Qt.Key.Key_L)
    press(desk, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.AltModifier)
    assert hint(desk) == "The difference was copied as text."
    desk.window.statusBar().clearMessage()  # as it goes by itself after a while
    assert "Esc gives up" in hint(desk)


@pytest.mark.parametrize("undone", [False, True])
def test_a_cut_and_what_undoes_it_give_the_first_end_up(samples: Desk, *, undone: bool) -> None:
    desk = samples
    select(desk, Side.LEFT, PETITION)
    if undone:
        press(desk, Qt.Key.Key_L, CONTROL | SHIFT, recompared=True)
    put_cursor(desk, Side.LEFT, MAYOR)
    press(desk, Qt.Key.Key_L)
    assert "Esc gives up" in hint(desk)
    if undone:
        press(desk, Qt.Key.Key_Z, recompared=True)
    else:
        press(desk, Qt.Key.Key_L, CONTROL | SHIFT, recompared=True)
    assert hint(desk) == ""
    before = desk.state.review
    put_cursor(desk, Side.RIGHT, BRANCH)
    press(desk, Qt.Key.Key_L)
    assert desk.state.review == before
    assert "on the left" in hint(desk)


def test_lines_of_the_list_are_ends_as_well(samples: Desk) -> None:
    desk = samples
    for side, words, last in ((Side.LEFT, MAYOR, False), (Side.RIGHT, BRANCH, True)):
        select(desk, side, words)
        desk.window.differences.setFocus()
        press(desk, Qt.Key.Key_L, recompared=last)
    assert ((claim(desk, Side.LEFT, MAYOR),), (claim(desk, Side.RIGHT, BRANCH),)) in linked(desk)


def test_the_same_end_twice_pins_the_pair_as_it_is(samples: Desk) -> None:
    put_cursor(samples, Side.LEFT, PETITION)
    press(samples, Qt.Key.Key_L)
    press(samples, Qt.Key.Key_L, recompared=True)
    (pin,) = samples.state.review.pins
    assert pin.left[0].words == pin.right[0].words == "Readers have signed a petition against the plan."


def test_without_a_claim_there_is_nothing_to_pin(samples: Desk) -> None:
    samples.window.differences.setFocus()
    samples.controller.select(None)
    press(samples, Qt.Key.Key_L)
    assert "No claim is selected" in samples.window.messages.text


def test_a_cut_keeps_place_filter_and_selection(samples: Desk) -> None:
    desk = samples
    select(desk, Side.LEFT, PETITION)
    press(desk, Qt.Key.Key_L, CONTROL | SHIFT, recompared=True)
    left = claim(desk, Side.LEFT, PETITION)
    assert desk.state.comparison is not None
    assert left in desk.state.comparison.removed
    assert desk.state.selected == desk.state.item_at(Side.LEFT, left)
    (card,) = desk.state.selected_cards()
    assert card.sentence == "The reviewer cut the pair that it was in."
    assert ("Nearest", "“Readers have signed a petition against the plan.”") in card.facts
    assert desk.window.actions_by_name["undo"].text().startswith("Undo cutting “Readers have signed")
    press(desk, Qt.Key.Key_L, CONTROL | SHIFT)
    assert "No pair is selected" in desk.window.messages.text


def test_a_pin_and_a_cut_of_the_same_claims_take_each_others_place(samples: Desk) -> None:
    desk = samples
    select(desk, Side.LEFT, PETITION)
    press(desk, Qt.Key.Key_L, CONTROL | SHIFT, recompared=True)
    select_text(desk, Side.LEFT, "signed a petition")
    select_text(desk, Side.RIGHT, "signed a petition")
    press(desk, Qt.Key.Key_L, recompared=True)
    assert (len(desk.state.review.pins), desk.state.review.cuts) == (1, ())
    select(desk, Side.LEFT, PETITION)
    press(desk, Qt.Key.Key_L, CONTROL | SHIFT, recompared=True)
    assert (desk.state.review.pins, len(desk.state.review.cuts)) == ((), 1)
    press(desk, Qt.Key.Key_Backspace, recompared=True)
    assert desk.state.review == Review()


def test_pins_hold_after_a_swap_which_can_be_undone(samples: Desk) -> None:
    desk = samples
    select_text(desk, Side.LEFT, MAYOR)
    select_text(desk, Side.RIGHT, BRANCH)
    press(desk, Qt.Key.Key_L, recompared=True)
    before = desk.state.review
    for step in (desk.window.actions_by_name["swap_sides"].trigger, desk.window.actions_by_name["undo"].trigger):
        step()
        desk.wait_for_comparison()
        desk.bot.waitUntil(lambda: not desk.runner.is_busy)
    assert desk.state.review == before
    assert ((claim(desk, Side.LEFT, MAYOR),), (claim(desk, Side.RIGHT, BRANCH),)) in linked(desk)
    desk.window.actions_by_name["redo"].trigger()
    desk.wait_for_comparison()
    assert ((claim(desk, Side.LEFT, BRANCH),), (claim(desk, Side.RIGHT, MAYOR),)) in linked(desk)


def test_a_judgement_marks_a_pair_and_is_taken_back_by_the_same_key(samples: Desk) -> None:
    desk = samples
    select(desk, Side.LEFT, PETITION)
    press(desk, Qt.Key.Key_Return, CONTROL | SHIFT)
    assert desk.state.summary is not None
    assert desk.state.summary.count(Mark.CONTRADICTING) == 2
    press(desk, Qt.Key.Key_Return, CONTROL | SHIFT)
    assert desk.state.review == Review()
    select(desk, Side.LEFT, "It cost")
    press(desk, Qt.Key.Key_Delete, CONTROL | SHIFT)
    assert list(desk.state.review.judgements.values()) == [Judgement.AGREES]
    assert desk.state.summary.count(Mark.CONTRADICTING) == 0
    assert desk.window.actions_by_name["undo"].text() == "Undo marking as not contradicting"


def test_a_rule_is_dismissed_and_used_again_from_the_card(samples: Desk) -> None:
    desk = samples
    desk.window.actions_by_name["next_contradiction"].trigger()
    for text, left in (("Dismiss the rule “Number”", 0), ("Use the rule “Number” again", 1)):
        more = [one.menu() for one in desk.window.why.findChildren(QPushButton) if one.text() == "More"]
        next(action for menu in more for action in menu.actions() if action.text() == text).trigger()
        assert desk.state.summary is not None
        assert desk.state.summary.count(Mark.CONTRADICTING) == left
    press(desk, Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    assert desk.state.review.dismissed_rules == ("number",)
    assert desk.window.actions_by_name["undo"].text() == "Undo dismissing the rule “Number”"


def test_everything_is_undone_step_by_step(samples: Desk) -> None:
    desk, act = samples, samples.window.actions_by_name
    act["next_contradiction"].trigger()
    for name in ("dismiss", "dismiss_rule", "judge_contradicting", "reopen"):
        act[name].trigger()
    names = []
    while act["undo"].text() != "Undo":
        names.append(act["undo"].text())
        act["undo"].trigger()
    assert names == [
        "Undo opening again what was decided",
        "Undo marking as contradicting",
        "Undo dismissing the rule “Number”",
        "Undo dismissing “Number”",
    ]
    assert desk.state.review == Review()
    act["undo"].trigger()
    assert "Nothing to undo" in desk.window.messages.text


def test_a_review_from_elsewhere_is_not_undone(samples: Desk) -> None:
    desk, act = samples, samples.window.actions_by_name
    act["next_contradiction"].trigger()
    act["dismiss"].trigger()
    other = Review().with_rule("date", dismissed=True)
    desk.state.set_review(other)
    act["undo"].trigger()
    assert desk.state.review == other


def test_decisions_about_gone_text_are_told_and_hold_again_with_it(samples: Desk) -> None:
    desk, act = samples, samples.window.actions_by_name
    act["next_contradiction"].trigger()
    act["dismiss"].trigger()
    review = desk.state.review
    desk.open(desk.file("left.txt", LEFT.replace("£4 million", "a lot")), desk.file("right.txt", RIGHT))
    assert "1 decision belongs to text that is no longer there." in desk.window.messages.text
    assert desk.state.review.decisions == review.decisions
    desk.open_samples()
    assert desk.state.summary is not None
    assert desk.state.summary.count(Mark.DISMISSED) == 1
