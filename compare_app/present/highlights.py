"""Which ranges of a document are marked, and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.links import EditKind, Link
from compare_app.core.records import record
from compare_app.core.spans import Span
from compare_app.present.items import Item
from compare_app.present.marks import Mark, mark_of_verdict


class Weight(StrEnum):
    """How strongly a range is marked."""

    CLAIM = "claim"
    """A whole claim: a light tint."""
    WORDS = "words"
    """Words that differ inside a claim."""
    FACT = "fact"
    """The words a finding is about."""


RANKS = {Weight.CLAIM: 0, Weight.WORDS: 1, Weight.FACT: 2}
"""The order in which marked ranges are drawn."""


@record
class Highlight:
    """A marked range of one document: code points, half-open, trimmed of white space. `item` indexes the items."""

    span: Span
    mark: Mark
    weight: Weight
    item: int


def highlights(comparison: Comparison, items: Sequence[Item], side: Side) -> tuple[Highlight, ...]:
    """All marked ranges of `side`, claims before the words inside them, in text order otherwise.

    What was dismissed altogether has ranges as well, for whoever wants to look at it again.
    """
    found: list[Highlight] = []
    for number, item in enumerate(items):
        found.extend(item_highlights(comparison, item, number, side))
    return _in_order(found)


def item_highlights(comparison: Comparison, item: Item, number: int, side: Side) -> tuple[Highlight, ...]:
    """The marked ranges of one item, whose number is `number`, in the same order; none where it is not marked."""
    if not item.is_marked and item.mark is not Mark.DISMISSED:
        return ()
    document = comparison.document(side)
    found = [Highlight(document.claims[claim].span, item.mark, Weight.CLAIM, number) for claim in item.claims(side)]
    if item.link is not None:
        found.extend(_inside(document.text, item, item.link, number, side))
    found.extend(Highlight(place.span, item.mark, Weight.FACT, number) for place in item.places if place.side is side)
    return _in_order(found)


def _in_order(found: list[Highlight]) -> tuple[Highlight, ...]:
    return tuple(sorted(found, key=lambda one: (RANKS[one.weight], one.span.start)))


def _inside(text: str, item: Item, link: Link, number: int, side: Side) -> Iterator[Highlight]:
    word_mark = item.mark if item.mark in (Mark.CHANGED, Mark.REWORDED) else Mark.CHANGED
    facts = [span for finding in item.findings if (span := finding.span(side)) is not None]
    for edit in link.edits:
        span = _trimmed(text, edit.span(side))
        if edit.kind is not EditKind.FORM and span.length and not any(fact.overlaps(span) for fact in facts):
            yield Highlight(span, word_mark, Weight.WORDS, number)
    for finding in item.findings:
        if (span := finding.span(side)) is not None and span.length:
            yield Highlight(span, mark_of_verdict(finding.verdict), Weight.FACT, number)


def _trimmed(text: str, span: Span) -> Span:
    piece = span.of(text)
    inner = piece.strip()
    if not inner:
        return Span(span.start, span.start)
    start = span.start + piece.index(inner[0])
    return Span(start, start + len(inner))
