"""What was typed into a text since it was compared, as one stretch that was replaced by another."""

from __future__ import annotations

from compare_app.core.spans import Span


class Typed:
    """Moves offsets of the text as it was to where they are now, and back; all are code points. Each is O(1)."""

    def __init__(self) -> None:
        self._is_any = False
        self._start = self._end_then = self._end_now = 0

    def replace(self, start: int, end: int, inserted: int) -> None:
        """`inserted` code points stand now where [start, end) stood."""
        if not self._is_any:
            self._is_any, self._start, self._end_then, self._end_now = True, start, start, start
        if end > self._end_now:
            self._end_then += end - self._end_now
            self._end_now = end
        self._start = min(self._start, start)
        self._end_now += inserted - (end - start)

    def now(self, span: Span) -> Span | None:
        """Where `span` is now: what was typed in its midst belongs to it; None where nothing of it was left alone."""
        if self._start <= span.start and span.end <= self._end_then and self._start < self._end_then:
            return None
        longer = self._end_now - self._end_then
        start, end = span.start, span.end
        if start > self._start:
            start = self._end_now if start < self._end_then else start + longer
        if end > self._start:
            end = self._start if end < self._end_then else end + longer
        return Span(start, end) if start < end else None

    def then(self, offset: int) -> int:
        """Where the code point at `offset` was; what was typed since stood at the start of what it replaced."""
        if offset < self._start:
            return offset
        return self._start if offset < self._end_now else offset - self._end_now + self._end_then
