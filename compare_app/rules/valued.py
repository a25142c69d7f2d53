"""A finding about two facts that have a value: a figure, a date or a time of day on each side."""

from __future__ import annotations

from compare_app.core.findings import Finding, Verdict
from compare_app.rules.elements import Fact
from compare_app.rules.pair import Pair
from compare_app.rules.readings import reading


def finding_of_values(kind: str, verdict: Verdict, pair: Pair, left: Fact, right: Fact, message: str) -> Finding:
    """What is found between `left` and `right`, facts of the two claims of `pair`, with how each was read."""
    return Finding(
        kind=kind,
        verdict=verdict,
        left=pair.left.words.span(left.first, left.end),
        right=pair.right.words.span(right.first, right.end),
        message=message,
        left_reading=reading(pair.left, left),
        right_reading=reading(pair.right, right),
    )
