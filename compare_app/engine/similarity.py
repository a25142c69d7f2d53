"""How alike claims are: the weight of the features they share."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.engine.features import Features

Row = dict[int, float]

_SHORTER_SIDE = 0.5  # weight of the shorter claim's mass against the longer one's. 0.3 to 0.7 score alike, 2026-11


def similarity(shared: float, left_mass: float, right_mass: float) -> float:
    """In [0, 1]: `shared` weight against the mean of both masses; 0 where a claim has no mass."""
    total = left_mass + right_mass
    return min(1.0, shared / (_SHORTER_SIDE * total)) if total > 0 else 0.0


def pair_similarity(features: Features, i: int, j: int) -> float:
    """Of left claim `i` and right claim `j`, in [0, 1]; 1 for equal ones."""
    if features.left_keys[i] == features.right_keys[j]:
        return 1.0
    weights = features.weights
    shared = sum([weights[f] for f in features.left[i] & features.right[j]])
    return similarity(shared, features.left_mass[i], features.right_mass[j])


def group_similarity(features: Features, left: Sequence[int], right: Sequence[int]) -> float:
    """Of the united features of two groups of claims, in [0, 1]."""
    if len(left) == len(right) == 1:
        return pair_similarity(features, left[0], right[0])
    weights = features.weights
    ours = frozenset[int]().union(*(features.left[i] for i in left))
    theirs = frozenset[int]().union(*(features.right[j] for j in right))
    masses = (sum([weights[f] for f in side]) for side in (ours, theirs))
    return similarity(sum([weights[f] for f in ours & theirs]), *masses)


def rows(features: Features, left: Sequence[int], right: Sequence[int]) -> list[Row]:
    """For each claim of `left`, its similarity to those places in `right` with which it shares anything.

    O(sum over the features of how often they stand left times right).
    """
    places: dict[int, list[int]] = {}
    equal: dict[str, list[int]] = {}
    for place, j in enumerate(right):
        equal.setdefault(features.right_keys[j], []).append(place)
        for feature in features.right[j]:
            places.setdefault(feature, []).append(place)
    masses = [features.right_mass[j] for j in right]
    found = []
    for i in left:
        row = _shared(features, i, places)
        mass = features.left_mass[i]
        row = {place: similarity(shared, mass, masses[place]) for place, shared in row.items()}
        row.update(dict.fromkeys(equal.get(features.left_keys[i], ()), 1.0))
        found.append(row)
    return found


def _shared(features: Features, i: int, places: dict[int, list[int]]) -> Row:
    row: Row = {}
    for feature in features.left[i]:
        weight = features.weights[feature]
        for place in places.get(feature, ()):
            row[place] = row.get(place, 0.0) + weight
    return row
