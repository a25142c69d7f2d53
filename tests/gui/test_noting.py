"""Notes as a person writes them in the card, and where they show."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from compare_app.core.document import Side
from compare_app.core.review import Decision, Review
from compare_app.gui.history import History
from compare_app.gui.note_edit import NoteEdit
from tests.gui.conftest import Desk
from tests.gui.test_corrections import CONTROL, PETITION, press, select


@pytest.fixture
def samples(desk: Desk) -> Desk:
    """A window with the two small texts compared."""
    desk.open_samples()
    return desk


def field(desk: Desk) -> NoteEdit:
    """The one field open."""
    (found,) = [one for one in desk.window.why.findChildren(NoteEdit) if one.isVisible()]
    return found


def write(desk: Desk, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    press(desk, Qt.Key.Key_M)
    desk.bot.keyClicks(field(desk), text)  # type: ignore[no-untyped-call]
    modifiers = CONTROL if key == Qt.Key.Key_Return else Qt.KeyboardModifier.NoModifier
    desk.bot.keyClick(field(desk), key, modifiers)  # type: ignore[no-untyped-call]


def said(desk: Desk) -> str:
    return " ".join(label.text() for label in desk.window.why.findChildren(QLabel))


def test_a_note_on_a_finding_shows_in_card_and_list_and_is_undone(samples: Desk) -> None:
    desk = samples
    desk.window.actions_by_name["next_contradiction"].trigger()
    write(desk, "Ask the council.")
    assert list(desk.state.review.finding_notes.values()) == ["Ask the council."]
    assert desk.state.review.decisions == {}
    assert "Ask the council." in said(desk)
    index = desk.window.differences.model().index(0, 0)
    assert "Note: Ask the council." in index.data(Qt.ItemDataRole.ToolTipRole)
    write(desk, " Twice.")
    assert list(desk.state.review.finding_notes.values()) == ["Ask the council. Twice."]
    for _ in range(2):
        desk.window.actions_by_name["undo"].trigger()
    assert desk.state.review == Review()


def seen(desk: Desk, text: str) -> bool:
    """Whether the whole of what says `text` stands in the card without scrolling."""
    view = desk.window.why.viewport()
    (found,) = [one for one in view.findChildren(QWidget) if getattr(one, "text", str)() == text]
    return view.rect().contains(QRect(found.mapTo(view, QPoint(0, 0)), found.size()))


def test_a_note_is_written_and_read_without_scrolling(samples: Desk) -> None:
    desk = samples
    desk.window.resize(1280, 800)
    desk.window.actions_by_name["next_contradiction"].trigger()
    title = desk.state.selected_cards()[0].title
    press(desk, Qt.Key.Key_M)
    assert seen(desk, f"⚠ {title}")  # what is written about
    press(desk, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    write(desk, "Ask the council which figure it is; the report of last year has neither of the two, and no other.")
    (note,) = desk.state.selected_cards()[0].notes
    press(desk, Qt.Key.Key_Return)
    assert desk.state.selected_cards()[0].decision is Decision.CONFIRMED
    desk.bot.waitUntil(lambda: seen(desk, note))
    assert seen(desk, "Open again")


def test_a_note_on_a_finding_further_down_is_told_on_the_first_card(desk: Desk) -> None:
    text = "The bridge\n\nThe bridge was closed on 4 March. Repairs cost £4 million and will take 3 weeks, it said.\n"
    other = text.replace("£4", "£6").replace("3 weeks", "9 weeks")
    desk.open(desk.file("left.txt", text), desk.file("right.txt", other))
    desk.window.actions_by_name["next_contradiction"].trigger()
    assert len(desk.state.selected_cards()) == 2
    desk.window.why.note_wanted.emit(desk.state.selected_cards()[1].key)
    desk.bot.keyClicks(field(desk), "Which day?")  # type: ignore[no-untyped-call]
    assert "further down" not in said(desk)
    desk.bot.keyClick(field(desk), Qt.Key.Key_Return, CONTROL)  # type: ignore[no-untyped-call]
    assert seen(desk, "There is one further down.")


def test_a_note_on_claims_that_are_the_same_brings_them_into_the_list(samples: Desk) -> None:
    desk = samples
    rows = len(desk.state.visible_rows())
    select(desk, Side.LEFT, PETITION)
    write(desk, "Who signed?")
    assert list(desk.state.review.notes.values()) == ["Who signed?"]
    assert len(desk.state.visible_rows()) == rows + 1
    select(desk, Side.LEFT, PETITION)
    press(desk, Qt.Key.Key_M)
    field(desk).selectAll()
    desk.bot.keyClick(field(desk), Qt.Key.Key_Delete)  # type: ignore[no-untyped-call]
    desk.bot.keyClick(field(desk), Qt.Key.Key_Return, CONTROL)  # type: ignore[no-untyped-call]
    assert desk.state.review == Review()
    assert desk.window.actions_by_name["undo"].text() == "Undo taking a note away"


def test_escape_gives_a_note_up_and_another_selection_keeps_it(samples: Desk) -> None:
    desk = samples
    select(desk, Side.LEFT, PETITION)
    write(desk, "Never mind.", Qt.Key.Key_Escape)
    assert desk.state.review == Review()
    press(desk, Qt.Key.Key_M)
    desk.bot.keyClicks(field(desk), "Kept.")  # type: ignore[no-untyped-call]
    desk.window.actions_by_name["next_contradiction"].trigger()
    select(desk, Side.LEFT, "The mayor")
    ((about, text),) = desk.state.review.notes.items()
    assert (about.left[0].words.startswith(PETITION), text) == (True, "Kept.")


def test_the_whole_field_is_seen_and_the_keyboard_goes_back_to_where_it_was(samples: Desk) -> None:
    desk = samples
    pane = desk.window.view.panes[Side.LEFT]
    pane.setFocus()
    desk.window.actions_by_name["next_contradiction"].trigger()
    press(desk, Qt.Key.Key_M)
    seen, edit = desk.window.why.viewport().rect(), field(desk)
    desk.bot.waitUntil(lambda: seen.contains(edit.mapTo(desk.window.why.viewport(), edit.rect().bottomLeft())))
    desk.bot.keyClick(edit, Qt.Key.Key_Return, CONTROL)  # type: ignore[no-untyped-call]
    assert pane.hasFocus()


@pytest.mark.parametrize("opened", ["by its key", "by its button"])
def test_who_goes_on_from_a_note_decides_nothing_with_the_next_key(samples: Desk, opened: str) -> None:
    desk = samples
    desk.window.view.panes[Side.LEFT].setFocus()
    select(desk, Side.LEFT, PETITION)
    if opened == "by its key":
        press(desk, Qt.Key.Key_M)
    else:
        button = next(one for one in desk.window.why.findChildren(QPushButton) if one.text() == "Note…")
        desk.bot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]
    desk.bot.keyClicks(field(desk), "Ask.")  # type: ignore[no-untyped-call]
    desk.window.actions_by_name["previous_contradiction"].trigger()
    focused = desk.window.focusWidget()
    assert focused is not None
    assert not focused.accessibleName().startswith(("Confirm", "Dismiss"))
    desk.bot.keyClick(focused, Qt.Key.Key_Space)  # type: ignore[no-untyped-call]
    assert desk.state.review.decisions == {}
    assert list(desk.state.review.notes.values()) == ["Ask."]


def test_what_is_being_written_survives_another_comparison(samples: Desk) -> None:
    desk = samples
    select(desk, Side.LEFT, PETITION)
    press(desk, Qt.Key.Key_M)
    desk.bot.keyClicks(field(desk), "Half a thou")  # type: ignore[no-untyped-call]
    with desk.bot.waitSignal(desk.state.comparison_changed):
        desk.controller.recompare()
    desk.bot.keyClicks(field(desk), "ght")  # type: ignore[no-untyped-call]
    desk.bot.keyClick(field(desk), Qt.Key.Key_Return, CONTROL)  # type: ignore[no-untyped-call]
    assert list(desk.state.review.notes.values()) == ["Half a thought"]


def test_the_button_of_a_card_writes_about_its_finding(samples: Desk) -> None:
    desk = samples
    desk.window.actions_by_name["next_contradiction"].trigger()
    (button,) = [one for one in desk.window.why.findChildren(QPushButton) if one.text() == "Note…"]
    button.click()
    desk.bot.keyClicks(field(desk), "See page 3.")  # type: ignore[no-untyped-call]
    desk.bot.mouseClick(desk.window.differences.viewport(), Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]
    desk.window.view.panes[Side.LEFT].setFocus(Qt.FocusReason.MouseFocusReason)
    assert list(desk.state.review.finding_notes.values()) == ["See page 3."]


def test_without_a_selection_there_is_nothing_to_write_about(samples: Desk) -> None:
    samples.controller.select(None)
    press(samples, Qt.Key.Key_M)
    assert "Nothing is selected." in samples.window.messages.text


def test_a_note_half_written_is_kept_when_its_pair_is_cut_and_that_is_undone(samples: Desk) -> None:
    desk, act = samples, samples.window.actions_by_name
    act["next_contradiction"].trigger()
    act["cut"].trigger()
    press(desk, Qt.Key.Key_M)
    desk.bot.keyClicks(field(desk), "Half")  # type: ignore[no-untyped-call]
    act["undo"].trigger()  # makes the card anew: the note is a step of its own, after this one
    assert not desk.state.review.cuts
    desk.bot.waitUntil(lambda: not desk.runner.is_busy)
    notes = [*desk.state.review.notes.values(), *desk.state.review.finding_notes.values()]
    open_now = [one.toPlainText() for one in desk.window.why.findChildren(NoteEdit) if one.isVisible()]
    assert [*notes, *open_now] == ["Half"]


def test_a_step_that_another_brings_about_comes_after_it(qtbot: QtBot) -> None:
    history, done = History(), list[str]()

    def step(name: str, *, back: Callable[[], object] = lambda: None) -> None:
        def undo() -> None:
            done.append(f"{name} back")
            back()

        history.do(name, lambda: done.append(name), undo)

    step("cut", back=lambda: step("note"))
    history.undo()
    history.undo()
    history.redo()
    assert done == ["cut", "cut back", "note", "note back", "note"]
