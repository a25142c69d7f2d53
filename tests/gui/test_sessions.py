"""What was decided is saved and opened as a person would do it."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt

from compare_app.app.places import Places
from compare_app.app.recent import read_recent
from compare_app.app.session_reading import read_session
from compare_app.app.sessions import Session, save_session
from compare_app.core.document import Side
from compare_app.core.records import replace
from compare_app.core.review import Review
from compare_app.gui.application import open_given
from compare_app.present.marks import Mark
from tests.gui.conftest import LEFT, RIGHT, WAIT_MS, Desk
from tests.gui.saving import choose, decide, kept, key, never_written, open_session, press, save, writer
from tests.gui.test_window import drop, files


def test_a_session_is_saved_by_key_and_comes_back_when_it_is_dropped(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open_samples()
    decide(desk)
    selected = desk.state.selected
    assert desk.window.isWindowModified()
    path = save(desk, monkeypatch, "work")
    for name in ("left.txt", "right.txt"):
        (desk.folder / name).unlink()
    desk.open(desk.file("one.txt", "One thing is said here."), desk.file("two.txt", "Another thing is said there."))
    open_session(desk, path)
    assert desk.state.summary is not None
    assert (desk.state.summary.count(Mark.CONTRADICTING), desk.state.summary.count(Mark.DISMISSED)) == (0, 1)
    assert desk.state.documents[Side.LEFT].source.name == "left.txt"  # type: ignore[union-attr]
    assert desk.state.selected == selected
    assert not desk.window.isWindowModified()


def test_the_second_save_asks_no_more_and_a_decision_taken_back_is_no_change(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open_samples()
    path = save(desk, monkeypatch)
    choose(monkeypatch, desk.folder / "never.compare")
    decide(desk)
    assert desk.window.isWindowModified()
    desk.window.actions_by_name["undo"].trigger()
    assert not desk.window.isWindowModified()
    decide(desk)
    key(desk, Qt.Key.Key_S)
    desk.bot.waitUntil(lambda: not desk.window.isWindowModified())
    assert len(read_session(path).session.review.decisions) == 1
    assert not (desk.folder / "never.compare").exists()
    choose(monkeypatch, desk.folder / "other.compare")
    key(desk, Qt.Key.Key_S, shift=True)
    desk.bot.waitUntil((desk.folder / "other.compare").is_file)


def test_a_save_that_is_late_says_nothing_of_the_next(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open_samples()
    path = desk.folder / "work.compare"
    gate = Event()

    def write(session: Session, to: Path) -> None:
        if to == path and session.review.decisions:
            gate.wait(WAIT_MS / 1000)
        save_session(session, to)

    monkeypatch.setattr("compare_app.gui.session_writer.save_session", write)
    decide(desk)
    review = desk.state.review
    desk.window.actions_by_name["undo"].trigger()
    with desk.bot.waitSignal(writer(desk).saved, timeout=WAIT_MS, check_params_cb=lambda to: to == str(path)):
        desk.sessions.save(path)
        desk.state.set_review(review)
        desk.sessions.save(path)
    assert desk.window.isWindowModified()
    gate.set()
    desk.bot.waitUntil(lambda: not desk.window.isWindowModified(), timeout=WAIT_MS)
    assert read_session(path).session.review == review


def test_other_documents_never_end_in_the_file_of_a_session_by_themselves(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open_samples()
    path = save(desk, monkeypatch)
    before = path.read_bytes()
    desk.open(desk.file("one.txt", LEFT), desk.file("two.txt", RIGHT))
    asked = desk.folder / "asked.compare"
    choose(monkeypatch, asked)
    key(desk, Qt.Key.Key_S)
    desk.bot.waitUntil(asked.is_file)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [("Save", ("closed", "saved")), ("Don't save", ("closed", "not saved")), ("Go back", ("open", "not saved"))],
)
def test_closing_asks_only_where_something_decided_would_be_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, answer: str, outcome: tuple[str, str]
) -> None:
    asked = press(monkeypatch, answer)
    choose(monkeypatch, desk.folder / "work.compare")
    desk.open_samples()
    decide(desk)
    desk.window.close()
    is_saved = (desk.folder / "work.compare").is_file()
    assert outcome == ("open" if desk.window.isVisible() else "closed", "saved" if is_saved else "not saved")
    assert asked == ["What you did here is not saved yet."]


def test_closing_what_was_only_read_asks_nothing_and_keeps_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, places: Places
) -> None:
    asked = press(monkeypatch, "Go back")
    desk.open_samples()
    desk.window.close()
    assert asked == []
    assert not kept(places)


def test_what_an_earlier_save_held_is_no_change_once_a_later_one_is_safe(desk: Desk) -> None:
    desk.open_samples()
    earlier, later = desk.folder / "earlier.compare", desk.folder / "later.compare"
    with desk.bot.waitSignal(writer(desk).saved, timeout=WAIT_MS):
        desk.sessions.save(earlier)
        decide(desk)
        assert desk.sessions.save_at_once(later)
    assert not desk.window.isWindowModified()


def test_a_session_that_cannot_be_written_says_so_and_the_window_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(monkeypatch, "Save")
    desk.open_samples()
    decide(desk)
    choose(monkeypatch, desk.folder / "left.txt" / "work.compare")
    desk.window.close()
    assert desk.window.isVisible()
    assert "cannot be made" in desk.window.messages.text


def test_a_damaged_session_says_what_is_lost_and_opens_the_rest(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open_samples()
    decide(desk)
    path = save(desk, monkeypatch)
    path.write_text(path.read_text(encoding="utf-8").replace('"dismissed"', '"discombobulated"'), encoding="utf-8")
    open_session(desk, path)
    assert "“work.compare” is damaged" in desk.window.messages.text
    assert "The decisions could not be saved." in desk.window.messages.text
    assert desk.state.documents[Side.RIGHT].text == RIGHT  # type: ignore[union-attr]


def test_a_session_of_a_newer_program_says_so_and_what_is_open_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open_samples()
    path = save(desk, monkeypatch)
    path.write_text(path.read_text(encoding="utf-8").replace('"version": 1', '"version": 9'), encoding="utf-8")
    drop(desk.window, files(path))
    assert "saved by a newer version" in desk.window.messages.text
    assert desk.state.comparison is not None


@pytest.mark.parametrize("with_other", [False, True])
def test_the_command_line_opens_a_session(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    with_other: bool,  # noqa: FBT001
) -> None:
    desk.open_samples()
    path = save(desk, monkeypatch)
    desk.open(desk.file("one.txt", LEFT), desk.file("two.txt", RIGHT))
    open_given(desk.controller, path, desk.folder / "one.txt" if with_other else None, ("", ""))
    desk.wait_for_comparison()
    assert desk.state.documents[Side.LEFT].source.name == "left.txt"  # type: ignore[union-attr]
    assert ("A session holds both documents" in desk.window.messages.text) is with_other


def test_files_that_were_compared_are_remembered_but_not_those_of_a_moment(
    desk: Desk, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open_samples()
    assert read_recent(places.recent_file) == ()  # the folder of the test is one for temporary files
    monkeypatch.setattr("tempfile.tempdir", str(desk.folder / "moments"))
    desk.open_samples()
    (recent,) = read_recent(places.recent_file)
    assert recent.title == "left.txt – right.txt"
    assert not recent.is_missing
    save(desk, monkeypatch)
    wanted = [".compare", "left.txt"]
    desk.bot.waitUntil(lambda: [one.paths[0][-8:] for one in read_recent(places.recent_file)] == wanted)


def test_a_session_that_could_not_be_saved_lives_where_it_did(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open_samples()
    decide(desk)
    never_written(monkeypatch)
    choose(monkeypatch, desk.folder / "work.compare")
    key(desk, Qt.Key.Key_S)
    desk.bot.waitUntil(lambda: "No space left" in desk.window.messages.text, timeout=WAIT_MS)
    desk.bot.waitUntil(lambda: desk.sessions.path is None, timeout=WAIT_MS)  # what is kept for a crash may fail first
    assert desk.window.isWindowModified()


def test_a_session_that_another_window_saved_is_not_written_over_unasked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open_samples()
    decide(desk)
    path = save(desk, monkeypatch)
    save_session(replace(read_session(path).session, review=Review(dismissed_rules=("date",))), path)
    desk.window.actions_by_name["undo"].trigger()
    for answer, dismissed in (("Go back", ("date",)), ("Write over it", ())):
        asked = press(monkeypatch, answer)
        key(desk, Qt.Key.Key_S)
        assert asked == ["“work.compare” was changed by another program or window."]
        desk.bot.waitUntil(lambda want=dismissed: read_session(path).session.review.dismissed_rules == want)  # type: ignore[misc]
    desk.bot.waitUntil(lambda: not desk.window.isWindowModified(), timeout=WAIT_MS)
    asked = press(monkeypatch, "Go back")
    key(desk, Qt.Key.Key_S)
    assert not asked, "what this window wrote is its own"
