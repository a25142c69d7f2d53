"""The elements of a claim, its words with each fact taken as one, and what of two claims' differs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from compare_app.core.facts import Clock, Moment, Quantity
from compare_app.core.records import record
from compare_app.facts import signs
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.rules.matching import Block

_VALUED = signs.DIGIT | signs.NUMBER | signs.DATE | signs.CLOCK
Fact = Quantity | Moment | Clock
Valued = tuple[str, Fact]
"""A fact behind the key of its value."""
UNKEYED = "\0"
"""What the key of a fact begins with that may match any of its kind."""


class Element(NamedTuple):
    """A word, or a fact taken as one: words `first` to `end`, half-open. `key` is what must be equal to match."""

    key: str
    first: int
    end: int
    fact: Fact | None
    is_content: bool


@record(eq=False)
class Elements:
    """The elements of a claim, made when asked for: most of them match and are never looked at."""

    claim: ClaimFacts
    keys: tuple[str, ...]
    firsts: Sequence[int]
    ends: Sequence[int]
    facts: Mapping[int, Fact]
    function_words: frozenset[str]

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, at: int) -> Element:
        fact = self.facts.get(at)
        first = self.firsts[at]
        return Element(self.keys[at], first, self.ends[at], fact, self.is_content(at))

    def is_content(self, at: int) -> bool:
        """Whether the element is a word with content."""
        return at not in self.facts and self.claim.words.folded[self.firsts[at]] not in self.function_words

    def beginning_with(self, word: int) -> int | None:
        """The element that begins with the word at index `word`, None where one goes on or the claim has ended."""
        at = bisect_left(self.firsts, word)
        return at if at < len(self) and self.firsts[at] == word else None

    def between(self, start: int, stop: int) -> tuple[Element, ...]:
        """The elements `start` to `stop`, half-open."""
        if self.facts or start == stop:
            return tuple([self[at] for at in range(start, stop)])
        folded, function_words = self.claim.words.folded, self.function_words
        return tuple(
            [Element(self.keys[at], at, at + 1, None, folded[at] not in function_words) for at in range(start, stop)]
        )


@record
class Hunk:
    """Elements that differ between two matches: index ranges, half-open, and the elements; one side may be empty."""

    left: tuple[int, int]
    right: tuple[int, int]
    lost: tuple[Element, ...]
    gained: tuple[Element, ...]

    @property
    def is_replaced(self) -> bool:
        """Whether both sides have words here."""
        return bool(self.lost and self.gained)

    @property
    def longest(self) -> int:
        """Elements of the longer side."""
        return max(len(self.lost), len(self.gained))


def valued_of(claim: ClaimFacts) -> tuple[Valued, ...]:
    """The facts of a claim that have a value, in text order."""
    if not claim.signs & _VALUED:
        return ()
    facts: list[Fact] = [*claim.quantities, *claim.moments, *claim.clocks]
    if len(facts) > 1:
        facts.sort(key=attrgetter("first"))
    return tuple([(_value_key(fact), fact) for fact in facts])


def _value_key(fact: Fact) -> str:
    if isinstance(fact, Quantity):
        low = f"{fact.low:.6g}"
        return f"q{fact.dimension}:{low}:{low if fact.high == fact.low else f'{fact.high:.6g}'}"
    if isinstance(fact, Clock):
        return f"c{fact.minute}:{fact.zone}"
    return f"d{fact.year}:{fact.month}:{fact.day}:{fact.weekday}:{fact.until}:{fact.part}"


def elements_of(claim: ClaimFacts, facts: Sequence[Valued], others: set[str]) -> Elements:
    """The claim's elements; a fact whose value is among those of the `others` matches that value alone."""
    stems = claim.words.stems
    count = len(stems)
    function_words = lexicon_of(claim.language).function_words
    if not facts:
        return Elements(claim, stems, range(count), range(1, count + 1), {}, function_words)
    keys: list[str] = []
    bounds: list[int] = []
    held: dict[int, Fact] = {}
    at = 0
    for value, fact in facts:
        keys.extend(stems[at : fact.first])
        bounds.extend(range(at, fact.first))
        held[len(keys)] = fact
        keys.append(value if value in others else f"{UNKEYED}{kind_of(fact)}")
        bounds.append(fact.first)
        at = fact.end
    keys.extend(stems[at:])
    bounds.extend(range(at, count))
    return Elements(claim, tuple(keys), bounds, [*bounds[1:], count], held, function_words)


def kind_of(fact: Fact) -> str:
    """What a fact may be compared with: its dimension (all currencies, and points and percent, are one) or type."""
    if isinstance(fact, Quantity):
        return "percent" if fact.dimension == "points" else fact.dimension.split(" ")[0]
    return "date" if isinstance(fact, Moment) else "clock"


def hunks_between(runs: Sequence[Block], left: Elements, right: Elements) -> tuple[Hunk, ...]:
    """What lies between `runs`, of which the first begins and the last ends with the claims."""
    found = []
    left_at = right_at = 0
    for start, from_, size in runs:
        if start > left_at or from_ > right_at:
            lost, gained = left.between(left_at, start), right.between(right_at, from_)
            found.append(Hunk((left_at, start), (right_at, from_), lost, gained))
        left_at, right_at = start + size, from_ + size
    return tuple(found)
