"""Joins claims of the left to claims of the right: anchors, then gaps, then what moved.

    left   A B C D      right   A D' B C'      A-A  B-B  C-C'  in order, D-D' moved

1. Anchors: claims equal after folding that occur once on either side, the longest run of them in order.
2. Gaps between anchors: short ones by dynamic programming, long ones first cut by the heaviest chain of likely pairs.
3. Moves: claims still free, by the inverted index, at a higher threshold and only where each is the other's best.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from compare_app.core.control import Control, Stage
from compare_app.core.document import Document
from compare_app.core.links import Lone
from compare_app.core.options import Options
from compare_app.engine.candidates import Candidate, candidates, heaviest_chain
from compare_app.engine.features import Features, features_of
from compare_app.engine.gaps import MOST_CELLS, Group, Stretch, align_stretch

_IN_ORDER = 0.30  # least similarity of a pair in order; chosen by hand on news drafts
_MOVED = 0.55  # least similarity of a pair out of order, where nothing but the words speaks for it
_LIKELY = 0.50  # least similarity of a pair that may cut a long gap
_NEAREST = 0.05  # less than this is no candidate worth naming
_MOVED_WORDS = 3  # fewer features than this say too little to be found elsewhere
_LATE = "The time allowed was over before all passages were aligned; some claims may be unmatched for that reason."


@dataclass(frozen=True, slots=True)
class Pairing:
    """Claims that belong together, as ascending indexes; similarity in [0, 1]; whether they left their order."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float
    moved: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """Every claim in exactly one pairing or alone. Pairings are in the order of their first left claim."""

    pairings: tuple[Pairing, ...]
    lone_left: tuple[Lone, ...]
    lone_right: tuple[Lone, ...]
    notes: tuple[str, ...] = ()


def align(left: Document, right: Document, *, options: Options, control: Control) -> Alignment:
    """The claims of both documents paired. Swapping the documents mirrors the result.

    O(n log n) in the claims for texts that share most of their words. Raises Cancelled.
    """
    if left.text <= right.text:
        return _Aligner(left, right, options, control).run()
    return _mirrored(_Aligner(right, left, options, control).run())


def _mirrored(alignment: Alignment) -> Alignment:
    pairings = (Pairing(p.right, p.left, p.similarity, p.moved) for p in alignment.pairings)
    ordered = tuple(sorted(pairings, key=lambda pairing: pairing.left))
    return Alignment(ordered, alignment.lone_right, alignment.lone_left, alignment.notes)


class _Aligner:
    """One run: the features, what is paired so far, and what is still free."""

    def __init__(self, left: Document, right: Document, options: Options, control: Control) -> None:
        self._features: Features = features_of(left.claims, right.claims)
        self._in_order = max(_IN_ORDER, options.similarity_floor)
        self._moved = max(_MOVED, options.similarity_floor)
        self._control = control
        self._groups: list[Group] = []
        self._notes: list[str] = []

    def run(self) -> Alignment:
        self._control.report(Stage.ALIGN, 0.0)
        stretches = list(self._gaps(self._anchors()))
        for done, stretch in enumerate(stretches):
            self._control.report(Stage.ALIGN, 0.8 * done / len(stretches))
            self._fill(stretch)
        self._control.report(Stage.ALIGN, 0.8)
        self._find_moves()
        return self._alignment()

    def _anchors(self) -> list[tuple[int, int]]:
        """Pairs of equal claims that are sure: the common start and end, and those unique on both sides, in order."""
        keys, others = self._features.left_key, self._features.right_key
        start = _common(keys, others)
        end = _common(keys[start:][::-1], others[start:][::-1])
        counts, other_counts = Counter(keys), Counter(others)
        place = {key: j for j, key in enumerate(others) if other_counts[key] == 1}
        unique: list[Candidate] = [
            (1.0, i, place[keys[i]])
            for i in range(start, len(keys) - end)
            if keys[i] in place and counts[keys[i]] == 1 and start <= place[keys[i]] < len(others) - end
        ]
        anchors = [(i, i) for i in range(start)]
        anchors += [(i, j) for _, i, j in heaviest_chain(unique)]
        anchors += [(len(keys) - k, len(others) - k) for k in range(end, 0, -1)]
        self._groups += [(1.0, (i,), (j,)) for i, j in anchors]
        return anchors

    def _gaps(self, anchors: Sequence[tuple[int, int]]) -> Iterator[Stretch]:
        ends = (len(self._features.left), len(self._features.right))
        for (i, j), (next_i, next_j) in pairwise([(-1, -1), *anchors, ends]):
            stretch = Stretch(i + 1, next_i, j + 1, next_j)
            if stretch.cells:
                yield stretch

    def _fill(self, stretch: Stretch) -> None:
        if stretch.cells <= MOST_CELLS:
            self._groups += align_stretch(self._features, stretch, self._in_order)
            return
        if self._control.is_overdue:
            self._notes = [_LATE]
            return
        rows, columns = range(stretch.i1, stretch.i2), range(stretch.j1, stretch.j2)
        likely = candidates(self._features, rows, columns, floor=_LIKELY, control=self._control)
        chain = heaviest_chain(likely)
        self._groups += [(similarity, (i,), (j,)) for similarity, i, j in chain]
        borders = [(stretch.i1 - 1, stretch.j1 - 1), *((i, j) for _, i, j in chain), (stretch.i2, stretch.j2)]
        for (i, j), (next_i, next_j) in pairwise(borders):
            inner = Stretch(i + 1, next_i, j + 1, next_j)
            if 0 < inner.cells <= MOST_CELLS:
                self._control.check()
                self._groups += align_stretch(self._features, inner, self._in_order)

    def _find_moves(self) -> None:
        free_left, free_right = self._free()
        rich_left = [i for i in free_left if len(self._features.left[i]) >= _MOVED_WORDS]
        rich_right = [j for j in free_right if len(self._features.right[j]) >= _MOVED_WORDS]
        found = candidates(self._features, rich_left, rich_right, floor=self._moved, control=self._control)
        taken_left: set[int] = set()
        taken_right: set[int] = set()
        for similarity, i, j in sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2])):
            if i not in taken_left and j not in taken_right:
                taken_left.add(i)
                taken_right.add(j)
                self._groups.append((similarity, (i,), (j,)))

    def _free(self) -> tuple[list[int], list[int]]:
        taken_left = {i for _, left, _ in self._groups for i in left}
        taken_right = {j for _, _, right in self._groups for j in right}
        return (
            [i for i in range(len(self._features.left)) if i not in taken_left],
            [j for j in range(len(self._features.right)) if j not in taken_right],
        )

    def _alignment(self) -> Alignment:
        in_order = {(i, j) for _, i, j in heaviest_chain([self._weight(group) for group in self._groups])}
        pairings = [
            Pairing(left, right, min(1.0, similarity), (left[0], right[0]) not in in_order)
            for similarity, left, right in sorted(self._groups, key=lambda group: group[1])
        ]
        free_left, free_right = self._free()
        every_left, every_right = range(len(self._features.left)), range(len(self._features.right))
        near_left = self._nearest(free_left, every_right, from_left=True)
        near_right = self._nearest(free_right, every_left, from_left=False)
        return Alignment(tuple(pairings), near_left, near_right, tuple(self._notes))

    def _weight(self, group: Group) -> Candidate:
        """A group as a step of a chain: what weighs more stays, what weighs less has moved."""
        _, left, right = group
        features = self._features
        weight = sum(features.left_weight[i] for i in left) + sum(features.right_weight[j] for j in right)
        return 1.0 + weight, left[0], right[0]

    def _nearest(self, claims: Sequence[int], others: range, *, from_left: bool) -> tuple[Lone, ...]:
        features = self._features if from_left else self._features.swapped()
        found = candidates(features, claims, others, floor=_NEAREST, control=self._control)
        best: dict[int, tuple[float, int]] = {}
        for similarity, claim, other in found:
            if claim not in best or similarity > best[claim][0]:
                best[claim] = (similarity, other)
        return tuple(
            Lone(claim, best[claim][1], min(1.0, best[claim][0])) if claim in best else Lone(claim) for claim in claims
        )


def _common(keys: Sequence[str], others: Sequence[str]) -> int:
    count = 0
    for key, other in zip(keys, others, strict=False):
        if key != other:
            break
        count += 1
    return count
