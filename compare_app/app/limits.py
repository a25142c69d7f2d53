"""How much memory and time may be taken, so that one bad file does not take the machine."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from compare_app.core.control import SILENCE_S, Control
from compare_app.core.errors import ReadError
from compare_app.core.translation import grouped, marked, tr

READING_BYTES = 4_000_000_000
"""What reading one document may take beyond what the process has. Chosen by hand: 20 MB
of Rich Text took 0.2 GB, a PDF of 10,000 pages as much (2026-11)."""

LOOK_S = 0.5
"""How often a worker's memory is looked at. Chosen by hand: reading /proc takes 20 µs."""

_LEAST_BYTES = 4_000_000_000
_SHARE = 0.75  # of the machine's memory: above it everything else the person has open would suffer

NO_MEMORY = marked("There is not enough memory for this comparison.")
NO_MEMORY_HINT = marked("Compare the parts that matter.")
GIVEN_UP_HINT = marked("Open it in the program that made it, save it under another name, and try that file.")


def limit_memory() -> None:
    """Let this process take three quarters of the machine's memory at most, where the platform has such a limit."""
    if sys.platform != "win32":
        with suppress(ValueError, OSError):
            _lower(comparing_bytes())


def comparing_bytes() -> int:
    """What a comparison may take: three quarters of the machine's memory."""
    try:
        installed = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):  # Windows has no sysconf
        import psutil

        installed = psutil.virtual_memory().total
    return max(_LEAST_BYTES, int(_SHARE * installed))


def resident_bytes(process: int) -> int:
    """The memory that the process of this number holds now; 0 where it is gone.

    Whoever waits for a worker looks at it every `LOOK_S`: macOS and Windows do not let a process limit itself.
    """
    try:
        with open(f"/proc/{process}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0 if sys.platform == "linux" else _resident_bytes_elsewhere(process)


def _resident_bytes_elsewhere(process: int) -> int:
    import psutil

    try:
        return int(psutil.Process(process).memory_info().rss)
    except (psutil.Error, ValueError):
        return 0


@contextmanager
def reading_limited(shown: str, more_bytes: int = READING_BYTES) -> Iterator[None]:
    """While it lasts, let the process take `more_bytes` beyond what it has, where the platform has such a limit.

    Raises ReadError, which names the document by `shown`, in place of a MemoryError.
    """
    before = _lower(_taken_bytes() + more_bytes)
    try:
        yield
    except MemoryError as error:
        raise memory_error(shown, more_bytes) from error
    finally:
        if before is not None:
            _set(before)


def memory_error(shown: str, most_bytes: int = READING_BYTES) -> ReadError:
    """Why reading was ended for the memory it takes."""
    return ReadError(
        tr(
            "{name} was given up: reading it takes more than {limit} GB of memory.",
            name=shown,
            limit=grouped(most_bytes / 1e9),
        ),
        hint=tr(GIVEN_UP_HINT),
    )


class _Silent(BaseException):
    """Raised into a reader that says nothing: no parser may take it for an error of its own."""


def is_bounded_here() -> bool:
    """Whether a document can be read in this very process with bounds of memory and time: on Linux alone."""
    return sys.platform == "linux" and threading.current_thread() is threading.main_thread()


@contextmanager
def silence_limited(shown: str, silence_s: float = SILENCE_S) -> Iterator[Control]:
    """While it lasts, a reader must report every `silence_s` to the control it gives; only where `is_bounded_here`.

    Raises ReadError, which names the document by `shown`, when it did not, whatever loop or regular expression of
    Python's it is in. Costs 20 µs.
    """

    def end(_signal: int, _frame: FrameType | None) -> None:
        raise _Silent

    def wait() -> None:
        signal.setitimer(signal.ITIMER_REAL, silence_s, 1.0)  # once more, should a parser swallow it after all

    before = signal.signal(signal.SIGALRM, end)
    try:
        wait()
        yield Control(on_progress=lambda _: wait())
    except _Silent:
        raise silence_error(shown, silence_s) from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def silence_error(shown: str, silence_s: float = SILENCE_S) -> ReadError:
    """Why reading was ended by whoever waited for it."""
    return ReadError(
        tr(
            "{name} was given up: nothing came of reading it for {seconds} seconds.",
            name=shown,
            seconds=round(silence_s),
        ),
        hint=tr(GIVEN_UP_HINT),
    )


def crash_error(shown: str) -> ReadError:
    """What is said when the process that read a document ended by itself."""
    sentence = tr("{name} cannot be read: the part that reads it broke down over it.", name=shown)
    return ReadError(sentence, hint=tr(GIVEN_UP_HINT))


def _lower(most_bytes: int) -> int | None:
    """Set the limit, unless a lower one holds. Returns the one before, None where the platform has none."""
    if sys.platform == "win32":
        return None
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    bounds = [limit for limit in (most_bytes, soft, hard) if limit != resource.RLIM_INFINITY]
    try:
        resource.setrlimit(resource.RLIMIT_AS, (min(bounds), hard))
    except (ValueError, OSError):
        return None  # macOS knows the limit and does not let it be set
    return soft


def _set(soft_bytes: int) -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (soft_bytes, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _taken_bytes() -> int:
    """Address space in use; 0 where the system does not say."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0
