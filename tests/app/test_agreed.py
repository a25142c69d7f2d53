"""Facts that are equal in other words make no change."""

from __future__ import annotations

import pytest

from compare_app.app.pipeline import compare
from compare_app.core.links import Relation
from tests.app.test_pipeline import documents

_EQUAL = [
    ("He lived in the old town for thirty years.", "He lived in the old town for 30 years."),
    ("The nearest village is seven miles away.", "The nearest village is 11 km away."),
    ("Some members, 30 per cent of them, agreed.", "Some members, 30% of them, agreed."),
    ("The sale of the port needs China's approval.", "The sale of the port needs Chinese approval."),
    ("The general governed the island from 1960 to 1965.", "The general governed the island between 1960 and 1965."),
    ("The general governed the island from 1960 to 1965.", "The general governed the island 1960–65."),
    ("The shop opens its doors at 3 p.m. every day.", "The shop opens its doors at 15:00 every day."),
    (
        "The concert begins at 7.30 p.m. in the hall.",
        "The concert begins at half past seven in the evening in the hall.",
    ),
    ("The treaty was signed in Geneva on May 3.", "The treaty was signed in Geneva on 3 May."),
    ("The plant was sold for $2.5 million in cash.", "The plant was sold for 2.5 million dollars in cash."),
    ("The march drew two dozen people to the square.", "The march drew 24 people to the square."),
]
_OTHERWISE = [
    ("The march drew 30 people to the square.", "The march drew 30 people and a band to the square."),
    ("The march drew about 30 people to the square.", "The march drew 33 people to the square."),
    ("The treaty was signed in Geneva on May 3.", "The treaty was signed in Geneva on May 3, 1972."),
    ("The sale needs China's approval.", "The sale needs Chinese approval and money."),
]


def _relation(left: str, right: str) -> Relation:
    (link,) = compare(*documents(left, right)).links
    return link.relation


@pytest.mark.parametrize(("left", "right"), _EQUAL)
def test_equal_facts_are_reworded(left: str, right: str) -> None:
    """Figures, dates, times and countries that are the same are no change, whichever side says it how."""
    assert _relation(left, right) is Relation.REWORDED
    assert _relation(right, left) is Relation.REWORDED


@pytest.mark.parametrize(("left", "right"), _OTHERWISE)
def test_more_or_other_facts_are_changes(left: str, right: str) -> None:
    """What is added beside an equal fact, or only may be equal, stays a change."""
    assert _relation(left, right) is Relation.CHANGED
