"""What comes nearest to the claims without a link."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.control import Control
from compare_app.core.links import Lone
from compare_app.engine.candidates import Scores, by_rare_features
from compare_app.engine.features import Features
from compare_app.engine.groups import Group

_Nearest = dict[int, tuple[float, int]]


def lone_claims(
    features: Features, groups: Sequence[Group], likely: Scores, control: Control
) -> tuple[tuple[Lone, ...], tuple[Lone, ...]]:
    """The claims of left and right that stand in no group, ascending, each with its likeliest partner if any.

    `likely` are similarities of likely pairs; for claims in none of them partners are looked up.
    """
    taken_left = {i for left, _ in groups for i in left}
    taken_right = {j for _, right in groups for j in right}
    left = [i for i in range(len(features.left)) if i not in taken_left]
    right = [j for j in range(len(features.right)) if j not in taken_right]
    return (
        _lone(left, _nearest(features, left, _best(likely), control)),
        _lone(right, _nearest(features.mirrored, right, _best(_swapped(likely)), control)),
    )


def _swapped(scores: Scores) -> Scores:
    swapped: Scores = {}
    for i, row in scores.items():
        for j, alike in row.items():
            swapped.setdefault(j, {})[i] = alike
    return swapped


def _nearest(features: Features, claims: Sequence[int], nearest: _Nearest, control: Control) -> _Nearest:
    """`nearest` with the best score and partner of all left `claims` that have any; an equal claim before all."""
    equal = {key: j for j, key in reversed(tuple(enumerate(features.right_keys)))}
    nearest = nearest | {i: (1.0, equal[key]) for i in claims if (key := features.left_keys[i]) in equal}
    missing = [i for i in claims if i not in nearest]
    if missing:
        nearest.update(_best(by_rare_features(features, missing, range(len(features.right)), control)))
    return nearest


def _best(scores: Scores) -> _Nearest:
    best: _Nearest = {}
    for claim, row in scores.items():
        partner = max(row, key=row.__getitem__)
        best[claim] = row[partner], partner
    return best


def _lone(claims: Sequence[int], nearest: _Nearest) -> tuple[Lone, ...]:
    lone = []
    for claim in claims:
        score, other = nearest.get(claim, (0.0, None))
        lone.append(Lone(claim, other, score))
    return tuple(lone)
