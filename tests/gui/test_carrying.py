"""A text is edited or read anew, and what was decided about it stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from compare_app.core.document import Side
from compare_app.core.review import Decision, Review
from compare_app.gui import editing
from compare_app.gui.dialogs import Answer
from compare_app.gui.lost_list import LostList
from compare_app.present.marks import Mark
from tests.gui.conftest import LEFT, WAIT_MS, Desk
from tests.gui.saving import decide, open_session, save
from tests.gui.test_corrections import BRANCH, MAYOR, claim, linked, press, put_cursor
from tests.gui.test_editing import edit, editor
from tests.gui.test_file_watch import read_again, write


@pytest.fixture(autouse=True)
def _gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody answers when the window of a test closes over an unsaved text."""
    monkeypatch.setattr(editing, "ask_about_edited_text", lambda *_: Answer.GIVE_UP)


def retype(desk: Desk, before: str, now: str) -> None:
    """Put `now` in the place of `before` in the editor that is open, and wait until it is compared."""
    found = editor(desk)
    cursor = found.textCursor()
    start = found.model.text.index(before)
    cursor.setPosition(start)
    cursor.setPosition(start + len(before), QTextCursor.MoveMode.KeepAnchor)
    found.setTextCursor(cursor)
    desk.bot.keyClicks(found, now)  # type: ignore[no-untyped-call]
    wait_for(desk, now)


def wait_for(desk: Desk, words: str) -> None:
    """Wait until a text on the left that holds `words` was compared."""
    desk.bot.waitUntil(lambda: words in getattr(desk.state.documents[Side.LEFT], "text", ""), timeout=WAIT_MS)


def count(desk: Desk, mark: Mark) -> int:
    assert desk.state.summary is not None
    return desk.state.summary.count(mark)


def listed(desk: Desk) -> str:
    """What the list of lost decisions says."""
    desk.window.actions_by_name["list_lost"].trigger()
    (dialog,) = (one for one in desk.window.findChildren(LostList) if one.isVisible())
    (text,) = dialog.findChildren(QPlainTextEdit)
    dialog.reject()
    return text.toPlainText()


def test_a_dismissed_finding_stays_dismissed_while_its_claim_is_edited_and_can_be_undone(desk: Desk) -> None:
    desk.open_samples()
    decide(desk)
    edit(desk, Side.LEFT)
    retype(desk, "It cost £4 million to run", "Readers say it cost £4 million to keep open")
    assert (count(desk, Mark.CONTRADICTING), count(desk, Mark.DISMISSED)) == (0, 1)
    assert "no longer there" not in desk.window.messages.text
    press(desk, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    press(desk, Qt.Key.Key_Z)
    assert count(desk, Mark.CONTRADICTING) == 1
    press(desk, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert count(desk, Mark.DISMISSED) == 1


def test_another_figure_is_shown_again_and_the_decision_is_listed_until_the_old_one_is_back(desk: Desk) -> None:
    desk.open_samples()
    decide(desk)
    edit(desk, Side.LEFT)
    retype(desk, "£4 million", "£5 million")
    assert (count(desk, Mark.CONTRADICTING), count(desk, Mark.DISMISSED)) == (1, 0)
    assert "1 decision belongs to text that is no longer there." in desk.window.messages.text
    assert listed(desk).startswith("Dismissed: Number, “£4 million” / “£6 million”, in “It cost £4 million")
    retype(desk, "It cost £5 million", "Then it cost £4 million")
    assert (count(desk, Mark.CONTRADICTING), count(desk, Mark.DISMISSED)) == (0, 1)
    desk.window.actions_by_name["list_lost"].trigger()
    assert "Every decision belongs to words that are there." in desk.window.messages.text


def test_a_lost_decision_is_kept_in_the_session_and_listed_after_it_is_opened(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open_samples()
    decide(desk)
    edit(desk, Side.LEFT)
    retype(desk, "£4 million", "£5 million")
    path = save(desk, monkeypatch)
    desk.open(desk.file("one.txt", "It rained."), desk.file("two.txt", "It snowed."))
    open_session(desk, path)
    desk.bot.waitUntil(lambda: count(desk, Mark.CONTRADICTING) == 1, timeout=WAIT_MS)
    assert "“£4 million”" in listed(desk)


def test_a_pin_binds_after_one_of_its_claims_was_written_anew_bit_by_bit(desk: Desk) -> None:
    desk.open_samples()
    for side, words in ((Side.LEFT, MAYOR), (Side.RIGHT, BRANCH)):
        put_cursor(desk, side, words)
        press(desk, Qt.Key.Key_L, recompared=side is Side.RIGHT)
    edit(desk, Side.LEFT)
    for before, now in (
        ("The mayor declined to comment on Monday.", "The mayor refused to speak on Monday."),
        ("The mayor refused to speak", "Nobody was there to speak"),
    ):
        retype(desk, before, now)
    pair = ((claim(desk, Side.LEFT, "Nobody"),), (claim(desk, Side.RIGHT, BRANCH),))
    desk.bot.waitUntil(lambda: pair in linked(desk), timeout=WAIT_MS)
    assert "no longer there" not in desk.window.messages.text


def test_a_file_read_again_keeps_what_was_decided_about_its_edited_claims(desk: Desk) -> None:
    desk.open_samples()
    decide(desk)
    later = LEFT.replace("It cost £4 million to run", "News: it cost £4 million, all told, to run")
    write(desk.folder / "left.txt", f"An earlier version was wrong.\n\n{later}")
    read_again(desk)
    wait_for(desk, "An earlier")
    assert list(desk.state.review.decisions.values()) == [Decision.DISMISSED]
    assert (count(desk, Mark.CONTRADICTING), count(desk, Mark.DISMISSED)) == (0, 1)
    press(desk, Qt.Key.Key_Z)
    assert desk.state.review == Review()
