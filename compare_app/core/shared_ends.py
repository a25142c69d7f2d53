"""What two sequences begin and end with alike."""

from __future__ import annotations

from collections.abc import Sequence


def shared_ends(left: Sequence[str], right: Sequence[str]) -> tuple[int, int]:
    """How many items at the start and, beyond those, at the end are equal. O(items)."""
    shortest = min(len(left), len(right))
    head = 0
    while head < shortest and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < shortest - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    return head, tail
