"""Figures and years that the other report tells with their digits in another order: "£31 million", "£13 million"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare_app.core.facts import Moment
from compare_app.facts.claim import ClaimFacts
from compare_app.rules.told.measures import currency_of
from compare_app.rules.told.value import Kind, Place, Told

_LEAST_DIGITS = {"money": 2, "percent": 3, "": 3, "year": 4}
"""Digits of which a figure must be made up: two counts of two digits are often told of two things; by hand."""


def read_figures(facts: ClaimFacts) -> Iterator[Told]:
    """Sums, shares and counts by their unit, and their digits."""
    for quantity in facts.quantities:
        unit = "money" if currency_of(facts, quantity) else quantity.dimension
        digits = f"{quantity.value:.12g}".replace(".", "")
        if unit in _LEAST_DIGITS and quantity.exact and len(digits) >= _LEAST_DIGITS[unit]:
            yield Told((unit, currency_of(facts, quantity)), digits, quantity.first, quantity.end, "", quantity)


def read_years(facts: ClaimFacts) -> Iterator[Told]:
    """Years by themselves behind the same word ("in 1931"), and their digits."""
    for moment in facts.moments:
        if _is_year(moment):
            before = facts.words.folded[max(0, moment.first - 1) : moment.first]
            yield Told(("year", *before), str(moment.year), moment.first, moment.end)


def _is_year(moment: Moment) -> bool:
    parts = moment.month, moment.day, moment.weekday, moment.until
    return moment.year is not None and not moment.resolved and not any(parts)


def _may_both_be(one: str, other: str) -> bool:
    return one == other or sorted(one) != sorted(other)


FIGURES = Kind("number", read_figures, _may_both_be)
YEARS = Kind("date", read_years, _may_both_be)


def exchanged(kind: Kind, left: Sequence[ClaimFacts], right: Sequence[ClaimFacts]) -> Iterator[tuple[Place, Place]]:
    """Each figure with its like of exchanged digits, where neither report tells both and each has one such."""
    ours, theirs = (
        [Place(number, facts, told) for number, facts in enumerate(claims) for told in kind.read(facts)]
        for claims in (left, right)
    )
    mine, its = ({one.told.value for one in places} for places in (ours, theirs))
    lone = [one for one in ours if one.told.value not in its], [one for one in theirs if one.told.value not in mine]
    pairs = [(a, b) for a in lone[0] for b in lone[1] if _are_exchanged(a, b)]
    for a, b in pairs:
        if [sum(pair[side] in (a, b) for pair in pairs) for side in (0, 1)] == [1, 1]:
            yield a, b


def _are_exchanged(a: Place, b: Place) -> bool:
    left, right = a.told.value, b.told.value
    return a.told.slot == b.told.slot and left != right and sorted(left) == sorted(right)
