"""A parser that hangs, eats memory or breaks down is ended, and the message says over which file."""

from __future__ import annotations

import sys
from pathlib import Path
from time import monotonic

import pytest

from compare_app.app.confined import read_confined
from compare_app.app.jobs import Input
from compare_app.app.limits import reading_limited
from compare_app.cli.main import main
from compare_app.core.errors import ReadError
from tests.readers.packages import tracked

BAD_WORKER = ("-P", "-m", "tests.readers.bad_worker")


@pytest.mark.parametrize(
    ("misdeed", "words"),
    [
        ("hang", "“bad.txt” was given up: nothing came of reading it for 1 seconds."),
        pytest.param(
            "eat",
            "“bad.txt” was given up: reading it takes more than 4 GB of memory.",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="no such limit there"),
        ),
        ("die", "“bad.txt” cannot be read: the part that reads it broke down over it."),
    ],
)
def test_a_bad_parser_ends_with_a_sentence(tmp_path: Path, misdeed: str, words: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_text("bad")
    started = monotonic()
    with pytest.raises(ReadError) as caught:
        read_confined(Input(path=str(path)), silence_s=1.0, worker=(*BAD_WORKER, misdeed))
    assert caught.value.message == words
    assert "try that file" in caught.value.hint
    assert monotonic() - started < 20


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
