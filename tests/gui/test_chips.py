"""The chips say what was found in whatever room there is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QToolButton

from compare_app.gui.chips import Chips
from compare_app.present.marks import Mark
from compare_app.present.summary import Summary
from tests.gui.conftest import Desk

EVERYTHING = Summary(tuple((mark, 120) for mark in Mark), has_differences=True)


def texts(chips: Chips) -> list[str]:
    return [button.text() for button in chips.findChildren(QToolButton) if button.isVisible()]


@pytest.mark.parametrize(("width", "has_words"), [(880, False), (1800, True)])
def test_the_words_give_way_before_the_window_does(desk: Desk, width: int, *, has_words: bool) -> None:
    desk.open_samples()
    (chips,) = desk.window.findChildren(Chips)
    chips.show_summary(EVERYTHING)
    desk.window.resize(width, 600)
    desk.bot.waitUntil(lambda: desk.window.width() == width)
    desk.bot.waitUntil(lambda: ("⚠ 120 contradicting" in texts(chips)) is has_words)
    assert len(texts(chips)) == len(Mark)
    assert chips.width() <= width
    last = max(button.geometry().right() for button in chips.findChildren(QToolButton))
    assert last < chips.width()


def test_a_chip_without_its_word_still_tells_it(desk: Desk) -> None:
    desk.open_samples()
    (chips,) = desk.window.findChildren(Chips)
    chips.show_summary(EVERYTHING)
    chips.resize(400, 40)
    assert "120 shifted" in " ".join(button.toolTip() for button in chips.findChildren(QToolButton))
    assert "120 shifted" in " ".join(button.accessibleName() for button in chips.findChildren(QToolButton))
