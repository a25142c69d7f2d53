"""What was decided survives a crash, and nothing is kept that nobody needs."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from compare_app.app.jobs import Input
from compare_app.app.places import Places
from compare_app.app.session_reading import read_session
from compare_app.app.sessions import save_session
from compare_app.core.document import Side
from compare_app.core.records import replace
from compare_app.core.review import Decision, Review
from compare_app.gui.application import make_window
from compare_app.gui.sessions import Sessions
from compare_app.present.marks import Mark
from tests.gui.conftest import LEFT, RIGHT, WAIT_MS, Desk, settle
from tests.gui.saving import decide, kept, key, never_written, press, save, writer

_CRASH = Path(__file__).parent / "crash.py"


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


def crash(places: Places, folder: Path, *session: Path) -> None:
    """Let another process open the samples, dismiss the contradiction and be killed as soon as that is kept."""
    for name, text in (("left.txt", LEFT), ("right.txt", RIGHT)):
        (folder / name).write_text(text, encoding="utf-8")
    arguments = [
        str(places.settings),
        str(places.data),
        *map(str, (folder / "left.txt", folder / "right.txt", *session)),
    ]
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
    assert re.search(r" is of \d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d\.$", offer.sentence)
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
        settle()


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


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
def test_an_edited_text_that_was_recovered_is_not_lost_by_closing(
    desk: Desk, places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash(places, tmp_path)
    (texts,), (decisions,) = (list(places.recovery.glob(f"*/{name}.compare")) for name in ("texts", "decisions"))
    session = read_session(texts).session
    edited = {**session.inputs, Side.LEFT: Input(content=LEFT, name="left.txt")}
    save_session(replace(session, inputs=edited, review=Review()), texts)
    decisions.unlink()
    desk.sessions.offer_recovery()
    answer_offer(desk, "Recover")
    desk.wait_for_comparison()
    assert desk.state.review == Review()
    assert desk.window.isWindowModified()
    asked = press(monkeypatch, "Go back")
    desk.window.close()
    assert len(asked) == 1
    assert len(kept(places, "texts.compare")) == 1
    save(desk, monkeypatch)
    desk.window.close()
    assert len(asked) == 1, "it is in the file of the session now"


def test_a_data_folder_that_cannot_be_made_is_told_and_stops_no_decision(desk: Desk, places: Places) -> None:
    places.data.mkdir(parents=True, exist_ok=True)
    places.recovery.write_text("a file where the folder should be", encoding="utf-8")
    desk.open_samples()
    decide(desk)
    desk.bot.waitUntil(lambda: "a crash would lose what was decided" in desk.window.messages.text, timeout=WAIT_MS)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
@pytest.mark.parametrize("added", ["", "\n"])
def test_what_is_recovered_is_saved_where_it_lived_and_asks_where_that_was_written_since(
    desk: Desk, places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, added: str
) -> None:
    path = tmp_path / "work.compare"
    crash(places, tmp_path, path)
    if added:
        with path.open("a", encoding="utf-8") as file:
            file.write(added)
    asked = press(monkeypatch, "Go back")
    desk.sessions.offer_recovery()
    answer_offer(desk, "Recover")
    desk.wait_for_comparison()
    key(desk, Qt.Key.Key_S)
    if added:
        assert "was changed by another program or window" in asked[0]
        assert read_session(path).session.review == Review()
    else:
        desk.bot.waitUntil(lambda: not desk.window.isWindowModified(), timeout=WAIT_MS)
        assert read_session(path).session.review == desk.state.review != Review()
        assert asked == []
