"""Facts of two claims that stand in the same place."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from compare_app.core.records import record
from compare_app.rules.elements import UNKEYED, Elements, Fact, Hunk, kind_of
from compare_app.rules.matching import Matches

_Place = TypeVar("_Place", bound=Hashable)

_SAME_BEFORE = 4  # words before two facts that say they are of the same, wherever they stand. Chosen by hand
_CONTENT_BEFORE = 2  # of them with content


@record
class Slot:
    """Two facts of one type in the same place. `support` counts the matching neighbours, 0 to 2."""

    left: Fact
    right: Fact
    support: int


def slots_of(left: Elements, right: Elements, matches: Matches, hunks: Sequence[Hunk]) -> tuple[Slot, ...]:
    """The slots of two claims whose elements match by `matches` and differ in `hunks`."""
    if not left.facts or not right.facts:
        return ()
    found = []
    for i, one in left.facts.items():
        j = matches.right_of(i)
        if j is not None and left.keys[i].startswith(UNKEYED) and j in right.facts:
            support = (matches.right_of(i - 1) == j - 1 >= 0) + (matches.right_of(i + 1) == j + 1)
            found.append(Slot(one, right.facts[j], support))
    unmatched_left = {left.keys[i] for i in left.facts if matches.right_of(i) is None}
    unmatched_right = {right.keys[j] for j in right.facts if matches.left_of(j) is None}
    moved = {key for key in unmatched_left & unmatched_right if not key.startswith(UNKEYED)}
    for hunk in hunks:
        found.extend(_slots_in(left, right, hunk, moved))
    if _has_free(left, found) and _has_free(right, found):
        found.extend(_in_moved_clauses(left, right, found))
        found.extend(_only_ones(left, right, found))
    age = _age_slot(left, right)
    return tuple(found) if age is None else (*(slot for slot in found if slot.left is not age.left), age)


def _has_free(elements: Elements, found: Sequence[Slot]) -> bool:
    """Whether a fact is free for one more slot."""
    held = _held(found)
    return any(_is_free(elements, at, held) for at in elements.facts)


def _in_moved_clauses(left: Elements, right: Elements, found: Sequence[Slot]) -> list[Slot]:
    """Slots of facts behind the same words, wherever they stand: "since the last tram ran in 1965", first or last."""
    held = _held(found)
    ours, theirs = (_by_place((at, _behind(side, at, held)) for at in side.facts) for side in (left, right))
    return [Slot(left.facts[i], right.facts[j], 1) for i, j in _alone(ours, theirs)]


def _only_ones(left: Elements, right: Elements, found: Sequence[Slot]) -> list[Slot]:
    """Slots of facts that are the only ones of their kind on either side, wherever they stand: "nine workers"."""
    held = _held(found)
    ours, theirs = (_by_place((at, thing_at(side, at)) for at in side.facts) for side in (left, right))
    pairs = _alone(ours, theirs)
    return [
        Slot(left.facts[i], right.facts[j], 0) for i, j in pairs if _is_free(left, i, held) and _is_free(right, j, held)
    ]


def _slots_in(left: Elements, right: Elements, hunk: Hunk, moved: set[str]) -> list[Slot]:
    """Slots between facts that alone of their type and dimension stand in one hunk; `moved` facts are elsewhere."""
    ours = _by_place(_kinds_in(left, hunk.left, moved))
    theirs = _by_place(_kinds_in(right, hunk.right, moved)) if ours else {}
    found = []
    for i, j in _alone(ours, theirs):
        joined_before = i == hunk.left[0] > 0 and j == hunk.right[0] > 0
        joined_after = i + 1 == hunk.left[1] < len(left) and j + 1 == hunk.right[1] < len(right)
        found.append(Slot(left.facts[i], right.facts[j], joined_before + joined_after))
    return found


def _age_slot(left: Elements, right: Elements) -> Slot | None:
    """The slot of the only age on either side, wherever it stands: "the 53-year-old driver", "the driver, 35,"."""
    lefts = [i for i, fact in left.facts.items() if kind_of(fact) == "age"]
    rights = [j for j, fact in right.facts.items() if kind_of(fact) == "age"]
    if len(lefts) != 1 or len(rights) != 1:
        return None
    return Slot(left.facts[lefts[0]], right.facts[rights[0]], 1)


def _by_place(places: Iterable[tuple[int, _Place | None]]) -> dict[_Place, list[int]]:
    """Indexes of facts by where they stand; what has no place is left out."""
    found: dict[_Place, list[int]] = {}
    for at, place in places:
        if place is not None:
            found.setdefault(place, []).append(at)
    return found


def _alone(ours: Mapping[_Place, Sequence[int]], theirs: Mapping[_Place, Sequence[int]]) -> list[tuple[int, int]]:
    """The facts of both sides that stand alone in the same place."""
    return [(places[0], theirs[at][0]) for at, places in ours.items() if len(places) == len(theirs.get(at, ())) == 1]


def _behind(elements: Elements, at: int, held: set[int]) -> tuple[str, ...] | None:
    """The kind of a fact and the words before it; None where these are few or the fact is taken."""
    before = range(at - _SAME_BEFORE, at)
    if not _is_free(elements, at, held) or before.start < 0:
        return None
    is_told = sum(map(elements.is_content, before)) >= _CONTENT_BEFORE
    return (kind_of(elements.facts[at]), *elements.keys[before.start : at]) if is_told else None


def thing_at(elements: Elements, at: int) -> tuple[str, str] | None:
    """What the fact at an index is of: its kind, or what a plain count counts. None where that is not said."""
    kind = kind_of(elements.facts[at])
    if kind:
        return kind, ""
    return ("", elements.keys[at + 1]) if at + 1 < len(elements) and elements.is_content(at + 1) else None


def _kinds_in(elements: Elements, part: tuple[int, int], moved: set[str]) -> Iterator[tuple[int, str]]:
    """Indexes of the facts inside `part`, with their type and dimension."""
    for at in range(*part):
        fact = elements.facts.get(at)
        if fact is not None and elements.keys[at] not in moved:
            yield at, kind_of(fact)


def _held(found: Sequence[Slot]) -> set[int]:
    """The facts, by identity, that have a slot."""
    return {id(fact) for slot in found for fact in (slot.left, slot.right)}


def _is_free(elements: Elements, at: int, held: set[int]) -> bool:
    """Whether a fact has no slot, nor stands on the other side too: there it tells of the same thing."""
    return elements.keys[at].startswith(UNKEYED) and id(elements.facts[at]) not in held
