"""Two claims laid side by side: which words and facts stand in the same place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from compare_app.core.facts import Clock, Moment, Quantity
from compare_app.core.lazy import lazy
from compare_app.core.records import record
from compare_app.facts import signs
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.rules.matching import Block, Matches, matching_blocks

_VALUED = signs.DIGIT | signs.NUMBER | signs.DATE | signs.CLOCK
Fact = Quantity | Moment | Clock
Valued = tuple[str, Fact]
"""A fact behind the key of its value."""


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


@record
class Slot:
    """Two facts of one type in the same place. `support` counts the matching neighbours, 0 to 2."""

    left: Fact
    right: Fact
    support: int


@record(slots=False, eq=False)  # without slots, for each part is kept once it was asked for
class Pair:
    """Two claims known to be about the same thing, laid side by side; swapping them mirrors it. O(words²) at worst."""

    left: ClaimFacts
    right: ClaimFacts

    @lazy
    def left_own(self) -> frozenset[str]:
        """The folded words that stand on the left alone."""
        return self.left.said - self.right.said

    @lazy
    def right_own(self) -> frozenset[str]:
        """The folded words that stand on the right alone."""
        return self.right.said - self.left.said

    @lazy
    def left_values(self) -> tuple[Valued, ...]:
        """The facts of the left in text order."""
        return _valued(self.left)

    @lazy
    def right_values(self) -> tuple[Valued, ...]:
        """The facts of the right in text order."""
        return _valued(self.right)

    @lazy
    def left_elements(self) -> Elements:
        """The elements of the left."""
        return _elements(self.left, self.left_values, {key for key, _ in self.right_values})

    @lazy
    def right_elements(self) -> Elements:
        """The elements of the right."""
        return _elements(self.right, self.right_values, {key for key, _ in self.left_values})

    @lazy
    def matches(self) -> Matches:
        """Which elements match; facts of one type do whatever their values when the words around match."""
        return Matches(_runs(self.left_elements.keys, self.right_elements.keys))

    @lazy
    def hunks(self) -> tuple[Hunk, ...]:
        """What differs, in order."""
        return _hunks(self.matches.runs, self.left_elements, self.right_elements)

    @lazy
    def is_alike(self) -> bool:
        """Whether no word with content differs: at most facts and function words."""
        return not any(element.is_content for hunk in self.hunks for element in (*hunk.lost, *hunk.gained))

    @lazy
    def slots(self) -> tuple[Slot, ...]:
        """The facts that stand in the same place."""
        return _slots(self.left_elements, self.right_elements, self.matches, self.hunks)

    def word_right_of(self, left: int) -> int | None:
        """The word of the right that matches the word `left`, where both begin an element."""
        at = self.left_elements.beginning_with(left)
        found = None if at is None else self.matches.right_of(at)
        return None if found is None else self.right_elements.firsts[found]

    def word_left_of(self, right: int) -> int | None:
        """The word of the left that matches the word `right`, where both begin an element."""
        at = self.right_elements.beginning_with(right)
        found = None if at is None else self.matches.left_of(at)
        return None if found is None else self.left_elements.firsts[found]

    def has_other(self, kind: type[Fact]) -> bool:
        """Whether both sides have facts of `kind` and not all say the same: else no slot holds two that differ."""
        if not self.left_values or not self.right_values:
            return False
        left = sorted([key for key, fact in self.left_values if isinstance(fact, kind)])
        right = sorted([key for key, fact in self.right_values if isinstance(fact, kind)]) if left else []
        return bool(right) and left != right


def _valued(claim: ClaimFacts) -> tuple[Valued, ...]:
    if not claim.signs & _VALUED:
        return ()
    facts: list[Fact] = [*claim.quantities, *claim.moments, *claim.clocks]
    if len(facts) > 1:
        facts.sort(key=attrgetter("first"))
    return tuple([(_value_key(fact), fact) for fact in facts])


def _value_key(fact: Fact) -> str:
    if isinstance(fact, Quantity):
        return f"q{fact.dimension}:{fact.low:.6g}:{fact.high:.6g}"
    if isinstance(fact, Clock):
        return f"c{fact.minute}:{fact.zone}"
    return f"d{fact.year}:{fact.month}:{fact.day}:{fact.weekday}:{fact.until}:{fact.part}"


def _elements(claim: ClaimFacts, facts: Sequence[Valued], others: set[str]) -> Elements:
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
        keys.append(value if value in others else f"\0{kind_of(fact)}")
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


def _runs(left: tuple[str, ...], right: tuple[str, ...]) -> list[Block]:
    """The runs of matching keys, ascending in both; the same whichever side comes first."""
    if left > right:
        return [(start, from_, size) for from_, start, size in _runs(right, left)]
    head, tail = shared_ends(left, right)
    one, other = left[head : len(left) - tail], right[head : len(right) - tail]
    inside = matching_blocks(one, other) if one and other else ()
    return [
        (0, 0, head),
        *[(head + start, head + from_, size) for start, from_, size in inside],
        (len(left) - tail, len(right) - tail, tail),
    ]


def shared_ends(left: Sequence[str], right: Sequence[str]) -> tuple[int, int]:
    """How many items at the start and, beyond those, at the end are equal."""
    shortest = min(len(left), len(right))
    head = 0
    while head < shortest and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < shortest - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    return head, tail


def _hunks(runs: Sequence[Block], left: Elements, right: Elements) -> tuple[Hunk, ...]:
    """What lies between `runs`, of which the first begins and the last ends with the claims."""
    found = []
    left_at = right_at = 0
    for start, from_, size in runs:
        if start > left_at or from_ > right_at:
            lost, gained = left.between(left_at, start), right.between(right_at, from_)
            found.append(Hunk((left_at, start), (right_at, from_), lost, gained))
        left_at, right_at = start + size, from_ + size
    return tuple(found)


def _slots(left: Elements, right: Elements, matches: Matches, hunks: Sequence[Hunk]) -> tuple[Slot, ...]:
    if not left.facts or not right.facts:
        return ()
    found = []
    for i, one in left.facts.items():
        j = matches.right_of(i)
        if j is not None and left.keys[i][0] == "\0" and j in right.facts:
            support = (matches.right_of(i - 1) == j - 1 >= 0) + (matches.right_of(i + 1) == j + 1)
            found.append(Slot(one, right.facts[j], support))
    unmatched_left = {left.keys[i] for i in left.facts if matches.right_of(i) is None}
    unmatched_right = {right.keys[j] for j in right.facts if matches.left_of(j) is None}
    moved = {key for key in unmatched_left & unmatched_right if key[0] != "\0"}
    for hunk in hunks:
        found.extend(_slots_in(left, right, hunk, moved))
    age = _age_slot(left, right)
    return tuple(found) if age is None else (*(slot for slot in found if slot.left is not age.left), age)


def _age_slot(left: Elements, right: Elements) -> Slot | None:
    """The slot of the only age on either side, wherever it stands: "the 53-year-old driver", "the driver, 35,"."""
    lefts = [i for i, fact in left.facts.items() if kind_of(fact) == "age"]
    rights = [j for j, fact in right.facts.items() if kind_of(fact) == "age"]
    if len(lefts) != 1 or len(rights) != 1:
        return None
    return Slot(left.facts[lefts[0]], right.facts[rights[0]], 1)


def _slots_in(left: Elements, right: Elements, hunk: Hunk, moved: set[str]) -> list[Slot]:
    """Slots between facts that alone of their type and dimension stand in one hunk; `moved` facts are elsewhere."""
    lefts = _by_type(left, hunk.left, moved)
    rights = _by_type(right, hunk.right, moved) if lefts else {}
    found = []
    for kind in lefts:
        if len(lefts[kind]) == len(rights.get(kind, ())) == 1:
            i, j = lefts[kind][0], rights[kind][0]
            joined_before = i == hunk.left[0] > 0 and j == hunk.right[0] > 0
            joined_after = i + 1 == hunk.left[1] < len(left) and j + 1 == hunk.right[1] < len(right)
            found.append(Slot(left.facts[i], right.facts[j], joined_before + joined_after))
    return found


def _by_type(elements: Elements, part: tuple[int, int], moved: set[str]) -> dict[str, list[int]]:
    """Indexes of the facts inside `part` by type and dimension."""
    found: dict[str, list[int]] = {}
    for at in range(*part):
        fact = elements.facts.get(at)
        if fact is not None and elements.keys[at] not in moved:
            found.setdefault(kind_of(fact), []).append(at)
    return found
