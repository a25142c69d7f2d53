"""Finds out from the documents themselves how alike claims must be to belong together.

Two drafts share whole sentences, two tellings of a story hardly more than names; a claim may be as like a stranger in
one pair as it is like its partner in another. So the programme first runs at a low price over a sample. What lies on
its path is the signal, the best that each claim has beside it is the noise; between the two stands the price of a
link. How often it joined claims says how common that is in this pair.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from compare_app.core.control import Control
from compare_app.core.records import record
from compare_app.engine.features import Features
from compare_app.engine.gaps import Pair, between
from compare_app.engine.groups import grouped
from compare_app.engine.programme import Programme, Terms
from compare_app.engine.similarity import Row, rows
from compare_app.engine.sure import Skeleton

# Chosen on the development sets, one for all of them, 2026-11; what was tried stands in tests/quality/ALIGNMENT.md.
_FIRST_LOOK = Terms(link_cost=0.1, join_cost=0.1)
_ABOVE_NOISE = 0.1  # of the way from noise to signal
_CLEAR = 1.4  # times the noise that the signal should reach; below, the documents may have nothing in common
_DOUBT = 0.4  # share of what is missing to that which is added to the price
_COVERED = 0.6  # share of the shorter side that the path links in documents about one thing; strangers: 0.1 to 0.4
_SPARSENESS = 0.4  # price of each share missing to that
_WITHOUT_ORDER = 0.45  # price where no order speaks for a link. Chosen by hand.
_AGAINST_ORDER = 0.6  # similarity that a single claim out of order needs where there is order. Chosen by hand.
_STRANGERS = 0.1  # sure links for each claim of the shorter side below which chance and set phrases have their say
_FREE_SURE = 10  # sure links that count as seen, so that short documents are no strangers
_AMONG_STRANGERS = 0.75  # similarity that any link needs where none is sure. Chosen by hand on halves of one book.
_COMMON_JOINS = 0.1  # joins for each link from which on a join costs nothing
_RARE_JOIN_COST = 0.1
_PRIOR_LINKS, _PRIOR_JOINS = 5, 0.05
_DRAFTS = 0.7  # signal of drafts of one text. 0.5: argrewrite2 +.0002, bible_zh_verse -.015


@record
class Evidence:
    """Medians of the similarities on and beside the path, and how many claims joined how many links.

    `coverage` is the number of links for each claim of the shorter side, `disorder` in [0, 1] the share of the sure
    links that stand out of order. `strangeness`, in [0, 1], says that long documents have few sure links or none.
    """

    signal: float
    noise: float
    joins: int
    links: int
    coverage: float = 1.0
    disorder: float = 0.0
    strangeness: float = 0.0

    @property
    def are_drafts(self) -> bool:
        """Whether what belongs together mostly shares its wording."""
        return self.signal >= _DRAFTS

    @property
    def terms(self) -> Terms:
        """What a link and a join cost in this pair of documents."""
        doubt = _DOUBT * max(0.0, _CLEAR * self.noise - self.signal)
        price = self.noise + _ABOVE_NOISE * max(0.0, self.signal - self.noise) + doubt
        price += _SPARSENESS * max(0.0, _COVERED - self.coverage)
        price += self.disorder * max(0.0, _WITHOUT_ORDER - price)
        rate = (self.joins + _PRIOR_JOINS) / (self.links + _PRIOR_LINKS)
        moving = _AGAINST_ORDER + self.disorder * (_WITHOUT_ORDER - _AGAINST_ORDER)
        return Terms(
            link_cost=price + self.strangeness * max(0.0, _AMONG_STRANGERS - price),
            join_cost=_RARE_JOIN_COST * (1 - min(1.0, rate / _COMMON_JOINS)),
            move_cost=moving + self.strangeness * max(0.0, _AMONG_STRANGERS - moving),
        )


def strangeness(sure_links: int, shorter_side: int) -> float:
    """How far so few sure links, for so many claims, speak against the documents having anything to do."""
    return max(0.0, 1.0 - (sure_links + _FREE_SURE) / (_STRANGERS * max(1, shorter_side)))


def weigh(features: Features, windows: Iterable[tuple[range, range]], sure: Skeleton, control: Control) -> Evidence:
    """The evidence of some windows, each a run of left and a run of right claims that lie side by side.

    The links of the chain of `sure` are on the path.
    """
    signal: list[float] = []
    noise: list[float] = []
    joins = links = claims = 0
    for left, right in windows:
        similar = rows(features, left, right)
        path = _path(features, left, right, sure.chain, control)
        groups = grouped(path)
        joins += sum([max(len(ours), len(theirs)) - 1 for ours, theirs in groups])
        links += len(groups)
        claims += min(len(left), len(right))
        linked = {(i - left.start, j - right.start) for ours, theirs in groups for i in ours for j in theirs}
        signal += [similar[i].get(j, 0.0) for i, j in sorted(linked)]
        noise += _beside(similar, linked, len(right))
    return Evidence(
        signal=_median(signal),
        noise=_median(noise),
        joins=joins,
        links=links,
        coverage=links / max(1, claims),
        disorder=sure.disorder,
        strangeness=strangeness(len(sure.chain) + len(sure.moved), min(len(features.left), len(features.right))),
    )


def _median(values: Sequence[float]) -> float:
    """The middle of `values`, 0 where there are none. (The module statistics takes 5 ms to import.)"""
    ordered = sorted(values) or [0.0]
    return (ordered[len(ordered) // 2] + ordered[(len(ordered) - 1) // 2]) / 2


def _path(features: Features, left: range, right: range, chain: Sequence[Pair], control: Control) -> list[Pair]:
    """The links of a window at a low price; those of `chain` that stand within runs of it are given."""
    inside = chain[bisect_left(chain, (left.start, -1)) : bisect_left(chain, (left.stop, -1))]
    known = [
        link
        for before, link, after in zip(inside, inside[1:], inside[2:], strict=False)
        if link[1] in right and after[0] - before[0] == after[1] - before[1] == 2
    ]
    path = list(known)
    for ours, theirs in between(known, left, right):
        found = Programme(features, ours, theirs, rows(features, ours, theirs), _FIRST_LOOK).links(control)
        path += [(ours[i], theirs[j]) for i, j in found]
    return path


def _beside(similar: Sequence[Row], linked: set[tuple[int, int]], width: int) -> list[float]:
    """The highest similarity of each claim of both sides among the pairs that are not linked."""
    left, right = [0.0] * len(similar), [0.0] * width
    for i, row in enumerate(similar):
        for j, alike in row.items():
            if (i, j) not in linked:
                left[i] = max(left[i], alike)
                right[j] = max(right[j], alike)
    return left + right
