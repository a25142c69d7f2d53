"""Figures of which a report has one for an event: a prison term, a magnitude, a profit, the winner's share."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from compare_app.core.facts import Quantity
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.figures import number_words
from compare_app.rules.agreeing import may_both_be
from compare_app.rules.told.figures import (
    figure_told,
    is_of_another,
    is_told_of_another,
    nearest_of,
    places_around,
)
from compare_app.rules.told.value import Told, word_groups, words_of

_DAY_S = 86400
_NEAR = 2
"""Words behind a prison term among which is said that it is another one; chosen by hand."""
_JOBS = (2, 6)
_WHOLE, _HALF = 100, 50
_TERM = (4, 4)
_STRENGTH = (3, 3)
_RAISE = (5, 3)
_SUM = (9, 5)
"""Words before and behind a figure among which the word is that says of what it is; chosen by hand."""
_STRONGEST = 10
"""A magnitude that no earthquake reaches."""
_ROUND = 0.5
"""By how much a figure cut to a whole number may differ from the finer one."""
_TENTH = 0.05
_SHARED = 3
"""Words behind a share among which is said that it is one of the vote; chosen by hand."""


def read_terms(facts: ClaimFacts) -> Iterator[Told]:
    """For how long somebody goes to prison: "sentenced to six years", "a prison term of eight years"."""
    words, part = words_of(facts.language, "term", "words"), words_of(facts.language, "term", "part")
    if words.isdisjoint(facts.said):
        return
    for quantity in facts.quantities:
        if quantity.dimension != "time" or quantity.unit < _DAY_S or is_of_another(facts, quantity):
            continue
        around = list(places_around(facts, quantity, _TERM))
        what = next((at for at in around if facts.words.folded[at] in words), None)
        beside = [facts.words.folded[at] for at in around if at < quantity.end + _NEAR]
        if what is not None and part.isdisjoint(beside):
            yield figure_told(facts, ("term",), quantity, what)


def read_job_losses(facts: ClaimFacts) -> Iterator[Told]:
    """How many lose their work: "the loss of 1,450 jobs", "1,900 people will lose their jobs"."""
    lost, jobs = words_of(facts.language, "job_losses", "lost"), words_of(facts.language, "job_losses", "jobs")
    if lost.isdisjoint(facts.said):
        return
    for quantity in facts.quantities:
        if quantity.dimension or quantity.value <= 1 or is_of_another(facts, quantity):
            continue
        around = places_around(facts, quantity, _JOBS)
        what = next((at for at in around if at >= quantity.end and facts.words.folded[at] in jobs), None)
        if what is not None:
            yield figure_told(facts, ("jobs",), quantity, what)


def read_magnitudes(facts: ClaimFacts) -> Iterator[Told]:
    """How strong an earthquake was."""
    words, part = words_of(facts.language, "magnitude", "words"), words_of(facts.language, "magnitude", "part")
    if words.isdisjoint(facts.said) or not part.isdisjoint(facts.said):
        return
    for quantity in facts.quantities:
        if quantity.dimension or not 0 < quantity.value < _STRONGEST or is_of_another(facts, quantity):
            continue
        around = places_around(facts, quantity, _STRENGTH)
        what = next((at for at in around if facts.words.folded[at] in words), None)
        if what is not None:
            yield figure_told(facts, ("magnitude",), quantity, what)


def are_one_magnitude(one: Quantity, other: Quantity) -> bool:
    """Whether one is the other, or the other cut to a whole number."""
    is_cut = one.value % 1 == 0 or other.value % 1 == 0
    return may_both_be(one, other) or (is_cut and abs(one.value - other.value) <= _ROUND)


def read_sums(facts: ClaimFacts) -> Iterator[Told]:
    """Sums of money by what they are: a profit, a damage, a fine."""
    groups = word_groups(facts.language, "sums")
    if groups.keys().isdisjoint(facts.stems):
        return
    for quantity in facts.quantities:
        currency = currency_of(facts, quantity)
        if not currency or is_of_another(facts, quantity):
            continue
        what = nearest_of(facts, quantity, groups, _SUM)
        if what is not None and not _is_of_any(facts, what):
            yield figure_told(facts, ("sum", groups[facts.words.stems[what]], currency), quantity, what)


def _is_of_any(facts: ClaimFacts, what: int) -> bool:
    """Whether a thing is an example, of which there may be others: "$112 a year for a house worth $150,000"."""
    folded, value = facts.words.folded, words_of(facts.language, "sums", "worth")
    return folded[what] in value and folded[max(0, what - 2)] in number_words(facts.language).articles


def currency_of(facts: ClaimFacts, quantity: Quantity) -> str:
    """The money of a sum, empty where a figure is none; that of a small country is counted like any thing."""
    if quantity.dimension.startswith("money"):
        return quantity.dimension
    behind = facts.words.folded[quantity.end : quantity.end + 1]
    is_counted = not quantity.dimension and not words_of(facts.language, "money", "other").isdisjoint(behind)
    return facts.words.stems[quantity.end] if is_counted else ""


def read_shares(facts: ClaimFacts) -> Iterator[Told]:
    """Shares of a whole in percent that a report tells once: turnout, inflation."""
    groups = word_groups(facts.language, "shares")
    if groups.keys().isdisjoint(facts.stems):
        return
    for quantity in facts.quantities:
        if quantity.dimension != "percent" or is_of_another(facts, quantity):
            continue
        what = nearest_of(facts, quantity, groups, _SUM)
        if what is not None:
            yield figure_told(facts, ("share", groups[facts.words.stems[what]]), quantity, what)


def read_raises(facts: ClaimFacts) -> Iterator[Told]:
    """By how much pay goes up: "7 per cent more pay", "pay goes up by 9 per cent"."""
    words = words_of(facts.language, "raises", "words")
    if words.isdisjoint(facts.said):
        return
    for quantity in facts.quantities:
        if quantity.dimension != "percent" or is_told_of_another(facts, quantity):
            continue
        around = places_around(facts, quantity, _RAISE)
        what = next((at for at in around if facts.words.folded[at] in words), None)
        if what is not None:
            yield figure_told(facts, ("raise",), quantity, what)


def read_vote_shares(facts: ClaimFacts) -> Iterator[Told]:
    """The winner's share of the vote: "by 51.2 per cent to 48.8 per cent", "received 52.1 per cent of the vote"."""
    words = words_of(facts.language, "vote_share", "words")
    if words.isdisjoint(facts.said) or not words_of(facts.language, "figures", "another").isdisjoint(facts.said):
        return
    found = [one for one in facts.quantities if one.dimension == "percent"]
    joining = words_of(facts.language, "vote_share", "joining")
    for one, other in pairwise(found):
        joint = facts.words.folded[one.end : other.first]
        if len(joint) == 1 and joint[0] in joining and one.value + other.value <= _WHOLE:
            yield Told(("vote share",), max(one.value, other.value), one.first, other.end)
            return
    if len(found) != 1 or found[0].value <= _HALF or is_of_another(facts, found[0]):
        return
    if not words.isdisjoint(facts.words.folded[found[0].end : found[0].end + _SHARED]):
        yield Told(("vote share",), found[0].value, found[0].first, found[0].end)


def are_one_share(one: float, other: float) -> bool:
    """Whether the shares are one, perhaps one of them cut to a whole number."""
    return abs(one - other) <= (_ROUND if one % 1 == 0 or other % 1 == 0 else _TENTH)
