"""Two figures for the same thing."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations

from compare_app.core.facts import Quantity
from compare_app.core.findings import Finding, Verdict
from compare_app.core.translation import marked, tr
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.signs import DIGIT, NUMBER
from compare_app.rules.agreeing import NESTED, OTHER_UNIT, SAME_UNIT, agree, apart_by, are_bounded_apart
from compare_app.rules.bases import base_of
from compare_app.rules.pair import Pair
from compare_app.rules.rule import Rule
from compare_app.rules.slots import Slot
from compare_app.rules.standing import stand_apart
from compare_app.rules.valued import finding_of_values
from compare_app.rules.wording import about

_NEAR = 4
"""Words behind a figure among which what it counts is looked for; chosen by hand."""
_LEAST_SUM = 20
"""The smallest sum that is no chance where the words around two figures match; chosen by hand."""

_LEAST_PARTED = 10
"""The smallest figure that two others are taken for the parts of; chosen by hand."""


def find_number(pair: Pair) -> Iterator[Finding]:
    """A finding for each two figures in one slot whose intervals cannot meet. O(slots)."""
    for slot in pair.slots:
        left, right = slot.left, slot.right
        if not isinstance(left, Quantity) or not isinstance(right, Quantity):
            continue
        if agree(left, right) and not (pair.is_alike and _is_rewritten(pair, left, right)):
            continue
        if not _count_the_same(pair, left, right) or _is_said_elsewhere(pair, slot, left, right):
            continue
        if stand_apart(pair, slot) or _is_denied_bound(pair, left, right):
            continue
        yield finding_of_values(
            "number",
            _verdict(pair, slot, left, right),
            pair,
            left,
            right,
            tr(
                "{left} on the left, {right} on the right{where}.",
                left=left.written,
                right=right.written,
                where=about(pair, left, right),
            ),
        )


def _is_denied_bound(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether one side denies what the other bounds: "will not cost more than 40 million", "at most 40 million"."""
    return are_bounded_apart(left, right) and bool(pair.left.negations) != bool(pair.right.negations)


def _may_find(pair: Pair) -> bool:
    return pair.has_other(Quantity)


def _is_rewritten(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether the figure was written anew, nothing else differing: the same words bound another, or it is well off.

    "Over 515 million" and "over 516 million"; "around $10 million" and "$11 million".
    """
    if _is_estimated_otherwise(left, right):
        return True
    if left.exact or right.exact or left.unit != right.unit or (left.low, left.high) == (right.low, right.high):
        return False
    one, other = pair.left.words.folded[left.first], pair.right.words.folded[right.first]
    return one == other or (one[0].isdecimal() and other[0].isdecimal())


def _is_estimated_otherwise(left: Quantity, right: Quantity) -> bool:
    """Whether one side has an estimate well off the other's plain figure: "around $10 million", "$11 million"."""
    vague, plain = (left, right) if right.exact else (right, left)
    if vague.exact or not plain.exact or left.unit != right.unit or left.dimension != right.dimension:
        return False
    return _is_estimate(vague) and apart_by(left, right) > OTHER_UNIT


def _is_estimate(one: Quantity) -> bool:
    return one.low < one.value < one.high < math.inf


def _count_the_same(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether plain counts may be of one thing: the word behind one stands among the words behind the other."""
    if left.dimension or right.dimension:
        return True
    one, other = _counted(pair.left, left.end), _counted(pair.right, right.end)
    return not one or not other or one[0] in other or other[0] in one


def _is_said_elsewhere(pair: Pair, slot: Slot, left: Quantity, right: Quantity) -> bool:
    """Whether the other side of a rewording gives one of the two in other words: "12 hours over two days", "two days".

    An ordinal before a count is no rank: "the first five games"; "none reached the second round" and "all lost in the
    first" agree.
    """
    are_ranks = left.dimension == right.dimension == "ordinal"
    if are_ranks and not pair.is_alike and bool(pair.left.negations) != bool(pair.right.negations):
        return True
    if pair.is_alike:
        return False
    lefts, rights = pair.left.quantities, pair.right.quantities
    if _is_sum(left, right, rights) or _is_sum(right, left, lefts):
        return slot.support <= 1 or _is_large_sum(pair, left, right)
    if _is_told_in_parts(left, lefts, right, rights) or _is_told_in_parts(right, rights, left, lefts):
        return True
    if slot.support > 1:
        return False
    if are_ranks:
        return _leads_a_count(pair.left, left) != _leads_a_count(pair.right, right)
    if not (pair.left_own | pair.right_own).isdisjoint(lexicon_of(pair.left.language).numbers.get("totals", ())):
        return True
    if _are_in_other_order(lefts, rights):
        return True
    if _is_share(left, right, lefts) or _is_share(right, left, rights):
        return True
    if _is_gap(left, right, rights) or _is_gap(right, left, lefts):
        return True
    return _agrees_with_another(left, rights, lefts) or _agrees_with_another(right, lefts, rights)


def _are_in_other_order(lefts: tuple[Quantity, ...], rights: tuple[Quantity, ...]) -> bool:
    """Whether the figures that each side has once stand in another order, so that any other may be of another thing."""
    one, other = ([(quantity.dimension, quantity.value) for quantity in side] for side in (lefts, rights))
    shared = {key for key in one if one.count(key) == other.count(key) == 1}
    return [key for key in one if key in shared] != [key for key in other if key in shared]


def _is_sum(whole: Quantity, part: Quantity, others: tuple[Quantity, ...]) -> bool:
    """Whether `part` and another figure of its side make up `whole`: "200 stores", "100 and another 100"."""
    rest = (other for other in others if other is not part and other.value > 1)
    return any(other.dimension == whole.dimension and part.value + other.value == whole.value for other in rest)


def _is_told_in_parts(
    whole: Quantity, own: tuple[Quantity, ...], beside: Quantity, others: tuple[Quantity, ...]
) -> bool:
    """Whether the other side alone tells two parts of `whole`: "12 killed", "shot 13, killing 10 … and two more"."""
    if whole.value < _LEAST_PARTED:
        return False
    said = {one.value for one in own}
    rest = [one for one in others if one is not beside and one.dimension == whole.dimension]
    values = [one.value for one in rest if one.value not in said]
    return any(one + other == whole.value for one, other in combinations(values, 2))


def _is_large_sum(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether the rest of a sum is no chance: the sum is large, and its side does not tell the rest, too."""
    whole, part, beside = (left, right, pair.left) if left.value > right.value else (right, left, pair.right)
    rest = whole.value - part.value
    return whole.value >= _LEAST_SUM and all(one.value != rest for one in beside.quantities)


def _is_share(whole: Quantity, part: Quantity, beside: tuple[Quantity, ...]) -> bool:
    """Whether `part` is the share of `whole` that its side tells `beside` it: "a fifth of 90 million", "18 million"."""
    parts = (one.value / 100 * whole.value for one in beside if one.dimension == "percent")
    low, high = part.low * (1 - SAME_UNIT), part.high * (1 + SAME_UNIT)
    return any(low <= one <= high for one in parts)


def _is_gap(gap: Quantity, one: Quantity, others: tuple[Quantity, ...]) -> bool:
    """Whether `gap` lies between `one` and another figure of its side: "two points behind", "41 points to 43"."""
    values = [other.value for other in others if other is not one and other.dimension == one.dimension]
    return any(1 < gap.value == abs(value - one.value) < min(value, one.value) for value in values)


def _agrees_with_another(one: Quantity, others: tuple[Quantity, ...], own: tuple[Quantity, ...]) -> bool:
    """Whether `one` agrees with a figure of the other side that none of its `own` side equals."""
    said = {(quantity.dimension, quantity.value, quantity.exact) for quantity in own}
    return any(
        (agree(one, other) if other.dimension == one.dimension else _is_bare(one, other) or _is_bare(other, one))
        and (other.dimension, other.value, other.exact) not in said
        for other in others
    )


def _is_bare(one: Quantity, other: Quantity) -> bool:
    """Whether `one` is the other without what it counts: "is 77", "the 77-year-old"."""
    return not one.dimension and one.exact and other.exact and one.value * other.unit == other.value


def _leads_a_count(claim: ClaimFacts, ordinal: Quantity) -> bool:
    return any(one.first == ordinal.end for one in claim.quantities)


def _counted(claim: ClaimFacts, end: int) -> tuple[str, ...]:
    """Stems of the `_NEAR` words behind a figure; empty where a sign or a function word follows it."""
    words = claim.words
    if end >= len(words) or claim.text[words.ends[end - 1] : words.starts[end]].strip(" -"):
        return ()
    if words.folded[end] in lexicon_of(claim.language).function_words:
        return ()
    return words.stems[end : end + _NEAR]


def _verdict(pair: Pair, slot: Slot, left: Quantity, right: Quantity) -> Verdict:
    can_meet = left.meets(right) or {left.dimension, right.dimension} == {"points", "percent"}
    if can_meet:
        return Verdict.CONFLICT if pair.is_alike and _are_told_apart(left, right) else Verdict.POSSIBLE
    if not (slot.support or pair.is_alike):
        return Verdict.POSSIBLE
    if bool(base_of(pair.left, left)) != bool(base_of(pair.right, right)):
        return Verdict.POSSIBLE
    return Verdict.CONFLICT


def _are_told_apart(left: Quantity, right: Quantity) -> bool:
    """Whether two figures that could meet were meant to differ: ranges with other ends, estimates far from each other.

    "Weeks 11–17" and "weeks 13–17", "about 30%" and "about 40%"; of "over 30" and "over 40" both may hold.
    """
    if (left.is_range and right.is_range) or are_bounded_apart(left, right):
        return True
    return _is_estimate(left) and _is_estimate(right) and apart_by(left, right) > NESTED


RULE = Rule(
    name="number",
    title=marked("Two figures for the same thing"),
    find=find_number,
    may_find=_may_find,
    fires=("12 people were killed in the fire.", "13 people were killed in the fire."),
    silent=("About 15,000 people marched.", "14,996 people marched."),
    signs=DIGIT | NUMBER,
    source="units after the International System of Units; tolerances chosen by hand",
)
