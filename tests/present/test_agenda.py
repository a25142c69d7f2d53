"""What there is to review."""

from __future__ import annotations

from compare_app import compare, read_document
from compare_app.core.resources import resource_path
from compare_app.core.review import Decision, Review
from compare_app.present.agenda import Agenda
from compare_app.present.items import items_of
from compare_app.present.marks import Mark
from tests.report.comparisons import doubtful, mixed, same

SAMPLES = resource_path("samples", "swing-bridge")
COMPARISON = compare(read_document(SAMPLES / "first-draft.txt"), read_document(SAMPLES / "second-draft.html"))
ITEMS = items_of(COMPARISON)
AGENDA = Agenda(COMPARISON, ITEMS)


def test_every_finding_is_a_point_gravest_first() -> None:
    assert len(AGENDA.points) == sum(len(link.findings) for link in COMPARISON.links) + len(COMPARISON.elsewhere)
    marks = [point.mark for point in AGENDA.points]
    assert marks == sorted(marks, key=lambda mark: mark.gravity)
    assert Agenda(same(), items_of(same())).points == ()
    assert [point.mark for point in Agenda(doubtful(), items_of(doubtful())).points] == [Mark.POSSIBLE] * 2


def test_a_decision_counts_and_moves_nothing() -> None:
    review = Review()
    for place in range(len(AGENDA.points)):
        assert AGENDA.reviewed(review) == place
        review = review.decided(AGENDA.key(place), Decision.DISMISSED if place % 2 else Decision.CONFIRMED)
    again = Agenda(COMPARISON, items_of(COMPARISON, review))
    assert again.points == AGENDA.points
    assert again.reviewed(review) == len(AGENDA.points)


def test_the_card_of_a_point_is_the_one_of_its_finding() -> None:
    for place, point in enumerate(AGENDA.points):
        card = AGENDA.card(place, ITEMS, Review())
        assert (card.key, card.mark, card.sentence) == (AGENDA.key(place), point.mark, point.finding.message)
        review = Review().decided(AGENDA.key(place), Decision.DISMISSED)
        assert AGENDA.card(place, items_of(COMPARISON, review), review).mark is Mark.DISMISSED


def test_a_rule_that_was_dismissed_is_reviewed() -> None:
    agenda = Agenda(mixed(), items_of(mixed()))
    assert agenda.reviewed(Review().with_rule("number", dismissed=True)) == 1
    assert agenda.reviewed(Review().with_rule("date", dismissed=True)) == 0
