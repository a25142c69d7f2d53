"""The runs of words that two claims share, as difflib finds them, in a third of its time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare_app.core.records import record
from compare_app.core.shared_ends import shared_ends

Block = tuple[int, int, int]


@record(eq=False)
class Matches:
    """Which places of the left match which of the right: runs (start, start on the right, length), ascending."""

    runs: Sequence[Block]

    def right_of(self, left: int) -> int | None:
        """The place on the right that `left` matches."""
        for start, from_, size in self.runs:
            if start <= left < start + size:
                return from_ + left - start
        return None

    def left_of(self, right: int) -> int | None:
        """The place on the left that `right` matches."""
        for start, from_, size in self.runs:
            if from_ <= right < from_ + size:
                return start + right - from_
        return None


def matching_runs(left: tuple[str, ...], right: tuple[str, ...]) -> list[Block]:
    """The runs of matching keys, ascending in both; the same whichever side comes first."""
    if left > right:
        return [(start, from_, size) for from_, start, size in matching_runs(right, left)]
    head, tail = shared_ends(left, right)
    one, other = left[head : len(left) - tail], right[head : len(right) - tail]
    inside = matching_blocks(one, other) if one and other else ()
    return [
        (0, 0, head),
        *[(head + start, head + from_, size) for start, from_, size in inside],
        (len(left) - tail, len(right) - tail, tail),
    ]


def matching_blocks(left: Sequence[str], right: Sequence[str]) -> list[Block]:
    """Start on the left, start on the right and length of each shared run, ascending.

    The longest run, the first on the left among several, then on the right, and what lies before and behind it
    likewise (Ratcliff and Obershelp, 1988): what `difflib.SequenceMatcher(None, left, right, autojunk=False)` gives,
    for a few dozen words. O(words²) at worst a run.
    """
    places: dict[str, list[int]] = {}
    for at, key in enumerate(right):
        places.setdefault(key, []).append(at)
    shared = [(at, places[key]) for at, key in enumerate(left) if key in places]
    found: list[Block] = []
    open_parts = [(shared, 0, len(right))]
    while open_parts:
        part, first, end = open_parts.pop()
        if not part or first == end:
            continue
        behind, from_, size = _longest(part, first, end)
        if size:
            before = behind - size
            found.append((part[before][0], from_, size))
            open_parts.append((part[:before], first, from_))
            open_parts.append((part[behind:], from_ + size, end))
    return sorted(found)


def _longest(shared: Sequence[tuple[int, Sequence[int]]], right: int, right_end: int) -> tuple[int, int, int]:
    """The longest run: where in `shared` it has ended, where on the right it starts, and its length, 0 for none.

    `shared` holds places on the left, ascending, each with all places of its word on the right.
    """
    best_end = best_from = best = 0
    ending: Mapping[int, int] = {}
    last = -1
    for number, (at, places) in enumerate(shared, start=1):
        before = ending if at == last + 1 else {}
        last = at
        now: dict[int, int] = {}
        for place in places:
            if right <= place < right_end:
                size = now[place] = before.get(place - 1, 0) + 1
                if size > best:
                    best_end, best_from, best = number, place - size + 1, size
        ending = now
    return best_end, best_from, best
