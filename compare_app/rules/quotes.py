"""Tells whether two claims quote prices at two times of one day of trading."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from compare_app.core.findings import Verdict
from compare_app.core.lexicon import load_lexicon
from compare_app.facts.claim import ClaimFacts
from compare_app.rules.pair import Pair

_NEAR = 3
"""Words before one of trading among which the time of the day is looked for; chosen by hand."""


def quoted_at_two_times(pair: Pair) -> Verdict | None:
    """What other prices are where the claims quote them at other times of the day; None where they do not.

    "In midday trading" and "at the close" they were brought up to date; where one claim names no time, it is possible.
    """
    words = _words(pair.left.language)
    if not words or not any(words["traded"].intersection(claim.words.folded) for claim in (pair.left, pair.right)):
        return None
    left, right = _times(pair.left, words), _times(pair.right, words)
    if not left ^ right:
        return None
    return Verdict.UPDATED if left and right else Verdict.POSSIBLE


def _times(claim: ClaimFacts, words: Mapping[str, frozenset[str]]) -> set[str]:
    """The words that tell when a claim quotes prices."""
    folded = claim.words.folded
    found = words["ends"].intersection(folded)
    trading = [at for at, word in enumerate(folded) if word in words["trading"]]
    near = {word for at in trading for word in folded[max(0, at - _NEAR) : at]}
    return ({"close"} if found else set()) | (words["times"] & near) | words["alone"].intersection(folded)


@cache
def _words(language: str) -> Mapping[str, frozenset[str]]:
    given: Mapping[str, str] = load_lexicon(language, "dates").get("quotes", {})
    return {name: frozenset(written.split()) for name, written in given.items()}
