"""Links that are beyond doubt, and the heaviest of them that keep one order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from compare_app.engine.features import Features


def equal_anchors(features: Features) -> list[tuple[int, int]]:
    """Links of equal claims, ascending on both sides: those that stand once, and their equal neighbours."""
    keys = features.left_keys, features.right_keys
    pairs = unique_equals(*keys)
    chain = heaviest_chain(pairs, [1.0 + features.left_mass[i] for i, _ in pairs])
    return grown([pairs[index] for index in chain], *keys)


def unique_equals(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """(left, right) of every key that stands exactly once on each side, by ascending left. O(n + m)."""
    counts, others = Counter(left), Counter(right)
    where = {key: j for j, key in enumerate(right) if others[key] == 1}
    return [(i, where[key]) for i, key in enumerate(left) if counts[key] == 1 and key in where]


def heaviest_chain(pairs: Sequence[tuple[int, int]], weights: Sequence[float]) -> list[int]:
    """Indexes into `pairs` of the heaviest run in which both sides ascend strictly. O(k log k) for k pairs.

    `pairs` ascend by left and no claim stands in two of them. Fenwick's tree of best chains ("A New Data Structure
    for Cumulative Frequency Tables", 1994), holding maxima.
    """
    ends = sorted(j for _, j in pairs)
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(ends) + 1)
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        place = bisect_left(ends, j)
        score, last = _best_upto(tree, place)
        before.append(last)
        _raise(tree, place + 1, (score + weights[index], index))
    return _followed(before, _best_upto(tree, len(ends))[1])


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


def grown(chain: Sequence[tuple[int, int]], left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
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
