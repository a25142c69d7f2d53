"""Links out of order: passages that stand elsewhere in the other document."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.control import Control
from compare_app.engine.anchors import heaviest_chain
from compare_app.engine.candidates import candidates, mutual_best
from compare_app.engine.features import Features
from compare_app.engine.groups import Group
from compare_app.engine.similarity import pair_similarity

_ALONE = 0.45  # similarity from which a claim counts as moved by itself. Chosen by hand.
_BESIDE = 0.25  # the same beside another link that moved. Chosen by hand.
_LIGHTEST = 12.0  # nats: "Yes, he said." is found anywhere. Chosen by hand.


def find_moves(
    features: Features, left: Sequence[int], right: Sequence[int], control: Control
) -> list[tuple[int, int]]:
    """Links among the claims that are free on both sides, by ascending left."""
    if not left or not right:
        return []
    scores = candidates(features, left, right, control)
    found = [
        (one.left, one.right)
        for one in mutual_best(scores, features)
        if one.similarity >= _ALONE and min(features.left_mass[one.left], features.right_mass[one.right]) >= _LIGHTEST
    ]
    return sorted(found + _beside(features, found, set(left), set(right)))


_AHEAD = ((1, 1), (1, 2), (2, 1))
_STEPS = _AHEAD + tuple((-i, -j) for i, j in _AHEAD)


def _beside(
    features: Features, found: Sequence[tuple[int, int]], left: set[int], right: set[int]
) -> list[tuple[int, int]]:
    """Free claims right before or after a moved link that are alike enough beside it."""
    left.difference_update(i for i, _ in found)
    right.difference_update(j for _, j in found)
    grown: list[tuple[int, int]] = []
    waiting = list(found)
    while waiting:
        at_left, at_right = waiting.pop()
        for ahead, other in _STEPS:
            i, j = at_left + ahead, at_right + other
            if i in left and j in right and pair_similarity(features, i, j) >= _BESIDE:
                left.discard(i)
                right.discard(j)
                grown.append((i, j))
                waiting.append((i, j))
    return grown


def moved(groups: Sequence[Group], features: Features) -> list[bool]:
    """For each group, by ascending first left claim, whether it stands out of the order that the heaviest keep."""
    pairs = [(left[0], right[0]) for left, right in groups]
    weights = [
        1.0 + sum(features.left_mass[i] for i in left) + sum(features.right_mass[j] for j in right)
        for left, right in groups
    ]
    kept = set(heaviest_chain(pairs, weights))
    return [index not in kept for index in range(len(groups))]
