"""What a view shows when it is seen again."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from compare_app.gui.when_seen import WhenSeen


def test_a_view_catches_up_in_the_order_in_which_its_parts_were_made(qtbot: QtBot) -> None:
    widget, seen = QWidget(), list[str]()
    qtbot.addWidget(widget)
    parts = [WhenSeen(widget, lambda name=name: seen.append(name)) for name in ("text", "marks")]  # type: ignore[misc]
    widget.show()
    assert seen == ["text", "marks"]
    widget.hide()
    for part in reversed(parts):
        part.ask()
    widget.show()
    assert seen == ["text", "marks"] * 2
    parts[1].ask()
    assert seen[4:] == ["marks"]


def test_what_fails_in_a_view_is_told_and_the_rest_is_shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    widget, seen, told = QWidget(), list[str](), list[object]()
    qtbot.addWidget(widget)
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: told.append(kind))
    WhenSeen(widget, lambda: 1 // 0)
    WhenSeen(widget, lambda: seen.append("marks"))
    widget.show()
    assert (told, seen) == ([ZeroDivisionError], ["marks"])
