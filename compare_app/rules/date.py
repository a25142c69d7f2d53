"""Two dates for the same event."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as calendar_date

from compare_app.core.facts import Moment
from compare_app.core.findings import Finding, Verdict
from compare_app.facts.claim import ClaimFacts
from compare_app.rules.pair import Pair, Slot
from compare_app.rules.readings import reading, said
from compare_app.rules.rule import Rule


def find_date(pair: Pair) -> Iterator[Finding]:
    """A finding for each two dates in one slot that cannot be the same. O(slots)."""
    for slot in pair.slots:
        left, right = slot.left, slot.right
        if not isinstance(left, Moment) or not isinstance(right, Moment) or can_be_same(left, right):
            continue
        if left.resolved and right.resolved and _words(pair.left, left) == _words(pair.right, right):
            continue
        one, other = _told(pair.left, left), _told(pair.right, right)
        yield Finding(
            kind="date",
            verdict=_verdict(pair, slot),
            left=pair.left.words.span(left.first, left.end),
            right=pair.right.words.span(right.first, right.end),
            message=f"{one} on the left, {other} on the right for the same event.",
            left_reading=reading(pair.left, left),
            right_reading=reading(pair.right, right),
        )


def _may_find(pair: Pair) -> bool:
    return pair.has_other(Moment)


def _told(claim: ClaimFacts, moment: Moment) -> str:
    """The date, and behind it the words it was counted back from."""
    words = claim.words.span(moment.first, moment.end).of(claim.text)
    return f"{said(moment)} (“{words}”)" if moment.resolved else said(moment)


def _words(claim: ClaimFacts, moment: Moment) -> tuple[str, ...]:
    return claim.words.folded[moment.first : moment.end]


def can_be_same(left: Moment, right: Moment) -> bool:
    """Whether no part that both dates say differs.

    A year inside the other's period agrees; a full date has a weekday.
    """
    if left.year is not None and right.year is not None:
        left_last, right_last = left.until or left.year, right.until or right.year
        if left.year > right_last or right.year > left_last:
            return False
        if left.until and right.until and (left.year, left.until) != (right.year, right.until):
            return False
    parts = ((left.month, right.month), (left.day, right.day), (_weekday(left), _weekday(right)))
    if any(one is not None and other is not None and one != other for one, other in parts):
        return False
    return not (left.part and right.part and left.part != right.part)


def is_redated(slot: Slot) -> bool:
    """Whether the slot holds two dates that cannot be the same: then the claims may tell of two events."""
    left, right = slot.left, slot.right
    return isinstance(left, Moment) and isinstance(right, Moment) and not can_be_same(left, right)


def _is_resolved(slot: Slot) -> bool:
    """Whether the document's own date gave one of the two."""
    return any(isinstance(fact, Moment) and fact.resolved for fact in (slot.left, slot.right))


def _weekday(moment: Moment) -> int | None:
    """The day of the week as said, or as a full date gives it."""
    if moment.weekday is not None or moment.year is None or moment.month is None or moment.day is None:
        return moment.weekday
    try:
        return calendar_date(moment.year, moment.month, moment.day).isoweekday()
    except ValueError:  # "31 April"
        return None


def _verdict(pair: Pair, slot: Slot) -> Verdict:
    is_placed = slot.support or (pair.is_alike and _is_resolved(slot))
    return Verdict.CONFLICT if is_placed and not _is_near(slot.left, slot.right) else Verdict.POSSIBLE


def _is_near(left: object, right: object) -> bool:
    """Whether a date counted back from the document's own ("three years ago") is at most a year off."""
    if not isinstance(left, Moment) or not isinstance(right, Moment) or left.year is None or right.year is None:
        return False
    return (left.resolved or right.resolved) and left.day is None and abs(left.year - right.year) <= 1


RULE = Rule(
    name="date",
    title="Two dates for the same event",
    find=find_date,
    may_find=_may_find,
    fires=("The bridge opened in 1998.", "The bridge opened in 1989."),
    silent=("He governed from 1960 to 1965.", "He governed between 1960 and 1965."),
    source="ISO 8601 for written dates",
)
