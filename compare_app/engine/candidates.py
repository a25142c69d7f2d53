"""Likely partners anywhere in the other document, by an inverted index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from compare_app.core.control import Control
from compare_app.engine.features import Features
from compare_app.engine.similarity import pair_similarity

_LOOKED_UP = 400  # places looked at for one claim, rarest feature first. Chosen by hand.
_KEPT = 4  # best partners kept for each claim. Chosen by hand.
_CHECKED_EVERY = 256  # claims between two looks at a cancel: some 10 ms

Scores = dict[tuple[int, int], float]


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


def candidates(
    features: Features, left: Sequence[int], right: Sequence[int], control: Control, *, looked_up: int = _LOOKED_UP
) -> Scores:
    """Similarities of the likeliest pairs of `left` and `right`.

    For each left claim `looked_up` places of its rarest features are seen: some 60 µs, however many claims there are.
    """
    places: dict[int, list[int]] = {}
    for j in right:
        for feature in features.right[j]:
            places.setdefault(feature, []).append(j)
    scores: Scores = {}
    for done, i in enumerate(left):
        if done % _CHECKED_EVERY == 0:
            control.check()
        for j in _likeliest(features, i, places, looked_up):
            scores[i, j] = pair_similarity(features, i, j)
    return scores


def _likeliest(features: Features, i: int, places: Mapping[int, list[int]], room: int) -> list[int]:
    """Those that share most of the rarest features of left claim `i`; of equals those that share a rarer one."""
    here = [(len(places[f]), f) for f in features.left[i] if f in places]
    here.sort()
    seen: list[list[int]] = []
    for count, feature in here:
        room -= count
        if room < 0:
            break
        seen.append(places[feature])
    shared = Counter(chain.from_iterable(seen))
    # The sort is stable and the dictionary in the order of rarity, so that of equals the rarer stays first.
    return sorted(shared, key=shared.__getitem__, reverse=True)[:_KEPT]


def mutual_best(scores: Scores) -> list[Candidate]:
    """The candidates that are the best of both their claims, by ascending left."""
    all_of = [Candidate(i, j, score, _support(scores, i, j)) for (i, j), score in scores.items()]
    best_left: dict[int, Candidate] = {}
    best_right: dict[int, Candidate] = {}
    for one in all_of:
        for best, claim in ((best_left, one.left), (best_right, one.right)):
            if claim not in best or one.strength > best[claim].strength:
                best[claim] = one
    return sorted((one for one in best_left.values() if best_right[one.right] is one), key=lambda one: one.left)


def _support(scores: Scores, i: int, j: int) -> float:
    """The similarities of the pairs right before and after, a little off where a claim came or went between."""
    before = max(scores.get((i - 1, j - 1), 0.0), scores.get((i - 1, j - 2), 0.0), scores.get((i - 2, j - 1), 0.0))
    after = max(scores.get((i + 1, j + 1), 0.0), scores.get((i + 1, j + 2), 0.0), scores.get((i + 2, j + 1), 0.0))
    return before + after
