"""Finds, for each claim, the few claims of the other side worth weighing, through an inverted index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from compare_app.core.control import Control
from compare_app.engine.features import Features

_RAREST = 8  # features of a claim that are looked up: the rarest tell claims apart
_COMMON = 200  # claims behind one feature that are looked at; a feature in more of them tells little
_KEPT = 4  # best claims weighed exactly
_CHECK_EVERY = 256

Candidate = tuple[float, int, int]
"""Similarity in [0, 1], index on the left, index on the right."""


def candidates(
    features: Features, left: Sequence[int], right: Iterable[int], *, floor: float, control: Control
) -> list[Candidate]:
    """Pairs out of `left` × `right` at least `floor` alike, for each left claim its best few.

    O(left claims · rarest · common).
    """
    index: dict[int, list[int]] = defaultdict(list)
    for j in right:
        for feature in features.right[j]:
            index[feature].append(j)
    found: list[Candidate] = []
    for done, i in enumerate(left):
        if done % _CHECK_EVERY == 0:
            control.check()
        for j in _best(features, i, index):
            similarity = features.similarity(i, j)
            if similarity >= floor:
                found.append((similarity, i, j))
    return found


def _best(features: Features, i: int, index: dict[int, list[int]]) -> list[int]:
    rarity = features.rarity
    known = [feature for feature in features.left[i] if 0 < len(index.get(feature, ())) <= _COMMON]
    known.sort(key=lambda feature: (-rarity[feature], feature))
    shared: dict[int, float] = defaultdict(float)
    for feature in known[:_RAREST]:
        weight = rarity[feature]
        for j in index[feature]:
            shared[j] += weight / (features.right_weight[j] + features.left_weight[i])
    return sorted(shared, key=lambda j: (-shared[j], j))[:_KEPT]


def heaviest_chain(pairs: Sequence[Candidate]) -> list[Candidate]:
    """The heaviest sequence of pairs that rises on both sides, by similarity. O(n log n), Fenwick tree of maxima."""
    if not pairs:
        return []
    ordered = sorted(pairs, key=lambda pair: (pair[1], -pair[2]))
    width = max(j for _, _, j in ordered) + 2
    best: list[tuple[float, int]] = [(0.0, -1)] * (width + 1)
    before = [-1] * len(ordered)
    for number, (weight, _, j) in enumerate(ordered):
        total, previous = _greatest(best, j)
        before[number] = previous
        _raise_to(best, j + 1, (total + weight, number))
    number = _greatest(best, width)[1]
    chain = []
    while number >= 0:
        chain.append(ordered[number])
        number = before[number]
    return chain[::-1]


def _greatest(tree: list[tuple[float, int]], end: int) -> tuple[float, int]:
    found = (0.0, -1)
    while end > 0:
        if tree[end][0] > found[0]:
            found = tree[end]
        end -= end & -end
    return found


def _raise_to(tree: list[tuple[float, int]], place: int, value: tuple[float, int]) -> None:
    while place < len(tree):
        if value[0] > tree[place][0]:
            tree[place] = value
        place += place & -place
