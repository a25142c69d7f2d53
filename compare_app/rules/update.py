"""Tells a newer figure from a contradiction: both claims date their figures, and the dates differ."""

from __future__ import annotations

import re
from functools import cache

from compare_app.core.facts import Moment
from compare_app.core.findings import Finding, Verdict
from compare_app.core.lexicon import load_lexicon
from compare_app.core.records import replace
from compare_app.core.spans import Span
from compare_app.facts.claim import ClaimFacts
from compare_app.rules.pair import Pair
from compare_app.rules.quotes import quoted_at_two_times

_DATED = frozenset(("date", "number"))
_QUOTED = frozenset(("class", "date", "number", "time"))
"""Kinds of findings on prices, with those on the times at which they are quoted."""
_CLAUSE_END = re.compile(r"[;()—–]|[,:.](?=\s)")


def as_update(pair: Pair, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """`findings` with figures and dates called updated where both sides say "as of" another day.

    Without such words in a date, documents of different days that both say "so far" count as well. Where the days
    alone differ nothing was brought up to date: another day for the same state of things is possible. So are figures
    that stand beside another date ("in 2014", "in 2016") without such words: each may hold at its own time. Prices are
    quoted at a time of the day.
    """
    kinds = {finding.kind for finding in findings if finding.verdict.is_alarm}
    if kinds.isdisjoint(_DATED):
        return findings
    if _is_update(pair):
        is_newer = "number" in kinds or not pair.is_alike
        return tuple([_as(one, Verdict.UPDATED if is_newer else Verdict.POSSIBLE) for one in findings])
    if "number" in kinds and (verdict := quoted_at_two_times(pair)) is not None:
        return tuple([_as(one, verdict, kinds=_QUOTED) for one in findings])
    if kinds.issuperset(_DATED) and _share_a_clause(pair, findings):
        return tuple([_as(one, Verdict.POSSIBLE) for one in findings])
    return findings


def _as(finding: Finding, verdict: Verdict, *, kinds: frozenset[str] = _DATED) -> Finding:
    is_meant = finding.kind in kinds and finding.verdict.is_alarm
    return replace(finding, verdict=verdict) if is_meant else finding


def _share_a_clause(pair: Pair, findings: tuple[Finding, ...]) -> bool:
    """Whether a figure and a date that are marked stand in one clause on both sides."""
    figures, dates = ([one for one in findings if one.kind == kind] for kind in ("number", "date"))
    return any(
        _joined(pair.left.text, figure.left, date.left) and _joined(pair.right.text, figure.right, date.right)
        for figure in figures
        for date in dates
    )


def _joined(text: str, one: Span | None, other: Span | None) -> bool:
    if one is None or other is None:
        return False
    first, last = sorted((one, other), key=lambda span: span.start)
    return _CLAUSE_END.search(text, first.end, last.start) is None


def are_two_days(one: str, other: str) -> bool:
    """Whether two dates (ISO 8601, or empty where none is known) are of different days."""
    return bool(one and other) and one[:10] != other[:10]


def _is_update(pair: Pair) -> bool:
    for slot in pair.slots:
        are_dates = isinstance(slot.left, Moment) and isinstance(slot.right, Moment)
        if are_dates and _is_dated(pair.left, slot.left.first) and _is_dated(pair.right, slot.right.first):
            return True
    if not are_two_days(pair.left.date, pair.right.date):
        return False
    return all(
        any(_says(claim, "so_far", at) for at in range(1, len(claim.words) + 1)) for claim in (pair.left, pair.right)
    )


def _is_dated(claim: ClaimFacts, first: int) -> bool:
    """Whether "as of" stands before the date at word `first`, with at most a time of day between."""
    clock = next((clock for clock in claim.clocks if clock.end == first), None)
    return _says(claim, "as_of", clock.first if clock else first)


@cache
def _phrases(language: str, name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in load_lexicon(language, "dates").get(name, ()))


def _says(claim: ClaimFacts, name: str, before: int) -> bool:
    """Whether one of the phrases `name` ends right before word `before`."""
    folded = claim.words.folded
    return any(
        folded[before - len(phrase) : before] == phrase
        for phrase in _phrases(claim.language, name)
        if before >= len(phrase)
    )
