"""Headlines stand over the same article, so that they belong together even where they share hardly a word."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.document import BlockKind, Document
from compare_app.engine.gaps import Pair
from compare_app.engine.groups import Group

_RELATED = 0.2  # of the claims of the shorter side that must be linked besides. Chosen by hand; strangers have .01


def headlines(left: Document, right: Document) -> Pair | None:
    """The claims that are the titles of both documents; None where one of them has no title, or several."""
    ours, theirs = (_titles(document) for document in (left, right))
    return (ours[0], theirs[0]) if len(ours) == len(theirs) == 1 else None


def _titles(document: Document) -> list[int]:
    titles = {number for number, block in enumerate(document.blocks) if block.kind is BlockKind.TITLE}
    return [claim for claim, held in enumerate(document.claims) if held.block in titles] if titles else []


def with_headlines(groups: Sequence[Group], pair: Pair | None, counts: Pair) -> list[Group]:
    """`groups` with the headlines in `pair` as one more, where nothing better was found for either.

    A headline that has a link of its own keeps it; one that only joined another claim leaves that link. Documents that
    share little are strangers, and so are their headlines; `counts` are the claims they have. Ascending as before.
    """
    linked = [sum(len(group[side]) for group in groups) for side in (0, 1)]
    if pair is None or min(linked) < _RELATED * min(counts):
        return list(groups)
    holders = [next((group for group in groups if pair[side] in group[side]), None) for side in (0, 1)]
    if any(holder is not None and len(holder[side]) == 1 for side, holder in enumerate(holders)):
        return list(groups)
    left, right = pair
    parted = [(_without(ours, left), _without(theirs, right)) for ours, theirs in groups]
    return sorted([*parted, ((left,), (right,))])


def _without(claims: tuple[int, ...], headline: int) -> tuple[int, ...]:
    return tuple([claim for claim in claims if claim != headline]) if headline in claims else claims
