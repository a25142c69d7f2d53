"""How a caller follows, stops or bounds a long run."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import TypeVar

from compare_app.core.errors import Cancelled
from compare_app.core.records import record

SILENCE_S = 120.0
"""How long nothing may come of reading a document, or through a pipe, before it is given up. Chosen by hand: 20 MB of
Rich Text took 20 s on a busy machine (2026-11), and a long PDF tells of each page."""

_Item = TypeVar("_Item")
_CHECKED_EVERY = 256  # items of some 20 µs each: 5 ms


class Stage(StrEnum):
    """The stages of a comparison in their order."""

    READ = "read"
    SEGMENT = "segment"
    ALIGN = "align"
    WORDS = "words"
    RULES = "rules"


@record
class Progress:
    """How far a run has come: its stage, and the share of that stage done, in [0, 1]."""

    stage: Stage
    share: float


class Control:
    """Cancel, deadline and progress of one run; `cancel` may be called from any thread.

    `deadline_s` counts seconds from construction. Work past the deadline is cut short and says so in its result;
    work that was cancelled raises Cancelled from `check`.
    """

    def __init__(
        self, *, deadline_s: float | None = None, on_progress: Callable[[Progress], None] | None = None
    ) -> None:
        self._cancelled = threading.Event()
        self._ends_at = None if deadline_s is None else time.monotonic() + deadline_s
        self._on_progress = on_progress

    def cancel(self) -> None:
        """Ask the run to stop at its next check."""
        self._cancelled.set()

    def check(self) -> None:
        """Raise Cancelled once `cancel` was called. Cheap: about 50 ns; call it every few milliseconds of work."""
        if self._cancelled.is_set():
            raise Cancelled

    def watched(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """`items`, with a check before every 256th: for loops, and for what takes an iterable whole. 25 ns an item."""
        rest = iter(items)
        for item in rest:
            self.check()
            yield item
            yield from islice(rest, _CHECKED_EVERY - 1)

    @property
    def is_overdue(self) -> bool:
        """Whether the deadline has passed."""
        return self._ends_at is not None and time.monotonic() > self._ends_at

    def report(self, stage: Stage, share: float) -> None:
        """Check for a cancel, then tell the listener how far the run has come."""
        self.check()
        if self._on_progress is not None:
            self._on_progress(Progress(stage, min(1.0, max(0.0, share))))

    def inherited(self, parent: int, on_progress: Callable[[Progress], None] | None) -> Control:
        """The same deadline for a copy of the process `parent`; cancelled when that process ends.

        The copy tells its own listener, and none where nobody listens here.
        """
        return _Inherited(parent, self._ends_at, on_progress if self._on_progress else None)


class _Inherited(Control):
    def __init__(self, parent: int, ends_at: float | None, on_progress: Callable[[Progress], None] | None) -> None:
        super().__init__(on_progress=on_progress)
        self._parent = parent
        self._ends_at = ends_at

    def check(self) -> None:
        if os.getppid() != self._parent:
            raise Cancelled
