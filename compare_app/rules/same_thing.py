"""Whether two facts with what says what they are of are of the same thing at the same time, and agree."""

from __future__ import annotations

from compare_app.core.facts import Moment, Quantity
from compare_app.facts.claim import ClaimFacts
from compare_app.rules.agreeing import agree, may_both_be
from compare_app.rules.one_date import can_be_same
from compare_app.rules.stated import Stated, noun_behind

_SHARE = 0.5
"""Share of the words around the poorer of two facts that must stand around the other too; chosen by hand."""


def are_of_one(one: Stated, other: Stated) -> bool:
    """Whether the words around say that both are of the same thing at the same time."""
    if one is other:
        return True
    said = {word for key in one.keys.keys() & other.keys.keys() for word in key}
    mine, theirs = one.context - said, other.context - said
    shared = len(mine & theirs)
    needed = max(one.needed, other.needed)
    if shared < needed or (needed and shared < _SHARE * min(len(mine), len(theirs))):
        return False
    if _other_figures(one, other) or _other_names(one.facts, other.facts):
        return False
    return not (_other_times(one, other) or _otherwise_said(one, other))


def agree_on_it(one: Stated, other: Stated) -> bool:
    """Whether both may be true: figures that can meet, dates that fit."""
    a, b = one.fact, other.fact
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return may_both_be(a, b)
    return isinstance(a, Moment) and isinstance(b, Moment) and can_be_same(a, b)


def _other_figures(one: Stated, other: Stated) -> bool:
    """Whether the value of one stands in the claim of the other too, or figures besides these differ as well.

    The first is a whole and a part ("12 people, three of them children"), the second another count or another day.
    """
    mine, theirs = ([q for q in stated.facts.quantities if q is not stated.fact] for stated in (one, other))
    values = [stated.fact for stated in (one, other) if isinstance(stated.fact, Quantity)]
    if any(value.dimension == q.dimension and agree(value, q) for value in values for q in (*mine, *theirs)):
        return True
    return any(_of_one_kind(one, a, other, b) and not agree(a, b) for a in mine for b in theirs)


def _of_one_kind(one: Stated, a: Quantity, other: Stated, b: Quantity) -> bool:
    return a.dimension == b.dimension and noun_behind(one.facts, a.end) == noun_behind(other.facts, b.end)


def _other_names(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether each claim names somebody or something that the other does not speak of."""
    return bool(_names(one) - other.said) and bool(_names(other) - one.said)


def _names(facts: ClaimFacts) -> set[str]:
    return {facts.words.folded[at] for name in facts.names for at in range(name.first, name.end)}


def _other_times(one: Stated, other: Stated) -> bool:
    """Whether no other date of one claim fits any of the other, or only one of them gives a year."""
    mine, theirs = ([m for m in stated.facts.moments if m is not stated.fact] for stated in (one, other))
    if any(m.year is not None for m in mine) != any(m.year is not None for m in theirs):
        return True
    return bool(mine and theirs) and not any(can_be_same(a, b) for a in mine for b in theirs)


def _otherwise_said(one: Stated, other: Stated) -> bool:
    """Whether only one claim denies, or one is less firm than the other."""
    if bool(one.facts.negations) != bool(other.facts.negations):
        return True
    firmness, others = ({hedge.firmness for hedge in stated.facts.hedges} for stated in (one, other))
    return firmness != others
