"""Tells whether two facts stand for two things: one is told as the former value, the rest, or of another time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from compare_app.core.facts import Moment, Quantity
from compare_app.core.lexicon import load_lexicon
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.rules.elements import Fact
from compare_app.rules.one_date import can_be_same
from compare_app.rules.pair import Pair
from compare_app.rules.slots import Slot

_REACH = 6
"""Words before a fact among which the one is looked for that makes it the former value; chosen by hand."""
_PART_OF = 2
"""Words between a part and its whole ("of the"); chosen by hand."""
_TO_BASE = 3
"""Words behind a rate among which the one is looked for that is told before what it is told against; by hand."""
_DATED = 5
"""Words behind a figure among which its date is looked for; chosen by hand."""
_SIGN = re.compile(r"[;:!?()\[\]\"“”–—]|[,.](?!\d)")


def stand_apart(pair: Pair, slot: Slot) -> bool:
    """Whether one of two facts alone is what another value is compared with, or what is left of a whole.

    "From 12 percent" beside "12 percent", "than the forecast of $50 million" beside "from $64 million", "13 states"
    beside "a dozen other states". Where both are told so, they may be of one thing.
    """
    left, right = slot.left, slot.right
    if _compared_by(pair.left, left) != _compared_by(pair.right, right):
        return True
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return False
    if any(is_such(pair.left, left) != is_such(pair.right, right) for is_such in _STANDINGS):
        return True
    return _are_of_two_days(pair, left, right) or _have_two_bases(pair, left, right)


def _compared_by(claim: ClaimFacts, fact: Fact) -> str:
    """By which kind of word another value is compared with `fact`: "up from 73.21 cents on Monday"; empty for none.

    A date is so only behind a figure that is.
    """
    figures = [one for one in claim.quantities if one.end <= fact.first]
    if not isinstance(fact, Quantity):
        is_beside = bool(figures) and _touches(claim, figures[-1].end, fact.first)
        return _compared_by(claim, figures[-1]) if is_beside else ""
    words, given = claim.words.folded, _comparing(claim.language)
    earliest = max(0, fact.first - _REACH, figures[-1].end if figures else 0)
    for at in range(fact.first - 1, earliest - 1, -1):
        kind = given.get(words[at : at + 1]) or given.get(words[max(0, at - 1) : at + 1])
        if kind:
            return kind if _touches(claim, at + 1, fact.first) else ""
    return ""


def _touches(claim: ClaimFacts, end: int, first: int) -> bool:
    """Whether no sign stands from the word that ends before `end` to the word `first`."""
    words = claim.words
    return end == 0 or _SIGN.search(claim.text, words.ends[end - 1], words.starts[first]) is None


def _is_rest(claim: ClaimFacts, figure: Quantity) -> bool:
    """Whether the figure counts others than those that were named: "a dozen other states"."""
    given = lexicon_of(claim.language).numbers
    words = claim.words.folded
    before, behind = words[max(0, figure.first - 1) : figure.first], words[figure.end : figure.end + 2]
    if behind[1:] == ("than",):
        behind = ()
    return not set(before + behind[:1]).isdisjoint(given.get("rest", ()))


def _is_whole(claim: ClaimFacts, figure: Quantity) -> bool:
    """Whether the figure counts all of which another is a part: "14 of the 35 seats"."""
    before = [one for one in claim.quantities if one.end < figure.first <= one.end + _PART_OF]
    return any(claim.words.folded[one.end] in lexicon_of(claim.language).numbers.get("part_of", ()) for one in before)


def _is_offset(claim: ClaimFacts, figure: Quantity) -> bool:
    """Whether the figure tells how long before or after something else it was: "two days after the bombing"."""
    behind = claim.words.folded[figure.end : figure.end + 1]
    return figure.dimension == "time" and not set(behind).isdisjoint(
        lexicon_of(claim.language).numbers.get("offset", ())
    )


def _is_difference(claim: ClaimFacts, figure: Quantity) -> bool:
    """Whether the figure tells by how much another is larger or smaller: "$8 million more than they had paid"."""
    words, given = claim.words.folded, lexicon_of(claim.language).numbers.get("differing", ())
    is_compared = words[figure.end : figure.end + 1] and words[figure.end] in given
    return bool(is_compared) and words[figure.end + 1 : figure.end + 2] == ("than",) and _touches_behind(claim, figure)


def _touches_behind(claim: ClaimFacts, figure: Quantity) -> bool:
    words = claim.words
    return _SIGN.search(claim.text, words.ends[figure.end - 1], words.starts[figure.end]) is None


def _have_two_bases(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether two rates are told against other things: "up 7 percent from the second quarter", "from a year before"."""
    one, other = base_of(pair.left, left), base_of(pair.right, right)
    return bool(one and other) and one.isdisjoint(other)


def base_of(claim: ClaimFacts, figure: Quantity) -> frozenset[str]:
    """The stems of the words that tell against what a rate is told, empty where none do or a figure does."""
    if figure.dimension not in ("percent", "points"):
        return frozenset()
    words, given = claim.words, _comparing(claim.language)
    for at in range(figure.end, min(len(words), figure.end + _TO_BASE)):
        size = next((size for size in (2, 1) if words.folded[at : at + size] in given), 0)
        if not size or not _touches(claim, at, at + size - 1):
            continue
        figures = [one.first for one in claim.quantities if one.first > at and one.dimension != "ordinal"]
        end = min(len(words), at + size + _REACH, *figures)
        base = [word for word in range(at + size, end) if _touches(claim, at + 1, word)]
        function_words = lexicon_of(claim.language).function_words
        return frozenset([words.stems[word] for word in base if words.folded[word] not in function_words])
    return frozenset()


def _are_of_two_days(pair: Pair, left: Quantity, right: Quantity) -> bool:
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
    until = min((one.first for one in claim.quantities if one.first >= figure.end), default=len(claim.words))
    until = min(until, figure.end + _DATED)
    near = [one for one in claim.moments if figure.end <= one.first < until]
    return near[0] if near and _touches(claim, figure.end, near[0].first) else None


_STANDINGS = (_is_rest, _is_whole, _is_offset, _is_difference)


@cache
def _comparing(language: str) -> Mapping[tuple[str, ...], str]:
    """The kind of each word or two with which a value is compared."""
    given: Mapping[str, list[str]] = load_lexicon(language, "numbers").get("comparing", {})
    return {tuple(phrase.split()): kind for kind, phrases in given.items() for phrase in phrases}
