"""Offsets move with what is typed, and marks stay where they belong."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from compare_app.core.spans import Span
from compare_app.present.source_map import SourceMap
from compare_app.present.typed import Typed

_EDITS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6), st.integers(0, 6)), max_size=6)


def after(text: list[int], edits: list[tuple[int, int, int]]) -> tuple[list[int], Typed]:
    """`text` with `edits` made one after the other, each where, how much goes and comes; what comes is negative."""
    typed, now, fresh = Typed(), list(text), -1
    for start, gone, inserted in edits:
        start = min(start, len(now))
        end = min(start + gone, len(now))
        now[start:end] = range(fresh, fresh - inserted, -1)
        fresh -= inserted
        typed.replace(start, end, inserted)
    return now, typed


@given(_EDITS, st.integers(0, 24), st.integers(1, 8))
def test_a_span_keeps_letters_of_its_own_alone(edits: list[tuple[int, int, int]], start: int, length: int) -> None:
    before = list(range(32))
    now, typed = after(before, edits)
    span = typed.now(Span(start, start + length))
    if span is not None:
        kept = [letter for letter in now[span.start : span.end] if letter >= 0]
        assert set(kept) <= set(before[start : start + length])


@given(_EDITS)
@example([(25, 6, 0)])  # what follows a deletion stands where the deletion begins
def test_what_stands_outside_of_what_was_typed_moves_whole(edits: list[tuple[int, int, int]]) -> None:
    now, typed = after(list(range(32)), edits)
    for letter in (0, 31):
        span = typed.now(Span(letter, letter + 1))
        if span is not None:
            assert now[span.start : span.end][0 if letter else -1] == letter or letter in now[span.start : span.end]
            assert typed.then(now.index(letter)) == letter


@pytest.mark.parametrize(
    ("edit", "span", "now"),
    [
        ((5, 5, 3), Span(0, 10), Span(0, 13)),  # typed in its midst
        ((0, 0, 3), Span(0, 10), Span(0, 13)),  # at its start
        ((10, 10, 3), Span(0, 10), Span(0, 10)),  # behind it
        ((2, 4, 0), Span(0, 10), Span(0, 8)),
        ((2, 4, 5), Span(2, 4), None),  # typed over
        ((2, 4, 5), Span(3, 10), Span(7, 13)),  # its start is gone
        ((8, 12, 1), Span(3, 10), Span(3, 8)),  # its end is gone
        ((2, 4, 5), Span(6, 10), Span(9, 13)),
    ],
)
def test_marks_stay_with_their_words(edit: tuple[int, int, int], span: Span, now: Span | None) -> None:
    typed = Typed()
    typed.replace(*edit)
    assert typed.now(span) == now


_SOURCE = """# The *old* harbour

A **new** pier is [planned](https://example.org/a/pier/is/planned?by=2026) for May; it costs &pound;4 million.

- It is `long`.
"""
_TEXT = "The old harbour\n\nA new pier is planned for May; it costs £4 million.\n\nIt is long."


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("The old harbour", "The *old* harbour"),
        ("new pier", "new** pier"),
        ("planned for May;", "planned](https://example.org/a/pier/is/planned?by=2026) for May;"),
        ("4 million.", "4 million."),
        ("It is long", "It is `long"),
    ],
)
def test_words_are_found_in_markdown(words: str, there: str) -> None:
    start = _TEXT.index(words)
    found = SourceMap(_TEXT, _SOURCE).to_source(Span(start, start + len(words)))
    assert found is not None
    assert found.of(_SOURCE) == there
    assert SourceMap(_TEXT, _SOURCE).to_text(found.start) == start


def test_what_is_not_in_the_source_stands_nowhere() -> None:
    assert SourceMap("Something else altogether", _SOURCE).to_source(Span(0, 9)) is None
    assert SourceMap("", _SOURCE).to_source(Span(0, 0)) is None


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_the_same_text_is_mapped_as_it_is(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert SourceMap(text, text).to_source(Span(start, end)) == Span(start, end)
