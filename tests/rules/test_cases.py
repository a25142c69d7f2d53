"""Every case of cases/*.toml: pairs on which a rule fires, and pairs on which all rules stay silent.

A file `<language>_<rule>.toml` holds `fires = [[left, right], …]`, `possible = […]` and `shift = […]`; files named
`<language>_silent_*.toml` hold `silent = [[left, right], …]`, pairs without a conflict or a possible one, and
`unmarked = […]`, pairs without any finding. A third item is the date of both documents. A new case
needs no code.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from compare_app.core.findings import Finding, Verdict
from compare_app.facts.read import read_facts
from compare_app.rules.pair import Pair
from compare_app.rules.rule import Rule
from compare_app.rules.run import RULES, run_rules

CASES = Path(__file__).parent / "cases"
_VERDICTS = {
    "fires": Verdict.CONFLICT,
    "possible": Verdict.POSSIBLE,
    "shift": Verdict.SHIFT,
    "updated": Verdict.UPDATED,
}


_Case = tuple[str, str, str, str, str, str]


def judge(left: str, right: str, language: str = "en", date: str = "") -> tuple[Finding, ...]:
    """Findings of two claims, of documents of `date` (ISO 8601) or none."""
    return run_rules(*(read_facts(claim, language=language, date=date) for claim in (left, right)))


def _cases() -> Iterator[_Case]:
    for path in sorted(CASES.glob("*.toml")):
        language, _, kind = path.stem.partition("_")
        for expected, pairs in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for left, right, *date in pairs:
                yield language, kind, expected, left, right, "".join(date)


def _identity(case: _Case) -> str:
    return f"{case[0]}-{case[1]}-{case[2]}-{case[3][:40]}"


@pytest.mark.parametrize("case", list(_cases()), ids=_identity)
def test_case(case: _Case) -> None:
    """The rule fires with its verdict, or nothing alarms; the other direction says the same, mirrored."""
    language, kind, expected, left, right, date = case
    there, back = judge(left, right, language, date), judge(right, left, language, date)
    alarming = {(finding.kind, finding.verdict) for finding in there if finding.verdict is not Verdict.SHIFT}
    if expected == "silent":
        assert not alarming
    elif expected == "unmarked":
        assert not there
    else:
        assert (kind, _VERDICTS[expected]) in {(finding.kind, finding.verdict) for finding in there}
    mirrored = {(finding.kind, finding.verdict, finding.right, finding.left) for finding in back}
    assert {(finding.kind, finding.verdict, finding.left, finding.right) for finding in there} == mirrored


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.signs], ids=lambda rule: rule.name)
def test_rule_with_signs_finds_nothing_without_them(rule: Rule) -> None:
    """A rule is not asked about pairs of which one side bears none of its signs, and would find nothing."""
    for language, _, _, left, right, date in _cases():
        pair = Pair(*(read_facts(claim, language=language, date=date) for claim in (left, right)))
        if not (rule.signs & pair.left.signs and rule.signs & pair.right.signs):
            assert not tuple(rule.find(pair)), (left, right)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_shows_what_it_marks(rule: object) -> None:
    """The example pairs of each rule do what they promise."""
    found = next(one for one in RULES if one is rule)
    assert found.name in {finding.kind for finding in judge(*found.fires)}
    assert found.name not in {finding.kind for finding in judge(*found.silent)}
