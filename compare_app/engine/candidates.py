"""Likely partners anywhere in the other document, by an inverted index."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, islice
from operator import add, itemgetter

from compare_app.core.control import Control
from compare_app.core.halves import in_halves
from compare_app.core.records import record
from compare_app.engine.features import Features
from compare_app.engine.similarity import pair_similarity

_ROOM = 100  # places looked at for one claim by pairs of features, and by features. Chosen by hand.
_PLAIN = 5  # pairs of features shared, and times those shared with any other, that settle it. 3 loses links, 2026-11
_KEPT = 4  # best partners kept for each claim. Chosen by hand.

_ENOUGH = 2_000  # claims from which on two processes are faster than one

_SECOND = itemgetter(1)

_Row = dict[int, float]

Scores = dict[int, _Row]
"""For each left claim, the similarities of its likeliest right claims."""


@record
class Candidate:
    """Left claim `left` and right claim `right` with their similarity, and with the `support` of their neighbours."""

    left: int
    right: int
    similarity: float
    support: float

    @property
    def strength(self) -> float:
        """What decides between rivals."""
        return self.similarity + _NEIGHBOUR * self.support


_NEIGHBOUR = 0.25  # what a neighbour's similarity adds to a candidate. Chosen by hand.


def candidates(features: Features, left: Sequence[int], right: Sequence[int], control: Control) -> Scores:
    """Similarities of the likeliest pairs of `left` and `right`.

    For each left claim the places of its rarest pairs of neighbouring features are seen and, where they do not settle
    it, those of its rarest features: a bounded number, some 30 µs, however many claims there are.
    """

    def work(part: Sequence[int], control: Control) -> Scores:
        return _candidates(features, part, right, control)

    halves = in_halves(work, left, control, enough=_ENOUGH)
    return {i: row for scores in halves for i, row in scores.items()}


def _candidates(features: Features, left: Sequence[int], right: Sequence[int], control: Control) -> Scores:
    pairs = _pairs(features, features.left_order, control.watched(left))
    others = _pairs(features, features.right_order, control.watched(right))
    by_pair = _Places(pairs, others, right, control)
    by_feature = _Places([features.left[i] for i in left], [features.right[j] for j in right], right, control)
    scores: Scores = {}
    for done, i in enumerate(control.watched(left)):
        seen = by_pair.seen(pairs[done])
        likeliest = _likeliest(seen)
        if not _stands_out(likeliest):
            likeliest = _likeliest(seen + by_feature.seen(features.left[i]))
        if likeliest:
            scores[i] = {j: pair_similarity(features, i, j) for j, _ in likeliest}
    return scores


def by_rare_features(features: Features, left: Sequence[int], right: Sequence[int], control: Control) -> Scores:
    """As `candidates`, of single features alone: for a few left claims with whatever is like them."""
    places = _Places([features.left[i] for i in left], [features.right[j] for j in right], right, control)
    likeliest = {i: _likeliest(places.seen(features.left[i])) for i in control.watched(left)}
    return {i: {j: pair_similarity(features, i, j) for j, _ in found} for i, found in likeliest.items() if found}


def _pairs(features: Features, orders: Sequence[Sequence[int]], claims: Iterable[int]) -> list[list[int]]:
    """For each of `claims` a number for each feature with the next."""
    count = len(features.weights)
    first = [count * number for number in range(count)].__getitem__
    return [list(map(add, map(first, order), order[1:])) for order in map(orders.__getitem__, claims)]


class _Places:
    """Which right claims hold what is `wanted`; `held` is what each of them holds."""

    def __init__(
        self, wanted: Iterable[Iterable[int]], held: Iterable[Iterable[int]], right: Sequence[int], control: Control
    ) -> None:
        looked_up = frozenset(chain.from_iterable(control.watched(wanted)))
        places: dict[int, list[int]] = defaultdict(list)
        for j, ours in zip(control.watched(right), held, strict=True):
            for one in looked_up.intersection(ours):
                places[one].append(j)
        self._find = {one: claims for one, claims in control.watched(places.items()) if len(claims) <= _ROOM}.get

    def seen(self, sought: Iterable[int]) -> list[int]:
        """The claims that hold what is `sought`, the rarest first, as many whole lists as there is room for."""
        found = sorted(filter(None, map(self._find, sought)), key=len)
        fitting = bisect_right(list(accumulate(map(len, found))), _ROOM)
        return list(chain.from_iterable(found[:fitting]))


def _likeliest(seen: Sequence[int]) -> list[tuple[int, int]]:
    """The claims seen most often, with how often, more than once if any was; of equals those seen first."""
    times = Counter(seen)
    if len(times) == len(seen):
        return list(islice(times.items(), 1))
    # The sort is stable and the counter in the order of sight, so that of equals the first stays first.
    return sorted([one for one in times.items() if one[1] > 1], key=_SECOND, reverse=True)[:_KEPT]


def _stands_out(likeliest: Sequence[tuple[int, int]]) -> bool:
    """Whether the first was seen so much more often than the second that nothing else can be the partner."""
    if not likeliest or likeliest[0][1] < _PLAIN:
        return False
    return len(likeliest) == 1 or likeliest[0][1] >= _PLAIN * likeliest[1][1]


def mutual_best(scores: Scores, control: Control) -> list[Candidate]:
    """The candidates that are the best of both their claims, by ascending left."""
    best_left: dict[int, tuple[float, int, float]] = {}
    best_right: dict[int, tuple[float, int]] = {}
    find = scores.get
    for i, row in control.watched(scores.items()):
        strongest, partner, its_support = -1.0, -1, 0.0
        around = find(i - 1, _NOTHING), find(i - 2, _NOTHING), find(i + 1, _NOTHING), find(i + 2, _NOTHING)
        for j, alike in row.items():
            support = _support(*around, j) if any(around) else 0.0
            strength = alike + _NEIGHBOUR * support
            if strength > strongest:
                strongest, partner, its_support = strength, j, support
            if j not in best_right or strength > best_right[j][0]:
                best_right[j] = strength, i
        best_left[i] = strongest, partner, its_support
    return [
        Candidate(i, j, scores[i][j], support)
        for i, (_, j, support) in sorted(best_left.items())
        if best_right[j][1] == i
    ]


_NOTHING: _Row = {}


def _support(before: _Row, long_before: _Row, after: _Row, long_after: _Row, j: int) -> float:
    """The similarities of the pairs right before and after, a little off where a claim came or went between."""
    return max(before.get(j - 1, 0.0), before.get(j - 2, 0.0), long_before.get(j - 1, 0.0)) + max(
        after.get(j + 1, 0.0), after.get(j + 2, 0.0), long_after.get(j + 1, 0.0)
    )
