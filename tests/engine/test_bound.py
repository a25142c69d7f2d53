"""What a person pinned is linked, what a person cut is not, and the rest is aligned as ever."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_app.core.constraints import Constraints
from compare_app.core.control import Control
from compare_app.core.options import Options
from compare_app.engine.align import Alignment
from compare_app.engine.bound import align_bound
from compare_app.engine.groups import Group
from tests.engine.claims import aligned, document, pairs

LEFT = [
    "The library will close in May.",
    "It cost four million pounds to run last year.",
    "Readers have signed a petition against the plan.",
    "The building on Mill Street opened in 1962.",
]
RIGHT = [
    "The library will shut its doors in May.",
    "It cost six million pounds to run last year.",
    "Readers signed a petition against the plan on Monday.",
    "The old building on Mill Street was opened in 1962.",
]
_VOCABULARY = "the a river bank opened closed in 1998 1989 mayor said not Paris bridge of old 餅"
_WORDS = st.sampled_from(sorted(_VOCABULARY.split()))
_CLAIMS = st.lists(st.lists(_WORDS, max_size=9).map(" ".join), max_size=7)


def bound(left: Sequence[str], right: Sequence[str], constraints: Constraints, floor: float = 0.0) -> Alignment:
    """The alignment of the given claims under `constraints`."""
    options = Options(similarity_floor=floor)
    sides = document(left), document(right)
    return align_bound(*sides, constraints=constraints, options=options, control=Control())


def plain(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...], float, bool]]:
    return [(pairing.left, pairing.right, pairing.similarity, pairing.moved) for pairing in alignment.pairings]


@st.composite
def asked(draw: st.DrawFn) -> tuple[list[str], list[str], Constraints]:
    """Two texts, the second often near the first, with pins and cuts of some of their claims."""
    left = draw(_CLAIMS)
    right = draw(st.one_of(_CLAIMS, st.permutations(left)))
    free = [list(range(len(left))), list(range(len(right)))]
    pins = []
    for _ in range(draw(st.integers(0, 2))):
        if not free[0] or not free[1]:
            break
        pin = tuple(
            tuple(sorted(draw(st.lists(st.sampled_from(side), min_size=1, max_size=2, unique=True)))) for side in free
        )
        free = [[claim for claim in side if claim not in taken] for side, taken in zip(free, pin, strict=True)]
        pins.append((pin[0], pin[1]))
    pinned = {pair for pin in pins for pair in product(*pin)}
    open_pairs = sorted(set(product(range(len(left)), range(len(right)))) - pinned)
    cut = draw(st.lists(st.sampled_from(open_pairs), max_size=4, unique=True)) if open_pairs else []
    return left, right, Constraints(tuple(sorted(pins)), tuple(((i,), (j,)) for i, j in sorted(cut)))


@settings(max_examples=400, deadline=None)
@given(asked())
def test_pins_are_always_linked_and_cuts_never(given: tuple[list[str], list[str], Constraints]) -> None:
    left, right, constraints = given
    found = bound(left, right, constraints)
    assert set(constraints.pins) <= {(pairing.left, pairing.right) for pairing in found.pairings}
    assert not constraints.cut_pairs & pairs(found)
    for side, count, lone in ((0, len(left), found.lone_left), (1, len(right), found.lone_right)):
        linked = [claim for pairing in found.pairings for claim in (pairing.left, pairing.right)[side]]
        assert sorted([*linked, *(one.claim for one in lone)]) == list(range(count))
    assert [pairing.left for pairing in found.pairings] == sorted(pairing.left for pairing in found.pairings)


@settings(max_examples=400, deadline=None)
@given(asked())
def test_exchanging_the_sides_mirrors_the_result(given: tuple[list[str], list[str], Constraints]) -> None:
    left, right, constraints = given
    found, other = bound(left, right, constraints), bound(right, left, constraints.mirrored)
    assert plain(found) == sorted((ours, theirs, alike, moved) for theirs, ours, alike, moved in plain(other))
    assert (found.lone_left, found.lone_right) == (other.lone_right, other.lone_left)


def test_without_pins_and_cuts_nothing_is_another() -> None:
    assert bound(LEFT, RIGHT, Constraints()) == aligned(LEFT, RIGHT)
    assert pairs(aligned(LEFT, RIGHT)) == {(i, i) for i in range(4)}


@pytest.mark.parametrize("pin", [((0,), (3,)), ((0, 1), (2,)), ((0, 2), (1, 3))])
def test_what_is_not_pinned_stays_with_its_partner(pin: tuple[tuple[int, ...], tuple[int, ...]]) -> None:
    others = {(i, i) for i in range(4) if i not in pin[0] and i not in pin[1]}
    assert others <= pairs(bound(LEFT, RIGHT, Constraints(pins=(pin,))))


def test_a_pin_needs_no_likeness_and_is_moved_where_it_is_out_of_order() -> None:
    pin = ((0,), (3,))
    assert [(one.left, one.right) for one in bound(LEFT, RIGHT, Constraints(pins=(pin,)), floor=0.9).pairings] == [pin]
    found = bound(LEFT, RIGHT, Constraints(pins=(pin,)))
    assert {(one.left, one.right): one.moved for one in found.pairings}[pin]
    assert not any(one.moved for one in found.pairings if (one.left, one.right) != pin)


def test_a_cut_leaves_both_claims_alone_where_nothing_else_is_like_them() -> None:
    found = bound(LEFT, RIGHT, Constraints(cuts=(((1,), (1,)),)))
    assert pairs(found) == {(0, 0), (2, 2), (3, 3)}
    assert (found.lone_left[0].nearest, found.lone_right[0].nearest) == (1, 1)


def test_a_claim_that_was_cut_is_offered_to_another_that_has_no_partner() -> None:
    right = [*RIGHT, "To run it last year, four million pounds were spent."]
    assert (1, 1) in pairs(aligned(LEFT, right))
    assert (1, 4) in pairs(bound(LEFT, right, Constraints(cuts=(((1,), (1,)),))))


def test_a_claim_that_was_cut_is_not_linked_to_one_that_has_little_to_do_with_it() -> None:
    left = [*LEFT, "A second branch on Quay Street stays open all week for readers of every age."]
    right = ["The cost of a year is known to no reader.", *RIGHT]
    cut = ((1,), (2,))
    assert (1, 2) in pairs(aligned(left, right))
    found = bound(left, right, Constraints(cuts=(cut,)))
    assert pairs(found) == pairs(aligned(left, right)) - {(1, 2)}


def test_what_a_cut_leaves_of_a_link_of_several_stays_linked() -> None:
    left = ["The mill on the river burned down on Monday and twelve people were killed by the smoke."]
    right = ["The mill on the river burned down on Monday.", "Twelve people were killed by the smoke."]
    assert pairs(aligned(left, right)) == {(0, 0), (0, 1)}
    assert pairs(bound(left, right, Constraints(cuts=(((0,), (1,)),)))) == {(0, 0)}


def test_equal_texts_are_cut_and_pinned_as_well() -> None:
    found = bound(LEFT, LEFT, Constraints(pins=(((0,), (1,)),), cuts=(((2,), (2,)),)))
    assert pairs(found) == {(0, 1), (3, 3)}


def test_a_pin_of_a_claim_that_is_not_there_is_refused() -> None:
    with pytest.raises(IndexError):
        bound(LEFT, RIGHT, Constraints(pins=(((9,), (0,)),)))


_SAID = "He declined to comment on the matter."
_AROUND = (
    [_SAID, "Work on the pier begins in the autumn.", _SAID, "Ferries leave at nine.", _SAID],
    ["Nobody knows when the jetty will be mended.", _SAID],
)


@pytest.mark.parametrize("pinned", [1, 3])
def test_of_equal_claims_the_one_beside_a_pin_belongs_beside_it(pinned: int) -> None:
    pin = ((pinned,), (0,))
    assert pairs(bound(*_AROUND, Constraints(pins=(pin,)))) == {(pinned, 0), (pinned + 1, 1)}


@pytest.mark.parametrize("pin", [((0,), (4,)), ((0,), (2,))])
def test_a_pinned_pair_that_moved_takes_no_neighbour_along(pin: Group) -> None:
    colours = ("red", "blue", "green", "old", "new")
    left = [f"Passage {word} tells of a harbour and its {word} boats." for word in colours]
    right = [*left[1:], left[0].replace("tells", "told")]
    found = bound(left, right, Constraints(pins=(pin,)))
    assert {(i, i - 1) for i in range(1, 5) if i - 1 not in pin[1]} <= pairs(found)
    assert {(one.left, one.right): one.moved for one in found.pairings}[pin]
