"""Tells which figures are ages: "53-year-old", "aged 53", "the driver, 53,"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from compare_app.core.facts import Quantity, Words
from compare_app.core.records import replace
from compare_app.facts.language import lexicon_of

_OLDEST = 120
"""Years a person's age stays below; chosen by hand."""


def with_ages(text: str, words: Words, quantities: tuple[Quantity, ...], *, language: str) -> tuple[Quantity, ...]:
    """`quantities` with those that are ages in years, their dimension "age". O(quantities)."""
    if not quantities:
        return quantities
    before, after = _age_words(language, "age_before"), _age_words(language, "age_after")
    if not before and not after:
        return quantities
    return tuple(_as_age(text, words, quantity, before, after, language) for quantity in quantities)


@cache
def _age_words(language: str, name: str) -> frozenset[str]:
    given: Iterable[str] = lexicon_of(language).numbers.get(name, ())
    return frozenset(given)


def _as_age(
    text: str, words: Words, quantity: Quantity, before: frozenset[str], after: frozenset[str], language: str
) -> Quantity:
    if quantity.dimension not in ("", "time") or not quantity.exact:
        return quantity
    first, end = quantity.first, quantity.end
    years = quantity.value / quantity.unit
    if not 0 < years < _OLDEST:
        return quantity
    if quantity.dimension == "time" and end < len(words.folded) and words.folded[end] in after:
        return replace(
            quantity,
            dimension="age",
            end=end + 1,
            value=years,
            low=years,
            high=years,
            unit=1.0,
            written=text[words.starts[first] : words.ends[end]],
        )
    if quantity.dimension or end > first + 1:
        return quantity
    is_said = not before.isdisjoint(words.folded[max(0, first - 2) : first])
    if is_said or _is_apposition(text, words, first) or _is_said_of_somebody(text, words, first, language):
        return replace(quantity, dimension="age")
    return quantity


def _is_said_of_somebody(text: str, words: Words, at: int, language: str) -> bool:
    """Whether a figure follows "she is" or "who was" and ends its clause: "who is 12, was found"."""
    if at < 2 or words.folded[at - 2] not in _age_words(language, "age_subject"):
        return False
    if words.folded[at - 1] not in _age_words(language, "age_verb"):
        return False
    return text[words.ends[at] : words.ends[at] + 1] in ("", ",", ".", ";")


def _is_apposition(text: str, words: Words, at: int) -> bool:
    """Whether a figure in digits stands between two commas behind a word: "the driver, 53, was"."""
    if at == 0 or at + 1 >= len(words.folded) or not words.folded[at].isdecimal():
        return False
    gaps = text[words.ends[at - 1] : words.starts[at]], text[words.ends[at] : words.starts[at + 1]]
    neighbours = words.folded[at - 1], words.folded[at + 1]
    return gaps[0].strip() == "," and gaps[1].strip() == "," and not any(word[0].isdecimal() for word in neighbours)
