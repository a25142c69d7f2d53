"""One claim that says nearly all that another says, in another order and with more beside, but for a figure."""

from __future__ import annotations

from bisect import bisect_left

from compare_app.core.findings import Finding
from compare_app.rules.elements import Elements
from compare_app.rules.pair import Pair
from compare_app.rules.slots import thing_at

_CONTAINED = "number"
"""The kind that stays possible where one side says nearly all the other does, in another order and with more beside.
On two outlets' pairs (2026-11-25) 16 more contradictions of 192 and 3 more alarms in 864; with dates 2 and 5 more."""
_FEWEST = 2
"""Content words that a claim must hold for that; chosen by hand."""
_MISSING = 1 / 3
"""Share of them that the other side may lack; chosen by hand."""
_RANK = "ordinal"
"""The kind of figures that tell a place among others, which may be other others ("third from bottom", "18th")."""
_DENIED = "negation"
_FEWEST_DENIED = 3
"""Words with content of a denied claim that the other must say; chosen by hand."""
_FEWEST_SHARED = 4
"""Words with content from which the share of those that both say tells something; chosen by hand."""


def is_contained(pair: Pair, finding: Finding) -> bool:
    """Whether one side says nearly all that the other says besides two figures of one thing.

    Both or neither must name a year.
    """
    if finding.kind != _CONTAINED or not _is_of_one_thing(pair, finding):
        return False
    fewer, more = sorted((_content_keys(pair.left_elements), _content_keys(pair.right_elements)), key=len)
    years = [any(moment.year is not None for moment in claim.moments) for claim in (pair.left, pair.right)]
    return years[0] == years[1] and len(fewer) >= _FEWEST and len(fewer - more) <= _MISSING * len(fewer)


def is_all_said(pair: Pair, finding: Finding) -> bool:
    """Whether one side says all that the other says, but denies it: "no tsunami warning was issued", "issued a …"."""
    if finding.kind != _DENIED:
        return False
    fewer, more = sorted((_content_keys(pair.left_elements), _content_keys(pair.right_elements)), key=len)
    return len(fewer) >= _FEWEST_DENIED and fewer <= more


def shared_content(pair: Pair) -> float:
    """Share of the words with content of the claim that has more of them that the other says, too; 1 for short ones."""
    left, right = _content_keys(pair.left_elements), _content_keys(pair.right_elements)
    longer = max(len(left), len(right))
    return len(left & right) / longer if longer >= _FEWEST_SHARED else 1.0


def share_content(pair: Pair) -> bool:
    """Whether both claims hold one word with content at least."""
    return not _content_keys(pair.left_elements).isdisjoint(_content_keys(pair.right_elements))


def _is_of_one_thing(pair: Pair, finding: Finding) -> bool:
    if finding.left is None or finding.right is None:
        return False
    things = []
    for claim, elements, span in (
        (pair.left, pair.left_elements, finding.left),
        (pair.right, pair.right_elements, finding.right),
    ):
        at = elements.beginning_with(bisect_left(claim.words.starts, span.start))
        things.append(thing_at(elements, at) if at is not None and at in elements.facts else None)
    return things[0] is not None and things[0] == things[1] and things[0][0] != _RANK


def _content_keys(elements: Elements) -> set[str]:
    return {key for at, key in enumerate(elements.keys) if elements.is_content(at)}
