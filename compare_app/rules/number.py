"""Two figures for the same thing."""

from __future__ import annotations

import math
from collections.abc import Iterator

from compare_app.core.facts import Quantity
from compare_app.core.findings import Finding, Verdict
from compare_app.core.translation import marked, tr
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.rules.pair import Pair
from compare_app.rules.readings import reading
from compare_app.rules.rule import Rule
from compare_app.rules.slots import Slot
from compare_app.rules.wording import about

_SAME_UNIT = 0.025
"""Relative difference at which a round figure still agrees with a precise one; chosen by hand."""
_ROUNDED_FROM = 1000
"""Counts below this that stand without "about" are taken as exact; chosen by hand."""
_SCALES = (1e12, 1e9, 1e6, 1e3, 1.0)
OTHER_UNIT = 0.06
"""The same for figures converted from another unit, which writers round once more; chosen by hand."""


_CLOSE_CURRENCIES = frozenset(("money USD", "money EUR", "money GBP"))
_EXCHANGED = 0.65
"""How far apart the same money may be in two of these: since 2000 a pound was never more than 2.2 dollars; by hand."""
_NESTED = 0.1
"""Relative difference up to which two lower bounds ("more than 200", "at least 215") agree; chosen by hand."""


_NEAR = 4
"""Words behind a figure among which what it counts is looked for; chosen by hand."""


def find_number(pair: Pair) -> Iterator[Finding]:
    """A finding for each two figures in one slot whose intervals cannot meet. O(slots)."""
    for slot in pair.slots:
        left, right = slot.left, slot.right
        if not isinstance(left, Quantity) or not isinstance(right, Quantity):
            continue
        if not _count_the_same(pair, left, right) or _is_said_elsewhere(pair, slot, left, right):
            continue
        if agree(left, right) and not (pair.is_alike and _is_rewritten(pair, left, right)):
            continue
        yield Finding(
            kind="number",
            verdict=_verdict(pair, slot, left, right),
            left=pair.left.words.span(left.first, left.end),
            right=pair.right.words.span(right.first, right.end),
            message=tr(
                "{left} on the left, {right} on the right{where}.",
                left=left.written,
                right=right.written,
                where=about(pair, left, right),
            ),
            left_reading=reading(pair.left, left),
            right_reading=reading(pair.right, right),
        )


def _may_find(pair: Pair) -> bool:
    return pair.has_other(Quantity)


def agree(left: Quantity, right: Quantity) -> bool:
    """Whether one is the other in other words: equal, rounded, or converted from another unit.

    Another sum in another currency may be the same money, the same sum cannot; nor is a percentage point a per cent.
    """
    if left.dimension != right.dimension:
        is_exchange = _apart(left, right) <= _EXCHANGED or not _are_close_currencies(left, right)
        return left.value != right.value and is_exchange
    if left.low == right.low and left.high == right.high:
        return True
    apart = _apart(left, right)
    if left.unit != right.unit and apart <= OTHER_UNIT:
        return True
    if left.exact and right.exact:
        return apart < 1e-9 or _is_rounded(left, right, apart)
    if left.high == right.high == math.inf:
        return apart <= _NESTED
    return left.low <= right.value <= left.high or right.low <= left.value <= right.high


def _is_rounded(left: Quantity, right: Quantity, apart: float) -> bool:
    """Whether one figure is the other cut as writers cut: 15,000 for 14,996, 61 for 61.3, $41 million for 41.2.

    Two digits at least must go, or what stands behind the decimal mark; 60 for 59 is another count, and an age is
    never rounded.
    """
    if left.dimension == "age":
        return False
    rounder, finer = sorted((left.value / left.unit, right.value / right.unit), key=_significant_digits)
    digits, finer_digits = _significant_digits(rounder), _significant_digits(finer)
    if digits == finer_digits or digits < 1:
        return False
    scale = next((scale for scale in _SCALES if abs(rounder) >= scale), 1.0)
    if rounder % scale == 0 and finer % scale and abs(finer - rounder) < scale / 2 and apart <= _NESTED:
        return True
    step = 10.0 ** (math.floor(math.log10(abs(rounder))) + 1 - digits)
    if abs(finer - rounder) > step / 2 or apart > (_NESTED if rounder % 1 else _SAME_UNIT):
        return False
    return finer % 1 != 0 or (finer_digits - digits > 1 and abs(rounder) >= _ROUNDED_FROM)


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
    return _is_estimate(vague) and _apart(left, right) > OTHER_UNIT


def _are_close_currencies(left: Quantity, right: Quantity) -> bool:
    return {left.dimension, right.dimension} <= _CLOSE_CURRENCIES


def _apart(left: Quantity, right: Quantity) -> float:
    """How far the figures are from each other, as a share of the larger one."""
    scale = max(abs(left.value), abs(right.value))
    return abs(left.value - right.value) / scale if scale else 0.0


def _is_estimate(one: Quantity) -> bool:
    return one.low < one.value < one.high < math.inf


def _significant_digits(value: float) -> int:
    return len(f"{abs(value):.12g}".split("e")[0].replace(".", "").strip("0"))


def _count_the_same(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether plain counts may be of one thing: the word behind one stands among the words behind the other."""
    if left.dimension or right.dimension:
        return True
    one, other = _counted(pair.left, left.end), _counted(pair.right, right.end)
    return not one or not other or one[0] in other or other[0] in one


def _is_said_elsewhere(pair: Pair, slot: Slot, left: Quantity, right: Quantity) -> bool:
    """Whether the other side of a rewording gives one of the two in other words: "12 hours over two days", "two days".

    An ordinal before a count is no rank: "the first five games".
    """
    if slot.support > 1 or pair.is_alike:
        return False
    if left.dimension == right.dimension == "ordinal":
        return _leads_a_count(pair.left, left) != _leads_a_count(pair.right, right)
    if not (pair.left_own | pair.right_own).isdisjoint(lexicon_of(pair.left.language).numbers.get("totals", ())):
        return True
    lefts, rights = pair.left.quantities, pair.right.quantities
    if _is_sum(left, right, rights) or _is_sum(right, left, lefts):
        return True
    if _is_share(left, right, lefts) or _is_share(right, left, rights):
        return True
    return _agrees_with_another(left, rights, lefts) or _agrees_with_another(right, lefts, rights)


def _is_sum(whole: Quantity, part: Quantity, others: tuple[Quantity, ...]) -> bool:
    """Whether `part` and another figure of its side make up `whole`: "200 stores", "100 and another 100"."""
    rest = (other for other in others if other is not part and other.value > 1)
    return any(other.dimension == whole.dimension and part.value + other.value == whole.value for other in rest)


def _is_share(whole: Quantity, part: Quantity, beside: tuple[Quantity, ...]) -> bool:
    """Whether `part` is the share of `whole` that its side tells `beside` it: "a fifth of 90 million", "18 million"."""
    shares = (one.value / 100 for one in beside if one.dimension == "percent")
    return any(abs(share * whole.value - part.value) <= _SAME_UNIT * part.value for share in shares)


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
    can_meet = left.dimension == right.dimension and left.low <= right.high and right.low <= left.high
    can_meet = can_meet or {left.dimension, right.dimension} == {"points", "percent"}
    if can_meet:
        return Verdict.CONFLICT if pair.is_alike and _are_told_apart(left, right) else Verdict.POSSIBLE
    if not (slot.support or pair.is_alike):
        return Verdict.POSSIBLE
    return Verdict.CONFLICT


def _are_told_apart(left: Quantity, right: Quantity) -> bool:
    """Whether two figures that could meet were meant to differ: ranges with other ends, estimates far from each other.

    "Weeks 11–17" and "weeks 13–17", "about 30%" and "about 40%"; of "over 30" and "over 40" both may hold.
    """
    if _is_range(left) and _is_range(right):
        return True
    return _is_estimate(left) and _is_estimate(right) and _apart(left, right) > _NESTED


def _is_range(one: Quantity) -> bool:
    return not one.exact and one.low == one.value < one.high < math.inf


RULE = Rule(
    name="number",
    title=marked("Two figures for the same thing"),
    find=find_number,
    may_find=_may_find,
    fires=("12 people were killed in the fire.", "13 people were killed in the fire."),
    silent=("About 15,000 people marched.", "14,996 people marched."),
    source="units after the International System of Units; tolerances chosen by hand",
)
