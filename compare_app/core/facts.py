"""Typed readings of what a claim says, as the rules compare them."""

from __future__ import annotations

import math
from enum import StrEnum

from compare_app.core.records import record
from compare_app.core.spans import Span


@record
class Words:
    """A claim's words as parallel tuples of equal length.

    `folded` is the word in lower case with contractions opened ("didn't" gives "did" and "not"), `stems` the part
    that inflected forms share, `starts` and `ends` code points of the claim, half-open.
    """

    folded: tuple[str, ...]
    stems: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.folded)

    def span(self, first: int, end: int) -> Span:
        """Code points from word `first` up to, not including, word `end`; empty at the end of `first - 1` if equal."""
        if first < end:
            return Span(self.starts[first], self.ends[end - 1])
        at = self.ends[first - 1] if first else 0
        return Span(at, at)


@record
class Quantity:
    """A number with what it counts or measures: every value in [low, high] agrees with what is written.

    `first` and `end` are word indexes, half-open, of all that belongs to the figure ("more than 41 million euros").
    `value` is the figure itself, in the base unit of its dimension. `dimension` is "" for plain counts, "ordinal",
    "percent", "points", "age", "money EUR", "length", ...; `exact` is False when a word such as "about" was read.
    """

    first: int
    end: int
    value: float
    low: float
    high: float
    dimension: str = ""
    exact: bool = True
    unit: float = 1.0
    """Base units in one unit as written: 1609.344 for miles. Two figures in other units agree only roughly."""
    written: str = ""

    @property
    def is_range(self) -> bool:
        """Whether both ends were told: "10 to 12"; an estimate or a bound is none."""
        return not self.exact and self.low == self.value < self.high < math.inf

    def meets(self, other: Quantity) -> bool:
        """Whether one value of one dimension agrees with both."""
        return self.dimension == other.dimension and self.low <= other.high and other.low <= self.high


@record
class Moment:
    """A date, a part of one, or a period of years; None for every part that is not said.

    `first` and `end` are word indexes, half-open. `until` is the last year of a period, else None. `part` is
    "early", "mid", "late", a season or a quarter; `resolved` says that the year or day came from the document's date.
    """

    first: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    until: int | None = None
    part: str = ""
    resolved: bool = False


@record
class Clock:
    """A time of day in minutes since midnight; `zone` is an offset from UTC in minutes, or None."""

    first: int
    end: int
    minute: int
    zone: int | None = None


@record
class Negation:
    """A word that denies: `cue` is its index; `focus` the index of the word it denies, or None at the claim's end."""

    cue: int
    focus: int | None


@record
class Name:
    """A run of capitalised words, word indexes half-open."""

    first: int
    end: int


class Firmness(StrEnum):
    """How firmly something is said."""

    REPORTED = "reported"
    POSSIBLE = "possible"
    LIKELY = "likely"
    CERTAIN = "certain"
    FUTURE = "future"
    INTENDED = "intended"
    ADVISED = "advised"
    DUTY = "duty"


@record
class Hedge:
    """A word that makes a claim less firm; word indexes half-open."""

    first: int
    end: int
    firmness: Firmness


@record
class Quotation:
    """Words between quotation marks, without them: word indexes half-open."""

    first: int
    end: int
