"""Where the decisions of a review stand in a comparison, and which stand nowhere any more."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from compare_app.core.claim_index import ClaimIndex
from compare_app.core.comparison import Comparison
from compare_app.core.placed_review import PlacedReview, lost_decisions
from compare_app.core.review import Decision, Judgement, Review, finding_key
from compare_app.core.subjects import Indexes, Subject
from tests.core.test_review import LEFT, RIGHT, compared


def subject(comparison: Comparison, left: tuple[int, ...], right: tuple[int, ...]) -> Subject:
    return Indexes.of(comparison.left, comparison.right).subject(left, right)


def everything(comparison: Comparison) -> Review:
    """A review that says something of each kind about the first link."""
    link = next(link for link in comparison.links if link.findings)
    about, key = subject(comparison, link.left, link.right), finding_key(comparison, link, link.findings[0])
    review = Review(pins=(about,), cuts=(about,)).decided(key, Decision.CONFIRMED)
    return review.judged(about, Judgement.CONTRADICTS).noted(about, "Ask.").noted(key, "Why?")


def test_a_review_is_found_again_after_a_swap_and_beside_other_text() -> None:
    review = everything(compared(LEFT, RIGHT))
    for again in (compared(LEFT, RIGHT), compared(RIGHT, LEFT), compared(f"News came in.\n\n{LEFT}", RIGHT)):
        placed = PlacedReview.of(again, review)
        link = next(link for link in again.links if link.findings)
        assert lost_decisions(again, review) == 0
        assert placed.judgement(link) is Judgement.CONTRADICTS
        assert placed.notes_on(link.left, link.right) == ("Ask.",)


def test_the_texts_are_indexed_once_however_often_a_review_is_laid_upon_them(monkeypatch: pytest.MonkeyPatch) -> None:
    comparison, review = compared(LEFT, RIGHT), everything(compared(LEFT, RIGHT))
    made: list[Sequence[str]] = []

    def index(texts: Sequence[str]) -> ClaimIndex:
        made.append(texts)
        return ClaimIndex(texts)

    monkeypatch.setattr("compare_app.core.document.ClaimIndex", index)
    for _ in range(2):
        PlacedReview.of(comparison, review)
        lost_decisions(comparison, review)
    assert made == [[claim.text for claim in side.claims] for side in (comparison.left, comparison.right)]


def test_what_is_about_gone_words_is_counted_and_comes_back_with_them() -> None:
    review = everything(compared(LEFT, RIGHT))
    other = compared("It rained.", "It snowed.")
    assert lost_decisions(other, review) == 6
    assert PlacedReview.of(other, review) == PlacedReview()
    assert lost_decisions(compared(LEFT, RIGHT), review) == 0


def test_a_note_follows_an_edited_claim_but_a_judgement_does_not() -> None:
    before = "The mill fire killed 12 people last Monday."
    review_of = compared(before, "It snowed.")
    about = subject(review_of, (0,), (0,))
    review = Review().noted(about, "Ask.").judged(about, Judgement.AGREES)
    edited = compared(before.replace("12", "120"), "It snowed.")
    after = PlacedReview.of(edited, review)
    assert after.notes == {((0,), (0,)): "Ask."}
    assert after.judgements == {}
    assert lost_decisions(edited, review) == 1


def test_a_note_on_one_claim_is_shown_with_whatever_holds_it() -> None:
    comparison = compared(LEFT, RIGHT)
    placed = PlacedReview.of(comparison, Review().noted(subject(comparison, (1,), ()), "Who says so?"))
    assert placed.notes_on((0, 1), (3,)) == ("Who says so?",)
    assert placed.notes_on((0,), (1,)) == ()
