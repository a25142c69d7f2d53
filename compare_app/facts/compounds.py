"""Joins measures that are told in two units: "6 pounds, 10 ounces", "about two hours and 15 minutes"."""

from __future__ import annotations

import math
import re

from compare_app.core.facts import Quantity, Words
from compare_app.core.records import replace

_MEASURES = frozenset(("length", "mass", "time"))
_JOINT = re.compile(r",?\s*(?:and\s+)?")


def with_compounds(text: str, words: Words, found: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """`found` with every measure and the smaller unit right behind it taken as one. O(quantities)."""
    if len(found) < 2:
        return found
    joined = [found[0]]
    for part in found[1:]:
        whole = joined[-1]
        if not _belongs(text, words, whole, part):
            joined.append(part)
            continue
        value = whole.value + part.value
        joined[-1] = replace(
            whole,
            end=part.end,
            value=value,
            low=value * whole.low / whole.value,
            high=value * whole.high / whole.value,
            unit=part.unit,
            written=words.span(whole.first, part.end).of(text),
        )
    return tuple(joined)


def _belongs(text: str, words: Words, whole: Quantity, part: Quantity) -> bool:
    if whole.dimension not in _MEASURES or whole.dimension != part.dimension or not (whole.value and part.exact):
        return False
    is_range = not whole.exact and whole.low == whole.value < whole.high < math.inf
    if is_range:
        return False
    between = text[words.ends[whole.end - 1] : words.starts[part.first]]
    return part.value < whole.unit and part.unit < whole.unit and _JOINT.fullmatch(between) is not None
