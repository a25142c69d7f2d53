"""What a person asked of the aligner: claims that belong together, and claims that do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from compare_app.core.records import record
from compare_app.core.subjects import ClaimGroup, Indexes, Subject


@record
class Constraints:
    """Claim indexes of the left and the right. Each pin becomes one link of exactly its claims; no link joins a left
    and a right claim of one cut.

    Raises ValueError on a pin or cut with an empty side, on pins that share a claim, and on a pin that a cut parts.
    """

    pins: tuple[ClaimGroup, ...] = ()
    cuts: tuple[ClaimGroup, ...] = ()

    def __post_init__(self) -> None:
        if not all(left and right for left, right in (*self.pins, *self.cuts)):
            raise ValueError("a pin or a cut needs a claim on both sides")
        for side in (0, 1):
            claims = [claim for pin in self.pins for claim in pin[side]]
            if len(claims) > len(set(claims)):
                raise ValueError("two pins share a claim")
        if self.cut_pairs & {pair for pin in self.pins for pair in product(*pin)}:
            raise ValueError("a cut parts what a pin joins")

    @property
    def cut_pairs(self) -> frozenset[tuple[int, int]]:
        """All pairs of claims that no link may join."""
        return frozenset(pair for cut in self.cuts for pair in product(*cut))

    @property
    def mirrored(self) -> Constraints:
        """The same with the sides exchanged."""
        pins, cuts = (tuple((right, left) for left, right in groups) for groups in (self.pins, self.cuts))
        return Constraints(pins, cuts)


def constraints_of(pins: Sequence[Subject], cuts: Sequence[Subject], indexes: Indexes) -> Constraints:
    """What `pins` and `cuts` ask of two documents; what is about other words asks nothing.

    Of pins that share a claim the last holds, and a pin holds against a cut.
    """
    held: list[ClaimGroup] = []
    for pin in _placed(reversed(pins), indexes):
        if not any(share_a_claim(pin, other) for other in held):
            held.append(pin)
    pinned = {pair for pin in held for pair in product(*pin)}
    pairs = {pair for cut in _placed(cuts, indexes) for pair in product(*cut)} - pinned
    return Constraints(tuple(sorted(held)), tuple(((i,), (j,)) for i, j in sorted(pairs)))


def share_a_claim(one: ClaimGroup, other: ClaimGroup) -> bool:
    """Whether two groups of claims have a claim in common on either side."""
    return any(set(ours) & set(theirs) for ours, theirs in zip(one, other, strict=True))


def _placed(subjects: Sequence[Subject] | Iterator[Subject], indexes: Indexes) -> Iterator[ClaimGroup]:
    for subject in subjects:
        group = indexes.place(subject, edited=True)
        if group is not None and all(group):
            yield group
