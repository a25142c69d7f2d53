"""The words of two texts that do not stand in both, in order."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from compare_app.core.control import Control
from compare_app.core.shared_ends import shared_ends
from compare_app.engine.anchors import heaviest_chain, unique_equals
from compare_app.engine.phrases import Region

_MOST_CELLS = 400_000_000  # 0.2 s, and 50 MB, for Indel.opcodes records cells / 8 bytes; measured
_RUNS = (8, 2)  # tokens; the longer a run, the surer is one that stands once on each side. Chosen by hand.


def differing(left: Sequence[str], right: Sequence[str], control: Control) -> list[Region]:
    """What a longest common subsequence leaves over, in order; between two regions stands at least one equal token.

    Where the sides have more than some 20,000 tokens they are cut first, at runs of equal tokens that stand once in
    each; what then is still as long counts as replaced whole, between what it shares at both ends.
    """
    if len(left) * len(right) <= _MOST_CELLS:
        return _left_over(left, right, 0, 0)
    regions: list[Region] = []
    for start, end, from_, to in _cut(left, right, control):
        control.check()
        ours, theirs = left[start:end], right[from_:to]
        find = _left_over if len(ours) * len(theirs) <= _MOST_CELLS else _ends_only
        regions += find(ours, theirs, start, from_)
    return regions


def _left_over(left: Sequence[str], right: Sequence[str], start: int, from_: int) -> list[Region]:
    """The regions of two runs of tokens, which begin at `start` and at `from_` of the whole."""
    regions = []
    i = j = 0
    for at, other, size in Indel.opcodes(left, right).as_matching_blocks():
        if i < at or j < other:
            regions.append(Region(start + i, start + at, from_ + j, from_ + other))
        i, j = at + size, other + size
    return regions


def _ends_only(left: Sequence[str], right: Sequence[str], start: int, from_: int) -> list[Region]:
    if left == right:
        return []
    ahead, back = shared_ends(left, right)
    return [Region(start + ahead, start + len(left) - back, from_ + ahead, from_ + len(right) - back)]


_Piece = tuple[int, int, int, int]


def _cut(left: Sequence[str], right: Sequence[str], control: Control) -> list[_Piece]:
    """The pieces between sure runs, which they leave out: (left start, end, right start, end)."""
    pieces = [(0, len(left), 0, len(right))]
    for run in _RUNS:
        finer: list[_Piece] = []
        for piece in pieces:
            is_long = (piece[1] - piece[0]) * (piece[3] - piece[2]) > _MOST_CELLS
            finer += _cut_at_runs(left, right, piece, run, control) if is_long else [piece]
        pieces = finer
    return pieces


def _cut_at_runs(left: Sequence[str], right: Sequence[str], piece: _Piece, run: int, control: Control) -> list[_Piece]:
    start, end, from_, to = piece
    ours, theirs = (
        list(control.watched(zip(*(side[first + at : last] for at in range(run)), strict=False)))
        for side, first, last in ((left, start, end), (right, from_, to))
    )
    pairs = unique_equals(ours, theirs, control)
    pieces: list[_Piece] = []
    i, j = start, from_
    for at in control.watched(heaviest_chain(pairs, [1.0] * len(pairs))):
        here, there = start + pairs[at][0], from_ + pairs[at][1]
        if here >= i and there >= j:
            pieces.append((i, here, j, there))
            i, j = here + run, there + run
    return [*pieces, (i, end, j, to)]
