"""How quick the window is on two long texts, off screen: what a person waits for, in milliseconds.

A step (see steps.py) is timed from the wish to the last event it brought about, painting included. The gaps are those
between the ticks of a timer of one millisecond: while the window answers nobody, it does not tick. Where others use the
machine, only the processor time tells something.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from compare_app.app.jobs import Input
from compare_app.app.places import Places
from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.gui.application import make_window
from compare_app.gui.controller import Controller
from compare_app.gui.job_runner import JobRunner
from compare_app.gui.main_window import MainWindow
from tests.benchmarks.fresh_window import memory_again_mb, memory_mb, start_ms
from tests.benchmarks.steps import VIEWS, Took, View, decisions, jumps, scrolls, searches, timed, widths

_LONGEST_S = 600.0
_AGAIN = 20  # comparisons of the same texts, to see that nothing stays of them


class Gaps(QObject):
    """Measures how long the event loop lets a timer wait."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps_ms: list[float] = []
        self._last = perf_counter()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Measure from now on."""
        self.gaps_ms, self._last = [], perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()

    def _tick(self) -> None:
        now = perf_counter()
        self.gaps_ms.append(1000 * (now - self._last))
        self._last = now


class FirstPaint(QObject):
    """Knows when something was painted for the first time after `begin` and once there is something to show."""

    def __init__(self, area: QAbstractScrollArea, is_there: Callable[[], bool]) -> None:
        super().__init__()
        self._is_there = is_there
        self.began, self.ended = 0.0, 0.0
        area.viewport().installEventFilter(self)

    def begin(self) -> None:
        """From here the time runs."""
        self.began, self.ended = perf_counter(), 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The first paint event after the beginning, and what else it brought about."""
        if event.type() is QEvent.Type.Paint and self.began and not self.ended and self._is_there():
            self.ended = -1.0
            QTimer.singleShot(0, self._end)
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        self.ended = perf_counter()

    @property
    def took_ms(self) -> float:
        """Milliseconds from the beginning to the end of the first painting."""
        return 1000 * (self.ended - self.began)


@contextmanager
def _desk() -> Iterator[tuple[MainWindow, Controller]]:
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        window, controller = make_window(Places(Path(folder, "settings"), Path(folder, "data")))
        window.resize(1280, 800)
        window.show()
        try:
            yield window, controller
        finally:
            window.close()
            window.deleteLater()
            application.processEvents()


def _wait_until(is_so: Callable[[], bool]) -> None:
    ends = perf_counter() + _LONGEST_S
    while not is_so():
        QApplication.processEvents()
        QApplication.sendPostedEvents()
        if perf_counter() > ends:
            raise TimeoutError("the window did not get there")


def _call_at_result(runner: JobRunner, begin: Callable[[], None]) -> None:
    """Call `begin` when a comparison has come, before anybody else hears of it."""
    tell = runner._tell

    def told(answer: object) -> None:
        if isinstance(answer, Comparison):
            begin()
        tell(answer)

    runner._tell = told  # type: ignore[method-assign]


def _arrival(pair: Path, view: View) -> tuple[float, list[float]]:
    """Milliseconds from the result to the first painted view, and the gaps of the whole comparison."""
    with _desk() as (window, controller):
        window.actions_by_name[view.action].trigger()
        is_there = lambda: window.state.comparison is not None and view.is_whole(window)  # noqa: E731
        painted, gaps = FirstPaint(view.area(window), is_there), Gaps()
        _call_at_result(window.findChildren(JobRunner)[0], painted.begin)
        QApplication.processEvents()
        gaps.start()
        controller.open_inputs({side: Input(path=str(pair / f"{side}.txt")) for side in Side})
        _wait_until(lambda: painted.ended > 0)
        gaps.stop()
        return painted.took_ms, gaps.gaps_ms


def _at_work(pair: Path, view: View) -> dict[str, list[Took]]:
    """What a person does with the result in `view`, each step by its clock and its processor time."""
    with _desk() as (window, controller):
        window.actions_by_name[view.action].trigger()
        controller.open_inputs({side: Input(path=str(pair / f"{side}.txt")) for side in Side})
        _wait_until(lambda: window.state.comparison is not None and view.is_whole(window))
        for _ in range(20):
            QApplication.processEvents()
        found = {"scroll": timed(scrolls(view.area(window))), "jump": timed(jumps(window, controller))}
        found["width"] = timed(widths(window))
        found |= {what: timed(steps) for what, steps in decisions(window).items()}
        return found | {what: timed(steps) for what, steps in searches(window).items()}


def _cancel(pair: Path) -> float:
    """Milliseconds from the wish to cancel to a window that is idle, in the middle of a comparison."""
    with _desk() as (window, controller):
        runner = window.findChildren(JobRunner)[0]
        controller.open_inputs({side: Input(path=str(pair / f"{side}.txt")) for side in Side})
        _wait_until(lambda: None not in window.state.documents.values())
        started = perf_counter()
        controller.cancel()
        _wait_until(lambda: not runner.is_busy)
        QApplication.processEvents()
        return 1000 * (perf_counter() - started)


def _p99(values: Sequence[float]) -> float:
    return quantiles(values, n=100, method="inclusive")[98]


def print_table(pair: Path, words: int, runs: int) -> None:
    """Print what was measured on the texts in the folder `pair`."""
    print(f"\n{pair.name}, {words:,} words a side\n")
    print("| what | view | ms | of the main thread's processor |\n| --- | --- | ---: | ---: |")
    cancels = [_cancel(pair) for _ in range(runs)]
    print(f"| cancel to idle, median | | {median(cancels):.0f} | |", flush=True)
    for view in VIEWS:
        arrivals = [_arrival(pair, view) for _ in range(runs)]
        gaps = [gap for _, found in arrivals for gap in found]
        print(f"| result in to first painted view, median | {view.name} | {median(ms for ms, _ in arrivals):.0f} | |")
        print(f"| gaps of the event loop meanwhile, p99 | {view.name} | {_p99(gaps):.1f} | |")
        print(f"| longest gap of a run, median | {view.name} | {median(max(found) for _, found in arrivals):.1f} | |")
        for what, took in _at_work(pair, view).items():
            clock, processor = zip(*took, strict=True)
            print(f"| {what}: median | {view.name} | {median(clock):.1f} | {median(processor):.1f} |")
            print(f"| {what}: p99 | {view.name} | {_p99(clock):.1f} | {_p99(processor):.1f} |", flush=True)
    held, most = memory_mb(pair)
    print(f"\nMemory of the window's process: {held:.0f} MB, {most:.0f} MB at most", flush=True)
    first, last = memory_again_mb(pair, _AGAIN)
    print(f"After {_AGAIN} comparisons more: {last:.0f} MB, after the first of them {first:.0f} MB", flush=True)


def print_start(runs: int) -> None:
    """Print how long the program takes to show its window, after a start that is not counted."""
    took = [start_ms() for _ in range(runs + 1)][1:]
    clock, processor = (median(times) for times in zip(*took, strict=True))
    print(f"Start to first picture, median of {runs}: {clock:.0f} ms, of the processor {processor:.0f} ms", flush=True)
