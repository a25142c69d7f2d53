"""What was asked for survives a cancel, a crash, a swap and a filter that stand in its way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QProcess

from compare_app.app.jobs import Input
from compare_app.core.document import Side
from compare_app.present.marks import Mark
from tests.gui.conftest import LEFT, RIGHT, WAIT_MS, Desk


def ask_for_samples(desk: Desk) -> None:
    """Ask for two files and do not wait."""
    left, right = desk.file("left.txt", LEFT), desk.file("right.txt", RIGHT)
    desk.controller.open_inputs({Side.LEFT: Input(path=str(left)), Side.RIGHT: Input(path=str(right))})


def names(desk: Desk) -> list[str]:
    """The names on both sides."""
    return [document.source.name for document in desk.state.documents.values() if document is not None]


def kill_worker(desk: Desk) -> None:
    """End the worker as the system would, short of memory."""
    for process in desk.runner.findChildren(QProcess):
        process.kill()


def test_compare_again_reads_what_a_cancel_left_unread(desk: Desk) -> None:
    ask_for_samples(desk)
    desk.controller.cancel()
    assert names(desk) == []
    desk.window.actions_by_name["compare_again"].trigger()
    desk.wait_for_comparison()
    assert names(desk) == ["left.txt", "right.txt"]


def test_compare_again_reads_what_a_crash_left_unread(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    ask_for_samples(desk)
    kill_worker(desk)
    desk.bot.waitUntil(lambda: "“left.txt” cannot be read" in desk.window.messages.text, timeout=WAIT_MS)
    assert "worker ended" in caplog.text
    desk.window.actions_by_name["compare_again"].trigger()
    desk.wait_for_comparison()
    assert names(desk) == ["left.txt", "right.txt"]


def test_an_idle_worker_that_was_killed_is_not_missed(desk: Desk) -> None:
    desk.open_samples()
    kill_worker(desk)
    (worker,) = desk.runner.findChildren(QProcess)
    desk.bot.waitUntil(lambda: worker.state() is QProcess.ProcessState.NotRunning, timeout=WAIT_MS)
    desk.window.actions_by_name["compare_again"].trigger()
    desk.bot.waitUntil(lambda: not desk.runner.is_busy and desk.state.comparison is not None, timeout=WAIT_MS)
    assert desk.window.messages.text == ""


def test_what_fills_a_side_after_a_cancel_is_not_replaced_by_what_was_cancelled(desk: Desk) -> None:
    ask_for_samples(desk)
    desk.controller.cancel()
    desk.open(desk.file("one.txt", LEFT), desk.file("two.txt", RIGHT))
    desk.window.actions_by_name["compare_again"].trigger()
    desk.bot.waitUntil(lambda: not desk.runner.is_busy and desk.state.comparison is not None, timeout=WAIT_MS)
    assert names(desk) == ["one.txt", "two.txt"]


def test_a_swap_takes_along_what_is_still_to_be_read(desk: Desk) -> None:
    ask_for_samples(desk)
    desk.window.actions_by_name["swap_sides"].trigger()
    desk.wait_for_comparison()
    assert names(desk) == ["right.txt", "left.txt"]


def test_the_next_contradiction_is_shown_whatever_the_filter_hides(desk: Desk) -> None:
    desk.open_samples()
    desk.window.filtering.show_only(Mark.ADDED)
    desk.window.actions_by_name["next_contradiction"].trigger()
    assert desk.state.selected is not None
    assert desk.state.items[desk.state.selected].mark is Mark.CONTRADICTING
    assert desk.state.is_shown(desk.state.selected)
    assert desk.state.filter.mark is None
