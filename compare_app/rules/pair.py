"""Two claims laid side by side: which words and facts stand in the same place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from compare_app.core.facts import Clock, Moment, Quantity
from compare_app.core.lazy import lazy
from compare_app.core.records import record
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.rules.matching import matching_blocks

Fact = Quantity | Moment | Clock


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
        word = self.claim.words.folded[first]
        is_content = fact is None and word not in self.function_words
        return Element(self.keys[at], first, self.ends[at], fact, is_content)

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
    def _values(self) -> set[str]:
        return _values(self.left) & _values(self.right)

    @lazy
    def left_elements(self) -> Elements:
        """The elements of the left."""
        return _elements(self.left, self._values)

    @lazy
    def right_elements(self) -> Elements:
        """The elements of the right."""
        return _elements(self.right, self._values)

    @lazy
    def matches(self) -> dict[int, int]:
        """Left to right element indexes; facts of one type match whatever their values when the words around do."""
        return _match(self.left_elements.keys, self.right_elements.keys)

    @lazy
    def hunks(self) -> tuple[Hunk, ...]:
        """What differs, in order."""
        return _hunks(self.matches, self.left_elements, self.right_elements)

    @lazy
    def is_alike(self) -> bool:
        """Whether no word with content differs: at most facts and function words."""
        return not any(element.is_content for hunk in self.hunks for element in (*hunk.lost, *hunk.gained))

    @lazy
    def slots(self) -> tuple[Slot, ...]:
        """The facts that stand in the same place."""
        return _slots(self.left_elements, self.right_elements, self.matches, self.hunks)


def differ(left: Sequence[Fact], right: Sequence[Fact]) -> bool:
    """Whether both sides have facts and not all say the same, without which no slot holds two that differ."""
    return bool(left and right) and sorted(map(_value_key, left)) != sorted(map(_value_key, right))


def _value_key(fact: Fact) -> str:
    if isinstance(fact, Quantity):
        return f"q{fact.dimension}:{fact.low:.6g}:{fact.high:.6g}"
    if isinstance(fact, Clock):
        return f"c{fact.minute}:{fact.zone}"
    return f"d{fact.year}:{fact.month}:{fact.day}:{fact.weekday}:{fact.until}:{fact.part}"


def _values(claim: ClaimFacts) -> set[str]:
    return {_value_key(fact) for facts in (claim.quantities, claim.moments, claim.clocks) for fact in facts}


def _elements(claim: ClaimFacts, values: set[str]) -> Elements:
    """The claim's elements; a fact whose value the other side has too matches that value alone."""
    stems = claim.words.stems
    count = len(stems)
    function_words = lexicon_of(claim.language).function_words
    facts: list[Fact] = [*claim.quantities, *claim.moments, *claim.clocks]
    if not facts:
        return Elements(claim, stems, range(count), range(1, count + 1), {}, function_words)
    keys: list[str] = []
    bounds: list[int] = []
    held: dict[int, Fact] = {}
    at = 0
    for fact in sorted(facts, key=lambda fact: fact.first):
        keys.extend(stems[at : fact.first])
        bounds.extend(range(at, fact.first))
        held[len(keys)] = fact
        keys.append(_fact_key(fact, values))
        bounds.append(fact.first)
        at = fact.end
    keys.extend(stems[at:])
    bounds.extend(range(at, count))
    return Elements(claim, tuple(keys), bounds, [*bounds[1:], count], held, function_words)


def _fact_key(fact: Fact, values: set[str]) -> str:
    key = _value_key(fact)
    if key in values:
        return key
    return f"\0{kind_of(fact)}"


def kind_of(fact: Fact) -> str:
    """What a fact may be compared with: its dimension (all currencies, and points and percent, are one) or type."""
    if isinstance(fact, Quantity):
        return "percent" if fact.dimension == "points" else fact.dimension.split(" ")[0]
    return "date" if isinstance(fact, Moment) else "clock"


def _match(left: tuple[str, ...], right: tuple[str, ...]) -> dict[int, int]:
    """Left to right indexes of matching keys, ascending in both; the same whichever side comes first."""
    if left > right:
        return {i: j for j, i in sorted((i, j) for i, j in _match(right, left).items())}
    head, tail = shared_ends(left, right)
    matches = dict(zip(range(head), range(head), strict=True))
    one, other = left[head : len(left) - tail], right[head : len(right) - tail]
    if one and other:
        for i, j, size in matching_blocks(one, other):
            matches.update(zip(range(head + i, head + i + size), range(head + j, head + j + size), strict=True))
    matches.update(zip(range(len(left) - tail, len(left)), range(len(right) - tail, len(right)), strict=True))
    return matches


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


def _hunks(matches: dict[int, int], left: Elements, right: Elements) -> tuple[Hunk, ...]:
    found = []
    left_at = right_at = 0
    for i, j in (*matches.items(), (len(left), len(right))):
        if i > left_at or j > right_at:
            lost, gained = left.between(left_at, i), right.between(right_at, j)
            found.append(Hunk((left_at, i), (right_at, j), lost, gained))
        left_at, right_at = i + 1, j + 1
    return tuple(found)


def _slots(left: Elements, right: Elements, matches: dict[int, int], hunks: Sequence[Hunk]) -> tuple[Slot, ...]:
    if not left.facts or not right.facts:
        return ()
    found = []
    for i, one in left.facts.items():
        j = matches.get(i)
        if j is not None and left.keys[i][0] == "\0" and j in right.facts:
            support = (matches.get(i - 1) == j - 1 >= 0) + (matches.get(i + 1) == j + 1)
            found.append(Slot(one, right.facts[j], support))
    unmatched_left = {left.keys[i] for i in left.facts if i not in matches}
    matched_right = set(matches.values())
    unmatched_right = {right.keys[j] for j in right.facts if j not in matched_right}
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
