"""How a side is read can be seen and changed: its language, its encoding, the lines set aside."""

from __future__ import annotations

import os
import sys

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from compare_app.app.jobs import Input
from compare_app.core.document import BlockKind, Side
from compare_app.gui.pane.document_pane import DocumentPane
from compare_app.gui.reading_menu import ReadingMenu
from compare_app.present.marks import Mark
from tests.gui.conftest import WAIT_MS, Desk

RUSSIAN = "Пожар начался ночью, и никто не пострадал, сообщила полиция города в понедельник утром.\n"
PROSE = "The library on Mill Street will close in May after forty years, the council said on Monday."
LINE = "Share on Facebook"


def menu_of(desk: Desk, side: Side, name: str) -> ReadingMenu:
    """The button of `name` in the header of `side`."""
    menu = getattr(desk.window.view.headers[side], name)
    assert isinstance(menu, ReadingMenu)
    return menu


def offered(menu: QMenu) -> dict[str, QAction]:
    """Every action of a menu and of the menus in it, by its text."""
    found = {}
    for action in menu.actions():
        inner = action.menu()
        found.update(offered(inner) if isinstance(inner, QMenu) else {action.text(): action})
    return found


def choose(desk: Desk, side: Side, name: str, text: str) -> None:
    """Take `text` in the menu of `name`."""
    menu = menu_of(desk, side, name).menu()
    menu.aboutToShow.emit()
    offered(menu)[text].trigger()


def test_text_in_a_wrongly_guessed_encoding_is_read_again_in_the_right_one(desk: Desk) -> None:
    left, right = desk.folder / "left.txt", desk.file("right.txt", RUSSIAN)
    left.write_bytes(RUSSIAN.encode("koi8-r"))
    desk.controller.open_inputs(
        {Side.LEFT: Input(path=str(left), encoding="cp1252"), Side.RIGHT: Input(path=str(right))}
    )
    desk.wait_for_comparison()
    other = desk.state.documents[Side.RIGHT]
    assert menu_of(desk, Side.LEFT, "encoding").text() == "Windows-1252"
    choose(desk, Side.LEFT, "encoding", "Cyrillic (KOI8-R)")
    desk.bot.waitUntil(lambda: menu_of(desk, Side.LEFT, "encoding").text() == "KOI8-R", timeout=WAIT_MS)
    desk.wait_for_comparison()
    assert desk.state.documents[Side.RIGHT] is other
    assert desk.state.documents[Side.LEFT].claims == other.claims  # type: ignore[union-attr]
    assert menu_of(desk, Side.LEFT, "language").text() == "Russian"


def test_the_language_is_shown_and_another_is_kept_when_both_are_compared_again(desk: Desk) -> None:
    desk.open_samples()
    menu = menu_of(desk, Side.RIGHT, "language")
    assert menu.text() == "English"
    assert menu.accessibleName() == "Language: English"
    choose(desk, Side.RIGHT, "language", "Finnish")
    desk.bot.waitUntil(lambda: menu.text() == "Finnish", timeout=WAIT_MS)
    desk.wait_for_comparison()
    assert menu_of(desk, Side.LEFT, "language").text() == "English"
    with desk.bot.waitSignals([desk.state.documents_changed, desk.runner.compared], timeout=WAIT_MS):
        desk.window.actions_by_name["compare_again"].trigger()
    assert menu.text() == "Finnish"
    choose(desk, Side.RIGHT, "language", "Find out again")
    desk.bot.waitUntil(lambda: menu.text() == "English", timeout=WAIT_MS)


def test_what_holds_no_choice_offers_none(desk: Desk) -> None:
    desk.controller.open_inputs({Side.LEFT: Input(content=PROSE, name="Pasted")})
    desk.bot.waitUntil(lambda: desk.state.documents[Side.LEFT] is not None, timeout=WAIT_MS)
    assert menu_of(desk, Side.LEFT, "language").isVisible()
    assert not menu_of(desk, Side.LEFT, "encoding").isVisible()
    desk.window.actions_by_name["choose_encoding"].trigger()
    assert "nothing to choose" in desk.window.messages.text


def test_a_file_gone_meanwhile_leaves_the_pane_as_it_was(desk: Desk) -> None:
    desk.open_samples()
    (desk.folder / "left.txt").unlink()
    with desk.bot.waitSignal(desk.runner.failed, timeout=WAIT_MS):
        choose(desk, Side.LEFT, "encoding", "Western (Windows-1252)")
    assert "left.txt" in desk.window.messages.text
    assert "library will close" in desk.window.view.panes[Side.LEFT].toPlainText()
    assert menu_of(desk, Side.LEFT, "encoding").text() == "UTF-8"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a menu where no screen is
def test_every_choice_is_reached_by_keys_alone(desk: Desk) -> None:
    desk.open_samples()
    menu = menu_of(desk, Side.LEFT, "language")
    menu.setFocus()
    assert menu.hasFocus()
    desk.window.view.panes[Side.LEFT].setFocus()
    opened: list[str] = []

    def take_second() -> None:
        shown = QApplication.activePopupWidget()
        if isinstance(shown, QMenu):
            opened.extend(action.text() for action in shown.actions() if action.isEnabled())
            while shown.activeAction() is None or shown.activeAction().text() != "German":
                QTest.keyClick(shown, Qt.Key.Key_Down)
            QTest.keyClick(shown, Qt.Key.Key_Return)

    QTimer.singleShot(100, take_second)
    desk.window.actions_by_name["choose_language"].trigger()
    assert opened[:2] == ["English", "German"]
    desk.bot.waitUntil(lambda: menu.text() == "German", timeout=WAIT_MS)


def open_pages(desk: Desk) -> DocumentPane:
    """Two pages of which the left ends with a line that is set aside."""
    lines = "\n\n".join(f"{PROSE} It was paragraph {i}." for i in range(40))
    desk.open(desk.file("left.txt", f"{lines}\n\n{LINE}\n"), desk.file("right.txt", f"{lines}\n"))
    return desk.window.view.panes[Side.LEFT]


def last_rect_centre(pane: DocumentPane, *, sign: bool = False) -> QPointF:
    """The middle of the last line, or of the sign beside it."""
    index, rect = list(pane.on_screen.block_rects())[-1]
    assert pane.blocks[index].span.of(pane.shown_document.text) == LINE  # type: ignore[union-attr]
    return pane.set_aside.sign_box(rect).center() if sign else rect.center()


def last_kind(pane: DocumentPane) -> BlockKind:
    return pane.blocks[-1].kind


def click(pane: DocumentPane, point: QPointF) -> None:
    place = QPoint(round(point.x()), round(point.y()))
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_a_click_brings_a_grey_line_back_and_one_on_its_sign_sets_it_aside_again(desk: Desk) -> None:
    pane = open_pages(desk)
    assert not desk.state.visible_rows()
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum())
    pane.bring_offset_to(len(pane.shown_document.text) - 2, 200)  # type: ignore[union-attr]
    place = pane.on_screen.span().start
    with desk.bot.waitSignal(desk.state.comparison_changed, timeout=WAIT_MS):
        click(pane, last_rect_centre(pane))
    assert last_kind(pane) is BlockKind.PARAGRAPH
    assert [desk.state.items[row.item].mark for row in desk.state.visible_rows()] == [Mark.REMOVED]
    assert pane.on_screen.span().start == place
    with desk.bot.waitSignal(desk.state.comparison_changed, timeout=WAIT_MS):
        click(pane, last_rect_centre(pane, sign=True))
    assert last_kind(pane) is BlockKind.FURNITURE
    assert not desk.state.visible_rows()


def test_a_key_does_the_same_and_the_choice_outlives_another_reading(desk: Desk) -> None:
    pane = open_pages(desk)
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    with desk.bot.waitSignal(desk.state.comparison_changed, timeout=WAIT_MS):
        desk.window.actions_by_name["toggle_set_aside"].trigger()
    assert pane.blocks[-1].was is BlockKind.FURNITURE
    with desk.bot.waitSignal(desk.runner.compared, timeout=WAIT_MS):
        desk.window.actions_by_name["compare_again"].trigger()
    assert pane.blocks[-1].was is BlockKind.FURNITURE
    given = desk.controller.input_of(Side.LEFT)
    assert given is not None
    assert len(given.kept) == 1


def test_prose_is_not_touched_by_the_key(desk: Desk) -> None:
    pane = open_pages(desk)
    pane.setFocus()
    desk.window.actions_by_name["toggle_set_aside"].trigger()
    assert "Nothing was set aside here" in desk.window.messages.text


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_pipe_that_says_nothing_is_told_or_cancelled_and_the_pane_keeps_what_it_had(desk: Desk) -> None:
    desk.open_samples()
    before = desk.state.documents[Side.LEFT]
    pipe = desk.folder / "pipe"
    os.mkfifo(pipe)
    with desk.bot.waitSignal(desk.runner.failed, timeout=WAIT_MS):
        desk.controller.open_inputs({Side.LEFT: Input(path=str(pipe))})
    assert "is a pipe, and nothing writes into it." in desk.window.messages.text
    silent = os.open(pipe, os.O_RDWR)  # a writer that has nothing to say
    desk.controller.open_inputs({Side.LEFT: Input(path=str(pipe))})
    desk.bot.waitUntil(lambda: desk.runner.is_busy, timeout=WAIT_MS)
    with desk.bot.waitSignal(desk.runner.ended, timeout=WAIT_MS):
        desk.window.actions_by_name["cancel"].trigger()
    os.close(silent)
    assert desk.state.documents[Side.LEFT] is before
