"""Aligns what a person left to the machine: pins are set aside before, links that a cut forbids are undone after.

    left   A B C      right   A' B' C'      pin A-C', cut B-B'

1. In the place of a pin the aligner is given a stand-in, the same on both sides: what stands beside pinned claims
   belongs together sooner. The stand-ins leave with their links.
2. A link over a cut falls apart into what the cut leaves together.
3. Claims that lost their partner so are offered to those that have none, and linked where they are half alike: when
   few claims are left, the aligner has too little to weigh them by.
4. Pins join the links, and what stands out of order is told for all of them together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, product

from compare_app.core.constraints import Constraints
from compare_app.core.control import Control
from compare_app.core.document import Document
from compare_app.core.options import Options
from compare_app.core.records import record
from compare_app.engine.align import Alignment, Pairing, align, align_texts, mirrored
from compare_app.engine.features import Features, extract
from compare_app.engine.gaps import Pair
from compare_app.engine.groups import Group
from compare_app.engine.headlines import headlines, with_headlines
from compare_app.engine.moves import moved
from compare_app.engine.nearest import lone_claims
from compare_app.engine.similarity import group_similarity, pair_similarity

_LEFT_TOGETHER = 0.5  # of a link's similarity that two of its claims must reach to stay linked. Chosen by hand
# Likeness of what is linked in the place of a cut link. Of the 724 such pairs, one cut at a time in 20 texts each of
# argrewrite2, deplain_web and aesop, 24 are labelled; of the 7 that reach it 3.
_OFFERED = 0.5


def align_bound(
    left: Document, right: Document, *, constraints: Constraints, options: Options, control: Control
) -> Alignment:
    """As `align`, with every pin of `constraints` as one link of exactly its claims, and no link over a cut.

    The floor of `options` does not bind a pin. Exchanging the sides mirrors the result. Raises IndexError on a pin of
    a claim that is not there, and Cancelled.
    """
    if not constraints.pins and not constraints.cuts:
        return align(left, right, options=options, control=control)
    ours, theirs = ([claim.text for claim in document.claims] for document in (left, right))
    languages = sorted({left.language, right.language})
    other = constraints.mirrored
    if (ours, constraints.pins, constraints.cuts) > (theirs, other.pins, other.cuts):  # as in align_texts
        titles = headlines(right, left)
        return mirrored(_Bound(theirs, ours, languages, other, options, control, titles).alignment())
    return _Bound(ours, theirs, languages, constraints, options, control, headlines(left, right)).alignment()


_Given = tuple[int | None, str]
"""A claim with its text, or None with a stand-in."""


@record
class _Bound:
    """Claims by their texts, and what a person asked of their alignment."""

    left: list[str]
    right: list[str]
    languages: list[str]
    constraints: Constraints
    options: Options
    control: Control
    titles: Pair | None

    def alignment(self) -> Alignment:
        pins = self.constraints.pins
        features = extract(self.left, self.right, self.languages, self.control)
        left = _without(range(len(self.left)), pins, 0)
        right = _without(range(len(self.right)), pins, 1)
        groups, notes = self._aligned_around_pins()
        lone = _without(left, groups, 0), _without(right, groups, 1)
        held = [part for group in groups for part in _parts(group, self.constraints.cut_pairs, features)]
        parted = _without(left, [*held, (lone[0], ())], 0), _without(right, [*held, ((), lone[1])], 1)
        if parted[0] or parted[1]:
            held += self._offered(lone, parted, features)
        held = self._with_headlines(held)
        similar = [(group, group_similarity(features, *group)) for group in held]
        held = [group for group, alike in similar if alike >= self.options.similarity_floor]
        return self._whole(sorted([*held, *pins]), features, notes)

    def _with_headlines(self, held: list[Group]) -> list[Group]:
        """The links of the machine with the headlines' own, unless a person said otherwise."""
        titles = self.titles
        if titles in self.constraints.cut_pairs or any(
            titles and (titles[0] in ours or titles[1] in theirs) for ours, theirs in self.constraints.pins
        ):
            return held
        return with_headlines(held, titles, (len(self.left), len(self.right)))

    def _offered(self, lone: Group, parted: Group, features: Features) -> list[Group]:
        """Links of claims that lost their partner: with those that had none, then among themselves."""
        found: list[Group] = []
        for left, right in ((parted[0], lone[1]), (lone[0], parted[1]), parted):
            free = _without(left, found, 0), _without(right, found, 1)
            groups, _ = self._aligned([(i, self.left[i]) for i in free[0]], [(j, self.right[j]) for j in free[1]])
            parts = [part for group in groups for part in _parts(group, self.constraints.cut_pairs, features)]
            found += [part for part in parts if group_similarity(features, *part) >= _OFFERED]
        return found

    def _aligned_around_pins(self) -> tuple[list[Group], tuple[str, ...]]:
        """What the aligner links of the claims that no pin holds."""
        pins = sorted(self.constraints.pins)
        return self._aligned(_with_stand_ins(self.left, pins, 0), _with_stand_ins(self.right, pins, 1))

    def _aligned(self, left: Sequence[_Given], right: Sequence[_Given]) -> tuple[list[Group], tuple[str, ...]]:
        """What the aligner links of some claims when it knows no others, and what it says was cut short."""
        ours, theirs = ([claim for claim, _ in side] for side in (left, right))
        if not any(claim is not None for claim in ours) or not any(claim is not None for claim in theirs):
            return [], ()
        texts = [[text for _, text in side] for side in (left, right)]
        found = align_texts(texts[0], texts[1], self.languages, self.options, self.control)
        groups = [
            (
                tuple(claim for i in pairing.left if (claim := ours[i]) is not None),
                tuple(claim for j in pairing.right if (claim := theirs[j]) is not None),
            )
            for pairing in found.pairings
        ]
        return [group for group in groups if all(group)], found.notes

    def _whole(self, groups: list[Group], features: Features, notes: tuple[str, ...]) -> Alignment:
        pairings = tuple(
            Pairing(left, right, group_similarity(features, left, right), is_moved)
            for (left, right), is_moved in zip(groups, moved(groups, features), strict=True)
        )
        return Alignment(pairings, *lone_claims(features, groups, {}, self.control), notes)


def _with_stand_ins(texts: Sequence[str], pins: Sequence[Group], side: int) -> list[_Given]:
    """The claims on `side` that no pin holds, and None with a stand-in where the first claim of a pin was."""
    first = {pin[side][0]: number for number, pin in enumerate(pins)}
    pinned = {claim for pin in pins for claim in pin[side]}
    return [
        (None, _stand_in(first[claim])) if claim in first else (claim, text)
        for claim, text in enumerate(texts)
        if claim in first or claim not in pinned
    ]


def _stand_in(number: int) -> str:
    """Words that nobody writes, and others for every number."""
    name = "".join(chr(ord("a") + int(digit)) for digit in str(number))
    return " ".join(f"{letter}{name}qzx{letter}" for letter in "bcdfghjk")


def _without(claims: Iterable[int], groups: Iterable[Group], side: int) -> tuple[int, ...]:
    """Those of `claims` on `side` that are in none of `groups`."""
    held = set(chain.from_iterable(group[side] for group in groups))
    return tuple(claim for claim in claims if claim not in held)


def _parts(group: Group, cuts: frozenset[Pair], features: Features) -> list[Group]:
    """What the cuts leave of a link: the likest claims first, each with those that it may stay with."""
    pairs = set(product(*group))
    if pairs.isdisjoint(cuts):
        return [group]
    floor = _LEFT_TOGETHER * group_similarity(features, *group)
    alike = {pair: pair_similarity(features, *pair) for pair in pairs - cuts}
    parts: list[Group] = []
    for i, j in sorted((pair for pair in alike if alike[pair] >= floor), key=lambda pair: (-alike[pair], pair)):
        touched = [part for part in parts if i in part[0] or j in part[1]]
        left = tuple(sorted({i}.union(*(part[0] for part in touched))))
        right = tuple(sorted({j}.union(*(part[1] for part in touched))))
        if cuts.isdisjoint(product(left, right)):
            parts = [*(part for part in parts if part not in touched), (left, right)]
    return parts
