"""Does half of a long piece of work in a second process, where the system can copy a running one."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn, TypeVar

from compare_app.core.control import Control

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

_PATIENCE_S = 0.05  # between two looks whether the run was cancelled while the other half is waited for
_AT_ONCE = 1 << 20  # bytes taken out of the pipe


def in_halves(
    work: Callable[[Sequence[_Item], Control], _Result], items: Sequence[_Item], control: Control, *, enough: int
) -> list[_Result]:
    """`work` of all `items`, or of their first and of their second half where two processes are faster than one.

    `work` must depend on nothing but its items, and give what pickle can copy: then the results say the same. From
    `enough` items on a copy of the process does the second half; should it fail, this process does it as well. Raises
    Cancelled as soon as `control` was cancelled; then, or when this process ends, the copy ends too.
    """
    middle = len(items) // 2
    if len(items) < enough or not can_copy():
        return [work(items, control)]
    ours, theirs = os.pipe()
    own, copy = os.getpid(), os.fork()
    if not copy:
        os.close(ours)
        _answer(work, items[middle:], control.inherited(own), theirs)
    os.close(theirs)
    try:
        first = work(items[:middle], control)
        answer = _all_of(ours, control)
    finally:
        os.close(ours)
        _end(copy)
    return [first, *(_unpacked(answer) or [work(items[middle:], control)])]


def can_copy() -> bool:
    """Whether a copy is safe, which takes one thread alone, and has a processor of its own. Asked of Linux only."""
    if not sys.platform.startswith("linux"):
        return False
    return len(os.sched_getaffinity(0)) > 1 and len(os.listdir("/proc/self/task")) == 1


def _answer(
    work: Callable[[Sequence[_Item], Control], _Result], items: Sequence[_Item], control: Control, to: int
) -> NoReturn:
    """Never returns: this is the copy, and what the process it was made of would still do is not its own to do."""
    try:
        import gc
        import pickle

        gc.disable()  # it would write to, and so copy, every page that both processes share
        data = pickle.dumps([work(items, control)], pickle.HIGHEST_PROTOCOL)
        with open(to, "wb") as pipe:
            pipe.write(data)
    finally:
        os._exit(0)


def _all_of(pipe: int, control: Control) -> bytes:
    import select

    parts: list[bytes] = []
    while True:
        control.check()
        if select.select([pipe], [], [], _PATIENCE_S)[0]:
            part = os.read(pipe, _AT_ONCE)
            if not part:
                return b"".join(parts)
            parts.append(part)


def _end(copy: int) -> None:
    import signal

    os.kill(copy, signal.SIGKILL)
    os.waitpid(copy, 0)


def _unpacked(answer: bytes) -> list[_Result]:
    """What the copy found, in a list; nothing where it failed on its way."""
    import pickle

    try:
        found: list[_Result] = pickle.loads(answer)
    except (EOFError, pickle.UnpicklingError):
        return []
    return found
