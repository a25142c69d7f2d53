"""Cuts long gaps by links that are beyond doubt."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.control import Control
from compare_app.engine.anchors import heaviest_chain
from compare_app.engine.candidates import candidates, mutual_best
from compare_app.engine.features import Features
from compare_app.engine.gaps import Pair, gaps, is_long

_SURE = 0.35  # similarity of mutually best claims. Chosen by hand: strangers in prose reach it once in a hundred.
_ROUNDS = 3  # in a part of the documents words are rarer than in the whole, so that another look may find more


def with_sure_links(chain: Sequence[Pair], features: Features, control: Control) -> list[Pair]:
    """`chain` with sure links in its long gaps, ascending on both sides."""
    links = list(chain)
    for _ in range(_ROUNDS):
        long_gaps = [gap for gap in gaps(links, features) if is_long(gap)]
        found = [pair for left, right in long_gaps for pair in _sure(features, left, right, control)]
        if not found:
            break
        links = sorted(links + found)
    return links


def _sure(features: Features, left: Sequence[int], right: Sequence[int], control: Control) -> list[Pair]:
    if control.is_overdue:
        return []
    best = mutual_best(candidates(features, left, right, control))
    sure = [one for one in best if one.similarity >= _SURE]
    pairs = [(one.left, one.right) for one in sure]
    weights = [one.similarity * (features.left_mass[one.left] + features.right_mass[one.right]) for one in sure]
    return [pairs[index] for index in heaviest_chain(pairs, weights)]
