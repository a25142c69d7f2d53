"""Two times of day for the same event."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.facts import Clock
from compare_app.core.findings import Finding, Verdict
from compare_app.core.translation import marked, tr
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.signs import CLOCK, DIGIT
from compare_app.rules.pair import Pair
from compare_app.rules.readings import said
from compare_app.rules.rule import Rule
from compare_app.rules.valued import finding_of_values
from compare_app.rules.wording import around

_DAY = 24 * 60
_MINUTE_S = 60
_FIVE = 5
"""Minutes to which a time of day is rounded."""
_ROUGHLY = 10
"""Minutes by which a time told roughly may be off; chosen by hand."""
_NEAR = 2
"""Words before a time among which one stands that makes it rough ("shortly before"); chosen by hand."""


def find_time(pair: Pair) -> Iterator[Finding]:
    """A finding for each two times in one slot that differ, after conversion where both name a zone. O(slots)."""
    for slot in pair.slots:
        left, right = slot.left, slot.right
        if not isinstance(left, Clock) or not isinstance(right, Clock) or _agree(left, right):
            continue
        if not pair.is_alike and (_may_be_rounded(pair, left, right) or _are_told_apart(pair, left, right)):
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


def _may_be_rounded(pair: Pair, left: Clock, right: Clock) -> bool:
    """Whether one time is the other told roughly: "about 3:20 p.m." for 3:21, "shortly before 8:30" for 8:25."""
    apart = abs(left.minute - right.minute)
    if (left.zone is None) != (right.zone is None) or left.zone != right.zone:
        return False
    if apart <= _FIVE // 2:
        return (left.minute % _FIVE == 0) != (right.minute % _FIVE == 0)
    return apart <= _ROUGHLY and (_is_rough(pair.left, left) or _is_rough(pair.right, right))


def _are_told_apart(pair: Pair, left: Clock, right: Clock) -> bool:
    """Whether one side alone says how much lies between: "at 3:15", "left at 3 and was seen 15 minutes later"."""
    apart_s = abs(left.minute - right.minute) * _MINUTE_S
    spans = [{one.value for one in claim.quantities if one.dimension == "time"} for claim in (pair.left, pair.right)]
    return apart_s in spans[0] ^ spans[1]


def _is_rough(claim: ClaimFacts, clock: Clock) -> bool:
    before = claim.words.folded[max(0, clock.first - _NEAR) : clock.first]
    return not set(before).isdisjoint(lexicon_of(claim.language).dates.get("roughly", ()))


RULE = Rule(
    name="time",
    title=marked("Two times of day for the same event"),
    find=find_time,
    may_find=_may_find,
    signs=CLOCK | DIGIT,
    fires=("The blast happened at 3 p.m. on the bridge.", "The blast happened at 4 p.m. on the bridge."),
    silent=("The blast happened at 3 p.m. on the bridge.", "The blast happened at 15:00 on the bridge."),
)
