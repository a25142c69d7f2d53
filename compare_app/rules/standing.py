"""Tells whether two facts stand for two things: one is told as the former value, the rest, a whole or a distance."""

from __future__ import annotations

from compare_app.core.facts import Quantity
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.opposites import are_opposite
from compare_app.rules.bases import are_of_two_days, are_of_two_periods, comparing, have_two_bases, touches
from compare_app.rules.elements import Fact
from compare_app.rules.pair import Pair
from compare_app.rules.slots import Slot

_REACH = 6
"""Words before a fact among which the one is looked for that makes it the former value; chosen by hand."""
_PART_OF = 2
"""Words between a part and its whole ("of the"); chosen by hand."""
_TO_END = 4
"""Words before a date among which "until" stands ("until the end of May"); chosen by hand."""
_FULL = 2
"""Matching neighbours of a slot whose facts stand in the same place beyond doubt."""
_DIFFERING = 3
"""Words behind a difference among which "more" stands ("$3 a share more than"); chosen by hand."""
_PART_IN = 4
"""Words between a part and what it is counted in ("home runs in the"); chosen by hand."""


def stand_apart(pair: Pair, slot: Slot) -> bool:
    """Whether one of two facts alone is what another value is compared with, or what is left of a whole, and the like.

    "From 12 percent" beside "12 percent", "than the forecast of $50 million" beside "from $64 million", "13 states"
    beside "a dozen other states". Where both are told so, they may be of one thing, if it is of one time.
    """
    left, right = slot.left, slot.right
    if _compared_by(pair.left, left) != _compared_by(pair.right, right):
        return True
    if not isinstance(left, Quantity) or not isinstance(right, Quantity):
        return not pair.is_alike and _is_end(pair.left, left) != _is_end(pair.right, right)
    if any(is_such(pair.left, left) != is_such(pair.right, right) for is_such in _STANDINGS):
        return True
    if are_of_two_days(pair, left, right) or have_two_bases(pair, left, right):
        return True
    if _have_two_parts(pair, left, right) or are_of_two_periods(pair, left, right):
        return True
    return slot.support < _FULL and _move_apart(pair, left, right)


def _compared_by(claim: ClaimFacts, fact: Fact) -> str:
    """By which kind of word another value is compared with `fact`: "up from 73.21 cents on Monday"; empty for none.

    A date is so only behind a figure that is.
    """
    figures = [one for one in claim.quantities if one.end <= fact.first]
    if not isinstance(fact, Quantity):
        is_beside = bool(figures) and touches(claim, figures[-1].end, fact.first)
        return _compared_by(claim, figures[-1]) if is_beside else ""
    words, given = claim.words.folded, comparing(claim.language)
    earliest = max(0, fact.first - _REACH, figures[-1].end if figures else 0)
    for at in range(fact.first - 1, earliest - 1, -1):
        kind = given.get(words[at : at + 1]) or given.get(words[max(0, at - 1) : at + 1])
        if kind:
            return kind if touches(claim, at + 1, fact.first) else ""
    return ""


def _is_end(claim: ClaimFacts, date: Fact) -> bool:
    """Whether the date is the last of something that lasts: "closed until Thursday"."""
    before = claim.words.folded[max(0, date.first - _TO_END) : date.first]
    return not set(before).isdisjoint(lexicon_of(claim.language).negation.get("ends", ()))


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


def _is_repeated(claim: ClaimFacts, figure: Quantity) -> bool:
    """Whether the figure tells how often something is: "every 100 minutes"."""
    before = claim.words.folded[max(0, figure.first - 1) : figure.first]
    return not set(before).isdisjoint(lexicon_of(claim.language).numbers.get("repeating", ()))


def is_rate(claim: ClaimFacts, figure: Quantity) -> bool:
    """Whether the figure is one of each span of time: "$3 a day"."""
    given = lexicon_of(claim.language).numbers
    behind = claim.words.folded[figure.end : figure.end + 2]
    return len(behind) > 1 and behind[0] in given.get("each", ()) and behind[1] in given.get("spans", ())


def _is_difference(claim: ClaimFacts, figure: Quantity) -> bool:
    """Whether the figure tells by how much another is larger or smaller: "$8 million more than they had paid"."""
    words, given = claim.words.folded, lexicon_of(claim.language).numbers.get("differing", ())
    behind = range(figure.end, min(len(words) - 1, figure.end + _DIFFERING))
    at = next((at for at in behind if words[at] in given and "than" in words[at + 1 : at + 1 + _DIFFERING]), None)
    if at is None or not touches(claim, figure.end, at):
        return False
    return not any(figure.end <= one.first <= at for one in claim.quantities)


def _have_two_parts(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether two wholes are told with other parts of them: "21 home runs in 68 games", "the fifth in six games"."""
    one, other = _part_in(pair.left, left), _part_in(pair.right, right)
    return one is not None and other is not None and one != other


def _part_in(claim: ClaimFacts, whole: Quantity) -> float | None:
    """The figure right before `whole` of which it is said to be the whole, None where none is."""
    words, given = claim.words.folded, lexicon_of(claim.language).numbers.get("part_in", ())
    before = [one for one in claim.quantities if one.end < whole.first <= one.end + _PART_IN]
    if not before or before[-1].dimension not in ("", "ordinal") or not touches(claim, before[-1].end, whole.first):
        return None
    return None if set(words[before[-1].end : whole.first]).isdisjoint(given) else before[-1].value


def _move_apart(pair: Pair, left: Quantity, right: Quantity) -> bool:
    """Whether the words before two figures are opposites: "sales fell 12 percent", "the profit rose 8 percent"."""
    one, other = _word_before(pair.left, left), _word_before(pair.right, right)
    return bool(one and other) and are_opposite(one, other, pair.left.language)


def _word_before(claim: ClaimFacts, figure: Quantity) -> str:
    """The nearest word with content before a figure, other figures left out; empty over a sign."""
    function_words = lexicon_of(claim.language).function_words
    taken = {at for one in claim.quantities for at in range(one.first, one.end)}
    for at in range(figure.first - 1, max(-1, figure.first - 1 - _REACH), -1):
        if not touches(claim, at + 1, figure.first):
            return ""
        if at not in taken and claim.words.folded[at] not in function_words:
            return claim.words.folded[at]
    return ""


_STANDINGS = (_is_rest, _is_whole, _is_offset, _is_repeated, is_rate, _is_difference)
