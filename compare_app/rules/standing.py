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
_FULL = 2
"""Matching neighbours of a slot whose facts stand in the same place beyond doubt."""
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
    if _is_rest(pair.left, left) != _is_rest(pair.right, right) or _are_of_two_days(pair, left, right):
        return True
    return slot.support < _FULL and _is_whole(pair.left, left) != _is_whole(pair.right, right)


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
        if not _touches(claim, at + 1, fact.first):
            break
        kind = given.get(words[at : at + 1]) or given.get(words[max(0, at - 1) : at + 1])
        if kind:
            return kind
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


@cache
def _comparing(language: str) -> Mapping[tuple[str, ...], str]:
    """The kind of each word or two with which a value is compared."""
    given: Mapping[str, list[str]] = load_lexicon(language, "numbers").get("comparing", {})
    return {tuple(phrase.split()): kind for kind, phrases in given.items() for phrase in phrases}
