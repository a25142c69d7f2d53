"""Deciding, saving and opening as a person does, for the tests of sessions."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from compare_app.app.places import Places
from compare_app.app.sessions import Session
from compare_app.core.errors import WriteError
from compare_app.core.review import Decision
from compare_app.gui.session_writer import SessionWriter
from tests.gui.conftest import Desk
from tests.gui.test_window import drop, files


def decide(desk: Desk) -> None:
    """Dismiss the one contradiction of the samples."""
    desk.window.actions_by_name["next_contradiction"].trigger()
    desk.window.actions_by_name["dismiss"].trigger()
    assert list(desk.state.review.decisions.values()) == [Decision.DISMISSED]


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Answer the question where to save with `path`, or close it."""

    def answer(dialog: QFileDialog) -> int:
        if path is not None:
            dialog.selectFile(str(path))
        return int(path is not None)

    monkeypatch.setattr(QFileDialog, "exec", answer)


def press(monkeypatch: pytest.MonkeyPatch, text: str) -> list[str]:
    """Answer every question with the button `text`; what was asked is put on the list."""
    asked: list[str] = []

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        (button,) = [one for one in box.buttons() if one.text() == text]
        button.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return asked


def key(desk: Desk, key: Qt.Key, *, shift: bool = False) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier
    if shift:
        modifiers |= Qt.KeyboardModifier.ShiftModifier
    desk.bot.keyClick(desk.window, key, modifiers)  # type: ignore[no-untyped-call]


def save(desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str = "work.compare") -> Path:
    """Save as `name` by key and wait until it is written."""
    path = desk.folder / name
    choose(monkeypatch, path)
    key(desk, Qt.Key.Key_S)
    desk.bot.waitUntil(lambda: path.with_suffix(".compare").is_file() and not desk.sessions.is_modified)
    return path.with_suffix(".compare")


def writer(desk: Desk) -> SessionWriter:
    """What writes the sessions of the window."""
    (found,) = desk.sessions.findChildren(SessionWriter)
    return found


def kept(places: Places, name: str = "") -> list[Path]:
    """What is kept for a crash, under any `name`; a folder may vanish while one looks, which glob does not forgive."""
    found = [Path(folder, one) for folder, _, names in os.walk(places.recovery) for one in names]
    return [one for one in found if one.parent != places.recovery and name in ("", one.name)]


def open_session(desk: Desk, path: Path) -> None:
    """Drop a session on the window and wait for its comparison."""
    drop(desk.window, files(path))
    desk.wait_for_comparison()


def never_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on no session can be written."""

    def refuse(session: Session, path: Path) -> None:
        raise WriteError(f"“{path}” cannot be written: No space left on device.", hint="Choose another place.")

    monkeypatch.setattr("compare_app.gui.session_writer.save_session", refuse)
