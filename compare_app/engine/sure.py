"""Links that are sure before anything else is known: some cut long gaps, some show what moved."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.control import Control
from compare_app.core.records import record, replace
from compare_app.engine.anchors import heaviest_chain
from compare_app.engine.candidates import Scores, candidates, mutual_best
from compare_app.engine.features import Features
from compare_app.engine.gaps import Pair, gaps, is_long
from compare_app.engine.similarity import is_telling, pair_similarity

_SURE = 0.45  # strength, neighbours included, of mutually best claims. Chosen by hand on unrelated books.
_MOVED = 0.55  # strength of a link out of order that stands against weaker ones in order. Chosen by hand.
_MOVED_AMID_ORDER = 0.65  # the same where there is order. 0.75 and 0.85 do no better on argrewrite2, 2026-11
_MOSTLY_ORDERED = 0.5  # with more disorder the place of a gap says little about what belongs into it
_RELATED = 0.01  # sure links for each claim of the shorter side; strangers have fewer, and no second look finds more
_PLAIN = 0.7  # similarity beside an equal link that needs no search elsewhere; set phrases reach 0.65, 2026-11
_ROUNDS = 2  # in a part of the documents words are rarer than in the whole, so that another look may find more


@record
class Skeleton:
    """Sure links: `chain` ascends on both sides; `moved` stand out of it and share no claim with it."""

    chain: list[Pair]
    moved: list[Pair]
    disorder: float
    """Share of the sure links, anchors included, that stand out of order; in [0, 1]."""
    likely: Scores
    """Similarities of the likeliest pairs of claims that are no anchors."""

    def above(self, in_order: float, out_of_order: float, features: Features) -> Skeleton:
        """The same with those links alone that reach a similarity, which differs by whether they are in order."""
        chain = [pair for pair in self.chain if pair_similarity(features, *pair) >= in_order]
        return replace(
            self, chain=chain, moved=[p for p in self.moved if pair_similarity(features, *p) >= out_of_order]
        )

    @property
    def is_ordered(self) -> bool:
        """Whether the place of a claim says much about where its partner stands."""
        return self.disorder < _MOSTLY_ORDERED


def skeleton(anchors: Sequence[Pair], features: Features, control: Control) -> Skeleton:
    """The sure links beside `anchors`, which ascend on both sides.

    In short documents the order is left to the programme, so that their chain is `anchors`.
    """
    likely = _likely(features, anchors, control)
    found = [
        one
        for one in mutual_best(likely, control)
        if one.strength >= _SURE and is_telling(features, one.left, one.right)
    ]
    in_order = _heaviest(sorted(list(anchors) + [(one.left, one.right) for one in found]), features)
    kept = set(in_order)
    apart = [one for one in found if (one.left, one.right) not in kept and one.strength >= _MOVED]
    disorder = len(apart) / max(1, len(apart) + len(in_order))
    floor = _MOVED_AMID_ORDER if disorder < _MOSTLY_ORDERED else _MOVED
    moved = [(one.left, one.right) for one in apart if one.strength >= floor]
    if not any(is_long(gap) for gap in gaps(anchors, features)):
        return Skeleton(list(anchors), moved, disorder, likely)
    moved = sorted([*moved, *(pair for pair in anchors if pair not in kept)])
    sure = Skeleton(in_order, moved, disorder, likely)
    if not sure.is_ordered or len(in_order) < _RELATED * min(len(features.left), len(features.right)):
        return sure
    return replace(sure, chain=_refined(in_order, moved, features, control))


def _likely(features: Features, links: Sequence[Pair], control: Control) -> Scores:
    left = set(range(len(features.left))).difference(i for i, _ in links)
    right = set(range(len(features.right))).difference(j for _, j in links)
    beside = _beside(features, links, left, right, control)
    return candidates(features, sorted(left), sorted(right), control) | beside


def _beside(features: Features, links: Sequence[Pair], left: set[int], right: set[int], control: Control) -> Scores:
    """Similarities of claims of `left` and `right` next to a link that need no looking up; they are taken out."""
    found: Scores = {}
    for link in control.watched(links):
        for step in (1, -1):
            i, j = link[0] + step, link[1] + step
            while i in left and j in right and (alike := pair_similarity(features, i, j)) >= _PLAIN:
                left.discard(i)
                right.discard(j)
                found[i] = {j: alike}
                i, j = i + step, j + step
    return found


def _heaviest(pairs: Sequence[Pair], features: Features) -> list[Pair]:
    weights = [1.0 + features.left_mass[i] + features.right_mass[j] for i, j in pairs]
    return [pairs[index] for index in heaviest_chain(pairs, weights)]


def _refined(chain: Sequence[Pair], moved: Sequence[Pair], features: Features, control: Control) -> list[Pair]:
    """`chain` with what another look into its long gaps finds."""
    links = list(chain)
    for _ in range(_ROUNDS):
        found: list[Pair] = []
        for left, right in gaps(links, features, apart=moved):
            if is_long((left, right)) and not control.is_overdue:
                best = mutual_best(candidates(features, left, right, control), control)
                found += _heaviest([(one.left, one.right) for one in best if one.strength >= _SURE], features)
        if not found:
            break
        links = sorted(links + found)
    return links
