"""Links out of order: passages that stand elsewhere in the other document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare_app.core.control import Control
from compare_app.engine.anchors import heaviest_chain
from compare_app.engine.candidates import Scores, mutual_best
from compare_app.engine.features import Features
from compare_app.engine.gaps import Pair
from compare_app.engine.groups import Group
from compare_app.engine.programme import Terms
from compare_app.engine.similarity import is_telling, pair_similarity
from compare_app.engine.sure import Skeleton

_BESIDE = 0.1  # what a claim beside a moved link must have above the price of a link in order. Chosen by hand.


def find_moves(
    features: Features, links: Sequence[Pair], skeleton: Skeleton, terms: Terms, control: Control
) -> list[Pair]:
    """The sure links out of order and those like them among the claims that no link holds, by ascending left."""
    sure = skeleton.moved
    left = set(range(len(features.left))).difference(i for i, _ in (*links, *sure))
    right = set(range(len(features.right))).difference(j for _, j in (*links, *sure))
    if not left or not right or control.is_overdue:
        return sorted(sure)
    found = list(sure)
    found += _beside(features, found, left, right, terms.link_cost + _BESIDE)
    for one in mutual_best(_among(skeleton.likely, left, right), control):
        if one.similarity >= terms.move_cost and is_telling(features, one.left, one.right):
            left.discard(one.left)
            right.discard(one.right)
            pair = one.left, one.right
            found += [pair, *_beside(features, [pair], left, right, terms.link_cost + _BESIDE)]
    return sorted(found)


def _among(likely: Scores, left: set[int], right: set[int]) -> Scores:
    """What concerns claims of `left` and `right` alone."""
    kept = {i: {j: alike for j, alike in likely[i].items() if j in right} for i in left if i in likely}
    return {i: row for i, row in kept.items() if row}


_AHEAD = ((1, 1), (1, 2), (2, 1))
_STEPS = _AHEAD + tuple((-i, -j) for i, j in _AHEAD)


def _beside(features: Features, found: Sequence[Pair], left: set[int], right: set[int], floor: float) -> Iterator[Pair]:
    """Claims of `left` and `right` beside a moved link whose similarity reaches `floor`; they are taken out."""
    waiting = list(found)
    while waiting:
        at_left, at_right = waiting.pop()
        for ahead, other in _STEPS:
            i, j = at_left + ahead, at_right + other
            if i in left and j in right and pair_similarity(features, i, j) >= floor:
                left.discard(i)
                right.discard(j)
                waiting.append((i, j))
                yield i, j


def moved(groups: Sequence[Group], features: Features) -> list[bool]:
    """For each group, by ascending first left claim, whether it stands out of the order that the heaviest keep."""
    pairs = [(left[0], right[0]) for left, right in groups]
    weights = [
        1.0 + sum([features.left_mass[i] for i in left]) + sum([features.right_mass[j] for j in right])
        for left, right in groups
    ]
    kept = set(heaviest_chain(pairs, weights))
    return [index not in kept for index in range(len(groups))]
