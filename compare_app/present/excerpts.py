"""Stretches of a document by themselves, on one line, with their marks: for rows, cards and notes."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.comparison import Comparison
from compare_app.core.document import Document, Side
from compare_app.core.elsewhere import Place
from compare_app.core.records import record
from compare_app.core.spans import Span
from compare_app.present.highlights import Highlight, item_highlights
from compare_app.present.items import Item

_MOST_LETTERS = 4_000  # of one excerpt: 700 words, more than a screen has room for
_GAP = " … "  # between claims that do not follow each other
_MORE = "…"


@record
class Excerpt:
    """Words of one side. `marks` and `own` count code points of `text`; what is not `own` is there for context."""

    text: str
    marks: tuple[Highlight, ...]
    own: Span


_NO_EXCERPT = Excerpt("", (), Span(0, 0))


def excerpts_of(comparison: Comparison, item: Item, number: int, *, context: int = 0) -> tuple[Excerpt, Excerpt]:
    """What the left and the right say of an item whose number is `number`, with up to `context` claims around it.

    Where both places lie in one document, the first stands left and the second right. Long excerpts are cut.
    """
    if item.elsewhere:
        first, second = (_place_excerpt(comparison, item, number, place, context) for place in _two_places(item))
        return first, second
    left, right = (_excerpt(comparison, item, number, side, item.claims(side), context) for side in Side)
    return left, right


def _two_places(item: Item) -> tuple[Place, Place]:
    return item.elsewhere[0].places


def _place_excerpt(comparison: Comparison, item: Item, number: int, place: Place, context: int) -> Excerpt:
    return _excerpt(comparison, item, number, place.side, (place.claim,), context)


def _excerpt(
    comparison: Comparison, item: Item, number: int, side: Side, claims: Sequence[int], context: int
) -> Excerpt:
    if not claims:
        return _NO_EXCERPT
    document = comparison.document(side)
    before, after = _around(document, claims, context)
    pieces = _Pieces(document)
    for claim in before:
        pieces.add(claim)
    start = pieces.next_start
    for claim in claims:
        pieces.add(claim)
    own = Span(min(start, pieces.length), pieces.length)
    for claim in after:
        pieces.add(claim)
    return pieces.excerpt(item_highlights(comparison, item, number, side), own)


def _around(document: Document, claims: Sequence[int], context: int) -> tuple[range, range]:
    """The claims of the same block before and after, as far as `context` reaches."""
    first, last, known = claims[0], claims[-1], document.claims
    before, after = first, last + 1
    while before > first - context and before > 0 and known[before - 1].block == known[first].block:
        before -= 1
    while after <= last + context and after < len(known) and known[after].block == known[last].block:
        after += 1
    return range(before, first), range(last + 1, after)


class _Pieces:
    """Puts claims one behind the other and knows where each letter came from."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._texts: list[str] = []
        self._origins: list[tuple[int, Span]] = []  # where a piece begins, and what it is in the document
        self._last = -2
        self.length = 0

    @property
    def next_start(self) -> int:
        """Where the next claim will begin, if it follows the one before."""
        return self.length + len(self._joint(self._last + 1))

    def add(self, claim: int) -> None:
        """Put `claim` behind what is there, as far as there is room."""
        if self.length >= _MOST_LETTERS:
            return
        span = self._document.claims[claim].span
        joint = self._joint(claim)
        room = max(1, _MOST_LETTERS - self.length - len(joint))
        text = span.of(self._document.text)[:room].replace("\n", " ")
        if len(text) < span.length:
            text = text[:-1] + _MORE
        self._origins.append((self.length + len(joint), Span(span.start, span.start + len(text))))
        self._texts.append(joint + text)
        self.length += len(joint) + len(text)
        self._last = claim

    def _joint(self, claim: int) -> str:
        """What stands between the claim put last and `claim`: a space only where the text has one."""
        if not self._texts:
            return ""
        if claim != self._last + 1:
            return _GAP
        known = self._document.claims
        return " " if claim < len(known) and known[self._last].span.end < known[claim].span.start else ""

    def excerpt(self, highlights: Sequence[Highlight], own: Span) -> Excerpt:
        """The excerpt with those of `highlights` that lie in it."""
        marks = []
        for one in highlights:
            for start, origin in self._origins:
                first, last = max(one.span.start, origin.start), min(one.span.end, origin.end)
                if first < last:
                    moved = Span(first - origin.start + start, last - origin.start + start)
                    marks.append(Highlight(moved, one.mark, one.weight, one.item))
        return Excerpt("".join(self._texts), tuple(marks), own)
