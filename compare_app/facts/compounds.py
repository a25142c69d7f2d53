"""Joins measures that are told in two units: "6 pounds, 10 ounces", "about two hours and 15 minutes"."""

from __future__ import annotations

import re

from compare_app.core.facts import Quantity, Words
from compare_app.core.records import replace
from compare_app.facts.language import lexicon_of

_MEASURES = frozenset(("length", "mass", "time"))
_POUND_KG = 0.45359237
_BETWEEN = 2
"""Words between a figure in a larger unit and one in a smaller: the unit and "and"."""
_JOINT = re.compile(r",?\s*(?:and\s+)?")


def with_compounds(text: str, words: Words, found: tuple[Quantity, ...], *, language: str) -> tuple[Quantity, ...]:
    """`found` with every measure and the smaller unit right behind it taken as one. O(quantities)."""
    if len(found) < 2:
        return found
    joined = [found[0]]
    for part in found[1:]:
        whole = _weighed(words, joined[-1], part, language)
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


def _weighed(words: Words, whole: Quantity, part: Quantity, language: str) -> Quantity:
    """`whole` as a weight where its unit may be money too, and ounces behind it tell that it is none: "6 pounds"."""
    if whole.dimension or part.dimension != "mass" or part.first - whole.end > _BETWEEN:
        return whole
    if words.folded[whole.end] not in lexicon_of(language).units.get("weighing", ()):
        return whole
    value, low, high = (one * _POUND_KG for one in (whole.value, whole.low, whole.high))
    return replace(whole, end=whole.end + 1, value=value, low=low, high=high, dimension="mass", unit=_POUND_KG)


def _belongs(text: str, words: Words, whole: Quantity, part: Quantity) -> bool:
    if whole.dimension not in _MEASURES or whole.dimension != part.dimension or not (whole.value and part.exact):
        return False
    if whole.is_range:
        return False
    between = text[words.ends[whole.end - 1] : words.starts[part.first]]
    return part.value < whole.unit and part.unit < whole.unit and _JOINT.fullmatch(between) is not None
