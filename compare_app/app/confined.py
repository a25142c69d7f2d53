"""Reads a document in a process of its own: a parser that hangs or breaks down takes only that process with it."""

from __future__ import annotations

import os
import subprocess
import sys
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO

from compare_app.app.jobs import AnswerDecoder, Failure, Input, Request, encode_request
from compare_app.app.limits import SILENCE_S, crash_error, silence_error
from compare_app.app.worker_command import WORKER, worker_environment
from compare_app.core.document import Document, Side
from compare_app.core.errors import ReadError
from compare_app.core.translation import language_asked


def read_confined(given: Input, *, silence_s: float = SILENCE_S, worker: tuple[str, ...] = ()) -> Document:
    """The document that `given` names, read by a worker process.

    `worker` is what Python runs instead of ours. Raises ReadError as reading it here would, and where the process ends
    by itself or is silent for `silence_s`.
    """
    process = subprocess.Popen(
        [sys.executable, *(worker or WORKER), "--once"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **worker_environment()},
    )
    try:
        return _answer(process, given, silence_s)
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()


def _answer(process: subprocess.Popen[bytes], given: Input, silence_s: float) -> Document:
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
    while True:
        try:
            line = lines.get(timeout=silence_s)
        except Empty:
            raise silence_error(given.shown, silence_s) from None
        if not line:
            raise crash_error(given.shown)
        match decoder.decode(line):
            case Failure() as failure:
                raise ReadError(failure.message, hint=failure.hint)
            case (Side.LEFT, Document() as document):
                return document


def _collect(stream: IO[bytes], lines: SimpleQueue[bytes]) -> None:
    """Hand on every line of `stream`, and an empty one at its end."""
    try:
        for line in stream:
            lines.put(line)
    except (OSError, ValueError):
        pass  # closed by whoever waits no more
    lines.put(b"")
