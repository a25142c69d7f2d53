"""Takes what comes through a pipe, and waits for neither a writer that never comes nor one that says nothing."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from compare_app.core.control import SILENCE_S
from compare_app.core.errors import ReadError
from compare_app.core.patterns import pattern
from compare_app.core.translation import tr

WRITER_S = 2.0
"""How long a named pipe may be without a writer. Chosen by hand: a shell starts both ends at once."""

_LOOK_S = 0.05
_PIECE_BYTES = 1_048_576
_DESCRIPTOR = pattern(r"/dev/(?:fd/(\d+)|stdin)|/proc/self/fd/(\d+)")


def is_pipe(path: Path) -> bool:
    """Whether `path` names a pipe, as <(command) in a shell does; that can be waited for on this system."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False  # reading it says why
    is_open_socket = stat.S_ISSOCK(mode) and descriptor_of(path) is not None
    return sys.platform != "win32" and (stat.S_ISFIFO(mode) or is_open_socket)


def descriptor_of(path: Path) -> int | None:
    """The open file of this process that `path` stands for, as /dev/fd/63 does, if any."""
    found = _DESCRIPTOR.fullmatch(str(path))
    return None if found is None else int(found[1] or found[2] or 0)


def read_pipe(path: Path, shown: str, limit_bytes: int) -> bytes:
    """All that comes through the pipe at `path`, which is `shown` in an error; no more than a byte past the limit.

    Raises ReadError where nobody writes into it, or what does says nothing for long; OSError as opening it does.
    """
    data = bytearray()
    with _opened(path) as pipe:
        for piece in _pieces(pipe, shown):
            data += piece
            if len(data) > limit_bytes:
                break
    return bytes(data[: limit_bytes + 1])


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """An end to read from. That of an open file is shared with who opened it, and left as it is."""
    given = descriptor_of(path)
    pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK) if given is None else os.dup(given)
    try:
        yield pipe
    finally:
        os.close(pipe)


def _pieces(pipe: int, shown: str) -> Iterator[bytes]:
    """What comes, until the writer has ended."""
    import select

    poll = select.poll()
    poll.register(pipe, select.POLLIN)
    heard = monotonic()
    has_come = False
    while True:
        event = dict(poll.poll(round(1000 * _LOOK_S))).get(pipe, 0)
        piece = _piece(pipe, is_ready=bool(event))
        if piece:
            heard, has_come = monotonic(), True
            yield piece
            continue
        if piece is not None and (has_come or event):
            return  # who wrote is gone
        if monotonic() - heard > (SILENCE_S if piece is None else WRITER_S):
            raise _given_up(shown, has_writer=piece is None)


def _piece(pipe: int, *, is_ready: bool) -> bytes | None:
    """What there is to read now, empty where nobody writes, None where somebody does and has said nothing yet."""
    if not is_ready and os.get_blocking(pipe):
        return None  # reading would wait
    try:
        return os.read(pipe, _PIECE_BYTES)
    except BlockingIOError:
        return None


def _given_up(shown: str, *, has_writer: bool) -> ReadError:
    if not has_writer:
        sentence = tr("{name} is a pipe, and nothing writes into it.", name=shown)
        return ReadError(sentence, hint=tr("Start what writes into it first, or name a file."))
    sentence = tr(
        "{name} was given up: nothing came through it for {seconds} seconds.", name=shown, seconds=round(SILENCE_S)
    )
    return ReadError(sentence, hint=tr("Save its text to a file and open that."))
