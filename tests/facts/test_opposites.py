"""Which words may be opposites is told before the two are looked at together."""

from __future__ import annotations

import pytest

from compare_app.facts.opposites import are_opposite, possible_opposites, without_prefix
from compare_app.facts.stems import stem


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("rose", "fell"),
        ("accepted", "rejected"),
        ("careful", "careless"),
        ("happy", "unhappy"),
        ("honest", "dishonest"),
        ("possible", "impossible"),
        ("accurate", "inaccurate"),
        ("smoker", "nonsmoker"),
    ],
)
def test_every_opposite_may_be_one(word: str, other: str) -> None:
    assert are_opposite(word, other, "en")
    (listed,) = possible_opposites([word], language="en")
    is_listed = bool(listed & {other, stem(other, "en")})
    assert is_listed or word in without_prefix(other, "en")


@pytest.mark.parametrize("word", ["into", "under", "inside", "deal", "inform", "happy"])
def test_letters_that_only_look_like_a_prefix_leave_no_word(word: str) -> None:
    assert without_prefix(word, "en") == []
