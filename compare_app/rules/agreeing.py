"""Whether two figures may be one in other words."""

from __future__ import annotations

import math

from compare_app.core.facts import Quantity

SAME_UNIT = 0.025
"""Relative difference at which a round figure still agrees with a precise one; chosen by hand."""
OTHER_UNIT = 0.06
"""The same for figures converted from another unit, which writers round once more; chosen by hand."""
_ROUNDED_FROM = 1000
"""Counts below this that stand without "about" are taken as exact; chosen by hand."""
_SCALES = (1e12, 1e9, 1e6, 1e3, 1.0)
_CLOSE_CURRENCIES = frozenset(("money USD", "money EUR", "money GBP"))
_EXCHANGED = 0.65
"""How far apart the same money may be in two of these: since 2000 a pound was never more than 2.2 dollars; by hand."""
NESTED = 0.1
"""Relative difference up to which two lower bounds ("more than 200", "at least 215") agree; chosen by hand."""


def agree(left: Quantity, right: Quantity) -> bool:
    """Whether one is the other in other words: equal, rounded, or converted from another unit.

    Another sum in another currency may be the same money, the same sum cannot; nor is a percentage point a per cent.
    """
    if left.dimension != right.dimension:
        is_exchange = apart_by(left, right) <= _EXCHANGED or not _are_close_currencies(left, right)
        return left.value != right.value and is_exchange
    if left.low == right.low and left.high == right.high:
        return True
    apart = apart_by(left, right)
    if left.unit != right.unit and apart <= OTHER_UNIT:
        return True
    if left.exact and right.exact and (apart < 1e-9 or _is_rounded(left, right, apart)):
        return True
    if left.high == right.high == math.inf:
        return apart <= NESTED
    if are_bounded_apart(left, right):
        return False
    return left.low <= right.value <= left.high or right.low <= left.value <= right.high


def may_both_be(left: Quantity, right: Quantity) -> bool:
    """Whether both figures may be told of one thing: one in other words, or ranges that meet."""
    return agree(left, right) or left.meets(right)


def are_bounded_apart(left: Quantity, right: Quantity) -> bool:
    """Whether one is a lower and the other an upper bound that meet in one value at most: "less than", "more than"."""
    return any(
        one.low == 0 < one.high <= other.low and other.high == math.inf for one, other in ((left, right), (right, left))
    )


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
    if rounder % scale == 0 and finer % scale and abs(finer - rounder) < scale / 2 and apart <= NESTED:
        return True
    step = 10.0 ** (math.floor(math.log10(abs(rounder))) + 1 - digits)
    if abs(finer - rounder) > step / 2 or apart > (NESTED if rounder % 1 else SAME_UNIT):
        return False
    return finer % 1 != 0 or (finer_digits - digits > 1 and abs(rounder) >= _ROUNDED_FROM)


def _are_close_currencies(left: Quantity, right: Quantity) -> bool:
    return {left.dimension, right.dimension} <= _CLOSE_CURRENCIES


def apart_by(left: Quantity, right: Quantity) -> float:
    """How far the figures are from each other, as a share of the larger one."""
    scale = max(abs(left.value), abs(right.value))
    return abs(left.value - right.value) / scale if scale else 0.0


def _significant_digits(value: float) -> int:
    return len(f"{abs(value):.12g}".split("e")[0].replace(".", "").strip("0"))
