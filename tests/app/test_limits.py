"""A parser that hangs, eats memory or breaks down is ended, and the message says over which file."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import monotonic

import pytest

from compare_app.app import limits
from compare_app.app.confined import read_confined
from compare_app.app.jobs import Input
from compare_app.app.limits import comparing_bytes, reading_limited, resident_bytes, silence_limited
from compare_app.cli.main import main
from compare_app.core.control import Stage
from compare_app.core.errors import ReadError
from tests.readers.packages import tracked

BAD_WORKER = ("-P", "-m", "tests.readers.bad_worker")
_PATIENCE_S = 15.0  # where it is not silence that ends the worker: under load it takes a second to start


@pytest.mark.parametrize(
    ("misdeed", "silence_s", "words"),
    [
        ("hang", 1.0, "“bad.txt” was given up: nothing came of reading it for 1 seconds."),
        pytest.param(
            "eat",
            _PATIENCE_S,
            "“bad.txt” was given up: reading it takes more than 4 GB of memory.",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="no such limit there"),
        ),
        ("die", _PATIENCE_S, "“bad.txt” cannot be read: the part that reads it broke down over it."),
    ],
)
def test_a_bad_parser_ends_with_a_sentence(tmp_path: Path, misdeed: str, silence_s: float, words: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_text("bad")
    started = monotonic()
    with pytest.raises(ReadError) as caught:
        read_confined(Input(path=str(path)), silence_s=silence_s, worker=(*BAD_WORKER, misdeed))
    assert caught.value.message == words
    assert "try that file" in caught.value.hint
    assert monotonic() - started < 20


def test_a_parser_that_takes_memory_where_the_system_sets_no_limit_is_ended(tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text("bad")
    with pytest.raises(ReadError, match=r"“bad\.txt” was given up: reading it takes more than 1 GB of memory\."):
        read_confined(Input(path=str(path)), most_bytes=1_000_000_000, worker=(*BAD_WORKER, "hoard"))


def test_the_memory_of_a_process_is_known_and_of_one_that_is_gone_nothing() -> None:
    held = b"x" * 50_000_000
    assert 50_000_000 < resident_bytes(os.getpid()) < comparing_bytes()
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    assert resident_bytes(gone.pid) == 0
    assert len(held) == 50_000_000


def test_other_systems_are_asked_through_a_library_with_the_same_answer() -> None:
    pytest.importorskip("psutil")
    here = os.getpid()
    assert limits._resident_bytes_elsewhere(here) == pytest.approx(resident_bytes(here), rel=0.2)
    assert limits._resident_bytes_elsewhere(2**30) == 0


def test_a_good_file_is_read_by_a_worker_as_it_is_read_here(tmp_path: Path) -> None:
    path = tmp_path / "good.docx"
    path.write_bytes(tracked("It cost ", "£4", "£6", " million."))
    assert [claim.text for claim in read_confined(Input(path=str(path))).claims] == ["It cost £6 million."]


def test_the_command_line_reads_what_parsers_may_break_on_in_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.docx"
    good.write_text("One thing.", encoding="utf-8")
    bad.write_bytes(tracked("It cost ", "£4", "£6", " million."))
    monkeypatch.setattr("compare_app.app.confined.WORKER", ("-c", "import os; os._exit(3)"))
    assert main(["report", str(good), str(bad)]) == 2
    assert "“bad.docx” cannot be read" in capfd.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="no such limit there")
def test_the_limit_holds_only_while_reading() -> None:
    with pytest.raises(ReadError, match="“x” was given up"), reading_limited("“x”", 50_000_000):
        bytearray(200_000_000)
    assert len(bytearray(200_000_000)) == 200_000_000


def _look_for_ever() -> None:
    re.fullmatch(r"(a+)+b", "a" * 60)


def _swallow_the_first_end() -> None:
    with suppress(BaseException):
        time.sleep(60)
    time.sleep(60)


@pytest.mark.skipif(sys.platform != "linux", reason="a worker reads there")
@pytest.mark.parametrize("hang", [_look_for_ever, _swallow_the_first_end, lambda: time.sleep(60)])
def test_what_is_read_in_this_process_is_ended_when_it_is_silent(hang: Callable[[], None]) -> None:
    started = monotonic()
    with pytest.raises(ReadError, match="“x” was given up: nothing came of reading it"), silence_limited("“x”", 0.3):
        hang()
    assert monotonic() - started < 10


@pytest.mark.skipif(sys.platform != "linux", reason="a worker reads there")
def test_a_reader_that_tells_of_itself_has_its_time() -> None:
    with silence_limited("“x”", 0.5) as control:
        for share in range(8):
            time.sleep(0.1)
            control.report(Stage.READ, share / 8)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@pytest.mark.skipif(sys.platform != "linux", reason="a worker reads there")
@pytest.mark.parametrize("source", ["bad.txt", "-"])
def test_the_command_line_ends_what_hangs_over_a_text(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.txt").write_text("bad")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"bad")))
    monkeypatch.setattr("compare_app.app.reading.silence_limited", partial(silence_limited, silence_s=0.3))
    monkeypatch.setattr("compare_app.app.reading.read_document", lambda *_, **__: _look_for_ever())
    assert main(["report", source, os.devnull]) == 2
    name = "standard input" if source == "-" else source
    assert f"“{name}” was given up: nothing came of reading it for 0 seconds." in capfd.readouterr().err


def test_where_the_system_has_no_bounds_a_worker_reads_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "good.md"
    path.write_text("# Mill\n\nIt burned.")
    monkeypatch.setattr("compare_app.app.reading.is_bounded_here", lambda: False)
    monkeypatch.setattr("compare_app.app.reading._read_here", None)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(path.read_bytes())))
    assert main(["report", str(path), "-"]) == 0
    assert "2 the same" in capfd.readouterr().out
