"""What a person does with a comparison on screen, step by step, to be timed in every view."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from time import perf_counter, thread_time

from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from compare_app.core.document import Side
from compare_app.core.findings import Verdict
from compare_app.gui.controller import Controller
from compare_app.gui.findings.card_list import CardList
from compare_app.gui.in_slices import InSlices
from compare_app.gui.main_window import MainWindow
from compare_app.gui.one_column.one_column_view import OneColumnView
from compare_app.present.filters import Filter
from compare_app.present.marks import Mark
from compare_app.present.search import Query

_STEPS, _JUMPS, _WIDTHS, _DECISIONS = 300, 120, 40, 20
_FILTERS = (
    Filter(mark=Mark.CHANGED),
    Filter(verdict=Verdict.POSSIBLE),
    Filter(facts_only=True),
    Filter(hides_same=True),
    Filter(text="the king"),
    Filter(),
)
_WORDS = ("e", "the", "the king", "no such words")
Took = tuple[float, float]
"""Milliseconds by the clock, and of the main thread's processor time."""
Steps = Iterable[Callable[[], object]]


@dataclass(frozen=True, slots=True)
class View:
    """A view by the action that shows it, and what of it scrolls."""

    action: str
    area: Callable[[MainWindow], QAbstractScrollArea]

    @property
    def name(self) -> str:
        """As a table has it."""
        return self.action.removeprefix("view_").replace("_", " ")

    @staticmethod
    def is_whole(window: MainWindow) -> bool:
        """Whether nothing is left of what is made in slices."""
        return not any(slices.is_busy for slices in window.findChildren(InSlices))


VIEWS = (
    View("view_side_by_side", lambda window: window.view.panes[Side.LEFT]),
    View("view_pairs", lambda window: window.views.currentWidget()),  # type: ignore[arg-type, return-value]
    View("view_one_column", lambda window: window.findChildren(OneColumnView)[0].pane),
    View("view_findings", lambda window: window.findChildren(CardList)[0]),
)


def timed(steps: Steps) -> list[Took]:
    """How long each step takes until nothing more comes of it."""
    took = []
    for step in steps:
        started, spent = perf_counter(), thread_time()
        step()
        QApplication.processEvents()
        took.append((1000 * (perf_counter() - started), 1000 * (thread_time() - spent)))
    return took


def scrolls(area: QAbstractScrollArea) -> Iterator[Callable[[], object]]:
    """Three lines at a time, from a third of the way."""
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    for _ in range(_STEPS):
        yield lambda: bar.setValue(bar.value() + 3 * bar.singleStep())


def jumps(window: MainWindow, controller: Controller) -> Iterator[Callable[[], object]]:
    """To differences anywhere."""
    chance = random.Random(7)
    rows = window.state.visible_rows()
    for _ in range(_JUMPS):
        yield partial(controller.select, chance.choice(rows).item)


def widths(window: MainWindow) -> Iterator[Callable[[], object]]:
    """The window a little wider each time."""
    for number in range(_WIDTHS):
        yield partial(window.resize, 1100 + 7 * number, 800)


def decisions(window: MainWindow) -> dict[str, Steps]:
    """Confirm, dismiss and write a note on one place after the other, then take all of it back.

    A window with decisions asks before it closes.
    """
    return {
        "confirm": _on_each(window, "next_contradiction", window.actions_by_name["confirm"].trigger),
        "dismiss": _on_each(window, "next_contradiction", window.actions_by_name["dismiss"].trigger),
        "note": _on_each(window, "next_difference", partial(_note, window)),
        "undo": [window.actions_by_name["undo"].trigger] * 3 * _DECISIONS,
    }


def searches(window: MainWindow) -> dict[str, Steps]:
    """Filter by what there is to filter by, and find words."""
    finder = window.finding.bar
    return {
        "filter": [partial(window.state.set_filter, chosen) for chosen in _FILTERS],
        "find": [partial(finder.wanted.emit, Query(words), tuple(Side)) for words in _WORDS],
    }


def _on_each(window: MainWindow, way_on: str, decide: Callable[[], object]) -> Iterator[Callable[[], object]]:
    window.state.select(None)
    for _ in range(_DECISIONS):
        window.actions_by_name[way_on].trigger()
        QApplication.processEvents()
        yield decide


def _note(window: MainWindow) -> None:
    """What the field in the card does, without the field."""
    item = window.state.items[window.state.selected or 0]
    about = window.corrections.subject(item.left, item.right)
    window.corrections.change("a note", window.state.review.noted(about, "Who says so?"))
