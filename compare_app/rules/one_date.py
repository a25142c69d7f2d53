"""Whether two dates may be one."""

from __future__ import annotations

from datetime import date as calendar_date

from compare_app.core.facts import Moment


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


def _weekday(moment: Moment) -> int | None:
    """The day of the week as said, or as a full date gives it."""
    if moment.weekday is not None or moment.year is None or moment.month is None or moment.day is None:
        return moment.weekday
    try:
        return calendar_date(moment.year, moment.month, moment.day).isoweekday()
    except ValueError:  # "31 April"
        return None
