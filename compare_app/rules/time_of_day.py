"""Two times of day for the same event."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.facts import Clock
from compare_app.core.findings import Finding, Verdict
from compare_app.core.translation import marked, tr
from compare_app.facts.signs import CLOCK, DIGIT
from compare_app.rules.pair import Pair
from compare_app.rules.readings import said
from compare_app.rules.rule import Rule
from compare_app.rules.valued import finding_of_values
from compare_app.rules.wording import around

_DAY = 24 * 60


def find_time(pair: Pair) -> Iterator[Finding]:
    """A finding for each two times in one slot that differ, after conversion where both name a zone. O(slots)."""
    for slot in pair.slots:
        left, right = slot.left, slot.right
        if not isinstance(left, Clock) or not isinstance(right, Clock) or _agree(left, right):
            continue
        where = around(pair, (left.first, left.end), (right.first, right.end))
        yield finding_of_values(
            "time",
            Verdict.CONFLICT if slot.support else Verdict.POSSIBLE,
            pair,
            left,
            right,
            tr("{left} on the left, {right} on the right{where}.", left=said(left), right=said(right), where=where),
        )


def _may_find(pair: Pair) -> bool:
    return pair.has_other(Clock)


def _agree(left: Clock, right: Clock) -> bool:
    if left.zone is None or right.zone is None:
        return left.minute == right.minute or (left.zone is None) != (right.zone is None)
    return (left.minute - left.zone) % _DAY == (right.minute - right.zone) % _DAY


RULE = Rule(
    name="time",
    title=marked("Two times of day for the same event"),
    find=find_time,
    may_find=_may_find,
    signs=CLOCK | DIGIT,
    fires=("The blast happened at 3 p.m. on the bridge.", "The blast happened at 4 p.m. on the bridge."),
    silent=("The blast happened at 3 p.m. on the bridge.", "The blast happened at 15:00 on the bridge."),
)
