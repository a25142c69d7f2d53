"""What is found of contradictions planted in pairs of short reports does not get less, and nothing else is marked."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from compare_app.app.documents import Document
from compare_app.core.findings import Verdict
from compare_app.core.links import Link, Relation
from compare_app.rules.told.apart import find_apart
from tests.quality.outlets.measure import HARMLESS, judged
from tests.quality.planted.measure import Measured
from tests.quality.planted.texts import read_reports

_ALARMS = (Verdict.CONFLICT, Verdict.POSSIBLE, Verdict.UPDATED)
_LEAST_MARKED = {False: 35, True: 13}
"""Contradictions marked of 52 in the pairs to develop on and of 25 in the others, when this was written."""


@cache
def _measured(*, held_out: bool) -> dict[str, Measured]:
    return {name: Measured(texts) for name, texts in read_reports(held_out=held_out).items()}


def _outcomes(*, held_out: bool) -> Counter[str]:
    found: Counter[str] = Counter()
    for measured in _measured(held_out=held_out).values():
        found.update(measured.counts().get("conflict", Counter()))
    return found


@pytest.mark.parametrize("held_out", [False, True])
def test_as_many_contradictions_are_marked_as_before(*, held_out: bool) -> None:
    found = _outcomes(held_out=held_out)
    assert found.total() - found["missed"] >= _LEAST_MARKED[held_out]


@pytest.mark.parametrize("held_out", [False, True])
def test_harmless_differences_draw_no_alarm(*, held_out: bool) -> None:
    marked = {
        name: [one.finding.message for one in measured.unplanted() if one.finding.verdict in _ALARMS]
        for name, measured in _measured(held_out=held_out).items()
    }
    assert {name: messages for name, messages in marked.items() if messages} == {}


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless_pairs_of_two_outlets_are_told_as_one(name: str) -> None:
    """Each pair as two documents whose only claims a link joins."""
    link = (Link((0,), (0,), Relation.CHANGED, 0.5),)
    apart = []
    for pair in judged(name):
        left, right = (Document.from_claims([claim], language="en") for claim in (pair.left, pair.right))
        apart += [(found.rule, pair.left, pair.right) for found in find_apart(left, right, link)]
    assert apart == []


def test_there_are_as_many_pairs_as_were_written() -> None:
    reports = read_reports(held_out=False), read_reports(held_out=True)
    assert [len(pairs) for pairs in reports] == [25, 6]
    assert sum(not any(change.verdict for change in pair.changes) for pair in reports[0].values()) == 14
