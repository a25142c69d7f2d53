"""Two claims laid side by side: which words and facts stand in the same place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from compare_app.core.facts import ClaimFacts, Moment, Quantity
from compare_app.facts.language import lexicon_of


@dataclass(frozen=True, slots=True)
class Element:
    """A word, or a fact taken as one: words `first` to `end`, half-open. `key` is what must be equal to match."""

    key: str
    first: int
    end: int
    fact: Quantity | Moment | None = None
    is_content: bool = True


@dataclass(frozen=True, slots=True)
class Hunk:
    """Elements that differ between two matches, half-open; one side may be empty."""

    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Slot:
    """Two facts of one type in the same place. `support` counts the matching neighbours, 0 to 2."""

    left: Quantity | Moment
    right: Quantity | Moment
    support: int


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two claims known to be about the same thing, with their elements matched.

    `matches` maps left to right element indexes; facts of one type match whatever their values when the words around
    them do. `containment` in [0, 1] is the share of the shorter claim's content words that match, `likeness` the
    share of both claims' content words.
    """

    left: ClaimFacts
    right: ClaimFacts
    left_elements: tuple[Element, ...]
    right_elements: tuple[Element, ...]
    matches: dict[int, int]
    hunks: tuple[Hunk, ...]
    slots: tuple[Slot, ...]
    containment: float
    likeness: float
    content: tuple[int, int]


def pair_up(left: ClaimFacts, right: ClaimFacts) -> Pair:
    """The claims laid side by side; swapping the arguments mirrors the result. O(words²) at worst."""
    values = _values(left) & _values(right)
    left_elements, right_elements = _elements(left, values), _elements(right, values)
    matches = _match([e.key for e in left_elements], [e.key for e in right_elements])
    hunks = _hunks(matches, len(left_elements), len(right_elements))
    shared = sum(left_elements[i].is_content for i in matches)
    left_content = sum(element.is_content for element in left_elements)
    right_content = sum(element.is_content for element in right_elements)
    return Pair(
        left, right, left_elements, right_elements, matches, hunks,
        slots=_slots(left_elements, right_elements, matches, hunks),
        containment=shared / max(1, min(left_content, right_content)),
        likeness=2 * shared / max(1, left_content + right_content),
        content=(left_content, right_content),
    )  # fmt: skip


def _value_key(fact: Quantity | Moment) -> str:
    if isinstance(fact, Quantity):
        return f"q{fact.dimension}:{fact.low:.6g}:{fact.high:.6g}"
    return f"d{fact.year}:{fact.month}:{fact.day}:{fact.weekday}:{fact.until}:{fact.part}"


def _values(claim: ClaimFacts) -> set[str]:
    return {_value_key(fact) for facts in (claim.quantities, claim.moments) for fact in facts}


def _elements(claim: ClaimFacts, values: set[str]) -> tuple[Element, ...]:
    """The claim's elements; a fact whose value the other side has too matches that value alone."""
    facts: list[Quantity | Moment] = sorted((*claim.quantities, *claim.moments), key=lambda fact: fact.first)
    function_words = lexicon_of(claim.language).function_words
    folded, stems = claim.words.folded, claim.words.stems
    found: list[Element] = []
    at = 0
    for fact in facts:
        found.extend(Element(stems[i], i, i + 1, None, folded[i] not in function_words) for i in range(at, fact.first))
        key = _value_key(fact)
        if key not in values:
            key = f"\0{fact.dimension}" if isinstance(fact, Quantity) else "\0date"
        found.append(Element(key, fact.first, fact.end, fact, is_content=False))
        at = fact.end
    found.extend(Element(stems[i], i, i + 1, None, folded[i] not in function_words) for i in range(at, len(folded)))
    return tuple(found)


def _match(left: list[str], right: list[str]) -> dict[int, int]:
    """Left to right indexes of matching keys, ascending in both; the same whichever side comes first."""
    if left > right:
        return {i: j for j, i in sorted((i, j) for i, j in _match(right, left).items())}
    shortest = min(len(left), len(right))
    head = next((i for i in range(shortest) if left[i] != right[i]), shortest)
    rest = shortest - head
    tail = next((i for i in range(rest) if left[-1 - i] != right[-1 - i]), rest)
    matches = {i: i for i in range(head)}
    middle = SequenceMatcher(None, left[head : len(left) - tail], right[head : len(right) - tail], autojunk=False)
    for start, other, size in middle.get_matching_blocks():
        matches.update({head + start + i: head + other + i for i in range(size)})
    matches.update({len(left) - tail + i: len(right) - tail + i for i in range(tail)})
    return matches


def _hunks(matches: dict[int, int], left_count: int, right_count: int) -> tuple[Hunk, ...]:
    found = []
    left_at = right_at = 0
    for i, j in (*matches.items(), (left_count, right_count)):
        if i > left_at or j > right_at:
            found.append(Hunk((left_at, i), (right_at, j)))
        left_at, right_at = i + 1, j + 1
    return tuple(found)


def _slots(
    left: Sequence[Element], right: Sequence[Element], matches: dict[int, int], hunks: Sequence[Hunk]
) -> tuple[Slot, ...]:
    found = []
    for i, j in matches.items():
        one, other = left[i].fact, right[j].fact
        if one is not None and other is not None and left[i].key[0] == "\0":
            support = (matches.get(i - 1) == j - 1 >= 0) + (matches.get(i + 1) == j + 1)
            found.append(Slot(one, other, support))
    unmatched_left = {e.key for i, e in enumerate(left) if e.fact is not None and i not in matches}
    matched_right = set(matches.values())
    unmatched_right = {e.key for j, e in enumerate(right) if e.fact is not None and j not in matched_right}
    moved = {key for key in unmatched_left & unmatched_right if key[0] != "\0"}
    for hunk in hunks:
        found.extend(_slots_in(left, right, hunk, moved))
    return tuple(found)


def _slots_in(left: Sequence[Element], right: Sequence[Element], hunk: Hunk, moved: set[str]) -> list[Slot]:
    """Slots between facts that alone of their type and dimension stand in one hunk; `moved` facts are elsewhere."""
    lefts, rights = (_by_type(side[slice(*part)], moved) for side, part in ((left, hunk.left), (right, hunk.right)))
    found = []
    for kind in lefts:
        if len(lefts[kind]) == len(rights.get(kind, ())) == 1:
            (one, before, after), (other, other_before, other_after) = lefts[kind][0], rights[kind][0]
            support = (before and other_before and hunk.left[0] > 0) + (
                after and other_after and hunk.left[1] < len(left)
            )
            found.append(Slot(one, other, support))
    return found


def _by_type(elements: Sequence[Element], moved: set[str]) -> dict[str, list[tuple[Quantity | Moment, bool, bool]]]:
    """Facts by type and dimension, with whether each is the first and the last of the elements."""
    found: dict[str, list[tuple[Quantity | Moment, bool, bool]]] = {}
    for at, element in enumerate(elements):
        if element.fact is not None and element.key not in moved:
            kind = element.fact.dimension if isinstance(element.fact, Quantity) else "date"
            found.setdefault(kind, []).append((element.fact, at == 0, at == len(elements) - 1))
    return found
