"""A filter admits what a reader asked for, and says what that was."""

from __future__ import annotations

import pytest

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.findings import Verdict
from compare_app.core.review import Review
from compare_app.present.filters import Filter, ranked
from compare_app.present.folding import folds_of
from compare_app.present.items import Item, items_of
from compare_app.present.marks import Mark
from compare_app.present.prepared import prepare
from compare_app.present.search import SearchText
from compare_app.present.shown import Shown
from tests.report.comparisons import mixed, same


def shown(comparison: Comparison, chosen: Filter) -> Shown:
    texts = {side: SearchText(comparison.document(side).text) for side in Side}
    return Shown(prepare(comparison, Review()), chosen, texts.__getitem__)


@pytest.mark.parametrize(
    ("chosen", "marks"),
    [
        (Filter(), [Mark.CONTRADICTING, Mark.CHANGED, Mark.ADDED, Mark.REMOVED, Mark.MOVED]),
        (Filter(mark=Mark.CHANGED), [Mark.CHANGED]),
        (Filter(verdict=Verdict.CONFLICT), [Mark.CONTRADICTING]),
        (Filter(verdict=Verdict.SHIFT), []),
        (Filter(rule="number"), [Mark.CONTRADICTING]),
        (Filter(rule="date"), []),
        (Filter(rule="number", verdict=Verdict.POSSIBLE), []),
        (Filter(text="ROOF"), [Mark.CHANGED]),
        (Filter(text="old roof"), [Mark.CHANGED]),
        (Filter(text="was"), [Mark.ADDED, Mark.REMOVED, Mark.MOVED]),
        (Filter(text="was", mark=Mark.MOVED), [Mark.MOVED]),
        (Filter(text="  "), [Mark.CONTRADICTING, Mark.CHANGED, Mark.ADDED, Mark.REMOVED, Mark.MOVED]),
        (Filter(text="zebra"), []),
    ],
)
def test_only_what_was_asked_for_is_shown(chosen: Filter, marks: list[Mark]) -> None:
    assert [row.mark for row in shown(mixed(), chosen).rows] == marks


def test_pure_rewording_can_be_left_out() -> None:
    reworded, changed = Item(Mark.REWORDED, (0,), (0,)), Item(Mark.CHANGED, (1,), (1,))
    assert [Filter().admits(item) for item in (reworded, changed)] == [True, True]
    assert [Filter(facts_only=True).admits(item) for item in (reworded, changed)] == [False, True]


def test_the_differences_are_in_reading_order() -> None:
    everything = shown(mixed(), Filter())
    assert list(everything.differences) == sorted(row.item for row in everything.rows)
    assert [row.item for row in everything.rows] != list(everything.differences)


def test_the_rules_that_found_something_are_offered_with_their_number() -> None:
    assert ranked(prepare(mixed(), Review()).tally.kinds) == (("number", 1),)
    assert ranked(prepare(same(), Review()).tally.kinds) == ()
    assert ranked({"name": 1, "number": 2, "date": 0}) == (("number", 2), ("name", 1))


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        (Filter(), ""),
        (Filter(text=" "), ""),
        (Filter(mark=Mark.CHANGED, rule="number", text="mill"), "changed · Number · “mill”"),
        (
            Filter(verdict=Verdict.POSSIBLE, facts_only=True, hides_same=True),
            "Possible · facts only · the same is hidden",
        ),
    ],
)
def test_a_filter_says_what_it_does(chosen: Filter, sentence: str) -> None:
    assert chosen.sentence == sentence


def left_out(chosen: Filter, comparison: Comparison) -> dict[Side, list[str]]:
    found = shown(comparison, chosen).folds
    texts = {side: comparison.document(side).text for side in Side}
    return {
        side: ["|".join(map(str.strip, fold.span.of(texts[side]).strip().split("\n"))) for fold in found[side]]
        for side in Side
    }


def test_what_lies_apart_from_every_difference_is_left_out_on_both_sides() -> None:
    comparison = mixed()
    chosen = Filter(mark=Mark.ADDED, hides_same=True)
    found = left_out(chosen, comparison)
    assert found[Side.RIGHT] == [
        "The mill was built of oak.|Nine people were hurt. The old roof fell in.",
    ]
    assert found[Side.LEFT] == ["By Ann Hale|Twelve people were hurt. The roof fell in.|The mill was built of oak."]
    # a lonely line that was set aside is not worth a line that stands for it
    counts = [fold.claims for fold in shown(comparison, chosen).folds[Side.RIGHT]]
    assert counts == [3]


def test_nothing_is_left_out_unless_asked_for_and_the_first_claim_never_is() -> None:
    assert left_out(Filter(mark=Mark.ADDED), mixed()) == {Side.LEFT: [], Side.RIGHT: []}
    items = items_of(same())
    folds = folds_of(same(), items, lambda _: True)
    for side in Side:
        document = same().document(side)
        assert all(not fold.span.contains(document.claims[0].span.start) for fold in folds[side])
        kept = len(document.text) - sum(fold.span.length for fold in folds[side])
        assert kept >= document.claims[0].span.length
