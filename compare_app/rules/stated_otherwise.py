"""Another number of dead, hurt or missing in two claims that share no place where it could stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from compare_app.core.facts import Quantity
from compare_app.core.findings import Finding, Verdict
from compare_app.core.translation import tr
from compare_app.facts.claim import ClaimFacts
from compare_app.rules.pair import Pair
from compare_app.rules.same_thing import agree_on_it, are_of_one
from compare_app.rules.stated import TOLL, Stated, stated_by
from compare_app.rules.valued import finding_of_values


def find_stated_otherwise(pair: Pair) -> Iterator[Finding]:
    """A possible conflict for the first two figures of those who came to one harm that differ.

    "Two dead in hotel fire", "Three people died when the hotel burned": what counts is alike, no word stands in the
    same place. Asked where nothing else was found, as the search across claims asks of those that no link joins. Other
    figures are left to the slots: a speed and a limit are both told in miles an hour.
    """
    if not pair.has_other(Quantity):
        return
    for one in _figures(pair.left):
        for other in _figures(pair.right):
            if not agree_on_it(one, other) and one.keys.keys() & other.keys.keys() and are_of_one(one, other):
                yield _finding(pair, one, other)
                return


@lru_cache(maxsize=2)
def _figures(claim: ClaimFacts) -> tuple[Stated, ...]:
    stated = (one for one in stated_by(claim) if isinstance(one.fact, Quantity))
    return tuple([one for one in stated if all(key[0] == TOLL for key in one.keys)])


def _finding(pair: Pair, one: Stated, other: Stated) -> Finding:
    left, right = one.fact, other.fact
    assert isinstance(left, Quantity)
    assert isinstance(right, Quantity)
    return finding_of_values(
        "number",
        Verdict.POSSIBLE,
        pair,
        left,
        right,
        tr(
            "{one} on the left, {other} on the right: {what}.",
            one=left.written,
            other=right.written,
            what=one.keys[min(one.keys.keys() & other.keys.keys())],
        ),
    )
