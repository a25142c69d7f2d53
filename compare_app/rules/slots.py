"""Facts of two claims that stand in the same place."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.records import record
from compare_app.rules.elements import UNKEYED, Elements, Fact, Hunk, kind_of
from compare_app.rules.matching import Matches

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
    found.extend(_in_moved_clauses(left, right, found))
    found.extend(_only_ones(left, right, found))
    age = _age_slot(left, right)
    return tuple(found) if age is None else (*(slot for slot in found if slot.left is not age.left), age)


def _in_moved_clauses(left: Elements, right: Elements, found: Sequence[Slot]) -> list[Slot]:
    """Slots of facts behind the same words, wherever they stand: "since the last tram ran in 1965", first or last."""
    held = {id(fact) for slot in found for fact in (slot.left, slot.right)}
    ours, theirs = (_behind(side, held) for side in (left, right))
    return [Slot(fact, theirs[place], 1) for place, fact in ours.items() if place in theirs]


def _only_ones(left: Elements, right: Elements, found: Sequence[Slot]) -> list[Slot]:
    """Slots of facts that are the only ones of their kind on either side, wherever they stand: "nine workers"."""
    held = {id(fact) for slot in found for fact in (slot.left, slot.right)}
    ours, theirs = (_by_thing(side) for side in (left, right))
    things = [thing for thing, places in ours.items() if len(places) == len(theirs.get(thing, ())) == 1]
    pairs = [(ours[thing][0], theirs[thing][0]) for thing in things]
    return [
        Slot(left.facts[i], right.facts[j], 0)
        for i, j in pairs
        if left.keys[i].startswith(UNKEYED)
        and right.keys[j].startswith(UNKEYED)
        and held.isdisjoint((id(left.facts[i]), id(right.facts[j])))
    ]


def _by_thing(elements: Elements) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for at in elements.facts:
        thing = thing_at(elements, at)
        if thing is not None:
            found.setdefault(thing, []).append(at)
    return found


def thing_at(elements: Elements, at: int) -> tuple[str, str] | None:
    """What the fact at an index is of: its kind, or what a plain count counts. None where that is not said."""
    kind = kind_of(elements.facts[at])
    if kind:
        return kind, ""
    return ("", elements.keys[at + 1]) if at + 1 < len(elements) and elements.is_content(at + 1) else None


def _behind(elements: Elements, held: set[int]) -> dict[tuple[str, ...], Fact]:
    """The facts that are not `held`, by their kind and the words before; none of two behind the same words.

    What stands on the other side too is left out: it tells of the same thing there, wherever it stands.
    """
    found: dict[tuple[str, ...], list[Fact]] = {}
    for at, fact in elements.facts.items():
        before = range(at - _SAME_BEFORE, at)
        is_own = elements.keys[at].startswith(UNKEYED) and id(fact) not in held
        if is_own and before.start >= 0 and sum(map(elements.is_content, before)) >= _CONTENT_BEFORE:
            found.setdefault((kind_of(fact), *elements.keys[before.start : at]), []).append(fact)
    return {place: facts[0] for place, facts in found.items() if len(facts) == 1}


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
