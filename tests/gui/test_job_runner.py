"""The window's end of the line to its worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QProcess
from pytestqt.qtbot import QtBot

from compare_app.app.jobs import AnswerDecoder, Failure, Input, Request, encode_progress
from compare_app.core.control import Progress, Stage
from compare_app.core.document import Side
from compare_app.gui import job_runner
from compare_app.gui.first_picture import FirstPicture
from compare_app.gui.job_runner import JobRunner
from tests.gui.conftest import WAIT_MS, Desk, settle


class Mouth:
    """A worker that has said everything at once."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self.lines = list(lines)

    def canReadLine(self) -> bool:  # noqa: N802
        return bool(self.lines)

    def readLine(self) -> QByteArray:  # noqa: N802
        return QByteArray(self.lines.pop(0))


def test_a_long_answer_is_taken_in_slices_and_the_window_lives_between_them(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_runner, "SLICE_S", -1.0)  # every line is a slice
    runner = JobRunner()
    heard: list[Progress] = []
    runner.stop()
    runner.progressed.connect(heard.append)
    runner._decoder = AnswerDecoder(Request(1, Input(path="a"), None))
    shares = [i / 10 for i in range(10)]
    monkeypatch.setattr(runner, "_process", Mouth(encode_progress(1, Progress(Stage.ALIGN, share)) for share in shares))
    runner._read()
    assert len(heard) == 1
    qtbot.waitUntil(lambda: len(heard) == len(shares), timeout=WAIT_MS)
    assert [progress.share for progress in heard] == shares


def test_an_answer_that_cannot_be_read_ends_the_job_and_the_next_one_works(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(_decoder: AnswerDecoder, _line: bytes) -> None:
        raise ValueError("not JSON")

    runner = JobRunner()
    with monkeypatch.context() as broken, qtbot.waitSignals([runner.failed, runner.ended], timeout=WAIT_MS):
        broken.setattr(AnswerDecoder, "decode", refuse)
        runner.run(Request(1, Input(content="One thing."), None))
        qtbot.waitUntil(lambda: not runner.is_busy, timeout=WAIT_MS)
    assert "cannot be read" in caplog.text
    with qtbot.waitSignal(runner.document_read, timeout=WAIT_MS):
        runner.run(Request(2, Input(content="One thing."), None))
    runner.stop()


@pytest.mark.parametrize(
    ("misdeed", "words"),
    [
        ("hang", "nothing came of reading it"),
        ("eat", "GB of memory"),
        ("hoard", "more than 1 GB of memory"),
        ("die", "broke down over it"),
    ],
)
def test_a_bad_file_is_named_and_the_window_reads_on(qtbot: QtBot, tmp_path: Path, misdeed: str, words: str) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("bad")
    runner = JobRunner(
        worker=("-P", "-m", "tests.readers.bad_worker", misdeed), silence_s=3.0, reading_bytes=1_000_000_000
    )
    failures: list[Failure] = []
    runner.failed.connect(failures.append)
    with qtbot.waitSignal(runner.ended, timeout=WAIT_MS):
        runner.run(Request(1, Input(content="One thing."), Input(path=str(bad))))
    assert failures[0].side is Side.RIGHT
    assert "“bad.txt”" in failures[0].message
    assert words in failures[0].message
    with qtbot.waitSignal(runner.document_read, timeout=WAIT_MS):
        runner.run(Request(2, Input(content="One thing."), None))
    runner.stop()


def test_the_worker_waits_for_the_first_picture_or_the_first_job(qtbot: QtBot) -> None:
    runner = JobRunner()
    (process,) = runner.findChildren(QProcess)
    assert process.state() is QProcess.ProcessState.NotRunning
    with qtbot.waitSignal(runner.ended, timeout=WAIT_MS):
        runner.run(Request(1, Input(content="One thing."), None))
    assert runner.findChildren(QProcess) == [process]
    runner.start()
    assert process.state() is QProcess.ProcessState.Running
    runner.stop()


def test_what_is_put_behind_the_first_picture_is_done_once_and_after_it(desk: Desk, qtbot: QtBot) -> None:
    done: list[bool] = []
    desk.window.hide()
    FirstPicture(desk.window, lambda: done.append(desk.window.isVisible()))
    assert not done
    desk.window.show()
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT_MS)
    desk.window.repaint()
    settle()
    assert done == [True]
