"""Where the words of a document stand in the source it was read from, signs of Markdown and all."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from compare_app.core.spans import Span

_WORD = re.compile(r"\w+")
_REACH = 60  # words looked ahead: more than a link's address has
_MOST_LETTERS = 500_000  # of a source that differs from its text: about 0.3 s


class SourceMap:
    """Converts offsets of a document's text to those of its source and back, word by word; both are code points.

    The same text is mapped as it is. Otherwise each word of the text is looked for in the source behind the one
    before; a word that is not found stands nowhere, and neither does anything in a source that is too long. O(words).
    """

    def __init__(self, text: str, source: str) -> None:
        self._is_same = text == source
        is_short = not self._is_same and len(source) <= _MOST_LETTERS
        self._pairs = _paired(_words(text), _words(source), text, source) if is_short else []
        self._starts = [ours.start for ours, _ in self._pairs]
        self._source_starts = [theirs.start for _, theirs in self._pairs]

    def to_source(self, span: Span) -> Span | None:
        """Where `span` of the text stands in the source; None where its first or last word is not found."""
        if self._is_same:
            return span
        first = bisect_right(self._starts, span.start) - 1
        if first >= 0 and self._pairs[first][0].end <= span.start:
            first += 1
        elif first < 0:
            first = 0
        last = bisect_right(self._starts, span.end - 1) - 1
        if first > last or first >= len(self._pairs):
            return None
        start, end = _moved(span.start, self._pairs[first]), _moved(span.end, self._pairs[last])
        return Span(start, end) if start < end else None

    def to_text(self, offset: int) -> int:
        """The offset in the text of the word at or before `offset` of the source; 0 before the first."""
        if self._is_same:
            return offset
        place = bisect_right(self._source_starts, offset) - 1
        if place < 0:
            return 0
        ours, theirs = self._pairs[place]
        return ours.start + min(offset - theirs.start, ours.length)


def _moved(offset: int, pair: tuple[Span, Span]) -> int:
    """`offset` of the text in the source, as far from the word there as it is here; signs beside it included."""
    ours, theirs = pair
    return theirs.start + offset - ours.start


def _words(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _WORD.finditer(text)]


def _paired(ours: Sequence[Span], theirs: Sequence[Span], text: str, source: str) -> list[tuple[Span, Span]]:
    """Each word of the text with the same word of the source, where the one behind it is the same too, or is next."""
    said, written = [span.of(text) for span in ours], [span.of(source) for span in theirs]
    pairs, reached = [], 0
    for place, word in enumerate(said):
        for there in range(reached, min(reached + _REACH, len(written))):
            is_next = there == reached
            follows = said[place + 1 : place + 2] == written[there + 1 : there + 2]
            if written[there] == word and (is_next or follows):
                pairs.append((ours[place], theirs[there]))
                reached = there + 1
                break
    return pairs
