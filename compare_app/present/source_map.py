"""Where the words of a document stand in the source it was read from, signs of Markdown and all."""

from __future__ import annotations

import re
from bisect import bisect_right

from compare_app.core.spans import Span

_WORD = re.compile(r"\w+")
_REACH = 60  # words looked ahead: more than a link's address has
_MOST_LETTERS = 100_000  # of a source that differs from its text: about 20 ms


class SourceMap:
    """Converts offsets of a document's text to those of its source and back, word by word; both are code points.

    The same text is mapped as it is. Otherwise each word of the text is looked for in the source behind the one
    before; a word that is not found stands nowhere, and neither does anything in a source that is too long. O(words).
    """

    def __init__(self, text: str, source: str) -> None:
        self._is_same = text == source
        self.is_known = self._is_same or len(source) <= _MOST_LETTERS
        """Whether the source was looked through at all."""
        pairs = _paired(text, source) if self.is_known and not self._is_same else []
        self._starts = [start for start, _, _ in pairs]
        self._source_starts = [start for _, start, _ in pairs]
        self._lengths = [length for _, _, length in pairs]

    def to_source(self, span: Span) -> Span | None:
        """Where `span` of the text stands in the source; None where its first or last word is not found."""
        if self._is_same:
            return span
        first = max(0, bisect_right(self._starts, span.start) - 1)
        if self._starts and self._starts[first] + self._lengths[first] <= span.start:
            first += 1
        last = bisect_right(self._starts, span.end - 1) - 1
        if first > last:
            return None
        start = self._source_starts[first] + span.start - self._starts[first]
        end = self._source_starts[last] + span.end - self._starts[last]
        return Span(start, end) if 0 <= start < end else None

    def to_text(self, offset: int) -> int:
        """The offset in the text of the word at or before `offset` of the source; 0 before the first."""
        if self._is_same:
            return offset
        place = bisect_right(self._source_starts, offset) - 1
        if place < 0:
            return 0
        return self._starts[place] + min(offset - self._source_starts[place], self._lengths[place])


def _paired(text: str, source: str) -> list[tuple[int, int, int]]:
    """Where each word stands in the text and in the source, and its length.

    A word is taken for the next one of the source, or for a later one where the word behind it is the same too.
    """
    said = [(match.group(), match.start()) for match in _WORD.finditer(text)]
    written = [(match.group(), match.start()) for match in _WORD.finditer(source)]
    words, source_words = [word for word, _ in said], [word for word, _ in written]
    pairs, reached = [], 0
    for place, (word, start) in enumerate(said):
        there = reached
        if reached >= len(written) or source_words[reached] != word:
            ahead = range(reached + 1, min(reached + _REACH, len(written)))
            behind = words[place + 1 : place + 2]
            same = (at for at in ahead if source_words[at] == word and source_words[at + 1 : at + 2] == behind)
            there = next(same, -1)
        if there >= 0:
            pairs.append((start, written[there][1], len(word)))
            reached = there + 1
    return pairs
