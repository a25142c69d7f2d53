"""What a stretch of text holds is what the whole text holds there."""

from __future__ import annotations

import pytest

from compare_app.core.document import Side
from compare_app.core.spans import Span
from compare_app.present.highlights import highlights
from compare_app.present.items import items_of
from compare_app.present.places import Places
from tests.report.comparisons import doubtful, mixed

PAIRS = {"mixed": mixed(), "doubtful": doubtful()}


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("side", Side)
def test_every_stretch_has_the_marks_of_the_whole_that_reach_into_it(name: str, side: Side) -> None:
    comparison = PAIRS[name]
    items, text = items_of(comparison), comparison.document(side).text
    places, all_marks = Places(comparison, items), highlights(comparison, items, side)
    assert places.highlights_in(side, Span(0, len(text))) == list(all_marks)
    for start in range(0, len(text), 7):
        span = Span(start, min(len(text), start + 40))
        assert places.highlights_in(side, span) == [mark for mark in all_marks if mark.span.overlaps(span)]


@pytest.mark.parametrize("name", PAIRS)
def test_every_claim_knows_its_items_the_link_or_itself_first(name: str) -> None:
    comparison = PAIRS[name]
    items = items_of(comparison)
    places = Places(comparison, items)
    for side in Side:
        for claim in range(len(comparison.document(side).claims)):
            found = places.items_at(side, claim)
            assert sorted(found) == [number for number, item in enumerate(items) if claim in item.claims(side)]
            assert not items[found[0]].elsewhere
        assert places.items_at(side, -1) == places.items_at(side, 10_000) == ()
