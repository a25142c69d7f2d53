"""Whether a hyphen at a line's end belongs to the word or only broke it: the document's own words tell first.

Where they do not, conventions do, for English those of a list of compounds. On 468,000 words of English books in
documents of 2,000, set at 40 and 66 letters with every break taken that a hyphenation dictionary allows, 554 of 837
hyphens are kept and 24,667 of 24,719 broken words made whole; where a book is one document, 803 of 892 and 24,860 of
24,897.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from compare_app.core.lexicon import load_lexicon
from compare_app.core.patterns import pattern
from compare_app.core.records import record

_WORD = pattern(r"\w+(?:-\w+)*")

_ALWAYS_PARTED = frozenset(
    {"well", "ill", "self", "non", "anti", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
    | {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)
"""Beginnings of compounds that English writes with a hyphen."""

_ENDINGS = frozenset(
    {"ness", "less", "lessly", "fully", "same", "hood", "ish", "ing", "ings", "ed", "er", "ers", "fold", "teen"}
    | {"teenth", "ty", "tieth", "th", "ment", "sense", "ton", "come", "some"}
)
"""What follows such a beginning without one: "illness", "selfless", "nonsense", "fourteen"."""

_NEVER_PARTED = frozenset(
    {"a", "an", "any", "be", "case", "con", "day", "de", "dis", "down", "even", "every", "fore", "for", "gentle"}
    | {"here", "her", "him", "hand", "house", "in", "it", "land", "man", "may", "mean", "more", "mis", "my", "never"}
    | {"no", "on", "other", "our", "out", "over", "per", "re", "rail", "sea", "some", "sun", "super", "them", "there"}
    | {"thou", "to", "trans", "un", "under", "up", "with", "where", "what", "who", "when", "water", "work", "your"}
)
"""Beginnings that are words themselves and mostly belong to a word without a hyphen: "another", "withdraw"."""

_NAME_STARTS = frozenset({"Mc", "Mac", "Fitz"})

_SUSPENDED = frozenset({"and", "und", "oder", "bis", "bzw", "sowie", "och", "eller"})
"""What follows a hyphen that stands for the rest of a word: "Nord- und Ostsee", "pre- and post-war"."""


_ENGLISH_SHARE = 0.01
""""The" among the words of an English text: six in a hundred, in other languages next to none. Chosen by hand."""


@record
class Vocabulary:
    """How often a document uses each word, and whether its words are English, whose compounds are listed."""

    words: Counter[str]
    is_english: bool


def vocabulary(lines: Sequence[tuple[str, bool]]) -> Vocabulary:
    """The words of `lines`, the pieces at line ends that broke one (True) left out. O(length)."""
    found: Counter[str] = Counter()
    was_broken = False
    for text, is_broken in lines:
        words = _WORD.findall(text)
        found.update(word.casefold() for word in words[was_broken : len(words) - is_broken])
        was_broken = is_broken
    return Vocabulary(found, found["the"] >= max(1, _ENGLISH_SHARE * found.total()))


def hyphen_between(before: str, after: str, known: Vocabulary) -> str:
    """What joins two lines where a hyphen ended the first: "", "-", or "- " where it stands for the rest of a word."""
    head, tail = _last_word(before), _first_word(after)
    if tail in _SUSPENDED and before[-1:].isalpha() and not known.words[(head + tail).casefold()]:
        return "- "
    return "-" if _belongs(head, tail, known) else ""


def _belongs(head: str, tail: str, known: Vocabulary) -> bool:
    words = known.words
    is_all_capitals = len(head) > 1 and head.isupper() and tail.isupper()
    if not head[-1:].isalpha() or not (tail[:1].islower() or is_all_capitals or head in _NAME_STARTS):
        return True
    whole, parted = words[(head + tail).casefold()], words[f"{head}-{tail}".casefold()]
    if whole or parted:
        return parted > whole
    begin, tail = head.casefold(), tail.casefold()
    if "-" in head or "-" in tail:
        return True  # a word of several hyphens is broken at one of them
    if begin in _ALWAYS_PARTED:
        return tail not in _ENDINGS and len(tail) > 2
    if known.is_english and _is_compound(begin, tail):
        return True
    return begin not in _NEVER_PARTED and bool(words[begin]) and bool(words[tail]) and tail not in _ENDINGS


def _is_compound(begin: str, tail: str) -> bool:
    """Whether English writes the two with a hyphen: by the word, or by what such words mostly begin or end with."""
    beginnings, endings, words = _compounds()
    if f"{begin}-{tail}" in words:
        return True
    if len(begin) <= 2 or len(tail) <= 2 or begin in _NEVER_PARTED or tail in _ENDINGS:
        return False
    return begin in beginnings or tail in endings


@cache
def _compounds() -> tuple[frozenset[str], ...]:
    listed = load_lexicon("en", "compounds")
    return tuple(frozenset(listed[name].split()) for name in ("beginnings", "endings", "words"))


def _last_word(text: str) -> str:
    found = _WORD.findall(text[-60:])
    return found[-1] if found else ""


def _first_word(text: str) -> str:
    match = _WORD.match(text)
    return match[0] if match else ""
