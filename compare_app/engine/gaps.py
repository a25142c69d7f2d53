"""The runs of claims between links in order, and samples of the documents along them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compare_app.engine.features import Features
from compare_app.engine.groups import Group

Pair = tuple[int, int]
"""A left and a right claim."""

_MOST_CELLS = 40_000  # a gap of 200 by 200 claims takes about 60 ms
_WHOLE_CELLS = 6_400  # up to 80 by 80 claims are looked at whole, whatever their order
_WINDOWS = 12  # samples of long documents
_REACH = 20  # claims before and after the middle of a sample: as long as the documents of the development sets


def is_long(gap: Group, *, ordered: bool = True) -> bool:
    """Whether a gap has too many pairs to compare them all.

    Where the documents are not `ordered` its place says little about what belongs into it, and less is worth while.
    """
    return len(gap[0]) * len(gap[1]) > (_MOST_CELLS if ordered else _WHOLE_CELLS)


def gaps(chain: Sequence[Pair], features: Features, apart: Sequence[Pair] = ()) -> Iterator[Group]:
    """The claims between the links of `chain`, where there are some on both sides, in order.

    Claims that the links `apart` hold are left out.
    """
    left_apart, right_apart = {i for i, _ in apart}, {j for _, j in apart}
    for ours, theirs in between(chain, range(len(features.left)), range(len(features.right))):
        left = tuple([claim for claim in ours if claim not in left_apart])
        right = tuple([claim for claim in theirs if claim not in right_apart])
        if left and right:
            yield left, right


def between(links: Iterable[Pair], left: range, right: range) -> Iterator[tuple[range, range]]:
    """The claims of `left` and `right` between ascending `links` of theirs, where there are some on both sides."""
    i, j = left.start, right.start
    for i_end, j_end in (*links, (left.stop, right.stop)):
        if i < i_end and j < j_end:
            yield range(i, i_end), range(j, j_end)
        i, j = i_end + 1, j_end + 1


def windows(chain: Sequence[Pair], features: Features) -> Iterator[tuple[range, range]]:
    """All claims of short documents; of long ones some runs along `chain`, spread evenly."""
    n, m = len(features.left), len(features.right)
    if not n or not m:
        return
    if n * m <= _WHOLE_CELLS:
        yield range(n), range(m)
        return
    for at in range(_WINDOWS):
        share = (at + 0.5) / _WINDOWS
        i, j = chain[int(share * len(chain))] if chain else (int(share * n), int(share * m))
        yield _around(i, n), _around(j, m)


def _around(claim: int, count: int) -> range:
    return range(max(0, claim - _REACH), min(count, claim + _REACH))
