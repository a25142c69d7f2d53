"""Work in two processes gives what it gives in one, and leaves nothing behind."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator, Sequence

import pytest

from compare_app.core.control import Control
from compare_app.core.errors import Cancelled
from compare_app.core.halves import can_copy, in_halves
from compare_app.core.spans import Span

_ITEMS = tuple(range(11))


@pytest.fixture
def _copies() -> None:
    if not can_copy():
        pytest.skip("needs a system that copies processes, two processors, and one thread alone")


@pytest.fixture(autouse=True)
def _no_child_is_left() -> Iterator[None]:
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def _spans(items: Sequence[int], control: Control) -> list[Span]:
    control.check()
    return [Span(item, item + 1) for item in items]


@pytest.mark.parametrize("enough", [1, 11, 12])
def test_the_parts_together_are_the_whole(enough: int) -> None:
    parts = in_halves(_spans, _ITEMS, Control(), enough=enough)
    assert [span for part in parts for span in part] == _spans(_ITEMS, Control())


@pytest.mark.usefixtures("_copies")
def test_each_half_has_its_own_process() -> None:
    first, second = in_halves(lambda _, __: os.getpid(), _ITEMS, Control(), enough=2)
    assert first == os.getpid() != second


def test_a_few_items_stay_in_one_process() -> None:
    assert in_halves(lambda _, __: os.getpid(), _ITEMS, Control(), enough=12) == [os.getpid()]


def test_beside_another_thread_no_process_is_copied() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert in_halves(lambda _, __: os.getpid(), _ITEMS, Control(), enough=2) == [os.getpid()]
    finally:
        done.set()
        thread.join()


def test_what_fails_in_the_copy_is_done_again() -> None:
    own = os.getpid()

    def work(items: Sequence[int], control: Control) -> int:
        if os.getpid() != own:
            raise MemoryError
        return sum(items)

    assert sum(in_halves(work, _ITEMS, Control(), enough=2)) == sum(_ITEMS)


def test_an_error_of_both_halves_is_raised() -> None:
    def work(items: Sequence[int], control: Control) -> int:
        raise ValueError(items[0])

    with pytest.raises(ValueError, match=r"^0$"):
        in_halves(work, _ITEMS, Control(), enough=2)


@pytest.mark.usefixtures("_copies")
def test_cancel_does_not_wait_for_the_copy() -> None:
    own, control = os.getpid(), Control()

    def work(items: Sequence[int], _: Control) -> None:
        if os.getpid() != own:
            time.sleep(60)
        control.cancel()

    started = time.monotonic()
    with pytest.raises(Cancelled):
        in_halves(work, _ITEMS, control, enough=2)
    assert time.monotonic() - started < 5


@pytest.mark.usefixtures("_copies")
def test_the_copy_ends_by_itself_when_its_process_does() -> None:
    ours, theirs = os.pipe()
    middle = os.fork()
    if not middle:
        own = os.getpid()

        def work(items: Sequence[int], control: Control) -> None:
            if os.getpid() == own:
                os._exit(0)
            try:
                while True:
                    control.check()
                    time.sleep(0.01)
            finally:
                os.write(theirs, b"ended")

        in_halves(work, _ITEMS, Control(), enough=2)
    os.close(theirs)
    os.waitpid(middle, 0)
    assert os.read(ours, 5) == b"ended"
    os.close(ours)


@pytest.mark.usefixtures("_copies")
def test_the_copy_keeps_the_deadline() -> None:
    control = Control(deadline_s=0.0)
    time.sleep(0.001)
    assert in_halves(lambda _, given: given.is_overdue, _ITEMS, control, enough=2) == [True, True]
