"""Aligns the claims of two documents: anchors, then the gaps between them, then what moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compare_app.core.control import Control, Stage
from compare_app.core.document import Document
from compare_app.core.links import Lone
from compare_app.core.options import Options
from compare_app.engine.anchors import grown, heaviest_chain, unique_equals
from compare_app.engine.candidates import candidates, mutual_best
from compare_app.engine.features import Features, extract
from compare_app.engine.groups import Group, grouped
from compare_app.engine.moves import find_moves, moved
from compare_app.engine.nearest import lone_claims
from compare_app.engine.programme import Terms, best_links
from compare_app.engine.similarity import group_similarity, rows

_DENSE_CELLS = 40_000  # up to here all claims of a gap are compared: 20 ms


@dataclass(frozen=True, slots=True)
class Pairing:
    """Claims that belong together, as ascending indexes; similarity in [0, 1]; whether they stand out of order."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float
    moved: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairings by ascending first left claim, and the claims in none. `notes` say what was cut short."""

    pairings: tuple[Pairing, ...]
    lone_left: tuple[Lone, ...]
    lone_right: tuple[Lone, ...]
    notes: tuple[str, ...] = ()


def align(left: Document, right: Document, *, options: Options, control: Control) -> Alignment:
    """Which claims belong together. Exchanging the sides mirrors the result; equal documents give equal pairs only.

    Raises Cancelled. Past the deadline of `control` what is left is compared no more, and the notes say so.
    """
    texts = [[claim.text for claim in document.claims] for document in (left, right)]
    if texts[0] == texts[1]:
        return Alignment(tuple(Pairing((i,), (i,), 1.0, moved=False) for i in range(len(texts[0]))), (), ())
    languages = sorted({left.language, right.language})
    if texts[0] > texts[1]:  # one fixed order of the sides, so that ties fall alike whichever side is left
        return _mirrored(_aligned(texts[1], texts[0], languages, options, control))
    return _aligned(texts[0], texts[1], languages, options, control)


def _mirrored(alignment: Alignment) -> Alignment:
    pairings = sorted(
        (replace(pairing, left=pairing.right, right=pairing.left) for pairing in alignment.pairings),
        key=lambda pairing: pairing.left,
    )
    return Alignment(tuple(pairings), alignment.lone_right, alignment.lone_left, alignment.notes)


def _aligned(
    left: Sequence[str], right: Sequence[str], languages: Sequence[str], options: Options, control: Control
) -> Alignment:
    control.report(Stage.ALIGN, 0.0)
    features = extract(left, right, languages)
    control.report(Stage.ALIGN, 0.2)
    links = _links(features, control)
    groups = [group for group in grouped(links) if group_similarity(features, *group) >= options.similarity_floor]
    pairings = tuple(
        Pairing(*group, similarity=group_similarity(features, *group), moved=is_moved)
        for group, is_moved in zip(groups, moved(groups, features), strict=True)
    )
    return Alignment(pairings, *lone_claims(features, groups, control), ())


def _links(features: Features, control: Control) -> list[tuple[int, int]]:
    keys = features.left_keys, features.right_keys
    anchors = unique_equals(*keys)
    chain = heaviest_chain(anchors, [1.0 + features.left_mass[i] for i, _ in anchors])
    links = grown([anchors[index] for index in chain], *keys)
    for ours, theirs in _gaps(links, features):
        if len(ours) * len(theirs) > _DENSE_CELLS:
            links = _with_sure(links, features, control)
            break
    terms = Terms()
    found = list(links)
    gaps = list(_gaps(links, features))
    for done, (ours, theirs) in enumerate(gaps):
        control.report(Stage.ALIGN, 0.4 + 0.4 * done / len(gaps))
        if len(ours) * len(theirs) <= _DENSE_CELLS:
            places = best_links(features, ours, theirs, rows(features, ours, theirs), terms, control)
            found += [(ours[i], theirs[j]) for i, j in places]
    free_left = _free(len(features.left), {i for i, _ in found})
    free_right = _free(len(features.right), {j for _, j in found})
    return found + find_moves(features, free_left, free_right, control)


def _with_sure(links: list[tuple[int, int]], features: Features, control: Control) -> list[tuple[int, int]]:
    free_left = _free(len(features.left), {i for i, _ in links})
    free_right = _free(len(features.right), {j for _, j in links})
    best = mutual_best(candidates(features, free_left, free_right, control), features)
    pairs = sorted(links + [(one.left, one.right) for one in best if one.similarity >= 0.3])
    chain = heaviest_chain(pairs, [1.0 + features.left_mass[i] + features.right_mass[j] for i, j in pairs])
    return [pairs[index] for index in chain]


def _free(count: int, taken: set[int]) -> list[int]:
    return [claim for claim in range(count) if claim not in taken]


def _gaps(links: Sequence[tuple[int, int]], features: Features) -> Iterator[Group]:
    i = j = 0
    for i_end, j_end in (*links, (len(features.left), len(features.right))):
        if i < i_end and j < j_end:
            yield tuple(range(i, i_end)), tuple(range(j, j_end))
        i, j = i_end + 1, j_end + 1
