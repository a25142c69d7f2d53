"""Two dates for the same event."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.facts import Moment
from compare_app.core.findings import Finding, Verdict
from compare_app.core.translation import marked, tr
from compare_app.facts.attribution import dates_a_statement
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.signs import DATE, DIGIT
from compare_app.rules.one_date import can_be_same
from compare_app.rules.pair import Pair
from compare_app.rules.readings import said
from compare_app.rules.rule import Rule
from compare_app.rules.since import is_begun
from compare_app.rules.slots import Slot
from compare_app.rules.standing import stand_apart
from compare_app.rules.valued import finding_of_values
from compare_app.rules.wording import around

_WEEK = 7
_DAY_S, _YEAR_S = 86400, 31556952
"""Seconds in a day and in a year, units of spans of time."""
_FEWEST_YEARS = 2
"""Years between two dates from which a span of time may tell how far they are apart; chosen by hand."""
_NEAR = 3
"""Words around a day among which one of the night is looked for; chosen by hand."""


def find_date(pair: Pair) -> Iterator[Finding]:
    """A finding for each two dates in one slot that cannot be the same. O(slots)."""
    for slot in pair.slots:
        left, right = slot.left, slot.right
        if not isinstance(left, Moment) or not isinstance(right, Moment) or can_be_same(left, right):
            continue
        if left.resolved and right.resolved and _words(pair.left, left) == _words(pair.right, right):
            continue
        if _is_one_night(pair, left, right) or _are_told_apart(pair, left, right) or _is_one_bound(pair, left, right):
            continue
        if stand_apart(pair, slot):
            continue
        is_one_begun = is_begun(pair, left, right)
        if is_one_begun is False and not pair.is_alike:
            continue
        one, other = _told(pair.left, left), _told(pair.right, right)
        yield finding_of_values(
            "date",
            Verdict.CONFLICT if is_one_begun else _verdict(pair, slot),
            pair,
            left,
            right,
            tr(
                "{left} on the left, {right} on the right{where}.",
                left=one,
                right=other,
                where=around(pair, _place(left), _place(right)),
            ),
        )


def _may_find(pair: Pair) -> bool:
    return pair.has_other(Moment)


def _told(claim: ClaimFacts, moment: Moment) -> str:
    """The date, and behind it the words it was counted back from."""
    words = claim.words.span(moment.first, moment.end).of(claim.text)
    return tr("{date} (“{words}”)", date=said(moment), words=words) if moment.resolved else said(moment)


def _place(moment: Moment) -> tuple[int, int]:
    return moment.first, moment.end


def _words(claim: ClaimFacts, moment: Moment) -> tuple[str, ...]:
    return claim.words.folded[moment.first : moment.end]


def is_redated(slot: Slot) -> bool:
    """Whether the slot holds two dates that cannot be the same: then the claims may tell of two events."""
    left, right = slot.left, slot.right
    return isinstance(left, Moment) and isinstance(right, Moment) and not can_be_same(left, right)


def _is_resolved(slot: Slot) -> bool:
    """Whether the document's own date gave one of the two."""
    return any(isinstance(fact, Moment) and fact.resolved for fact in (slot.left, slot.right))


def _verdict(pair: Pair, slot: Slot) -> Verdict:
    is_placed = slot.support or (pair.is_alike and _is_resolved(slot))
    is_sure = is_placed and not _is_near(slot.left, slot.right) and not _are_of_statements(pair, slot)
    return Verdict.CONFLICT if is_sure else Verdict.POSSIBLE


def _are_of_statements(pair: Pair, slot: Slot) -> bool:
    """Whether both are days of the week on which something was said, in other words: it may have been said twice."""
    if pair.is_alike or not isinstance(slot.left, Moment) or not isinstance(slot.right, Moment):
        return False
    if slot.left.weekday is None or slot.right.weekday is None:
        return False
    language = pair.left.language
    return dates_a_statement(pair.left.words, slot.left.first, language) and dates_a_statement(
        pair.right.words, slot.right.first, language
    )


def _is_one_night(pair: Pair, left: Moment, right: Moment) -> bool:
    """Whether the night between two days is meant: "late on Thursday", "early on Friday"."""
    if left.weekday is None or right.weekday is None:
        return False
    days = (right.weekday - left.weekday) % 7
    before, after = ("night_before", "night_after") if days == 1 else ("night_after", "night_before")
    return days in (1, 6) and _has_beside(pair.left, left, before) and _has_beside(pair.right, right, after)


def _is_one_bound(pair: Pair, left: Moment, right: Moment) -> bool:
    """Whether one date is the last that the other leaves out: "before June", "in May or earlier"."""
    bounds = lexicon_of(pair.left.language).dates.get("leaving_out", ())
    words = [
        claim.words.folded[moment.first - 1] if moment.first else ""
        for claim, moment in ((pair.left, left), (pair.right, right))
    ]
    if words[0] == words[1] or not any(word in bounds for word in words):
        return False
    parts = ((left.year, right.year), (left.month, right.month), (left.day, right.day))
    steps = [abs(one - other) for one, other in parts if one is not None and other is not None and one != other]
    return steps == [1]


def _are_told_apart(pair: Pair, left: Moment, right: Moment) -> bool:
    """Whether one side alone says how much lies between: "not since 1981", "the first in 24 years, in 2005"."""
    if left.weekday and right.weekday:
        days = {(left.weekday - right.weekday) % _WEEK, (right.weekday - left.weekday) % _WEEK}
        return not days.isdisjoint(_days(pair.left) ^ _days(pair.right))
    if left.day and right.day and left.month == right.month and not pair.is_alike:
        return abs(left.day - right.day) in _days(pair.left) ^ _days(pair.right)
    if left.year is None or right.year is None or abs(left.year - right.year) < _FEWEST_YEARS:
        return False
    years = abs(left.year - right.year)
    return any(abs(span - years) <= 1 for span in _spans(pair.left) ^ _spans(pair.right))


def _days(claim: ClaimFacts) -> set[int]:
    """The spans of time in days."""
    return {round(one.value / _DAY_S) for one in claim.quantities if one.dimension == "time" and one.unit == _DAY_S}


def _spans(claim: ClaimFacts) -> set[int]:
    """The spans of time in years, and the ages."""
    of_years = (one for one in claim.quantities if one.dimension == "age" or one.unit >= _YEAR_S)
    return {round(one.value / one.unit) for one in of_years}


def _has_beside(claim: ClaimFacts, moment: Moment, name: str) -> bool:
    given = lexicon_of(claim.language).dates.get(name, ())
    return not set(given).isdisjoint(claim.words.folded[max(0, moment.first - _NEAR) : moment.end + _NEAR])


def _is_near(left: object, right: object) -> bool:
    """Whether a date counted back from the document's own ("three years ago") is at most a year off."""
    if not isinstance(left, Moment) or not isinstance(right, Moment) or left.year is None or right.year is None:
        return False
    return (left.resolved or right.resolved) and left.day is None and abs(left.year - right.year) <= 1


RULE = Rule(
    name="date",
    title=marked("Two dates for the same event"),
    find=find_date,
    may_find=_may_find,
    signs=DATE | DIGIT,
    fires=("The bridge opened in 1998.", "The bridge opened in 1989."),
    silent=("He governed from 1960 to 1965.", "He governed between 1960 and 1965."),
    source="ISO 8601 for written dates",
)
