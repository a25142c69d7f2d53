"""Decisions of a person: which finding they name, and what becomes of them."""

from __future__ import annotations

from compare_app.app.documents import Document
from compare_app.app.pipeline import compare
from compare_app.core.claim_index import ClaimName
from compare_app.core.comparison import Comparison
from compare_app.core.records import replace
from compare_app.core.review import Decision, Judgement, Review, elsewhere_key, finding_key
from compare_app.core.subjects import Subject

LEFT = "The bridge opened in 1998.\n\nThe mill fire killed 12 people.\n\nThe mayor spoke of the harbour for an hour."
RIGHT = "The bridge opened in 1989.\n\nThe mayor spoke of the harbour for an hour."


def compared(left: str, right: str) -> Comparison:
    return compare(Document.from_text(left, language="en"), Document.from_text(right, language="en"))


def keys(comparison: Comparison) -> set[str]:
    found = {finding_key(comparison, link, finding) for link in comparison.links for finding in link.findings}
    return found | {elsewhere_key(comparison, other) for other in comparison.elsewhere}


def test_a_decision_is_taken_changed_and_taken_back() -> None:
    review = Review().decided("a", Decision.CONFIRMED).decided("b", Decision.DISMISSED)
    assert review.decisions == {"a": Decision.CONFIRMED, "b": Decision.DISMISSED}
    assert review.decided("a", Decision.DISMISSED).decisions["a"] is Decision.DISMISSED
    assert review.decided("a", None).decided("b", None) == Review()


def test_a_key_survives_a_swap_and_another_text_around() -> None:
    first = keys(compared(LEFT, RIGHT))
    assert len(first) == 1
    assert keys(compared(RIGHT, LEFT)) == first
    assert keys(compared(f"Something new was said.\n\n{LEFT}", RIGHT)) == first


def test_another_claim_has_another_key() -> None:
    first = keys(compared(LEFT, RIGHT))
    assert not first & keys(compared(LEFT.replace("bridge", "old bridge"), RIGHT))
    assert not first & keys(compared(LEFT.replace("1998", "1997"), RIGHT))


def test_every_finding_of_a_claim_has_its_own_key() -> None:
    comparison = compared("In 1998 the bridge cost £4 million.", "In 1989 the bridge cost £6 million.")
    (link,) = comparison.links
    assert len(link.findings) > 1
    assert len(keys(comparison)) == len(link.findings)
    bare = replace(link.findings[0], left=None, right=None)
    assert finding_key(comparison, link, bare) not in keys(comparison)


def test_what_contradicts_without_a_link_has_one_key_from_both_sides() -> None:
    twice = "Twelve dead in mill fire\n\nThirteen people were killed when the old mill burned."
    there, back = compared(twice, "It rained."), compared("It rained.", twice)
    assert len(there.elsewhere) == 1
    assert [elsewhere_key(there, found) for found in there.elsewhere] == [
        elsewhere_key(back, found) for found in back.elsewhere
    ]


def test_a_dismissed_rule_dismisses_all_it_finds_but_what_was_confirmed() -> None:
    review = Review().decided("kept", Decision.CONFIRMED).with_rule("number", dismissed=True)
    assert review.dismisses("number", "any")
    assert not review.dismisses("number", "kept")
    assert not review.dismisses("date", "any")
    assert review.with_rule("number", dismissed=False) == Review().decided("kept", Decision.CONFIRMED)


def test_judgements_and_notes_are_given_and_taken_back() -> None:
    pair = Subject((ClaimName("It rained."),), (ClaimName("It snowed."),))
    review = Review().judged(pair, Judgement.CONTRADICTS).noted(pair, " Ask. \n").noted("key", "Why?")
    assert (review.notes, review.finding_notes) == ({pair: "Ask."}, {"key": "Why?"})
    assert review.mirrored.judgements == {pair.mirrored: Judgement.CONTRADICTS}
    assert review.mirrored.mirrored == review
    assert review.judged(pair, None).noted(pair, " ").noted("key", "") == Review()
