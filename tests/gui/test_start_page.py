"""What an empty window offers, and how the window stands when it is opened again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from compare_app.app.places import Places
from compare_app.app.recent import Recent, add_recent, read_recent
from compare_app.app.samples import samples
from compare_app.core.document import Side
from compare_app.gui.application import make_window
from compare_app.gui.start_page import StartPage
from compare_app.present.marks import Mark
from tests.gui.conftest import LEFT, RIGHT, WAIT_MS, Desk
from tests.gui.saving import decide, save
from tests.gui.test_window import drop, files


def buttons(desk: Desk) -> dict[str, QPushButton]:
    """What can be pressed, by the beginning of its text."""
    return {one.text().split("  ")[0]: one for one in desk.window.start.findChildren(QPushButton)}


def press(desk: Desk, text: str) -> None:
    """Press a button of the page by keyboard."""
    button = buttons(desk)[text]
    button.setFocus()
    desk.bot.keyClick(button, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]


def test_the_page_is_there_until_something_is_open(desk: Desk) -> None:
    assert desk.window.start.isVisible()
    assert not desk.window.view.isVisible()
    drop(desk.window.start, files(desk.file("left.txt", LEFT)))
    desk.bot.waitUntil(lambda: desk.state.documents[Side.LEFT] is not None, timeout=WAIT_MS)
    assert not desk.window.start.isVisible()
    assert desk.window.view.isVisible()
    assert desk.window.view.focused_side() is Side.LEFT


@pytest.mark.parametrize("side", list(Side))
def test_a_document_goes_to_the_place_it_is_dropped_on(desk: Desk, side: Side) -> None:
    zone = buttons(desk)[f"Open {side}…"].parentWidget()
    assert zone is not None
    drop(zone, files(desk.file("one.txt", LEFT)))
    desk.bot.waitUntil(lambda: desk.state.documents[side] is not None, timeout=WAIT_MS)
    assert desk.state.documents[side.other] is None


def test_the_samples_are_compared(desk: Desk) -> None:
    (sample,) = samples()
    press(desk, sample.title)
    desk.wait_for_comparison()
    assert desk.state.summary is not None
    assert desk.state.summary.count(Mark.CONTRADICTING) > 0


def test_text_is_pasted(desk: Desk) -> None:
    QGuiApplication.clipboard().setText(LEFT)
    press(desk, "Paste text")
    desk.bot.waitUntil(lambda: desk.state.documents[Side.LEFT] is not None, timeout=WAIT_MS)


def test_files_are_asked_for(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    path = desk.file("right.txt", RIGHT)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    press(desk, "Open right…")
    desk.bot.waitUntil(lambda: desk.state.documents[Side.RIGHT] is not None, timeout=WAIT_MS)


def test_everything_on_it_is_reached_by_tab_and_has_a_name(desk: Desk) -> None:
    wanted = {one for one in desk.window.start.findChildren(QPushButton) if one.isEnabled()}
    reached = set()
    for _ in range(60):
        focused = QApplication.focusWidget()
        reached.add(focused)
        desk.bot.keyClick(focused or desk.window, Qt.Key.Key_Tab)  # type: ignore[no-untyped-call]
    assert wanted <= reached
    assert all(one.text() for one in wanted)


def test_a_recent_session_is_opened_and_a_missing_one_forgotten(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, places: Places, qtbot: QtBot
) -> None:
    desk.open_samples()
    decide(desk)
    save(desk, monkeypatch)
    add_recent(places.recent_file, Recent("gone.txt – lost.txt", (str(desk.folder / "gone.txt"),)))
    window, controller = make_window(places)
    window.show()
    other = Desk(window, controller, window.state, qtbot, desk.folder)
    assert not buttons(other)["gone.txt – lost.txt (missing)"].isEnabled()
    press(other, "Forget what is missing")
    assert [one.title for one in read_recent(places.recent_file)] == ["work.compare"]
    (menu,) = [one for one in window.findChildren(QMenu) if one.title() == "Open recent"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["work.compare"]
    press(other, "work.compare")
    other.wait_for_comparison()
    assert len(other.state.review.decisions) == 1
    window.close()
    window.deleteLater()


def test_a_list_that_cannot_be_read_is_empty(tmp_path: Path) -> None:
    for content in ("", "{}", "[3]", '[{"title": "a"}]', "\x00"):
        (tmp_path / "recent.json").write_text(content, encoding="utf-8")
        assert read_recent(tmp_path / "recent.json") == ()


def test_the_window_stands_as_it_stood(desk: Desk, places: Places, qtbot: QtBot) -> None:
    desk.open_samples()
    desk.window.resize(780, 650)
    desk.window.actions_by_name["view_pairs"].trigger()
    desk.window.splitters["split"].setSizes([260, 220])
    desk.bot.waitUntil(lambda: desk.window.size().width() == 780, timeout=WAIT_MS)
    sizes = desk.window.splitters["split"].sizes()
    desk.window.close()
    window, controller = make_window(places)
    window.show()
    other = Desk(window, controller, window.state, qtbot, desk.folder)
    assert window.size().width() == 780
    other.open_samples()
    assert window.views.name == "view_pairs"

    def upper() -> int:
        return window.splitters["split"].sizes()[0]

    qtbot.waitUntil(lambda: abs(upper() - sizes[0]) < 8, timeout=WAIT_MS)
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("content", ["", "[]", '{"geometry": "%%%"}', '{"geometry": "AAAA", "splitters": {}}'])
def test_a_place_that_cannot_be_read_is_passed_over(places: Places, content: str, qtbot: QtBot) -> None:
    places.data.mkdir(exist_ok=True)
    places.window_file.write_text(content, encoding="utf-8")
    window, _ = make_window(places)
    window.show()
    assert window.messages.text == ""
    assert window.findChildren(StartPage)
    window.close()
    window.deleteLater()


@pytest.mark.parametrize(("width", "is_beside"), [(400, False), (1000, True)])
def test_the_places_stand_below_each_other_where_there_is_no_room_beside(
    desk: Desk, width: int, *, is_beside: bool
) -> None:
    desk.window.resize(width, 600)
    desk.bot.waitUntil(lambda: desk.window.width() == width)
    left, right = (buttons(desk)[text] for text in ("Open left…", "Open right…"))
    tops = [button.mapTo(desk.window, button.rect().topLeft()).y() for button in (left, right)]
    assert (tops[0] == tops[1]) is is_beside
    assert not desk.window.start.horizontalScrollBar().isVisible()
