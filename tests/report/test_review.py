"""What a person decided and wrote is in every report, where its subject is."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from compare_app.core.resources import resource_path
from compare_app.core.review import Decision, Judgement, Review, elsewhere_key, finding_key
from compare_app.core.subjects import Indexes
from compare_app.report.data import render as render_data
from compare_app.report.format import ReportOptions
from compare_app.report.page import render as render_page
from compare_app.report.plain import render as render_plain
from tests.report.comparisons import doubtful, mixed

MIXED = mixed()
SUBJECT = Indexes.of(MIXED.left, MIXED.right).subject
CONFLICT = MIXED.links[1]
KEY = finding_key(MIXED, CONFLICT, CONFLICT.findings[0])
FULL = (
    Review(pins=(SUBJECT((0,), (0,)),), cuts=(SUBJECT((5,), (2,)),))
    .decided(KEY, Decision.CONFIRMED)
    .noted(KEY, "Twelve, says <b>the hospital</b>.")
    .judged(SUBJECT((2,), (3,)), Judgement.CONTRADICTS)
    .noted(SUBJECT((4,), (4,)), "Ask the brigade.")
    .noted(SUBJECT((5,), ()), "Why left out?")
    .with_rule("date", dismissed=True)
)


def test_the_json_report_names_each_subject_by_its_place() -> None:
    data = json.loads(render_data(MIXED, ReportOptions(review=FULL)))
    schema = json.loads(resource_path("schema", "comparison-1.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(data)
    assert data["review"] == [
        {"left_claim": 1, "finding": 0, "decision": "confirmed", "note": "Twelve, says <b>the hospital</b>."},
        {"left_claims": [2], "right_claims": [3], "judgement": "contradicts"},
        {"left_claims": [4], "right_claims": [4], "note": "Ask the brigade."},
        {"left_claims": [5], "right_claims": [], "note": "Why left out?"},
        {"left_claims": [0], "right_claims": [0], "decision": "pinned"},
        {"left_claims": [5], "right_claims": [2], "decision": "cut"},
        {"rule": "date", "decision": "dismissed"},
    ]
    assert data["summary"]["contradicting"] == 2


def test_the_text_report_shows_notes_also_on_what_is_the_same() -> None:
    report = render_plain(MIXED, ReportOptions(review=FULL))
    for note in ("Twelve, says <b>the hospital</b>.", "Ask the brigade.", "Why left out?"):
        assert f"  note   {note}" in report
    assert "= The same on both sides\n  left   Firemen came at dawn." in report
    assert "The two contradict, as the reviewer judged" in report


def test_the_page_escapes_notes() -> None:
    page = render_page(MIXED, ReportOptions(review=FULL))
    assert "Twelve, says &lt;b&gt;the hospital&lt;/b&gt;." in page
    assert "Judged to contradict by the reviewer" in page


def test_a_judgement_and_a_dismissed_rule_leave_findings_out_and_say_how_many() -> None:
    agrees = Review().judged(SUBJECT(CONFLICT.left, CONFLICT.right), Judgement.AGREES)
    for review in (agrees, Review().with_rule("number", dismissed=True)):
        report = render_plain(MIXED, ReportOptions(review=review))
        assert report.startswith("0 contradicting")
        assert "1 finding was dismissed by the reviewer" in report
    kept = agrees.decided(KEY, Decision.CONFIRMED)
    assert render_plain(MIXED, ReportOptions(review=kept)).startswith("1 contradicting")


def test_a_rule_is_dismissed_elsewhere_as_well_and_its_notes_are_told() -> None:
    comparison = doubtful()
    number = next(found for found in comparison.elsewhere if found.kind == "number")
    review = Review().with_rule("date", dismissed=True).noted(elsewhere_key(comparison, number), "Which toll?")
    report = render_plain(comparison, ReportOptions(review=review))
    assert "1887" not in "".join(line for line in report.splitlines() if "why" in line)
    assert "note   Which toll?" in report
