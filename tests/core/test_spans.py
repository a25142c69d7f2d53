"""Half-open ranges."""

from __future__ import annotations

import pytest

from compare_app.core.spans import Span


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_range_that_is_none_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_neighbours_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_an_empty_span_contains_nothing() -> None:
    assert not Span(3, 3).contains(3)
    assert Span(0, 5).covers(Span(3, 3))


def test_of_cuts_the_text() -> None:
    assert Span(1, 3).of("abcd") == "bc"
