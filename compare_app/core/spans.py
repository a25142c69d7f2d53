"""Half-open ranges of code points."""

from __future__ import annotations

from compare_app.core.records import record


@record
class Span:
    """Code points `start` to `end` of a text, half-open. Raises ValueError when `0 <= start <= end` does not hold."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    @property
    def length(self) -> int:
        """Number of code points covered."""
        return self.end - self.start

    def contains(self, offset: int) -> bool:
        """Whether the code point at `offset` lies inside."""
        return self.start <= offset < self.end

    def covers(self, other: Span) -> bool:
        """Whether all of `other` lies inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether both share at least one code point."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The part of `text` the span covers."""
        return text[self.start : self.end]
