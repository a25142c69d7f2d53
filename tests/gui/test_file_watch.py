"""A file that changes on disk is offered to be read again; what was decided and where one was stays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from compare_app.app.jobs import Input
from compare_app.core.document import Side
from compare_app.core.review import Decision
from compare_app.gui.file_watch import FileWatch
from compare_app.present.marks import Mark
from tests.gui.conftest import LEFT, RIGHT, WAIT_MS, Desk

LATER = RIGHT.replace("Readers have signed", "On Sunday it snowed for the first time.\n\nReaders have signed")


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def put_in_its_place(path: Path, text: str) -> None:
    """Save as many editors do: a new file takes the place of the old one."""
    new = path.with_name("new.tmp")
    new.write_text(text, encoding="utf-8")
    os.replace(new, path)


def move_away_and_write(path: Path, text: str) -> None:
    """Save as editors do that keep a backup."""
    path.rename(path.with_name("right.txt~"))
    path.write_text(text, encoding="utf-8")


def wait_for_offer(desk: Desk, name: str = "right.txt") -> None:
    desk.bot.waitUntil(lambda: any(name in offer.sentence for offer in desk.window.offers.offers), timeout=WAIT_MS)


def read_again(desk: Desk) -> None:
    def buttons() -> list[QPushButton]:
        found = desk.window.offers.findChildren(QPushButton)
        return [one for one in found if one.text() == "Read it again" and one.isVisible()]

    desk.bot.waitUntil(lambda: len(buttons()) == 1, timeout=WAIT_MS)
    with desk.bot.waitSignal(desk.runner.compared, timeout=WAIT_MS):
        desk.bot.mouseClick(buttons()[0], Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]


def settled(desk: Desk) -> None:
    """Wait until the watch has looked at the files that are open."""
    (watch,) = desk.window.findChildren(FileWatch)
    desk.bot.waitUntil(lambda: watch.is_settled, timeout=WAIT_MS)


@pytest.mark.parametrize("save", [write, put_in_its_place, move_away_and_write])
def test_a_changed_file_is_offered_and_everything_else_stays(desk: Desk, save: object) -> None:
    desk.open_samples()
    settled(desk)
    desk.window.actions_by_name["next_contradiction"].trigger()
    desk.window.actions_by_name["dismiss"].trigger()
    path = desk.folder / "right.txt"
    for text in (LATER, LATER + "\n\nIt ended well.\n"):  # the second time, too
        save(path, text)  # type: ignore[operator]
        wait_for_offer(desk)
        assert desk.state.documents[Side.RIGHT].text != text  # type: ignore[union-attr]
        read_again(desk)
        assert desk.state.documents[Side.RIGHT].text == text  # type: ignore[union-attr]
        assert desk.window.offers.offers == ()
        assert list(desk.state.review.decisions.values()) == [Decision.DISMISSED]
        assert desk.state.selected is not None
        assert desk.state.items[desk.state.selected].has_mark(Mark.DISMISSED)
        settled(desk)


def test_the_selected_claim_is_found_though_it_was_edited(desk: Desk) -> None:
    desk.open_samples()
    settled(desk)
    desk.window.actions_by_name["next_contradiction"].trigger()
    write(desk.folder / "right.txt", LATER.replace("£6 million to run", "£7 million to run"))
    (desk.folder / "left.txt").write_text(LEFT.replace("£4 million to run", "£5 million to run"), encoding="utf-8")
    for _ in range(2):
        desk.bot.waitUntil(lambda: bool(desk.window.offers.offers), timeout=WAIT_MS)
        read_again(desk)
    assert desk.state.selected is not None
    assert desk.state.items[desk.state.selected].mark is Mark.CONTRADICTING


def test_what_is_selected_stays_at_its_height_and_the_pane_has_the_keyboard(desk: Desk) -> None:
    filler = "\n\n".join(f"Paragraph {n} says nothing that matters to anyone." for n in range(60))
    desk.open(desk.file("left.txt", filler + LEFT + filler), desk.file("right.txt", filler + RIGHT + filler))
    settled(desk)
    desk.window.actions_by_name["next_contradiction"].trigger()
    pane = desk.window.view.panes[Side.LEFT]

    def height() -> float:
        assert desk.state.selected is not None
        return pane.on_screen.claim_extent(desk.state.items[desk.state.selected].left[0])[0]

    before = height()
    write(desk.folder / "right.txt", f"Two new ones. At the top.\n\n{filler}{RIGHT}{filler}")
    wait_for_offer(desk)
    read_again(desk)
    assert abs(height() - before) < 40  # whole lines are scrolled, on both sides
    assert desk.window.view.focused_side() is not None


def test_the_page_stays_where_it_was(desk: Desk) -> None:
    filler = "\n\n".join(f"Paragraph {n} says nothing that matters to anyone." for n in range(120))
    desk.open(desk.file("left.txt", filler), desk.file("right.txt", filler))
    settled(desk)
    pane = desk.window.view.panes[Side.RIGHT]
    pane.verticalScrollBar().setValue(90)
    top = pane.on_screen.claim_at_height(0)
    write(desk.folder / "right.txt", f"Two new ones. At the top.\n\n{filler}")
    wait_for_offer(desk)
    read_again(desk)
    assert top is not None
    assert pane.on_screen.claim_at_height(0) == top + 2


def test_a_file_that_was_only_touched_is_not_offered(desk: Desk) -> None:
    desk.open_samples()
    settled(desk)
    (watch,) = desk.window.findChildren(FileWatch)
    with desk.bot.waitSignal(watch.looked, timeout=WAIT_MS):
        os.utime(desk.folder / "right.txt", (1, 1))
    assert desk.window.offers.offers == ()


def test_a_file_that_vanishes_and_returns_is_told_and_taken_back(desk: Desk) -> None:
    desk.open_samples()
    settled(desk)
    path = desk.folder / "right.txt"
    path.unlink()
    desk.bot.waitUntil(lambda: "“right.txt” is no longer on disk" in desk.window.messages.text, timeout=WAIT_MS)
    assert desk.state.documents[Side.RIGHT] is not None
    write(path, RIGHT)
    desk.bot.waitUntil(lambda: desk.window.messages.text == "", timeout=WAIT_MS)
    assert desk.window.offers.offers == ()
    path.unlink()
    desk.bot.waitUntil(lambda: "no longer on disk" in desk.window.messages.text, timeout=WAIT_MS)
    write(path, LATER)
    wait_for_offer(desk)
    assert desk.window.messages.text == ""


@pytest.mark.parametrize("folder", ["", "later/"])
def test_that_there_is_no_file_is_taken_back_once_there_is(desk: Desk, folder: str) -> None:
    path = desk.folder / f"{folder}right.txt"
    desk.controller.open_inputs({Side.LEFT: Input(path=str(desk.file("left.txt", LEFT)))})
    desk.bot.waitUntil(lambda: desk.state.documents[Side.LEFT] is not None, timeout=WAIT_MS)
    desk.controller.open_inputs({Side.RIGHT: Input(path=str(path))})
    desk.bot.waitUntil(lambda: "There is no file “" in desk.window.messages.text, timeout=WAIT_MS)
    path.parent.mkdir(exist_ok=True)
    write(path, RIGHT)
    desk.bot.waitUntil(lambda: desk.window.messages.text == "", timeout=WAIT_MS)
    desk.bot.keyClick(desk.window, Qt.Key.Key_F5)  # type: ignore[no-untyped-call]
    desk.wait_for_comparison()


def test_another_document_is_not_offered_for_the_old_file(desk: Desk) -> None:
    desk.open_samples()
    settled(desk)
    write(desk.folder / "right.txt", LATER)
    wait_for_offer(desk)
    desk.open(desk.file("one.txt", LEFT), desk.file("two.txt", RIGHT))
    assert desk.window.offers.offers == ()
