"""Takes back links that a second look does not bear out.

The programme weighs words without their order, and each link nearly by itself. Two things tell false links from true
ones beside that: whether the claims around have partners, for what is new comes in passages; and, where the documents
are drafts of one text, whether the letters run alike, for what is kept of a draft keeps its turns of phrase.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from rapidfuzz.distance import Indel

from compare_app.core.records import record
from compare_app.engine.features import Features
from compare_app.engine.gaps import Pair
from compare_app.engine.groups import grouped
from compare_app.engine.similarity import pair_similarity

# A logistic regression over the links below a similarity of 0.6 weighs similarity, letters and a neighbour as
# 1 : 1.2 : 0.13 on argrewrite2 and 1 : 1.3 : 0.07 on deplain_web, 2026-11; see tests/quality/ALIGNMENT.md.
_BORNE_OUT = 0.7  # similarity and likeness of letters together. 0.75: argrewrite2 +.0005, deplain_web -.0005
_LONE_NEIGHBOUR = 0.1  # more of it for each neighbour without a partner. 0.05 does worse on argrewrite2
_AMID_LONE = 3  # of four neighbours without a partner, from which on a link is dearer in any pair of documents
_AMID_LONE_COST = 0.08  # more than the price of a link. 0.05 to 0.1 are alike on the development sets
_MOST_LETTERS = 10_000  # of a claim whose letters are compared: 1 ms. What is longer shares enough words or too few.


@record
class SecondLook:
    """Judges links between `left` and `right`, the texts of the claims; drafts are judged by their letters as well."""

    features: Features
    left: Sequence[str]
    right: Sequence[str]
    link_cost: float
    are_drafts: bool

    def borne_out(self, links: Sequence[Pair], sure: Sequence[Pair]) -> list[Pair]:
        """The `links` that stand, where `sure` are links beside them that are not in question.

        Claims in groups of more than two were weighed together and stand. O(k) for k links.
        """
        beside = {i for i, _ in (*sure, *links)}, {j for _, j in (*sure, *links)}
        doubtful = [(ours[0], theirs[0]) for ours, theirs in grouped(links) if len(ours) == len(theirs) == 1]
        fallen = {pair for pair in doubtful if not self._stands(*pair, _lone_neighbours(self.features, pair, *beside))}
        return [pair for pair in links if pair not in fallen]

    def _stands(self, i: int, j: int, lone: int) -> bool:
        alike = pair_similarity(self.features, i, j)
        if lone >= _AMID_LONE and alike < self.link_cost + _AMID_LONE_COST:
            return False
        wanted = _BORNE_OUT + _LONE_NEIGHBOUR * lone - alike
        ours, theirs = self.left[i], self.right[j]
        if not self.are_drafts or wanted <= 0 or max(len(ours), len(theirs)) > _MOST_LETTERS:
            return True
        return Indel.normalized_similarity(ours.lower(), theirs.lower()) >= wanted


def _lone_neighbours(features: Features, pair: Pair, left: Container[int], right: Container[int]) -> int:
    """How many of the claims right before and after those of `pair` are not among the linked `left` and `right`."""
    lone = 0
    for claim, linked, count in zip(pair, (left, right), (len(features.left), len(features.right)), strict=True):
        lone += claim > 0 and claim - 1 not in linked
        lone += claim + 1 < count and claim + 1 not in linked
    return lone
