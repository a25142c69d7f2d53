"""Which claim of a text is which after the text was edited or read anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from compare_app.core.claim_index import dice
from compare_app.core.patterns import pattern
from compare_app.core.shared_ends import shared_ends

Matches = Mapping[int, int]
"""By the index of a claim before, its index now. What is gone is not named."""

_WORD = pattern(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")  # a sign of Chinese is a word
_ALIKE = 0.5  # of the words (Dice) that a claim keeps in its place to be the same one, edited. Chosen by hand
_WITHIN = 0.75  # of its words that stand in the claim with which it was joined. Chosen by hand
_MOST_CLAIMS = 4_000  # between the first edit and the last whose order is compared: difflib is quadratic at worst
_MOST_PAIRS = 10_000  # in one stretch that was written anew: about 30 ms


def match_claims(before: Sequence[str], now: Sequence[str]) -> Matches:
    """The claims of one text by their words: those that stayed in order, between them the edited, then the moved.

    O(claims) where one place was edited.
    """
    before, now = ([" ".join(text.split()) for text in texts] for texts in (before, now))
    found: dict[int, int] = {}
    end = end_now = 0
    for start, start_now, size in _equal_stretches(before, now):
        if (start - end) * (start_now - end_now) <= _MOST_PAIRS:
            found |= _edited(before, now, range(end, start), range(end_now, start_now))
        end, end_now = start + size, start_now + size
        found.update(zip(range(start, end), range(start_now, end_now), strict=True))
    found |= _moved(before, now, found)
    return found


def _equal_stretches(before: Sequence[str], now: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Where equal claims begin in both texts and how many they are, in order; the last, of none, at the ends."""
    head, tail = shared_ends(before, now)
    ours, theirs = before[head : len(before) - tail], now[head : len(now) - tail]
    yield 0, 0, head
    if max(len(ours), len(theirs)) <= _MOST_CLAIMS:
        for start, start_now, size in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()[:-1]:
            yield head + start, head + start_now, size
    yield len(before) - tail, len(now) - tail, tail


def _edited(before: Sequence[str], now: Sequence[str], ours: range, theirs: range) -> dict[int, int]:
    """The likest pairs of two stretches, in the order of both; then what was joined with one of them."""
    words = {place: _words(before[place]) for place in ours}
    words_now = {place: _words(now[place]) for place in theirs}
    found: dict[int, int] = {}
    for score, i, j in sorted((-dice(words[i], words_now[j]), i, j) for i in ours for j in theirs):
        if -score >= _ALIKE and all((i < one, i > one) == (j < at, j > at) for one, at in found.items()):
            found[i] = j
    for i in ours if theirs else ():
        shared = {j: (words[i] & words_now[j]).total() for j in theirs}
        whole = max(theirs, key=shared.__getitem__)
        if i not in found and shared[whole] >= max(1, _WITHIN * words[i].total()):
            found[i] = whole
    return found


def _moved(before: Sequence[str], now: Sequence[str], found: Matches) -> Matches:
    """Claims that stand elsewhere with the same words, where each is the only one left of them."""
    left = [place for place in range(len(before)) if place not in found]
    taken = set(found.values())
    free: dict[str, list[int]] = {}
    for place, text in enumerate(now if left else ()):
        if place not in taken:
            free.setdefault(text, []).append(place)
    counted = Counter(before[place] for place in left)
    alone = (place for place in left if counted[before[place]] == 1)
    return {place: free[before[place]][0] for place in alone if len(free.get(before[place], ())) == 1}


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))
