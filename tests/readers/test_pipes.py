"""Pipes: all that comes is read, and nobody is waited for who does not come."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from compare_app.core.errors import ReadError
from compare_app.readers import pipes
from compare_app.readers.registry import read_source

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """A named pipe into which nobody writes yet."""
    path = tmp_path / "draft.md"
    os.mkfifo(path)
    return path


def _writing(path: Path, *pieces: bytes, pause_s: float = 0.0) -> Callable[[], None]:
    """Starts to write `pieces` into `path`; what comes back waits for the end of it."""

    def write() -> None:
        with suppress(BrokenPipeError), open(path, "wb", buffering=0) as file:
            for piece in pieces:
                sleep(pause_s)
                file.write(piece)

    thread = Thread(target=write)
    thread.start()
    return thread.join


def test_all_that_is_written_is_read_though_it_comes_in_pieces(pipe: Path) -> None:
    wait = _writing(pipe, b"# Mill\n\n", b"x " * 100_000, b"It burned.", pause_s=0.1)
    reading = read_source(pipe)
    wait()
    assert reading.text.startswith("Mill\n\nx x")
    assert reading.text.endswith("It burned.")
    assert (reading.source.name, reading.source.format, reading.source.path) == ("draft.md", "markdown", "")


def test_a_pipe_without_a_writer_is_told_in_short_time(pipe: Path) -> None:
    started = monotonic()
    with pytest.raises(ReadError, match=r"“.*draft\.md” is a pipe, and nothing writes into it\."):
        read_source(pipe)
    assert pipes.WRITER_S <= monotonic() - started < 2 * pipes.WRITER_S


def test_a_writer_that_says_nothing_is_given_up(pipe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipes, "SILENCE_S", 1.0)
    wait = _writing(pipe, b"Late.", pause_s=2.0)
    with pytest.raises(ReadError, match="given up: nothing came through it for 1 seconds"):
        read_source(pipe)
    with open(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)):  # lets the writer end
        wait()


def test_a_writer_that_writes_nothing_leaves_an_empty_document(pipe: Path) -> None:
    wait = _writing(pipe)
    assert read_source(pipe).text == ""
    wait()


def test_a_writer_that_never_ends_is_bounded(pipe: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare_app.readers.files.LIMIT_BYTES", 3_000_000)
    wait = _writing(pipe, *[b"word " * 100_000] * 10)
    with pytest.raises(ReadError, match="is larger than"):
        read_source(pipe)
    wait()


def test_the_end_that_a_shell_opened_is_read_and_left_open() -> None:
    ours, theirs = os.pipe()
    os.write(theirs, b"It burned.")
    os.close(theirs)
    assert read_source(Path(f"/dev/fd/{ours}")).text == "It burned."
    assert read_source(Path(f"/dev/fd/{ours}")).text == ""  # it has nothing more
    os.close(ours)
    with pytest.raises(ReadError, match="There is no file"):
        read_source(Path(f"/dev/fd/{ours}"))
