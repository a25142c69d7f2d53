"""Another value for the same thing where no link joins the claims: elsewhere in the other document, or in its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from compare_app.core.control import Control
from compare_app.core.document import Document, Side
from compare_app.core.elsewhere import Elsewhere, Place
from compare_app.core.facts import Quantity
from compare_app.core.findings import Verdict
from compare_app.core.links import Link
from compare_app.core.records import record
from compare_app.core.spans import Span
from compare_app.core.translation import marked, tr
from compare_app.rules.readings import reading, said
from compare_app.rules.same_thing import agree_on_it, are_of_one
from compare_app.rules.stated import Key, Stated, Statement, read_statements
from compare_app.rules.update import are_two_days

FIRES = "Twelve dead in mill fire.", "Thirteen people were killed when the old mill burned."
"""A claim of each side, linked to others, that are shown to contradict."""
SILENT = "Twelve dead in mill fire.", "In the mill fire another thirteen people were hurt."
_MOST_IN_SLOT = 24
"""Statements of one slot up to which each is held against each; more are first parted by the words around them."""


@record
class Suspects:
    """Pairs of statements that differ, each once, in text order: across the documents, and within one of them."""

    across: tuple[tuple[Statement, Statement], ...]
    within: tuple[tuple[Statement, Statement], ...]


def suspects_in(left: Document, right: Document, control: Control) -> Suspects:
    """What differs from a statement elsewhere, whether or not a link joins the claims; see `find_elsewhere`.

    Raises Cancelled.
    """
    pairs = _pairs(read_statements({Side.LEFT: left, Side.RIGHT: right}, control))
    differing = [(a, b) for a, b in pairs if not agree_on_it(a.stated, b.stated)]
    varying = _varying(differing)
    differing = [(a, b) for a, b in differing if id(a) not in varying and id(b) not in varying]
    agreed = {
        (id(one), other.side) for a, b in pairs if agree_on_it(a.stated, b.stated) for one, other in ((a, b), (b, a))
    }
    across = [
        (a, b)
        for a, b in differing
        if a.side is not b.side and (id(a), b.side) not in agreed and (id(b), a.side) not in agreed
    ]
    return Suspects(tuple(across), tuple([(a, b) for a, b in differing if a.side is b.side]))


def find_elsewhere(
    left: Document, right: Document, links: Iterable[Link], suspects: Suspects | None = None
) -> tuple[Elsewhere, ...]:
    """What contradicts without a link, at most possible, in text order; those inside one document come last.

    Nothing is said of a value that the other document holds too, nor where `links` found the figures to differ
    already. Swapping the sides mirrors it. O(words); a slot with many facts is not searched pair by pair. `suspects`
    are those of the documents, where they are known.
    """
    suspects = suspects or suspects_in(left, right, Control())
    joined = _Joined(links if suspects.across else ())
    across = [(a, b) for a, b in suspects.across if not joined.tells(a, b)]
    is_later = are_two_days(left.metadata.date, right.metadata.date)
    found = [_elsewhere(left, right, a, b, is_later=is_later) for a, b in _firsts([*across, *suspects.within])]
    return tuple(sorted(found, key=lambda one: one.order))


class _Joined:
    """Which claims links join, and which figures their findings are about."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._link_of: dict[tuple[Side, int], Link] = {}
        for link in links:
            for side, claims in ((Side.LEFT, link.left), (Side.RIGHT, link.right)):
                self._link_of.update({(side, claim): link for claim in claims})

    def tells(self, one: Statement, other: Statement) -> bool:
        """Whether one link holds both claims, or a finding in one of their links is about the same kind of fact."""
        link, its = (self._link_of.get((end.side, end.claim)) for end in (one, other))
        if link is not None and link is its:
            return True
        kind = _kind_of(one)
        return any(finding.kind == kind for found in (link, its) if found is not None for finding in found.findings)


def _pairs(statements: Sequence[Statement]) -> list[tuple[Statement, Statement]]:
    """All pairs of statements of different claims that are of the same thing, each once, in text order."""
    slots: dict[Key, list[Statement]] = {}
    for one in statements:
        for key in one.stated.keys:
            slots.setdefault(key, []).append(one)
    found: dict[tuple[int, int], tuple[Statement, Statement]] = {}
    for slot in slots.values():
        for part in _parted(slot):
            for a, b in combinations(part, 2):
                if (id(a), id(b)) not in found and are_of_one(a.stated, b.stated):
                    found[id(a), id(b)] = a, b
    return list(found.values())


def _parted(slot: list[Statement]) -> Iterator[list[Statement]]:
    """The slot, or where it holds many, what in it shares one more word; words that many share tell nothing."""
    if len(slot) <= _MOST_IN_SLOT:
        yield slot
        return
    by_word: dict[str, list[Statement]] = {}
    for one in slot:
        for word in one.stated.context:
            by_word.setdefault(word, []).append(one)
    yield from (part for part in by_word.values() if 1 < len(part) <= _MOST_IN_SLOT)


def _varying(differing: Iterable[tuple[Statement, Statement]]) -> set[int]:
    """Ids of the statements that differ from several others that differ among themselves: a table, not a slip."""
    others: dict[int, set[str]] = {}
    for a, b in differing:
        for one, other in ((a, b), (b, a)):
            others.setdefault(id(one), set()).add(said(other.stated.fact))
    return {one for one, values in others.items() if len(values) > 1}


def _firsts(pairs: Iterable[tuple[Statement, Statement]]) -> list[tuple[Statement, Statement]]:
    """Of the pairs that say the same two values of the same thing the first alone."""
    found: dict[object, tuple[Statement, Statement]] = {}
    for a, b in pairs:
        slot = min(a.stated.keys.keys() & b.stated.keys.keys())
        found.setdefault((slot, a.side, b.side, said(a.stated.fact), said(b.stated.fact)), (a, b))
    return list(found.values())


def _kind_of(statement: Statement) -> str:
    return "number" if isinstance(statement.stated.fact, Quantity) else "date"


def _elsewhere(left: Document, right: Document, one: Statement, other: Statement, *, is_later: bool) -> Elsewhere:
    is_within, is_figure = one.side is other.side, isinstance(one.stated.fact, Quantity)
    places = [_place(left if end.side is Side.LEFT else right, end) for end in (one, other)]
    return Elsewhere(
        kind=_kind_of(one),
        verdict=Verdict.UPDATED if is_later and is_figure and not is_within else Verdict.POSSIBLE,
        first=places[0],
        second=places[1],
        message=_sentence(one, other),
    )


def _place(document: Document, statement: Statement) -> Place:
    stated, start = statement.stated, document.claims[statement.claim].span.start
    span = stated.facts.words.span(stated.fact.first, stated.fact.end)
    return Place(
        statement.side, statement.claim, Span(start + span.start, start + span.end), reading(stated.facts, stated.fact)
    )


_SENTENCES = {
    Side.LEFT: marked("{one} in one place on the left, {other} in another: {what}."),
    Side.RIGHT: marked("{one} in one place on the right, {other} in another: {what}."),
    None: marked("{one} on the left, {other} elsewhere on the right: {what}."),
}


def _sentence(one: Statement, other: Statement) -> str:
    values = [_written(end.stated) for end in (one, other)]
    shared = min(one.stated.keys.keys() & other.stated.keys.keys())
    what = one.stated.keys[shared]
    sentence = _SENTENCES[one.side if one.side is other.side else None]
    return tr(sentence, one=values[0], other=values[1], what=what)


def _written(stated: Stated) -> str:
    fact = stated.fact
    return fact.written if isinstance(fact, Quantity) else said(fact)
