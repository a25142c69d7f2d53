"""A review comes back from plain data as it was."""

from __future__ import annotations

import json

import pytest

from compare_app.core.claim_index import ClaimName
from compare_app.core.review import Decision, FindingName, Judgement, Review
from compare_app.core.review_exchange import review_from_data, review_to_data
from compare_app.core.subjects import Subject

PAIR = Subject((ClaimName("It rained."), ClaimName("Yes.", 2)), (ClaimName("Es regnete – „stark“."),))
FULL = Review(
    decisions={"a": Decision.CONFIRMED, "b": Decision.DISMISSED},
    pins=(PAIR,),
    cuts=(PAIR.mirrored,),
    judgements={PAIR: Judgement.AGREES},
    dismissed_rules=("date", "number"),
    notes={PAIR: "Ask the desk.", Subject(left=(ClaimName("Yes."),)): "Who?"},
    finding_notes={"a": "Two lines\nof it."},
    strays={"b": FindingName("number", ("£4", "£6"), PAIR)},
)


@pytest.mark.parametrize("review", [Review(), FULL])
def test_a_review_survives_the_way_through_json(review: Review) -> None:
    assert review_from_data(json.loads(json.dumps(review_to_data(review)))) == review


def test_what_an_older_review_does_not_name_is_empty() -> None:
    assert review_from_data({"decisions": {"a": "dismissed"}}) == Review(decisions={"a": Decision.DISMISSED})


@pytest.mark.parametrize(
    "data", [{"decisions": {"a": "perhaps"}}, {"pins": [{"left": [], "right": []}]}, {"pins": [{"left": [["x", 0]]}]}]
)
def test_what_is_no_review_is_refused(data: dict[str, object]) -> None:
    with pytest.raises((KeyError, ValueError)):
        review_from_data(data)
