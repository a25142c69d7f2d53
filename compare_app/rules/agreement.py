"""Finds what two claims say alike in other words: the same figure, date or country."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.facts import Moment, Quantity
from compare_app.core.spans import Span
from compare_app.facts import signs
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.classes import COUNTRY_CLASSES, Member
from compare_app.rules.agreeing import OTHER_UNIT
from compare_app.rules.elements import Fact

_READABLE = signs.DIGIT | signs.NUMBER | signs.DATE | signs.CLOCK | signs.CLASS
Spans = tuple[tuple[Span, ...], tuple[Span, ...]]


def agreed_spans(left: ClaimFacts, right: ClaimFacts) -> Spans:
    """Where the two claims say the same fact, left and right: "30 per cent" and "30%", "seven miles" and "11 km".

    Only facts that are equal, not those that may be: "about 30" is not "30". O(facts²).
    """
    if not (left.signs & _READABLE and right.signs & _READABLE):
        return (), ()
    found = tuple(_agreed(left, right))
    return tuple(span for span, _ in found), tuple(span for _, span in found)


def _agreed(left: ClaimFacts, right: ClaimFacts) -> Iterator[tuple[Span, Span]]:
    for one in _facts(left):
        for other in _facts(right):
            if _are_equal(one, other):
                yield left.words.span(one.first, one.end), right.words.span(other.first, other.end)


def _facts(claim: ClaimFacts) -> tuple[Fact | Member, ...]:
    countries = (member for member in claim.members if member.group in COUNTRY_CLASSES)
    return (*claim.quantities, *claim.moments, *claim.clocks, *countries)


def _are_equal(one: Fact | Member, other: Fact | Member) -> bool:
    if isinstance(one, Quantity):
        return isinstance(other, Quantity) and _are_equal_figures(one, other)
    if isinstance(one, Moment):
        return isinstance(other, Moment) and _parts(one) == _parts(other)
    if isinstance(one, Member):
        return isinstance(other, Member) and one.name == other.name
    return type(one) is type(other) and (one.minute, one.zone) == (other.minute, other.zone)


def _are_equal_figures(one: Quantity, other: Quantity) -> bool:
    if one.dimension != other.dimension or one.exact != other.exact:
        return False
    allowed = 1e-9 if one.unit == other.unit else OTHER_UNIT
    pairs = ((one.value, other.value), (one.low, other.low), (one.high, other.high))
    return all(here == there or abs(here - there) <= allowed * max(abs(here), abs(there)) for here, there in pairs)


def _parts(moment: Moment) -> tuple[object, ...]:
    return moment.year, moment.month, moment.day, moment.weekday, moment.until, moment.part
