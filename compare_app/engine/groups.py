"""Links that share claims, as one group of claims against another."""

from __future__ import annotations

from collections.abc import Iterable

Group = tuple[tuple[int, ...], tuple[int, ...]]


def grouped(links: Iterable[tuple[int, int]]) -> list[Group]:
    """The connected parts of `links` as ascending claims of both sides, by ascending first left claim.

    O(k log k) for k links.
    """
    left_of: dict[int, int] = {}
    members: list[tuple[set[int], set[int]]] = []
    right_of: dict[int, int] = {}
    for i, j in sorted(set(links)):
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
    return sorted((tuple(sorted(left)), tuple(sorted(right))) for left, right in members if left)


def _swallow(
    members: list[tuple[set[int], set[int]]], left_of: dict[int, int], right_of: dict[int, int], into: int, out: int
) -> None:
    left, right = members[out]
    members[into][0].update(left)
    members[into][1].update(right)
    left_of.update(dict.fromkeys(left, into))
    right_of.update(dict.fromkeys(right, into))
    members[out] = (set(), set())
