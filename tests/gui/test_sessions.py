"""What was decided is saved, opened and recovered as a person would do it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from compare_app.app.jobs import Input
from compare_app.app.places import Places
from compare_app.app.recent import read_recent
from compare_app.app.session_reading import read_session
from compare_app.app.sessions import Session, save_session
from compare_app.core.document import Side
from compare_app.core.errors import WriteError
from compare_app.core.records import replace
from compare_app.core.review import Decision, Review
from compare_app.gui.application import make_window, open_given
from compare_app.gui.session_writer import SessionWriter
from compare_app.gui.sessions import Sessions
from compare_app.present.marks import Mark
from tests.gui.conftest import LEFT, RIGHT, WAIT_MS, Desk
from tests.gui.test_window import drop, files

_CRASH = Path(__file__).parent / "crash.py"


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
    desk.bot.waitUntil(lambda: path.with_suffix(".compare").is_file() and not desk.window.isWindowModified())
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
    assert asked == ["What you decided is not saved yet."]


def test_closing_what_was_only_read_asks_nothing_and_keeps_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, places: Places
) -> None:
    asked = press(monkeypatch, "Go back")
    desk.open_samples()
    desk.window.close()
    assert asked == []
    assert not kept(places)


def test_a_window_that_was_closed_while_a_save_was_written_keeps_nothing_more(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, places: Places
) -> None:
    desk.open_samples()
    decide(desk)
    press(monkeypatch, "Don't save")
    with desk.bot.waitSignal(writer(desk).saved, timeout=WAIT_MS):
        desk.sessions.save(desk.folder / "work.compare")
        desk.window.actions_by_name["undo"].trigger()
        desk.window.close()
        assert not kept(places)
    writer(desk).wait()
    assert not kept(places)
    assert not desk.window.isVisible()


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


def crash(places: Places, folder: Path) -> None:
    """Let another process open the samples, dismiss the contradiction and be killed as soon as that is kept."""
    for name, text in (("left.txt", LEFT), ("right.txt", RIGHT)):
        (folder / name).write_text(text, encoding="utf-8")
    arguments = [str(places.settings), str(places.data), str(folder / "left.txt"), str(folder / "right.txt")]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_CRASH.parent.parent.parent)}
    done = subprocess.run([sys.executable, str(_CRASH), *arguments], env=environment, timeout=60, check=False)
    assert done.returncode == -signal.SIGKILL


def answer_offer(desk: Desk, text: str) -> None:
    """Press the button `text` of what is offered, once it is on screen."""

    def buttons() -> list[QPushButton]:
        found = desk.window.offers.findChildren(QPushButton)
        return [one for one in found if one.text() == text and one.isVisible()]

    desk.bot.waitUntil(lambda: len(buttons()) == 1, timeout=WAIT_MS)
    desk.bot.mouseClick(buttons()[0], Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_after_a_kill_the_next_start_offers_what_was_decided(desk: Desk, places: Places, tmp_path: Path) -> None:
    crash(places, tmp_path)
    for name in ("left.txt", "right.txt"):
        (tmp_path / name).unlink()  # even so the texts are there
    desk.sessions.offer_recovery()
    (offer,) = desk.window.offers.offers
    assert "left.txt – right.txt" in offer.sentence
    answer_offer(desk, "Recover")
    desk.wait_for_comparison()
    assert list(desk.state.review.decisions.values()) == [Decision.DISMISSED]
    assert desk.state.summary is not None
    assert desk.state.summary.count(Mark.DISMISSED) == 1
    assert desk.state.selected is not None, "the place is the one of the decision"
    assert desk.state.items[desk.state.selected].has_mark(Mark.DISMISSED)
    assert desk.window.isWindowModified()
    assert not desk.window.offers.isVisible()
    assert len(kept(places, "texts.compare")) == 1, "the orphan is gone and the window keeps it as its own"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_what_is_not_recovered_now_is_offered_again_and_what_is_thrown_away_never(
    qtbot: QtBot, places: Places, tmp_path: Path
) -> None:
    crash(places, tmp_path)
    for answer, left in (("Not now", 1), ("Throw away", 0)):
        window, controller = make_window(places)
        window.show()
        desk = Desk(window, controller, window.state, qtbot, tmp_path)
        desk.sessions.offer_recovery()
        assert len(window.offers.offers) == 1
        answer_offer(desk, answer)
        assert len(kept(places, "texts.compare")) == left
        window.close()
        window.deleteLater()
        qtbot.wait(1)


def test_a_window_that_is_open_is_no_orphan(desk: Desk, qtbot: QtBot, places: Places) -> None:
    desk.open_samples()
    decide(desk)
    desk.bot.waitUntil(lambda: len(kept(places, "decisions.compare")) == 1, timeout=WAIT_MS)
    other, _ = make_window(places)
    other.findChildren(Sessions)[0].offer_recovery()
    assert other.offers.offers == ()
    other.close()
    other.deleteLater()
    assert len(kept(places, "decisions.compare")) == 1, "the other window takes nothing along"


def test_what_is_saved_or_given_up_is_kept_no_more(desk: Desk, monkeypatch: pytest.MonkeyPatch, places: Places) -> None:
    desk.sessions.set_autosave(0)
    desk.open_samples()
    decide(desk)
    desk.bot.waitUntil(lambda: bool(kept(places)), timeout=WAIT_MS)
    save(desk, monkeypatch)
    desk.bot.waitUntil(lambda: not kept(places), timeout=WAIT_MS)


def test_pasted_text_is_kept_though_nothing_was_decided(desk: Desk, places: Places) -> None:
    desk.controller.open_inputs({Side.LEFT: Input(content=LEFT), Side.RIGHT: Input(content=RIGHT)})
    desk.wait_for_comparison()
    desk.bot.waitUntil(lambda: bool(kept(places, "texts.compare")), timeout=WAIT_MS)


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


def never_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on no session can be written."""

    def refuse(session: Session, path: Path) -> None:
        raise WriteError(f"“{path}” cannot be written: No space left on device.", hint="Choose another place.")

    monkeypatch.setattr("compare_app.gui.session_writer.save_session", refuse)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_what_is_recovered_to_a_full_disk_stays_where_it_was(
    desk: Desk, places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash(places, tmp_path)
    never_written(monkeypatch)
    desk.sessions.offer_recovery()
    answer_offer(desk, "Recover")
    desk.wait_for_comparison()
    assert len(desk.state.review.decisions) == 1
    assert "a crash would lose what was decided" in desk.window.messages.text
    assert len(kept(places, "texts.compare")) == 1


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_decisions_about_the_texts_before_are_not_taken_for_those_of_now(
    desk: Desk, places: Places, tmp_path: Path
) -> None:
    crash(places, tmp_path)
    (texts,), (decisions,) = (list(places.recovery.glob(f"*/{name}.compare")) for name in ("texts", "decisions"))
    save_session(replace(read_session(texts).session, review=Review(dismissed_rules=("date",))), texts)
    before = texts.stat().st_mtime_ns - 1
    os.utime(decisions, ns=(before, before))
    desk.sessions.offer_recovery()
    answer_offer(desk, "Recover")
    desk.wait_for_comparison()
    assert desk.state.review == Review(dismissed_rules=("date",))


def test_a_text_edited_after_the_session_was_saved_is_kept_for_a_crash(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, places: Places
) -> None:
    desk.open_samples()
    save(desk, monkeypatch)
    with desk.bot.waitSignal(desk.state.comparison_changed, timeout=WAIT_MS):
        desk.controller.replace_text(Side.LEFT, Input(content=f"{LEFT}\n\nIt rained.", name="left.txt"))
    desk.bot.waitUntil(lambda: bool(kept(places, "texts.compare")), timeout=WAIT_MS)
    (texts,) = kept(places, "texts.compare")
    assert "It rained." in read_session(texts).session.documents[Side.LEFT].text
    key(desk, Qt.Key.Key_S)
    desk.bot.waitUntil(lambda: not kept(places), timeout=WAIT_MS)


def test_a_session_that_could_not_be_saved_lives_where_it_did(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open_samples()
    decide(desk)
    never_written(monkeypatch)
    choose(monkeypatch, desk.folder / "work.compare")
    key(desk, Qt.Key.Key_S)
    desk.bot.waitUntil(lambda: "No space left" in desk.window.messages.text, timeout=WAIT_MS)
    assert desk.sessions.path is None
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


def test_a_data_folder_that_cannot_be_made_is_told_and_stops_no_decision(desk: Desk, places: Places) -> None:
    places.data.mkdir(parents=True, exist_ok=True)
    places.recovery.write_text("a file where the folder should be", encoding="utf-8")
    desk.open_samples()
    decide(desk)
    desk.bot.waitUntil(lambda: "a crash would lose what was decided" in desk.window.messages.text, timeout=WAIT_MS)
