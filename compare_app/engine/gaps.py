"""Aligns a short stretch of both sides by dynamic programming, groups of up to three claims included.

The score of a step is how much more alike its claims are than `threshold`, times the claims it takes in; a claim left
out costs nothing (Needleman, Wunsch 1970, with the steps of Gale, Church 1993).
"""

from __future__ import annotations

from dataclasses import dataclass

from compare_app.engine.features import Features

MOST_CELLS = 4_096  # 64 claims square: about 10 ms
_STEPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
_JOIN_GAIN = 0.04  # a joined neighbour must raise the similarity by this much, chosen by hand


@dataclass(frozen=True, slots=True)
class Stretch:
    """Claims i1 to i2 of the left and j1 to j2 of the right, half-open."""

    i1: int
    i2: int
    j1: int
    j2: int

    @property
    def cells(self) -> int:
        """Pairs in the stretch."""
        return (self.i2 - self.i1) * (self.j2 - self.j1)


Group = tuple[float, tuple[int, ...], tuple[int, ...]]
"""Similarity, left claims, right claims."""


def align_stretch(features: Features, stretch: Stretch, threshold: float) -> list[Group]:
    """The groups of claims that score highest together, in order."""
    rows, columns = range(stretch.i1, stretch.i2), range(stretch.j1, stretch.j2)
    single = {(i, j): features.similarity(i, j) for i in rows for j in columns}
    n, m = len(rows), len(columns)
    score = [[0.0] * (m + 1) for _ in range(n + 1)]
    taken: list[list[Group | None]] = [[None] * (m + 1) for _ in range(n + 1)]
    for a in range(1, n + 1):
        for b in range(1, m + 1):
            best, group = max(score[a - 1][b], score[a][b - 1]), None
            for x, y in _STEPS:
                if x > a or y > b:
                    continue
                found = _group(features, single, stretch, (a - x, a), (b - y, b))
                if found is None:
                    continue
                total = score[a - x][b - y] + (found[0] - threshold) * (x + y) / 2
                if total > best + 1e-12 and found[0] > threshold:
                    best, group = total, found
            score[a][b], taken[a][b] = best, group
    return _trace(score, taken, n, m)


def _group(
    features: Features,
    single: dict[tuple[int, int], float],
    stretch: Stretch,
    rows: tuple[int, int],
    columns: tuple[int, int],
) -> Group | None:
    left = tuple(range(stretch.i1 + rows[0], stretch.i1 + rows[1]))
    right = tuple(range(stretch.j1 + columns[0], stretch.j1 + columns[1]))
    pairs = [single[i, j] for i in left for j in right]
    if len(pairs) == 1:
        return pairs[0], left, right
    if min(pairs) <= 0:
        return None
    joined = joined_similarity(features, left, right)
    return (joined, left, right) if joined >= max(pairs) + _JOIN_GAIN else None


def joined_similarity(features: Features, left: tuple[int, ...], right: tuple[int, ...]) -> float:
    """Similarity of the claims of both sides, each taken together."""
    one = frozenset().union(*(features.left[i] for i in left))
    other = frozenset().union(*(features.right[j] for j in right))
    rarity = features.rarity
    total = sum(rarity[f] for f in one) + sum(rarity[f] for f in other)
    return 2 * sum(rarity[f] for f in one & other) / total if total else 0.0


def _trace(score: list[list[float]], taken: list[list[Group | None]], a: int, b: int) -> list[Group]:
    groups = []
    while a and b:
        group = taken[a][b]
        if group is not None:
            groups.append(group)
            a, b = a - len(group[1]), b - len(group[2])
        elif score[a - 1][b] >= score[a][b - 1]:
            a -= 1
        else:
            b -= 1
    return groups[::-1]
