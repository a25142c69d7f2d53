"""What is prepared in portions, and changed decision by decision, is what is made at once."""

from __future__ import annotations

import random

import pytest

from compare_app import compare, read_document
from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.records import replace
from compare_app.core.resources import resource_path
from compare_app.core.review import Decision, Judgement, Review
from compare_app.core.subjects import Subject
from compare_app.present.filters import Filter
from compare_app.present.highlights import highlights
from compare_app.present.items import items_of
from compare_app.present.marks import Mark
from compare_app.present.prepared import Prepared, prepare
from compare_app.present.rows import difference_rows
from compare_app.present.search import SearchText
from compare_app.present.shown import Shown
from compare_app.present.summary import summarise
from tests.present.test_elsewhere import beside_itself
from tests.report.comparisons import doubtful, mixed

SAMPLES = resource_path("samples", "swing-bridge")
PAIRS = {
    "mixed": mixed(),
    "doubtful": doubtful(),
    "beside itself": beside_itself(),
    "samples": compare(read_document(SAMPLES / "first-draft.txt"), read_document(SAMPLES / "second-draft.html")),
}
STEPS = 25
FILTERS = (
    Filter(),
    Filter(mark=Mark.MOVED),
    Filter(hides_same=True),
    Filter(facts_only=True, hides_same=True),
    Filter(text="the"),
)


@pytest.mark.parametrize("name", PAIRS)
def test_it_holds_what_the_views_ask_for(name: str) -> None:
    comparison = PAIRS[name]
    prepared = prepare(comparison, Review())
    assert prepared.items == items_of(comparison)
    assert tuple(prepared.rows) == difference_rows(comparison, prepared.items)
    assert prepared.summary == summarise(prepared.items)
    for place, row in enumerate(prepared.rows):
        assert prepared.rows.place_of(row.item) == place
    assert all(prepared.rows.place_of(n) is None for n, item in enumerate(prepared.items) if not item.is_listed)


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("seed", range(4))
def test_after_any_decision_it_is_what_would_be_made_from_scratch(name: str, seed: int) -> None:
    chance, comparison = random.Random(seed), PAIRS[name]
    prepared, reviews = prepare(comparison, Review()), [Review()]
    for _ in range(STEPS):
        review = chance.choice(reviews) if chance.random() < 0.2 else decided(prepared, chance)
        reviews.append(review)
        before = told(prepared)
        seen = [Shown(prepared, chosen, texts_of(comparison).__getitem__) for chosen in FILTERS]
        asked = [(one.folds, list(one.rows)) for one in seen]
        prepared, held = prepared.reviewed(review), prepared
        assert [(one.folds, list(one.rows)) for one in seen] == asked
        now = [one.decided(prepared) for one in seen]
        anew = [Shown(prepared, chosen, texts_of(comparison).__getitem__) for chosen in FILTERS]
        assert [(one.folds, list(one.rows)) for one in now] == [(one.folds, list(one.rows)) for one in anew]
        assert told(prepared) == told(prepare(comparison, review))
        assert told(held) == before  # who holds the one before sees nothing change


def decided(prepared: Prepared, chance: random.Random) -> Review:
    """The review of `prepared` with one more thing said, or taken back."""
    review, agenda = prepared.review, prepared.agenda
    keys = [point.key for point in agenda.points] or ["of another comparison"]
    kinds = [point.finding.kind for point in agenda.points] or ["number"]
    item = chance.choice(prepared.items)
    about = prepared.comparison.indexes.subject(item.left, item.right)
    claim = prepared.comparison.indexes.subject(item.left[:1], () if item.left else item.right[:1])
    match chance.randrange(8):
        case 0 | 1:
            return review.decided(chance.choice(keys), chance.choice([*Decision, None]))
        case 2:
            return review.judged(about, chance.choice([*Judgement, None]))
        case 3:
            return review.noted(chance.choice([about, claim]), chance.choice(["Ask.", "Who says so?", ""]))
        case 4:
            return review.noted(chance.choice(keys), chance.choice(["Why?", ""]))
        case 5:
            return review.with_rule(chance.choice(kinds), dismissed=chance.random() < 0.5)
        case 6:
            return replace(review, pins=toggled(review.pins, about))
    return replace(review, cuts=toggled(review.cuts, about))


def texts_of(comparison: Comparison) -> dict[Side, SearchText]:
    return {side: SearchText(comparison.document(side).text) for side in Side}


def toggled(subjects: tuple[Subject, ...], about: Subject) -> tuple[Subject, ...]:
    return tuple(one for one in subjects if one != about) if about in subjects else (*subjects, about)


def told(prepared: Prepared) -> dict[str, object]:
    """All that a view can ask, by value."""
    comparison, items = prepared.comparison, prepared.items
    shown = [Shown(prepared, chosen, texts_of(comparison).__getitem__) for chosen in FILTERS]
    found: dict[str, object] = {
        "items": items,
        "rows": [tuple(prepared.rows), *(tuple(one.rows) for one in shown)],
        "differences": [list(one.differences) for one in shown],
        "numbers": [list(one.numbers) for one in shown],
        "summary": prepared.summary,
        "kinds": {kind: count for kind, count in prepared.tally.kinds.items() if count},
        "under": {mark: list(prepared.under(mark)) for mark in Mark},
        "reviewed": prepared.agenda.reviewed(prepared.review),
        "confirmed": prepared.agenda.confirmed(prepared.review),
        "points": prepared.agenda.points,
    }
    for side in Side:
        whole = comparison.document(side).claims[-1].span.end
        everywhere = replace(comparison.document(side).claims[0].span, start=0, end=whole)
        found[f"marks {side}"] = tuple(prepared.places.highlights_in(side, everywhere))
        found[f"ticks {side}"] = [one.ticks(side) for one in shown]
        assert found[f"marks {side}"] == highlights(comparison, items, side)
    return found
