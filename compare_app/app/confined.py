"""Reads a document in a process of its own: a parser that hangs or breaks down takes only that process with it."""

from __future__ import annotations

import os
import subprocess
import sys
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import IO

from compare_app.app.jobs import AnswerDecoder, Failure, Input, Request, encode_request
from compare_app.app.limits import (
    LOOK_S,
    READING_BYTES,
    crash_error,
    memory_error,
    resident_bytes,
    silence_error,
)
from compare_app.app.worker_command import WORKER, worker_environment
from compare_app.core.control import SILENCE_S
from compare_app.core.document import Document, Side
from compare_app.core.errors import ReadError
from compare_app.core.translation import language_asked


def read_confined(
    given: Input,
    *,
    silence_s: float = SILENCE_S,
    most_bytes: int = READING_BYTES,
    worker: tuple[str, ...] = (),
) -> Document:
    """The document that `given` names, read by a worker process.

    `worker` is what Python runs instead of ours. Raises ReadError as reading it here would, and where the process ends
    by itself, is silent for `silence_s` or holds more than `most_bytes`.
    """
    process = subprocess.Popen(
        [sys.executable, *(worker or WORKER), "--once"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **worker_environment()},
    )
    try:
        return _answer(process, given, silence_s, most_bytes)
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


def _answer(process: subprocess.Popen[bytes], given: Input, silence_s: float, most_bytes: int) -> Document:
    assert process.stdin is not None  # both were asked for
    assert process.stdout is not None
    request = Request(1, given, None, language=language_asked())
    lines: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_collect, args=(process.stdout, lines), daemon=True).start()
    try:
        process.stdin.write(encode_request(request))
        process.stdin.flush()
    except OSError as error:
        raise crash_error(given.shown) from error
    decoder = AnswerDecoder(request)
    heard = looked = monotonic()
    while True:
        line = _next(lines, min(LOOK_S, silence_s))
        now = monotonic()
        if line is None and now - heard >= silence_s:
            raise silence_error(given.shown, silence_s)
        if now - looked >= LOOK_S:
            looked = now
            if resident_bytes(process.pid) > most_bytes:
                raise memory_error(given.shown, most_bytes)
        if line is None:
            continue
        heard = now
        if not line:
            raise crash_error(given.shown)
        match decoder.decode(line):
            case Failure() as failure:
                raise ReadError(failure.message, hint=failure.hint)
            case (Side.LEFT, Document() as document):
                return document


def _next(lines: SimpleQueue[bytes], timeout_s: float) -> bytes | None:
    """The next line, None where none has come in that time."""
    try:
        return lines.get(timeout=timeout_s)
    except Empty:
        return None


def _collect(stream: IO[bytes], lines: SimpleQueue[bytes]) -> None:
    """Hand on every line of `stream`, and an empty one at its end."""
    try:
        for line in stream:
            lines.put(line)
    except (OSError, ValueError):
        pass  # closed by whoever waits no more
    lines.put(b"")
