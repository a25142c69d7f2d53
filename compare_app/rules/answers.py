"""Tells whether a claim says in other words what the other one denies."""

from __future__ import annotations

from itertools import pairwise

from compare_app.core.facts import Negation
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.rules.none import compares

_BEFORE = 4
"""Words before what is said among which the one before the denial is looked for; chosen by hand."""


def is_answered(denies: ClaimFacts, negation: Negation, says: ClaimFacts, other: int) -> bool:
    """Whether the other side says as much with another word: "hardly anyone" and "few", "none" and "all".

    `other` is the word that one side denies on the other. Between "no time" and "little time" lies a degree, no denial;
    what is "too young to be tried" answers a denial, but is none by itself.
    """
    given = lexicon_of(denies.language).negation
    cue = denies.words.folded[negation.cue]
    if other and says.words.folded[other - 1] in given.get("nearly_none", ()):
        return True
    if cue in given.get("exceeding", ()) or (says.negations and _goes_on(denies, negation.cue)):
        return True
    if _denies_inside(denies, says) or _is_superlative(denies, says) or _is_exception(denies, negation, says):
        return True
    if _is_to_come(denies, negation, says, other):
        return True
    if cue in given.get("beside", ()) and not _stand_alike(denies, negation.cue, says, other):
        return True
    if ends_on_a_day(denies, says) or _is_conditional(denies, negation, says):
        return True
    return any(
        cue in given.get(name, ()) and not says.said.isdisjoint(given.get(answers, ()))
        for name, answers in (("nearly", "nearly_none"), ("whole", "all"))
    )


def _goes_on(denies: ClaimFacts, cue: int) -> bool:
    """Whether the cue goes on with a denial, and begins no sentence: "nor her people", not "nor were there any"."""
    given = lexicon_of(denies.language).negation
    behind = denies.words.folded[cue + 1 : cue + 2]
    return denies.words.folded[cue] in given.get("goes_on", ()) and set(behind).isdisjoint(given.get("helpers", ()))


def _denies_inside(denies: ClaimFacts, says: ClaimFacts) -> bool:
    """Whether a word of the other side alone denies or bounds by itself.

    "Not in casinos" and "exempts casinos", "no longer than a week" and "at most a week".
    """
    given = lexicon_of(denies.language).negation
    if not (says.said - denies.said).isdisjoint(given.get("denials_inside", ())):
        return True
    is_bounded = not (denies.said - says.said).isdisjoint(given.get("comparing_words", ()))
    return is_bounded and not says.said.isdisjoint(given.get("bounds", ()))


def _is_superlative(denies: ClaimFacts, says: ClaimFacts) -> bool:
    """Whether what never was before, or is in nothing else so, is the first or the most: "no crowd as large"."""
    given = lexicon_of(denies.language).negation
    if (says.said - denies.said).isdisjoint(given.get("superlatives", ())):
        return False
    return not denies.said.isdisjoint(given.get("past", ())) or compares(denies)


def _is_exception(denies: ClaimFacts, negation: Negation, says: ClaimFacts) -> bool:
    """Whether once it was not so, and was each other time: "the first time it has not paid", "has paid every year"."""
    given = lexicon_of(denies.language).negation
    if (says.said - denies.said).isdisjoint(given.get("always", ())):
        return False
    before = denies.words.folded[: negation.cue]
    return any(
        word in given.get("exceptions", ()) and behind in given.get("occasions", ())
        for word, behind in pairwise(before)
    )


def _is_to_come(denies: ClaimFacts, negation: Negation, says: ClaimFacts, other: int) -> bool:
    """Whether what has not been done is said to be done some day: "had not decided", "has until Friday to decide"."""
    given = lexicon_of(denies.language).negation
    before = denies.words.folded[max(0, negation.cue - 1) : negation.cue]
    is_perfect = not set(before).isdisjoint(given.get("having", ()))
    return is_perfect and not set(says.words.folded[max(0, other - 1) : other]).isdisjoint(given.get("infinitive", ()))


def _stand_alike(denies: ClaimFacts, cue: int, says: ClaimFacts, other: int) -> bool:
    """Whether what is said stands in the place of what denies it: "left without a permit", "left with a permit"."""
    before = denies.words.stems[max(0, cue - 1) : cue]
    return not before or before[0] in says.words.stems[max(0, other - _BEFORE) : other]


def ends_on_a_day(claim: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether what the claim says of the time until a day is over on it: "not ratified until 2019", "ratified in 2019".

    So are "closed until Friday" and "reopens on Friday". It is not asked whether the other names that day.
    """
    ends, words = lexicon_of(claim.language).negation.get("ends", ()), claim.words.folded
    if (claim.said - other.said).isdisjoint(ends):
        return False
    starts = (*(moment.first for moment in claim.moments), *(clock.first for clock in claim.clocks))
    return any(not set(words[max(0, first - 2) : first]).isdisjoint(ends) for first in starts)


def _is_conditional(denies: ClaimFacts, negation: Negation, says: ClaimFacts) -> bool:
    """Whether one denies that something is done without what the other says comes first: "not without", "before"."""
    given = lexicon_of(denies.language).negation
    behind = denies.words.folded[negation.cue + 1 :]
    if (says.said - denies.said).isdisjoint(given.get("conditions", ())):
        return False
    return not set(behind).isdisjoint(given.get("unless", ()))
