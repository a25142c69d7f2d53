"""The one truth of a window: what the filter lets through, and what comes next."""

from __future__ import annotations

import pytest

from compare_app.core.document import Side
from compare_app.core.review import Decision
from compare_app.core.spans import Span
from compare_app.gui.state import State
from compare_app.present.filters import Filter
from compare_app.present.highlights import Highlight
from compare_app.present.marks import Mark
from tests.report.comparisons import mixed, same

MARKS = [Mark.SAME, Mark.MOVED, Mark.CONTRADICTING, Mark.CHANGED, Mark.SAME, Mark.ADDED, Mark.REMOVED]


@pytest.fixture
def state() -> State:
    """A state that holds one difference of each kind."""
    state = State()
    state.set_comparison(mixed())
    return state


def highlights(state: State, side: Side) -> tuple[Highlight, ...]:
    """All that is marked on `side`."""
    return tuple(state.highlights_in(side, Span(0, 100_000)))


def test_differences_are_numbered_in_reading_order(state: State) -> None:
    numbers = list(state.numbers_under(None))
    assert numbers == sorted(numbers)
    assert sorted(state.items[number].mark for number in numbers) == sorted(
        mark for mark in MARKS if mark is not Mark.SAME
    )
    assert [state.items[number].mark for number in state.numbers_under(Mark.CONTRADICTING)] == [Mark.CONTRADICTING]


def test_the_filter_holds_for_rows_marks_and_the_way_on(state: State) -> None:
    state.set_filter(Filter(mark=Mark.ADDED))
    assert [row.mark for row in state.visible_rows()] == [Mark.ADDED]
    assert highlights(state, Side.LEFT) == ()
    assert {highlight.mark for highlight in highlights(state, Side.RIGHT)} == {Mark.ADDED}
    assert [state.items[number].mark for number in state.numbers_under(None)] == [Mark.ADDED]


def test_the_next_contradiction_is_found_whatever_the_filter(state: State) -> None:
    state.set_filter(Filter(mark=Mark.ADDED))
    assert len(state.numbers_under(Mark.CONTRADICTING)) == 1


def test_a_new_document_voids_the_comparison_and_is_told_once(state: State) -> None:
    told: list[str] = []
    state.documents_changed.connect(lambda: told.append("documents"))
    state.comparison_changed.connect(lambda: told.append("comparison"))
    left, right = state.documents[Side.LEFT], state.documents[Side.RIGHT]
    state.set_documents({Side.LEFT: right, Side.RIGHT: left})
    assert told == ["documents", "comparison"]
    assert (state.comparison, state.items, highlights(state, Side.LEFT)) == (None, (), ())


def test_without_a_difference_there_is_nowhere_to_go() -> None:
    state = State()
    state.set_comparison(same())
    assert list(state.numbers_under(None)) == []


def test_a_decision_makes_only_what_it_is_about_anew(state: State) -> None:
    before, rows = state.items, list(state.visible_rows())
    (key,) = (point.key for point in state.agenda().points)
    state.set_review(state.review.decided(key, Decision.CONFIRMED))
    assert state.items == before
    assert all(now is was for now, was in zip(state.items, before, strict=True))
    assert list(state.visible_rows()) == rows
    assert state.items is before
    state.set_review(state.review.decided(key, Decision.DISMISSED))
    changed = [now.mark for now, was in zip(state.items, before, strict=True) if now is not was]
    assert changed == [Mark.CHANGED]
