"""How quick the window is on two long texts, off screen: what a person waits for, in milliseconds.

A step is timed from the wish to the last event it brought about, painting included. The gaps are those between the
ticks of a timer of one millisecond: while the window answers nobody, it does not tick.
"""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
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
from tests.benchmarks.fresh_window import memory_mb, start_ms

_STEPS, _JUMPS, _WIDTHS, _DECISIONS = 300, 120, 40, 20
_LONGEST_S = 600.0


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


def _arrival(pair: Path, view: str, area: Callable[[MainWindow], QAbstractScrollArea]) -> tuple[float, list[float]]:
    """Milliseconds from the result to the first painted view, and the gaps of the whole comparison."""
    with _desk() as (window, controller):
        window.actions_by_name[view].trigger()
        painted, gaps = FirstPaint(area(window), lambda: window.state.comparison is not None), Gaps()
        _call_at_result(window.findChildren(JobRunner)[0], painted.begin)
        QApplication.processEvents()
        gaps.start()
        controller.open_inputs({side: Input(path=str(pair / f"{side}.txt")) for side in Side})
        _wait_until(lambda: painted.ended > 0)
        gaps.stop()
        return painted.took_ms, gaps.gaps_ms


def _timed(steps: Iterator[Callable[[], object]]) -> list[float]:
    took = []
    for step in steps:
        started = perf_counter()
        step()
        QApplication.processEvents()
        took.append(1000 * (perf_counter() - started))
    return took


def _scrolls(area: QAbstractScrollArea) -> Iterator[Callable[[], object]]:
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    for _ in range(_STEPS):
        yield lambda: bar.setValue(bar.value() + 3 * bar.singleStep())


def _jumps(window: MainWindow, controller: Controller) -> Iterator[Callable[[], object]]:
    chance = random.Random(7)
    rows = window.state.visible_rows()
    for _ in range(_JUMPS):
        item = chance.choice(rows).item
        yield partial(controller.select, item)


def _widths(window: MainWindow) -> Iterator[Callable[[], object]]:
    for number in range(_WIDTHS):
        yield partial(window.resize, 1100 + 7 * number, 800)


def _decisions(window: MainWindow) -> Iterator[Callable[[], object]]:
    """Confirm one finding after the other, then take all of it back: a window with decisions asks before it closes."""
    window.state.select(None)
    for _ in range(_DECISIONS):
        window.actions_by_name["next_contradiction"].trigger()
        QApplication.processEvents()
        yield window.actions_by_name["confirm"].trigger
    for _ in range(_DECISIONS):
        window.actions_by_name["undo"].trigger()


def _at_work(pair: Path, view: str, area: Callable[[MainWindow], QAbstractScrollArea]) -> dict[str, list[float]]:
    with _desk() as (window, controller):
        window.actions_by_name[view].trigger()
        controller.open_inputs({side: Input(path=str(pair / f"{side}.txt")) for side in Side})
        _wait_until(lambda: window.state.comparison is not None)
        for _ in range(20):
            QApplication.processEvents()
        return {
            "scroll": _timed(_scrolls(area(window))),
            "jump": _timed(_jumps(window, controller)),
            "width": _timed(_widths(window)),
            "decide": _timed(_decisions(window)),
        }


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


def _p99(values: list[float]) -> float:
    return quantiles(values, n=100, method="inclusive")[98]


_AREAS: dict[str, Callable[[MainWindow], QAbstractScrollArea]] = {
    "view_side_by_side": lambda window: window.view.panes[Side.LEFT],
    "view_pairs": lambda window: window.views.currentWidget(),  # type: ignore[dict-item, return-value]
}


def print_table(pair: Path, words: int, runs: int) -> None:
    """Print what was measured on the texts in the folder `pair`."""
    print(f"\n{pair.name}, {words:,} words a side\n\n| what | view | ms |\n| --- | --- | ---: |")
    cancels = [_cancel(pair) for _ in range(runs)]
    print(f"| cancel to idle, median | | {median(cancels):.0f} |", flush=True)
    for view, area in _AREAS.items():
        arrivals = [_arrival(pair, view, area) for _ in range(runs)]
        gaps = [gap for _, found in arrivals for gap in found]
        name = view.removeprefix("view_").replace("_", " ")
        print(f"| result in to first painted view, median | {name} | {median(ms for ms, _ in arrivals):.0f} |")
        print(f"| gaps of the event loop meanwhile, p99 | {name} | {_p99(gaps):.1f} |")
        print(f"| longest gap of a run, median | {name} | {median(max(found) for _, found in arrivals):.1f} |")
        for what, took in _at_work(pair, view, area).items():
            print(f"| {what}: median | {name} | {median(took):.1f} |")
            print(f"| {what}: p99 | {name} | {_p99(took):.1f} |", flush=True)
    held, most = memory_mb(pair)
    print(f"\nMemory of the window's process: {held:.0f} MB, {most:.0f} MB at most", flush=True)


def print_start(runs: int) -> None:
    """Print how long the program takes to show its window, after a start that is not counted."""
    took = [start_ms() for _ in range(runs + 1)][1:]
    clock, processor = (median(times) for times in zip(*took, strict=True))
    print(f"Start to first picture, median of {runs}: {clock:.0f} ms, of the processor {processor:.0f} ms", flush=True)
