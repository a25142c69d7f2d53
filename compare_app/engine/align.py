"""Aligns the claims of two documents: anchors, then the gaps between them, then what moved.

    left   A B C D      right   A D' B C'      A-A  B-B  C-C' in order, D-D' moved

1. Anchors: equal claims that stand once on each side, in the heaviest order, and the equal ones beside them.
2. Sure links, found by an inverted index over the whole documents, cut long gaps and hold what moved apart.
3. Terms: a sample tells how alike claims must be in this pair of documents.
4. Gaps: a dynamic programme; a claim may link with several. What a second look does not bear out falls.
5. Moves: what is still free, by the index, at a higher threshold.
6. Headlines that found nobody else belong together.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.control import Control, Stage
from compare_app.core.document import Document
from compare_app.core.halves import in_halves
from compare_app.core.links import Lone
from compare_app.core.options import Options
from compare_app.core.records import record
from compare_app.core.translation import marked
from compare_app.engine.anchors import equal_anchors
from compare_app.engine.doubt import SecondLook
from compare_app.engine.features import Features, extract
from compare_app.engine.gaps import Pair, gaps, is_long, windows
from compare_app.engine.groups import Group, grouped
from compare_app.engine.headlines import headlines, with_headlines
from compare_app.engine.moves import find_moves, moved
from compare_app.engine.nearest import lone_claims
from compare_app.engine.programme import Programme, Terms
from compare_app.engine.similarity import group_similarity, rows
from compare_app.engine.sure import Skeleton, skeleton
from compare_app.engine.temper import weigh

_LATE = marked(
    "The time allowed was over before all passages were aligned; some claims may be unmatched for that reason."
)
_NOT_ALL = marked(
    "Long passages without a sure partner were searched by their rarer words, not sentence by sentence; "
    "sentences of common words may be unmatched there."
)
_MANY_CELLS = 60_000  # in gaps that are better filled by two processes: 60 ms


@record
class Pairing:
    """Claims that belong together, as ascending indexes; similarity in [0, 1]; whether they stand out of order."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float
    moved: bool


@record
class Alignment:
    """Pairings by ascending first left claim, and the claims in none. `notes` say what was cut short."""

    pairings: tuple[Pairing, ...]
    lone_left: tuple[Lone, ...]
    lone_right: tuple[Lone, ...]
    notes: tuple[str, ...] = ()


def align(left: Document, right: Document, *, options: Options, control: Control) -> Alignment:
    """Which claims belong together. Exchanging the sides mirrors the result; equal documents give equal pairs only.

    O(n log n) for n claims of common prose. Raises Cancelled. Past the deadline of `control` what is left is compared
    no more, and the notes say so.
    """
    texts = [[claim.text for claim in document.claims] for document in (left, right)]
    languages = sorted({left.language, right.language})
    return align_texts(texts[0], texts[1], languages, options, control, titles=headlines(left, right))


def align_texts(
    left: list[str],
    right: list[str],
    languages: Sequence[str],
    options: Options,
    control: Control,
    *,
    titles: Pair | None = None,
) -> Alignment:
    """The same of claims that are given by their texts, with the two that are `titles`."""
    if left == right:
        return Alignment(tuple(Pairing((i,), (i,), 1.0, moved=False) for i in range(len(left))), (), ())
    if left > right:  # one fixed order of the sides, so that ties fall alike whichever side is left
        return mirrored(_aligned(right, left, languages, options, control, titles[::-1] if titles else None))
    return _aligned(left, right, languages, options, control, titles)


def mirrored(alignment: Alignment) -> Alignment:
    """The same with the sides exchanged."""
    pairings = [Pairing(each.right, each.left, each.similarity, each.moved) for each in alignment.pairings]
    ordered = tuple(sorted(pairings, key=lambda pairing: pairing.left))
    return Alignment(ordered, alignment.lone_right, alignment.lone_left, alignment.notes)


def _aligned(
    left: Sequence[str],
    right: Sequence[str],
    languages: Sequence[str],
    options: Options,
    control: Control,
    titles: Pair | None,
) -> Alignment:
    control.report(Stage.ALIGN, 0.0)
    features = extract(left, right, languages, control)
    control.report(Stage.ALIGN, 0.2)
    sure = skeleton(equal_anchors(features, control), features, control)
    control.report(Stage.ALIGN, 0.4)
    links, all_compared = _links(features, left, right, sure, control)
    groups = with_headlines(grouped(links), titles, (len(left), len(right)))
    alike = [group_similarity(features, *group) for group in groups]
    kept = [at for at, similarity in enumerate(alike) if similarity >= options.similarity_floor]
    groups, alike = [groups[at] for at in kept], [alike[at] for at in kept]
    pairings = tuple(
        Pairing(ours, theirs, similarity, is_moved)
        for (ours, theirs), similarity, is_moved in zip(groups, alike, moved(groups, features), strict=True)
    )
    notes = tuple([note for note, said in ((_LATE, control.is_overdue), (_NOT_ALL, not all_compared)) if said])
    return Alignment(pairings, *lone_claims(features, groups, sure.likely, control), notes)


def _links(
    features: Features, left: Sequence[str], right: Sequence[str], sure: Skeleton, control: Control
) -> tuple[list[Pair], bool]:
    """All linked pairs of claims, and whether no gap was too long to compare all claims in it."""
    evidence = weigh(features, windows(sure.chain, features), sure, control)
    terms = evidence.terms
    if evidence.strangeness:
        sure = sure.above(terms.link_cost, terms.move_cost, features)
    all_gaps = list(gaps(sure.chain, features, sure.moved))
    open_gaps = [gap for gap in all_gaps if not is_long(gap, ordered=sure.is_ordered)]
    look = SecondLook(features, left, right, terms.link_cost, evidence.are_drafts)
    links = sure.chain + look.borne_out(_filled(open_gaps, features, terms, control), sure.chain + sure.moved)
    control.report(Stage.ALIGN, 0.8)
    moves = find_moves(features, links, sure, terms, control)
    return links + moves, len(open_gaps) == len(all_gaps)


def _filled(open_gaps: Sequence[Group], features: Features, terms: Terms, control: Control) -> list[Pair]:
    """The links inside the gaps, as long as there is time."""

    def work(some: Sequence[Group], control: Control) -> list[Pair]:
        links: list[Pair] = []
        for done, (left, right) in enumerate(some):
            control.report(Stage.ALIGN, 0.4 + 0.4 * done / len(some))
            if control.is_overdue:
                break
            similar = rows(features, left, right)
            links += [(left[i], right[j]) for i, j in Programme(features, left, right, similar, terms).links(control)]
        return links

    cells = sum([len(left) * len(right) for left, right in open_gaps])
    halves = in_halves(work, open_gaps, control, enough=2 if cells > _MANY_CELLS else len(open_gaps) + 1)
    return [pair for links in halves for pair in links]
