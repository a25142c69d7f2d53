"""The words for findings: every rule has its own, and a shift is never called a contradiction."""

from __future__ import annotations

import pytest

from compare_app.core.findings import Finding, Verdict
from compare_app.core.links import Link, Relation
from compare_app.core.spans import Span
from compare_app.present.items import Item
from compare_app.present.marks import Mark
from compare_app.present.wording import KINDS, claims_counted, cut, finding_title, item_label, percent
from compare_app.rules.run import RULES


def finding(kind: str, verdict: Verdict) -> Finding:
    return Finding(kind, verdict, Span(0, 1), Span(0, 1), "Said.")


def test_every_rule_has_words_and_no_words_are_left_over() -> None:
    assert {rule.name for rule in RULES} == set(KINDS)


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict is not Verdict.CONFLICT])
def test_only_a_conflict_is_said_to_be_one(kind: str, verdict: Verdict) -> None:
    assert "cannot both be true" not in finding_title(finding(kind, verdict))
    assert finding_title(finding(kind, Verdict.CONFLICT)) != finding_title(finding(kind, verdict))


def test_an_item_is_labelled_by_its_gravest_finding() -> None:
    findings = tuple(finding(*given) for given in (("modality", Verdict.SHIFT), ("date", Verdict.POSSIBLE)))
    item = Item(Mark.SHIFTED, (0,), (0,), link=Link((0,), (0,), Relation.CHANGED, 0.5, findings=findings))
    assert item_label(item) == "Date"
    assert [found.kind for found in item.findings] == ["date", "modality"]


def test_counts_and_cuts() -> None:
    assert [claims_counted(count) for count in (0, 1, 1204)] == ["0 claims", "1 claim", "1,204 claims"]
    assert [cut(text, 5) for text in ("abcde", "abcdef", "abc def")] == ["abcde", "abcd…", "abc…"]


def test_almost_all_is_not_all() -> None:
    assert [percent(share) for share in (0, 0.996, 1)] == ["0%", "99%", "100%"]
