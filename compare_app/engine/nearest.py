"""What comes nearest to the claims without a link."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.control import Control
from compare_app.core.links import Lone
from compare_app.engine.candidates import Scores, candidates
from compare_app.engine.features import Features
from compare_app.engine.groups import Group


def lone_claims(
    features: Features, groups: Sequence[Group], control: Control
) -> tuple[tuple[Lone, ...], tuple[Lone, ...]]:
    """The claims of left and right that stand in no group, ascending, each with its likeliest partner if any."""
    taken_left = {i for left, _ in groups for i in left}
    taken_right = {j for _, right in groups for j in right}
    left = [i for i in range(len(features.left)) if i not in taken_left]
    right = [j for j in range(len(features.right)) if j not in taken_right]
    everything = range(len(features.left)), range(len(features.right))
    ours = candidates(features, left, everything[1], control) if left else {}
    theirs = candidates(features, everything[0], right, control) if right else {}
    nearest_left = _best({(i, j): score for (i, j), score in ours.items()})
    nearest_right = _best({(j, i): score for (i, j), score in theirs.items()})
    return _lone(left, nearest_left), _lone(right, nearest_right)


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
