"""Which ranges of a document are marked, and how."""

from __future__ import annotations

from bisect import bisect_left
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


class Ranges:
    """Marked ranges in order, to be asked by stretches: a claim can be as long as a book."""

    def __init__(self, highlights: Sequence[Highlight]) -> None:
        self._by_weight = {weight: [one for one in highlights if one.weight is weight] for weight in Weight}
        self._starts = {weight: [one.span.start for one in found] for weight, found in self._by_weight.items()}

    def within(self, span: Span) -> Iterator[Highlight]:
        """Those that reach into `span`, claims first. O(log n + found)."""
        for weight, highlights in self._by_weight.items():
            starts = self._starts[weight]
            first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
            if first > 0 and highlights[first - 1].span.overlaps(span):
                first -= 1  # one that began in the line before, in a paragraph broken for the screen
            yield from highlights[first:last]
