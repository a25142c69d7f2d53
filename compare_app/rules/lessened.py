"""Finds what stands on one side alone before a word and makes less of it: "semi-professional", "vice president"."""

from __future__ import annotations

from functools import cache

from compare_app.core.lexicon import load_lexicon
from compare_app.core.shared_ends import shared_ends
from compare_app.facts.language import lexicon_of
from compare_app.rules.pair import Pair

_LEAST_SHARED = 3
"""Content words that both sides must share besides; chosen by hand, as for replaced words."""
_Words = tuple[int, ...]


def find_lessened(pair: Pair) -> tuple[_Words, _Words] | None:
    """The word with what stands before it on either side, where nothing else differs. O(words)."""
    lessening = _lessening(pair.left.language)
    if lessening.isdisjoint(pair.left_own | pair.right_own):
        return None
    left, right = pair.left.words.folded, pair.right.words.folded
    head, tail = shared_ends(pair.left.words.stems, pair.right.words.stems)
    lost, gained = left[head : len(left) - tail], right[head : len(right) - tail]
    if not tail or max(len(lost), len(gained)) != 1 or not lessening.issuperset(lost + gained):
        return None
    function_words = lexicon_of(pair.left.language).function_words
    shared = (*left[:head], *left[len(left) - tail + 1 :])
    if left[-tail] in function_words or sum(word not in function_words for word in shared) < _LEAST_SHARED:
        return None
    return tuple(range(head, head + len(lost) + 1)), tuple(range(head, head + len(gained) + 1))


@cache
def _lessening(language: str) -> frozenset[str]:
    return frozenset(load_lexicon(language, "stand_ins").get("lessening", "").split())
