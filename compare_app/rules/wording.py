"""How facts are said in the messages of findings."""

from __future__ import annotations

import re

from compare_app.core.facts import Moment, Quantity
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.rules.pair import Pair

_CLAUSE_END = re.compile(r"[,;:.!?()\[\]\"“”–—]")
_MOST_WORDS = 6
"""Words of context a message quotes; chosen by hand to keep it on one line."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def about(pair: Pair, left_end: int, right_end: int) -> str:
    """ ": people killed in the fire", the shorter of what follows the facts on either side; empty when nothing does."""
    found = [text for text in (_following(pair.left, left_end), _following(pair.right, right_end)) if text]
    return f": {min(found, key=lambda text: (len(text), text))}" if found else ""


def _following(claim: ClaimFacts, end: int) -> str:
    """Up to `_MOST_WORDS` words behind the fact inside its clause, without function words at their end."""
    words = claim.words
    last = min(end + _MOST_WORDS, len(words))
    if end >= len(words):
        return ""
    clause_end = _CLAUSE_END.search(claim.text, words.ends[end - 1], words.ends[last - 1])
    function_words = lexicon_of(claim.language).function_words
    while last > end and (
        words.folded[last - 1] in function_words or (clause_end and words.ends[last - 1] > clause_end.start())
    ):
        last -= 1
    return claim.text[words.starts[end] : words.ends[last - 1]] if last > end else ""


def in_words(fact: Quantity | Moment) -> str:
    """The fact as read: "41,000,000 EUR, exact", "23 October 1988"."""
    return _quantity(fact) if isinstance(fact, Quantity) else _moment(fact)


def _quantity(fact: Quantity) -> str:
    unit = {"": "", "ordinal": " in order", "percent": " per cent", "points": " percentage points"}.get(
        fact.dimension, f" {fact.dimension.removeprefix('money ')}"
    )
    value = f"{fact.value / fact.unit:,.10g}" if fact.dimension != "temperature" else f"{fact.value:.1f}"
    if fact.exact:
        return f"{value}{unit}, exact"
    low, high = (f"{bound / fact.unit:,.6g}" for bound in (fact.low, fact.high))
    return f"{value}{unit}, at least {low}" if high == "inf" else f"{value}{unit}, from {low} to {high}"


def _moment(fact: Moment) -> str:
    parts = [
        _WEEKDAYS[fact.weekday - 1] if fact.weekday else "",
        str(fact.day) if fact.day else "",
        _MONTHS[fact.month - 1] if fact.month else "",
        fact.part,
        f"{fact.year}–{fact.until}" if fact.until else str(fact.year or ""),
    ]
    said = " ".join(part for part in parts if part)
    return f"{said}, from the document's date" if fact.resolved else said
