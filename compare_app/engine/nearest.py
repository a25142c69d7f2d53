"""What comes nearest to the claims without a link."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.control import Control
from compare_app.core.links import Lone
from compare_app.engine.candidates import Scores, candidates
from compare_app.engine.features import Features
from compare_app.engine.groups import Group

_LOOKED_UP = 120  # places: a hint for the reader may miss what a link may not


def lone_claims(
    features: Features, groups: Sequence[Group], control: Control
) -> tuple[tuple[Lone, ...], tuple[Lone, ...]]:
    """The claims of left and right that stand in no group, ascending, each with its likeliest partner if any."""
    taken_left = {i for left, _ in groups for i in left}
    taken_right = {j for _, right in groups for j in right}
    left = [i for i in range(len(features.left)) if i not in taken_left]
    right = [j for j in range(len(features.right)) if j not in taken_right]
    everything = range(len(features.left)), range(len(features.right))
    ours = candidates(features, left, everything[1], control, looked_up=_LOOKED_UP) if left else {}
    theirs = candidates(features.mirrored, right, everything[0], control, looked_up=_LOOKED_UP) if right else {}
    return _lone(left, _best(ours)), _lone(right, _best(theirs))


def _best(scores: Scores) -> dict[int, tuple[float, int]]:
    best: dict[int, tuple[float, int]] = {}
    for (claim, other), score in scores.items():
        if claim not in best or score > best[claim][0]:
            best[claim] = (score, other)
    return best


def _lone(claims: Sequence[int], nearest: dict[int, tuple[float, int]]) -> tuple[Lone, ...]:
    lone = []
    for claim in claims:
        score, other = nearest.get(claim, (0.0, None))
        lone.append(Lone(claim, other, score))
    return tuple(lone)
