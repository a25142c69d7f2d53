"""Whether what happened on a day and what has been so since another are one thing: "opened", "has been open"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from compare_app.core.facts import Moment
from compare_app.core.findings import Finding
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.stems import stems_of
from compare_app.rules.pair import Pair


def is_begun(pair: Pair, left: Moment, right: Moment) -> bool | None:
    """Whether one date begins what the other side says has been so since its own; None where both or neither do.

    That side must say nothing else: who became mayor need not be captain, and a pool may open to others later.
    """
    is_since, is_since_right = _is_since(pair.left, left), _is_since(pair.right, right)
    if is_since == is_since_right:
        return None
    event, state = (pair.right, pair.left) if is_since else (pair.left, pair.right)
    states = _states(pair.left.language)
    begun = {word for base in event.stems & states.keys() for word in states[base]}
    function_words = lexicon_of(state.language).function_words
    dated = {at for moment in state.moments for at in range(moment.first, moment.end)}
    said = {state.words.stems[at] for at, word in enumerate(state.words.folded) if word not in function_words}
    rest = said - event.stems - begun - {state.words.stems[at] for at in dated}
    return not rest and not begun.isdisjoint(state.stems)


def is_of_one_begin(pair: Pair, finding: Finding) -> bool:
    """Whether the finding holds the date of what happened once, and of what has been so since."""
    return any(
        finding.left == pair.left.words.span(left.first, left.end)
        and finding.right == pair.right.words.span(right.first, right.end)
        and is_begun(pair, left, right)
        for left in pair.left.moments
        for right in pair.right.moments
    )


def _is_since(claim: ClaimFacts, moment: Moment) -> bool:
    since = lexicon_of(claim.language).dates.get("since", ())
    return any(word in since for word in claim.words.folded[max(0, moment.first - 1) : moment.first + 1])


@cache
def _states(language: str) -> Mapping[str, frozenset[str]]:
    """By the stem of what happens once, the stems of what is so from then on."""
    stems = stems_of(language)
    lines = (line.partition(":") for line in lexicon_of(language).dates.get("states", ()))
    return {
        stems[word]: frozenset([stems[one] for one in states.split()])
        for events, _, states in lines
        for word in events.split()
    }
