"""The rule runner: nothing on equal claims, spans inside the texts, mirrored results, broken rules reported."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_app.core.findings import Verdict
from compare_app.core.records import replace
from compare_app.facts.read import read_facts
from compare_app.rules import run
from compare_app.rules.pair import Pair
from compare_app.rules.run import RULES, run_rules

_WORDS = (
    "the fire killed 12 13 people in March 1998 1989 not never rose fell on Tuesday more than 41 million euros Paris "
    "Berlin he she said may all none first second $3.8m 5 km miles “quoted” , . before after husband wife"
)
_CLAIMS = st.lists(st.sampled_from(_WORDS.split()), max_size=14).map(" ".join)


@given(st.one_of(st.text(max_size=60), _CLAIMS))
def test_claim_against_itself_finds_nothing(text: str) -> None:
    """No rule fires on two equal claims, whatever they hold."""
    facts = read_facts(text, language="en")
    assert run_rules(facts, facts) == ()


@given(_CLAIMS, _CLAIMS)
def test_swapping_mirrors_and_spans_lie_inside(left: str, right: str) -> None:
    """Findings of the swapped claims are the same with their sides exchanged, and every span lies in its text."""
    one, other = read_facts(left, language="en"), read_facts(right, language="en")
    there, back = run_rules(one, other), run_rules(other, one)
    for finding in there:
        assert finding.left is None or finding.left.end <= len(left)
        assert finding.right is None or finding.right.end <= len(right)
    mirrored = {(finding.kind, finding.verdict, finding.right, finding.left) for finding in back}
    assert {(finding.kind, finding.verdict, finding.left, finding.right) for finding in there} == mirrored


def test_broken_rule_is_reported(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """A rule that raises is logged with its traceback and leaves a finding; the others still run."""

    def broken(pair: Pair) -> tuple[()]:
        raise RuntimeError("broken on purpose")

    monkeypatch.setattr(run, "RULES", (replace(RULES[0], name="broken", find=broken), *RULES))
    with caplog.at_level(logging.ERROR):
        found = run_rules(read_facts("12 people died.", language="en"), read_facts("13 people died.", language="en"))
    assert [finding.kind for finding in found if finding.left is None] == ["broken"]
    assert any(finding.verdict is Verdict.CONFLICT for finding in found)
    assert caplog.records[0].exc_info is not None
