"""How alike claims are: the weight of the features they share."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from compare_app.engine.features import Features

Row = dict[int, float]


def similarity(shared: float, left_mass: float, right_mass: float) -> float:
    """In [0, 1]: `shared` weight against the mean of both masses (Dice's coefficient); 0 where neither has any."""
    total = left_mass + right_mass
    return min(1.0, 2.0 * shared / total) if total > 0 else 0.0


def pair_similarity(features: Features, i: int, j: int) -> float:
    """Of left claim `i` and right claim `j`, in [0, 1]; 1 for equal ones."""
    if features.left_keys[i] == features.right_keys[j]:
        return 1.0
    weights = features.weights
    shared = sum([weights[f] for f in features.left[i] & features.right[j]])
    return similarity(shared, features.left_mass[i], features.right_mass[j])


_BEYOND_CHANCE = 1.0  # 0.8 and 1.1 are within 0.01 of recall on long shuffled pairs; 0 links formulas. 2026-11


def is_telling(features: Features, i: int, j: int) -> bool:
    """Whether left claim `i` and right claim `j` share more than chance gives some pair of so many claims.

    A feature's weight is about the logarithm of how rarely it stands in a claim; n × m pairs are n × m chances.
    """
    weights = features.weights
    shared = sum([weights[f] for f in features.left[i] & features.right[j]])
    return shared >= _BEYOND_CHANCE * log(len(features.left) * len(features.right))


def group_similarity(features: Features, left: Sequence[int], right: Sequence[int]) -> float:
    """Of the united features of two groups of claims, in [0, 1]."""
    if len(left) == len(right) == 1:
        return pair_similarity(features, left[0], right[0])
    weights = features.weights
    ours, theirs = _united(features.left, left), _united(features.right, right)
    masses = (sum([weights[f] for f in side]) for side in (ours, theirs))
    return similarity(sum([weights[f] for f in ours & theirs]), *masses)


_LONGER_SIDE = 0.7  # weight of the heavier side's mass. 0.5, 0.6 and 0.8 did no better on the development sets, 2026-11


def joined_similarity(features: Features, left: Sequence[int], right: Sequence[int]) -> float:
    """As `group_similarity`, but stricter where one side says more: it decides what may join a link."""
    weights = features.weights
    ours, theirs = _united(features.left, left), _united(features.right, right)
    masses = [sum([weights[f] for f in side]) for side in (ours, theirs)]
    return joined_share(sum([weights[f] for f in ours & theirs]), *masses)


def joined_share(shared: float, left_mass: float, right_mass: float) -> float:
    """`shared` weight against both masses, the greater of which counts more."""
    lighter, heavier = (left_mass, right_mass) if left_mass < right_mass else (right_mass, left_mass)
    whole = _LONGER_SIDE * heavier + (1 - _LONGER_SIDE) * lighter
    return shared / whole if whole > 0 else 0.0


def _united(sets: Sequence[frozenset[int]], claims: Sequence[int]) -> frozenset[int]:
    return sets[claims[0]] if len(claims) == 1 else frozenset[int]().union(*(sets[claim] for claim in claims))


def rows(features: Features, left: Sequence[int], right: Sequence[int]) -> list[Row]:
    """For each claim of `left`, its similarity to those places in `right` with which it shares anything.

    O(sum over the features of how often they stand left times right).
    """
    if len(left) * len(right) <= _FEW_PAIRS:
        return [_row(features, i, right) for i in left]
    places: dict[int, list[int]] = {}
    equal: dict[int, list[int]] = {}
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


_FEW_PAIRS = 9  # up to here an index costs more than it saves


def _row(features: Features, i: int, right: Sequence[int]) -> Row:
    alike = [pair_similarity(features, i, j) for j in right]
    return {place: similar for place, similar in enumerate(alike) if similar > 0}


def _shared(features: Features, i: int, places: dict[int, list[int]]) -> Row:
    row: Row = {}
    for feature in features.left[i]:
        weight = features.weights[feature]
        for place in places.get(feature, ()):
            row[place] = row.get(place, 0.0) + weight
    return row
