"""The bar beside a pane."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from compare_app.gui.overview import Overview
from compare_app.gui.theme import load_theme
from compare_app.present.marks import Mark


def test_a_bar_draws_no_more_ticks_than_it_has_room_for_and_the_gravest_last(qtbot: QtBot) -> None:
    bar = Overview(load_theme("light"))
    qtbot.addWidget(bar)
    bar.resize(14, 500)
    length = 1_000_000
    marks = [Mark.CONTRADICTING if start % 1_000 == 0 else Mark.ADDED for start in range(0, length, 20)]
    bar.set_ticks(length, {kind: [20 * i for i, mark in enumerate(marks) if mark is kind] for kind in set(marks)})
    drawn = bar.places()
    assert len(drawn) <= bar.height() + 1
    assert sum(mark is Mark.CONTRADICTING for mark, _ in drawn) > bar.height() * 0.9
    assert [mark for mark, _ in drawn] == sorted((mark for mark, _ in drawn), key=lambda mark: -mark.gravity)
    assert {y for _, y in drawn} == set(range(bar.height() + 1))
