"""Does a part of long work in a second process, where the system can copy a running one."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, BinaryIO, NoReturn, TypeVar

from compare_app.core.control import Control, Progress

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_Own = TypeVar("_Own")

MANY_LINKS = 1_000
"""Links from which on two processes judge and write them faster than one. Chosen by hand (2026-11): two drafts of
100,000 words have 3,500."""

_PATIENCE_S = 0.05  # between two looks whether the run was cancelled while the copy is waited for


def in_halves(
    work: Callable[[Sequence[_Item], Control], _Result], items: Sequence[_Item], control: Control, *, enough: int
) -> list[_Result]:
    """`work` of all `items`, or of their first and of their second half where two processes are faster than one.

    `work` must depend on nothing but its items, and give what pickle can copy: then the results say the same. From
    `enough` items on a copy of the process does the second half.
    """
    if len(items) < enough or not can_copy():
        return [work(items, control)]
    middle = len(items) // 2
    second, first = beside(lambda given: work(items[middle:], given), lambda: work(items[:middle], control), control)
    return [first, second]


def beside(
    work: Callable[[Control], _Result], own: Callable[[], _Own], control: Control, *, tells: bool = False
) -> tuple[_Result, _Own]:
    """What `work` gives in a copy of the process, and what `own` gives in this one meanwhile; only where `can_copy`.

    Should the copy fail, this process does its work as well. Raises Cancelled as soon as `control` was cancelled;
    then, or when this process ends, the copy ends too. With `tells` its progress reaches the listener of `control`.
    """
    ours, theirs = os.pipe()
    parent, copy = os.getpid(), os.fork()
    if not copy:
        os.close(ours)
        _answer(work, control, parent, theirs, tells=tells)
    os.close(theirs)
    try:
        with open(ours, "rb") as pipe:
            mine = own()
            answer: list[_Result] = _answer_in(pipe, control)
    finally:
        _end(copy)
    return answer[0] if answer else work(control), mine


def can_copy() -> bool:
    """Whether a copy is safe, which takes one thread alone, and has a processor of its own. Asked of Linux only."""
    if not sys.platform.startswith("linux"):
        return False
    return len(os.sched_getaffinity(0)) > 1 and len(os.listdir("/proc/self/task")) == 1


def pays(links: int) -> bool:
    """Whether a copy can do a part of the work on so many links, and is faster than none."""
    return links >= MANY_LINKS and can_copy()


def _answer(work: Callable[[Control], object], control: Control, parent: int, to: int, *, tells: bool) -> NoReturn:
    """Never returns: this is the copy, and what the process it was made of would still do is not its own to do."""
    try:
        import gc
        import pickle

        gc.disable()  # it would write to, and so copy, every page that both processes share
        with open(to, "wb") as pipe:

            def tell(progress: Progress) -> None:
                pickle.dump(progress, pipe)
                pipe.flush()

            answer = [work(control.inherited(parent, tell if tells else None))]
            pipe.write(pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))  # packed at once, not as fast as it is read
    finally:
        os._exit(0)


def _answer_in(pipe: BinaryIO, control: Control) -> list[Any]:
    """What the copy found, in a list; nothing where it failed on its way. Its progress before that is told on."""
    import pickle
    import select

    while True:
        control.check()
        if select.select([pipe], [], [], _PATIENCE_S)[0]:
            try:
                sent = pickle.load(pipe)
            except (EOFError, pickle.UnpicklingError):
                return []
            if isinstance(sent, list):
                return sent
            control.report(sent.stage, sent.share)


def _end(copy: int) -> None:
    import signal

    os.kill(copy, signal.SIGKILL)
    os.waitpid(copy, 0)
