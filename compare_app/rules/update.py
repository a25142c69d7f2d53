"""Tells a newer figure from a contradiction: both claims date their figures, and the dates differ."""

from __future__ import annotations

from functools import cache

from compare_app.core.facts import Moment
from compare_app.core.findings import Finding, Verdict
from compare_app.core.lexicon import load_lexicon
from compare_app.core.records import replace
from compare_app.facts.claim import ClaimFacts
from compare_app.rules.pair import Pair

_DATED = ("date", "number")


def as_update(pair: Pair, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """`findings` with figures and dates called updated where both sides say "as of" another day.

    Without such words in a date, documents of different days that both say "so far" count as well.
    """
    if not any(finding.kind in _DATED for finding in findings) or not _is_update(pair):
        return findings
    return tuple(
        replace(finding, verdict=Verdict.UPDATED)
        if finding.kind in _DATED and finding.verdict in (Verdict.CONFLICT, Verdict.POSSIBLE)
        else finding
        for finding in findings
    )


def _is_update(pair: Pair) -> bool:
    for slot in pair.slots:
        are_dates = isinstance(slot.left, Moment) and isinstance(slot.right, Moment)
        if are_dates and _is_dated(pair.left, slot.left.first) and _is_dated(pair.right, slot.right.first):
            return True
    dates = pair.left.date[:10], pair.right.date[:10]
    if not all(dates) or dates[0] == dates[1]:
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
