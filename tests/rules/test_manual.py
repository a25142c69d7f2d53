"""The page about the rules says what the rules say."""

from __future__ import annotations

import json

from compare_app.core.resources import resource_path
from compare_app.rules.manual import rules_page
from compare_app.rules.run import RULES


def test_page_is_up_to_date() -> None:
    """resources/docs/rules.md is what the rules make; run python -m compare_app.rules.manual after a change."""
    assert (resource_path("docs") / "rules.md").read_text(encoding="utf-8") == rules_page()


def test_page_shows_what_was_measured() -> None:
    """The counts are of these rules, and each rule that alarms has some."""
    rules = json.loads((resource_path("docs") / "rule_scores.json").read_text(encoding="utf-8"))["rules"]
    assert list(rules) == [rule.name for rule in RULES]
    counts = [pair for sets in rules.values() for row in sets.values() for pair in row.values()]
    assert counts
    assert all(of >= part >= 0 for of, part in counts)
    assert {rule for rule, sets in rules.items() if not sets} <= {"modality", "attribution", "quotation"}


def test_page_shows_each_rule_at_work() -> None:
    """Every rule's firing pair yields a message on the page."""
    sections = rules_page().split("\n## ")[1:]
    assert len(sections) == len(RULES) + 2  # and what no link joins, and two short reports
    assert all("\n> " in section for section in sections)
