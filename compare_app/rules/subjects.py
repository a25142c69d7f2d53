"""Tells whether two claims begin with the names of two, so that each tells of its own."""

from __future__ import annotations

from compare_app.core.facts import Name
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.names import may_be_same, party_words
from compare_app.facts.senses import entry_of
from compare_app.rules.pair import Pair

_OPENING = 4
"""Words with which a claim may begin before the name of what it is about has begun; chosen by hand."""


def have_two_subjects(pair: Pair) -> bool:
    """Whether each claim begins with a name of which the other side has not even the first word.

    "The Nasdaq Composite Index was down 25 points", "The broader Standard & Poor's 500 Index was down 9 points".
    """
    left, right = _subject(pair.left), _subject(pair.right)
    if left is None or right is None:
        return False
    one = pair.left.words.folded[left.first : left.end]
    other = pair.right.words.folded[right.first : right.end]
    if one[0] in pair.right.said or other[0] in pair.left.said:
        return False
    return not may_be_same(one, other, language=pair.left.language)


def _subject(claim: ClaimFacts) -> Name | None:
    """The name with which the claim begins, alone or behind an article, before a verb; None for a date or a figure."""
    folded = claim.words.folded
    name = next((name for name in claim.names if name.first <= _OPENING), None)
    if name is None or (name.first and folded[0] not in party_words(claim.language)):
        is_name = claim.text[:1].isupper() and entry_of(claim.words.stems[0], claim.language) is None
        name = Name(0, 1) if is_name and folded[0] not in lexicon_of(claim.language).function_words else None
    if name is None or _holds_a_fact(claim, name.end):
        return None
    following = folded[name.end : name.end + 1]
    being = lexicon_of(claim.language).negation.get("being", ())
    is_verb = bool(following) and (
        following[0] in being or following[0] not in lexicon_of(claim.language).function_words
    )
    return name if is_verb else None


def _holds_a_fact(claim: ClaimFacts, end: int) -> bool:
    """Whether a figure or a date begins before word `end`."""
    starts = (*(one.first for one in claim.quantities), *(one.first for one in claim.moments))
    return any(first < end for first in starts)
