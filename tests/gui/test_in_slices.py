"""Long work hands over now and then; short work is done at once."""

from __future__ import annotations

from collections.abc import Generator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from compare_app.gui.in_slices import InSlices
from tests.gui.conftest import settle


def counting(steps: int, taken: list[int]) -> Generator[None, None, int]:
    for step in range(steps):
        taken.append(step)
        yield
    return steps


@pytest.fixture(autouse=True)
def _no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare_app.gui.in_slices.SLICE_S", -1.0)


def test_what_is_short_is_done_at_once(qtbot: QtBot) -> None:
    done: list[int] = []
    parent = QObject()
    InSlices[int](done.append, parent).start(counting(11, []))
    assert done == [11]


def test_what_is_long_is_done_in_a_while(qtbot: QtBot) -> None:
    done: list[int] = []
    taken: list[int] = []
    parent = QObject()
    slices = InSlices[int](done.append, parent)
    slices.start(counting(40, taken))
    assert (len(taken), done, slices.is_busy) == (12, [], True)
    qtbot.waitUntil(lambda: done == [40])
    assert not slices.is_busy


def test_what_was_begun_is_dropped_for_what_is_wanted_now(qtbot: QtBot) -> None:
    done: list[int] = []
    parent = QObject()
    slices = InSlices[int](done.append, parent)
    slices.start(counting(40, []))
    slices.start(counting(20, []))
    qtbot.waitUntil(lambda: done == [20])
    slices.start(counting(40, []))
    slices.stop()
    settle()
    assert done == [20]
