"""Decisions follow an edited text, and nothing new is hidden by one about something else."""

from __future__ import annotations

from itertools import pairwise

import pytest

from compare_app.core.carried_review import carried
from compare_app.core.comparison import Comparison
from compare_app.core.finding_names import placed_findings
from compare_app.core.placed_review import PlacedReview, lost_decisions
from compare_app.core.records import replace
from compare_app.core.review import Decision, Judgement, Review
from compare_app.core.subjects import Subject
from tests.core.test_review import LEFT, RIGHT, compared

EDITS = (
    ("The bridge opened", "The old bridge had opened"),
    ("The bridge opened in 1998.", "The bridge opened in 1998, they say."),
    ("The bridge opened in 1998.", "News came in.\n\nThe bridge opened in 1998."),
    ("The mayor spoke", "The bridge opened in 1998. The mayor spoke"),
)
FIRST = ((0,), (0,))


def dismissed(comparison: Comparison) -> Review:
    """A review in which every finding is dismissed."""
    return Review(decisions={one.key: Decision.DISMISSED for one in placed_findings(comparison)})


def subject(comparison: Comparison, left: tuple[int, ...], right: tuple[int, ...]) -> Subject:
    return comparison.indexes.subject(left, right)


@pytest.mark.parametrize("edit", EDITS)
def test_what_was_said_of_a_finding_follows_its_claim(edit: tuple[str, str]) -> None:
    before, after = compared(LEFT, RIGHT), compared(LEFT.replace(*edit), RIGHT)
    review = dismissed(before)
    review = review.noted(next(iter(review.decisions)), "Both are wrong.")
    found = carried(review, before, after).review
    now = {one.key for one in placed_findings(after) if one.words == ("1989", "1998")}
    assert set(found.decisions) <= now
    assert set(found.finding_notes) <= now
    assert list(found.finding_notes.values()) == ["Both are wrong."]
    assert lost_decisions(after, found) == 0
    assert not found.strays


def test_another_figure_is_another_finding() -> None:
    before, after = compared(LEFT, RIGHT), compared(LEFT.replace("1998", "1997"), RIGHT)
    review = dismissed(before)
    found = carried(review, before, after).review
    assert found.decisions == review.decisions
    assert lost_decisions(after, found) == 1
    (name,) = found.strays.values()
    assert (name.kind, name.words) == ("date", ("1989", "1998"))
    assert name.about == subject(before, (0,), (0,))


def test_what_was_lost_holds_again_when_its_words_are_back_in_an_edited_claim() -> None:
    texts = [LEFT, LEFT.replace("1998", "1997"), LEFT.replace("The bridge", "The swing bridge")]
    first, second, third = (compared(text, RIGHT) for text in texts)
    found = carried(carried(dismissed(first), first, second).review, second, third).review
    assert lost_decisions(third, found) == 0
    assert found == dismissed(third)


def test_pins_cuts_and_notes_follow_step_by_step_as_far_as_the_claim_goes() -> None:
    steps = [
        "The bridge opened in 1998.",
        "The bridge was closed in 1998.",
        "A pier was closed in 1998.",
        "A pier was closed.",
    ]
    comparisons = [compared(LEFT.replace(steps[0], step), RIGHT) for step in steps]
    about = subject(comparisons[0], *FIRST)
    review = Review(pins=(about,), cuts=(about,)).noted(about, "Ask.")
    for before, after in pairwise(comparisons):
        review = carried(review, before, after).review
    now = subject(comparisons[-1], *FIRST)
    assert (review.pins, review.cuts, dict(review.notes)) == ((now,), (now,), {now: "Ask."})


def test_of_two_claims_of_the_same_words_a_note_stays_with_its_own() -> None:
    left = "Yes.\n\nThe mayor spoke of the harbour.\n\nYes."
    before, after = compared(left, RIGHT), compared(f"Yes.\n\n{left}", RIGHT)
    review = Review().noted(subject(before, (2,), ()), "The second.")
    found = carried(review, before, after).review
    assert PlacedReview.of(after, found).notes == {((3,), ()): "The second."}


@pytest.mark.parametrize("judgement", Judgement)
def test_a_judgement_follows_while_no_finding_comes_or_goes(judgement: Judgement) -> None:
    before = compared(LEFT, RIGHT)
    review = Review().judged(subject(before, *FIRST), judgement)
    reworded, changed = (
        compared(LEFT.replace("The bridge opened in 1998.", text), RIGHT)
        for text in ("The old bridge opened in 1998.", "The bridge never opened in 1998.")
    )
    followed, stayed = (carried(review, before, after).review for after in (reworded, changed))
    assert PlacedReview.of(reworded, followed).judgements == {FIRST: judgement}
    assert stayed == review
    assert lost_decisions(changed, stayed) == 1


def test_a_claim_that_is_gone_keeps_what_was_said_of_it() -> None:
    before, after = compared(LEFT, RIGHT), compared(LEFT.replace("The bridge opened in 1998.\n\n", ""), RIGHT)
    about = subject(before, *FIRST)
    review = replace(dismissed(before), pins=(about,)).noted(about, "Ask.")
    found = carried(review, before, after).review
    assert replace(found, strays={}) == review
    assert lost_decisions(after, found) == len(review.decisions) + 2
    assert carried(found, after, before).review == review


def test_the_sides_exchanged_change_nothing() -> None:
    before, after = compared(LEFT, RIGHT), compared(LEFT, RIGHT)
    swapped = replace(after, left=before.right, right=before.left)
    review = dismissed(before)
    assert carried(review, before, swapped).review is review
