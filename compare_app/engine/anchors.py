"""Links that are beyond doubt, and the heaviest of them that keep one order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import pairwise

from compare_app.core.control import Control
from compare_app.engine.features import Features


def equal_anchors(features: Features, control: Control) -> list[tuple[int, int]]:
    """Links of equal claims, ascending on both sides: those that stand once, and their equal neighbours."""
    keys = features.left_keys, features.right_keys
    pairs = unique_equals(*keys, control)
    chain = heaviest_chain(pairs, [1.0 + features.left_mass[i] for i, _ in pairs])
    return grown([pairs[index] for index in chain], *keys)


def unique_equals(left: Sequence[Hashable], right: Sequence[Hashable], control: Control) -> list[tuple[int, int]]:
    """(left, right) of every key that stands exactly once on each side, by ascending left. O(n + m)."""
    counts, others = (Counter(control.watched(side)) for side in (left, right))
    where = {key: j for j, key in enumerate(control.watched(right)) if others[key] == 1}
    return [(i, where[key]) for i, key in enumerate(control.watched(left)) if counts[key] == 1 and key in where]


def heaviest_chain(pairs: Sequence[tuple[int, int]], weights: Sequence[float]) -> list[int]:
    """Indexes into `pairs` of the heaviest run in which both sides ascend strictly. O(k log k) for k pairs.

    `pairs` ascend by left and no claim stands in two of them; `weights` are positive. Fenwick's tree of best chains
    ("A New Data Structure for Cumulative Frequency Tables", 1994), holding maxima.
    """
    ranks = {j: rank for rank, j in enumerate(sorted([j for _, j in pairs]))}
    places = [ranks[j] for _, j in pairs]
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(places) + 1)
    before: list[int] = []
    starts = _run_starts(places)
    for number, (start, end) in enumerate(pairwise((*starts, len(places)))):
        score, last = _best_upto(tree, places[start])
        before.append(last)
        _raise(tree, places[start] + 1, (score + sum(weights[start:end]), number))
    runs = _followed(before, _best_upto(tree, len(places))[1])
    starts.append(len(places))
    return [index for run in runs for index in range(starts[run], starts[run + 1])]


def _run_starts(places: Sequence[int]) -> list[int]:
    """Where the runs start in which each place is the next after the one before: all or none of a run is in a chain."""
    return [at for at, place in enumerate(places) if not at or place != places[at - 1] + 1]


def _best_upto(tree: Sequence[tuple[float, int]], place: int) -> tuple[float, int]:
    best = (0.0, -1)
    while place:
        if tree[place][0] > best[0]:
            best = tree[place]
        place -= place & -place
    return best


def _raise(tree: list[tuple[float, int]], place: int, entry: tuple[float, int]) -> None:
    while place < len(tree):
        if entry[0] > tree[place][0]:
            tree[place] = entry
        place += place & -place


def _followed(before: Sequence[int], last: int) -> list[int]:
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def grown(
    chain: Sequence[tuple[int, int]], left: Sequence[Hashable], right: Sequence[Hashable]
) -> list[tuple[int, int]]:
    """`chain` with the equal keys right before and after each of its links, up to the next link. O(n + m)."""
    found: list[tuple[int, int]] = []
    i = j = 0
    for i_end, j_end in (*chain, (len(left), len(right))):
        while i < i_end and j < j_end and left[i] == right[j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        back = []
        last, other = i_end - 1, j_end - 1
        while last >= i and other >= j and left[last] == right[other]:
            back.append((last, other))
            last, other = last - 1, other - 1
        found += back[::-1]
        if i_end < len(left):
            found.append((i_end, j_end))
        i, j = i_end + 1, j_end + 1
    return found
