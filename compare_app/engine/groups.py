"""Links that share claims, as one group of claims against another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Ascending claims of the left and of the right."""


def grouped(links: Iterable[tuple[int, int]]) -> list[Group]:
    """The connected parts of `links` as ascending claims of both sides, by ascending first left claim.

    O(k log k) for k links.
    """
    pairs = sorted(set(links))
    ours, theirs = Counter([i for i, _ in pairs]), Counter([j for _, j in pairs])
    groups: list[Group] = []
    shared = []
    for i, j in pairs:
        if ours[i] == theirs[j] == 1:
            groups.append(((i,), (j,)))
        else:
            shared.append((i, j))
    return sorted(groups + _connected(shared)) if shared else groups


def _connected(links: Sequence[tuple[int, int]]) -> list[Group]:
    left_of: dict[int, int] = {}
    members: list[tuple[set[int], set[int]]] = []
    right_of: dict[int, int] = {}
    for i, j in links:
        here, there = left_of.get(i), right_of.get(j)
        if here is None and there is None:
            here = len(members)
            members.append((set(), set()))
        group = here if here is not None else there
        assert group is not None
        if here is not None and there is not None and here != there:
            _swallow(members, left_of, right_of, here, there)
        members[group][0].add(i)
        members[group][1].add(j)
        left_of[i] = right_of[j] = group
    return [(tuple(sorted(left)), tuple(sorted(right))) for left, right in members if left]


def _swallow(
    members: list[tuple[set[int], set[int]]], left_of: dict[int, int], right_of: dict[int, int], into: int, out: int
) -> None:
    left, right = members[out]
    members[into][0].update(left)
    members[into][1].update(right)
    left_of.update(dict.fromkeys(left, into))
    right_of.update(dict.fromkeys(right, into))
    members[out] = (set(), set())
