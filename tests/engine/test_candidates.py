"""Likely partners: what the look-ups must find, and who is the best of whom."""

from __future__ import annotations

import random

from compare_app.core.control import Control
from compare_app.engine.candidates import candidates, mutual_best
from compare_app.engine.features import extract
from tests.engine.claims import aligned


def test_a_claim_of_common_words_is_found_by_its_pairs_of_words() -> None:
    chosen = random.Random(3)
    words = [f"word{n}" for n in range(40)]
    right = [" ".join(chosen.sample(words, 8)) for _ in range(2_000)]  # each word stands in 400 claims
    left = [" ".join(text.split()[1:]) for text in right]
    features = extract(left, right, ["en"], Control())
    found = mutual_best(candidates(features, range(2_000), range(2_000), Control()), Control())
    assert sum(one.left == one.right for one in found) >= 1_950


def test_the_best_of_both_sides_alone_is_mutual() -> None:
    found = mutual_best({0: {0: 0.9, 5: 0.2}, 7: {0: 0.8}}, Control())
    assert [(one.left, one.right) for one in found] == [(0, 0)]


def test_neighbours_decide_between_equal_rivals() -> None:
    found = mutual_best({3: {3: 0.8}, 4: {9: 0.7, 4: 0.7}, 5: {5: 0.8}}, Control())
    assert [(one.left, one.right) for one in found] == [(3, 3), (4, 4), (5, 5)]


def test_an_equal_claim_elsewhere_is_nearest_to_one_left_alone() -> None:
    left = ["The mill by the river burned down.", "Nobody was hurt.", "The mill by the river burned down."]
    found = aligned(left, left[:2])
    assert [(lone.nearest, lone.similarity) for lone in found.lone_left] == [(0, 1.0)]
