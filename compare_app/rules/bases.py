"""Tells whether two figures are of two times, or two rates are told against two things."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from compare_app.core.facts import Moment, Quantity
from compare_app.core.lexicon import load_lexicon
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.rules.one_date import can_be_same
from compare_app.rules.pair import Pair

_REACH = 6
"""Words of what a rate is told against; chosen by hand."""
_TO_BASE = 3
"""Words behind a rate among which the one is looked for that is told before what it is told against; by hand."""
_PERIOD = 7
"""Words behind a figure among which the span of time is looked for that it is of; chosen by hand."""
_DATED = 5
"""Words behind a figure among which its date is looked for; chosen by hand."""
_OF_PERIODS = ("ordinal", "time")
"""Dimensions of figures that tell a span of time: "the first nine months"."""
_SIGN = re.compile(r"[;:!?()\[\]\"“”–—]|[,.](?!\d)")


def have_two_bases(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether two rates are told against other things: "up 7 percent from the second quarter", "from a year before"."""
    one, other = base_of(pair.left, left), base_of(pair.right, right)
    return bool(one and other) and one.isdisjoint(other)


def base_of(claim: ClaimFacts, figure: Quantity) -> frozenset[str]:
    """The stems of the words that tell against what a rate is told, empty where none do or a figure does."""
    if figure.dimension not in ("percent", "points"):
        return frozenset()
    words, given = claim.words, comparing(claim.language)
    for at in range(figure.end, min(len(words), figure.end + _TO_BASE)):
        size = next((size for size in (2, 1) if words.folded[at : at + size] in given), 0)
        if not size or not touches(claim, at, at + size - 1):
            continue
        figures = [one.first for one in claim.quantities if one.first > at and one.dimension != "ordinal"]
        end = min(len(words), at + size + _REACH, *figures)
        base = [word for word in range(at + size, end) if touches(claim, at + 1, word)]
        function_words = lexicon_of(claim.language).function_words
        return frozenset([words.stems[word] for word in base if words.folded[word] not in function_words])
    return frozenset()


def are_of_two_days(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether each figure has its own date, of which one claim tells both: "12 in June", "14 in July, 12 in June"."""
    one, other = _date_of(pair.left, left), _date_of(pair.right, right)
    if one is None or other is None or can_be_same(one, other):
        return False
    told = [
        any(can_be_same(moment, date) for moment in claim.moments)
        for claim, date in ((pair.right, one), (pair.left, other))
    ]
    return any(told)


def _date_of(claim: ClaimFacts, figure: Quantity) -> Moment | None:
    """The date right behind a figure, with no other figure and no sign between."""
    near = next((one for one in claim.moments if figure.end <= one.first < figure.end + _DATED), None)
    if near is None or any(figure.end <= one.first <= near.first for one in claim.quantities):
        return None
    return near if touches(claim, figure.end, near.first) else None


def are_of_two_periods(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether each figure has its own span of time behind it: "12 shops in the quarter", "31 in nine months"."""
    one, other = _period_of(pair.left, left), _period_of(pair.right, right)
    return bool(one and other) and one != other and not (one[0].isdecimal() and other[0].isdecimal())


def _period_of(claim: ClaimFacts, figure: Quantity) -> str:
    """The stem of the word for a span of time behind a figure, or the months of its date; "" for none.

    It stands before any other figure or sign.
    """
    words, given = claim.words, _periods(claim.language)
    told = [one.first for one in claim.quantities if one.first >= figure.end and one.dimension not in _OF_PERIODS]
    for at in range(figure.end, min(len(words), figure.end + _PERIOD)):
        if words.folded[at] in given and touches(claim, figure.end, at):
            return words.stems[at]
        if at in told:
            break
    date = _date_of(claim, figure)
    return f"{date.month} {date.year}" if date is not None and date.month is not None else ""


@cache
def _periods(language: str) -> frozenset[str]:
    return frozenset(lexicon_of(language).numbers.get("periods", ()))


@cache
def comparing(language: str) -> Mapping[tuple[str, ...], str]:
    """The kind of each word or two with which a value is compared."""
    given: Mapping[str, list[str]] = load_lexicon(language, "numbers").get("comparing", {})
    return {tuple(phrase.split()): kind for kind, phrases in given.items() for phrase in phrases}


def touches(claim: ClaimFacts, end: int, first: int) -> bool:
    """Whether no sign stands from the word that ends before `end` to the word `first`."""
    words = claim.words
    return end == 0 or _SIGN.search(claim.text, words.ends[end - 1], words.starts[first]) is None
