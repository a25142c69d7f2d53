"""What is to be read is never lost: it is read, given up until it is wanted again, or replaced."""

from __future__ import annotations

from compare_app.app.documents import Document
from compare_app.app.jobs import Input
from compare_app.core.document import Side
from compare_app.gui.inputs import Inputs

ONE, OTHER = Input(path="one.txt"), Input(path="other.txt")
EMPTY = dict.fromkeys(Side)


def test_what_was_given_up_before_it_was_read_is_read_when_all_is_asked_again() -> None:
    inputs = Inputs()
    inputs.ask({Side.LEFT: ONE, Side.RIGHT: OTHER}, besides=False)
    assert inputs.take(Side.LEFT) == ONE
    inputs.give_up(tuple(Side), EMPTY)
    assert inputs.pending == {}
    inputs.ask_again(EMPTY)
    assert inputs.pending == {Side.LEFT: ONE, Side.RIGHT: OTHER}


def test_what_was_to_replace_a_text_is_forgotten_when_it_is_given_up() -> None:
    inputs = Inputs()
    inputs.ask({Side.LEFT: ONE}, besides=False)
    inputs.give_up((Side.LEFT,), {Side.LEFT: Document.from_text("It is open."), Side.RIGHT: None})
    inputs.ask_again(EMPTY)
    assert inputs.pending == {}


def test_what_is_asked_now_replaces_what_was_given_up_on_its_side() -> None:
    inputs = Inputs()
    inputs.ask({Side.LEFT: ONE}, besides=False)
    inputs.give_up(tuple(Side), EMPTY)
    inputs.ask({Side.LEFT: OTHER}, besides=True)
    inputs.give_up(tuple(Side), EMPTY)
    inputs.ask_again(EMPTY)
    assert inputs.pending == {Side.LEFT: OTHER}


def test_swapping_takes_along_what_was_read_what_is_to_be_and_what_was_given_up() -> None:
    inputs = Inputs()
    inputs.ask({Side.LEFT: ONE, Side.RIGHT: OTHER}, besides=False)
    inputs.take(Side.LEFT)
    inputs.give_up(tuple(Side), EMPTY)
    inputs.swap()
    assert inputs.opened == {Side.RIGHT: ONE}
    inputs.ask_again(EMPTY)
    assert inputs.pending == {Side.RIGHT: ONE, Side.LEFT: OTHER}
