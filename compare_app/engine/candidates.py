"""Likely partners anywhere in the other document, by an inverted index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from operator import itemgetter

from compare_app.core.control import Control
from compare_app.engine.features import Features
from compare_app.engine.similarity import pair_similarity

_SINGLES = 100  # places of features looked at for one claim, the rarest first. Chosen by hand.
_PAIRS = 100  # places of pairs of neighbouring features, likewise
_PLAIN = 5  # pairs of features shared, and times those shared with any other, that settle it. 3 loses links, 2026-11
_KEPT = 4  # best partners kept for each claim. Chosen by hand.
_CHECKED_EVERY = 256  # claims between two looks at a cancel: some 10 ms

_SECOND = itemgetter(1)

Scores = dict[int, dict[int, float]]
"""For each left claim, the similarities of its likeliest right claims."""


@dataclass(frozen=True, slots=True)
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

    For each left claim the places of its rarest features and pairs of neighbouring features are seen, a bounded
    number: some 40 µs, however many claims there are.
    """
    neighbours = [_pairs(features, features.left_order[i]) for i in left]
    pairs = _pair_places(features, neighbours, right)
    control.check()
    singles = _single_places(features, left, right)
    scores: Scores = {}
    for done, i in enumerate(left):
        if done % _CHECKED_EVERY == 0:
            control.check()
        seen = _rarest([pairs[pair] for pair in neighbours[done] if pair in pairs], _PAIRS)
        likeliest = _likeliest(seen)
        if not _stands_out(likeliest):
            seen += _rarest([singles[feature] for feature in features.left[i] if feature in singles], _SINGLES)
            likeliest = _likeliest(seen)
        if likeliest:
            scores[i] = {j: pair_similarity(features, i, j) for j, _ in likeliest}
    return scores


Places = dict[int, list[int]]
"""The right claims that hold a feature, or a pair of neighbouring ones."""


def _pairs(features: Features, order: Sequence[int]) -> list[int]:
    """A number for each feature with the next."""
    count = len(features.weights)
    return [first * count + second for first, second in pairwise(order)]


def _pair_places(features: Features, neighbours: Iterable[Sequence[int]], right: Sequence[int]) -> Places:
    wanted = set(chain.from_iterable(neighbours))
    places: Places = {}
    for j in right:
        for pair in wanted.intersection(_pairs(features, features.right_order[j])):
            if pair in places:
                places[pair].append(j)
            else:
                places[pair] = [j]
    return places


def _single_places(features: Features, left: Sequence[int], right: Sequence[int]) -> Places:
    """Only of features that are rare enough to be looked up."""
    counts = Counter(chain.from_iterable([features.right[j] for j in right]))
    wanted = {feature for i in left for feature in features.left[i]}
    places: Places = {feature: [] for feature in wanted if 0 < counts[feature] <= _SINGLES}
    rare = frozenset(places)
    for j in right:
        for feature in rare & features.right[j]:
            places[feature].append(j)
    return places


def _rarest(found: list[list[int]], room: int) -> list[int]:
    """The claims in the shortest of the lists, as many lists as fit into `room`."""
    found.sort(key=len)
    seen: list[int] = []
    for claims in found:
        if len(seen) + len(claims) > room:
            break
        seen += claims
    return seen


def _likeliest(seen: Sequence[int]) -> list[tuple[int, int]]:
    """The claims seen most often, with how often; of equals those seen first."""
    # The sort is stable and the counter in the order of sight, so that of equals the first stays first.
    return sorted(Counter(seen).items(), key=_SECOND, reverse=True)[:_KEPT]


def _stands_out(likeliest: Sequence[tuple[int, int]]) -> bool:
    """Whether the first was seen so much more often than the second that nothing else can be the partner."""
    if not likeliest or likeliest[0][1] < _PLAIN:
        return False
    return len(likeliest) == 1 or likeliest[0][1] >= _PLAIN * likeliest[1][1]


def mutual_best(scores: Scores) -> list[Candidate]:
    """The candidates that are the best of both their claims, by ascending left."""
    best_left: dict[int, tuple[float, int, float]] = {}
    best_right: dict[int, tuple[float, int]] = {}
    for i, row in scores.items():
        strongest, partner, its_support = -1.0, -1, 0.0
        for j, alike in row.items():
            support = _support(scores, i, j)
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


_NOTHING: dict[int, float] = {}


def _support(scores: Scores, i: int, j: int) -> float:
    """The similarities of the pairs right before and after, a little off where a claim came or went between."""
    first, second = scores.get(i - 1, _NOTHING), scores.get(i - 2, _NOTHING)
    before = max(first.get(j - 1, 0.0), first.get(j - 2, 0.0), second.get(j - 1, 0.0))
    first, second = scores.get(i + 1, _NOTHING), scores.get(i + 2, _NOTHING)
    return before + max(first.get(j + 1, 0.0), first.get(j + 2, 0.0), second.get(j + 1, 0.0))
