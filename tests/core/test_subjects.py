"""Names of claims that outlive another reading of their text."""

from __future__ import annotations

from compare_app.core.claim_index import ClaimName
from compare_app.core.subjects import Indexes, Subject
from tests.engine.claims import document

FIRST = ["The bridge opened in 1998.", "Yes.", "The mill fire killed 12 people on Monday.", "Yes."]


def test_every_claim_has_its_own_name_and_is_found_by_it() -> None:
    index = document(FIRST).index
    names = [index.name(claim) for claim in range(len(FIRST))]
    assert len(set(names)) == len(FIRST)
    assert [index.find(name) for name in names] == [0, 1, 2, 3]


def test_a_name_holds_in_another_reading() -> None:
    name = document(FIRST).index.name(2)
    other = document(["Something new.", "the  mill fire killed 12 people, on Monday"]).index
    assert other.find(name) == 1
    assert other.find(ClaimName("Yes.")) is None


def test_of_fewer_claims_of_the_same_words_the_last_is_meant() -> None:
    assert document(["Yes.", "It rained."]).index.find(ClaimName("Yes.", 1)) == 0


def test_an_edited_claim_is_found_where_that_is_wanted_and_only_one_is_near() -> None:
    name = ClaimName("The mill fire killed 12 people on Monday.")
    edited = "The old mill fire killed 13 people on Monday."
    assert document([edited, "It rained."]).index.find(name) is None
    assert document([edited, "It rained."]).index.find(name, edited=True) == 0
    assert document([edited, edited.replace("13", "14")]).index.find(name, edited=True) is None
    assert document(["It rained on Tuesday."]).index.find(ClaimName("It rained on Monday."), edited=True) is None


def test_a_subject_is_placed_on_either_side() -> None:
    left, right = document(["The bridge opened."]), document(["It rained.", "The bridge was opened."])
    subject = Indexes.of(left, right).subject((0,), (1,))
    assert Indexes.of(left, right).place(subject) == ((0,), (1,))
    assert Indexes.of(right, left).place(subject) == ((1,), (0,))
    assert Indexes.of(left, left).place(subject) is None


def test_a_subject_stays_on_its_side_where_both_texts_have_its_words() -> None:
    both = document(["It rained.", "It snowed."])
    subject = Subject((ClaimName("It rained."),), (ClaimName("It snowed."),))
    assert Indexes.of(both, both).place(subject) == ((0,), (1,))
    assert Indexes.of(both, both).place(subject.mirrored) == ((1,), (0,))


def test_an_index_that_was_filled_in_portions_or_in_part_finds_the_same() -> None:
    names = [document(FIRST).index.name(claim) for claim in range(len(FIRST))]
    for portion in (1, 3, 100):
        index = document(FIRST).index
        assert index.fill(portion) is (portion < len(FIRST))
        assert [index.find(name) for name in names] == [0, 1, 2, 3]
        assert not index.fill(portion)
