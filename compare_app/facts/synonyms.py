"""Whether words that replace each other are known to say the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache

from compare_app.core.lexicon import load_lexicon
from compare_app.core.records import record
from compare_app.facts.attribution import reporting_verbs
from compare_app.facts.language import lexicon_of
from compare_app.facts.opposites import are_opposite
from compare_app.facts.stems import stems_of

_MOST_WORDS = 65536
"""Words, and as many pairs of them, that are kept in memory."""


def say_the_same(left: Sequence[str], right: Sequence[str], language: str) -> bool:
    """Whether every folded word of `left` has one of `right` that means as much, and the other way round.

    Words of light weight may come and go, and a denied opposite stands for the word ("likely", "not unlikely"). What
    is in no list is not known to be the same. O(left × right).
    """
    light = _light(language)
    here, there = (
        [one for word in words for one in _opened(word, language) if one not in light] for words in (left, right)
    )
    lost = [word for word in here if not any(mean_the_same(word, other, language) for other in there)]
    gained = [word for word in there if not any(mean_the_same(other, word, language) for other in here)]
    return (not lost and not gained) or _cancel(lost, gained, language)


def _opened(word: str, language: str) -> tuple[str, ...]:
    """The words with content of a contraction ("didn't" gives "not"), a pronoun's one form, or `word` itself."""
    word = word.replace("’", "'")
    if word in (pronouns := _pronouns(language)):
        return pronouns[word]
    lexicon, cues = lexicon_of(language), _cues(language)
    tail = next((one for one in lexicon.clitics if word.endswith(one)), "")
    if not tail and word not in lexicon.contractions:
        return (word,)
    said = lexicon.contractions.get(word, (word.removesuffix(tail), lexicon.clitics.get(tail, "")))
    return tuple([one for one in said if one in cues or (one and one not in lexicon.function_words)])


def mean_the_same(left: str, right: str, language: str) -> bool:
    """Whether two folded words are forms of one, synonyms, or derived from each other; a verb may be the wider one."""
    return _mean_the_same(min(left, right), max(left, right), language)


@lru_cache(maxsize=_MOST_WORDS)
def _mean_the_same(left: str, right: str, language: str) -> bool:
    stems = stems_of(language)
    one, other = stems[left], stems[right]
    if one == other:
        return True
    if are_opposite(left, right, language):
        return False
    cues, says = _cues(language), reporting_verbs(language)
    if (left in cues and right in cues) or (one in says and other in says):
        return True
    return _meaning(one, language).shares(_meaning(other, language))


def _cancel(left: list[str], right: list[str], language: str) -> bool:
    """Whether two opposites are left, one of them denied."""
    cues = _cues(language)
    lost, gained = ([word for word in words if word not in cues] for words in (left, right))
    if len(lost) != 1 or len(gained) != 1 or len(left) + len(right) != 3:
        return False
    return are_opposite(lost[0], gained[0], language)


@record
class _Meaning:
    """Numbers of what a word means, and of what is wider or similar."""

    own: frozenset[str]
    wider: frozenset[str]

    def shares(self, other: _Meaning) -> bool:
        return not (
            self.own.isdisjoint(other.own) and self.own.isdisjoint(other.wider) and self.wider.isdisjoint(other.own)
        )


@lru_cache(maxsize=_MOST_WORDS)
def _meaning(base: str, language: str) -> _Meaning:
    """What the list says of a stem, nothing for one that it has not."""
    lines = _lines(language)
    at = bisect_left(lines, f"{base} ")
    found = lines[at].split() if at < len(lines) else []
    numbers = found[1:] if found[:1] == [base] else []
    return _Meaning(
        frozenset([number for number in numbers if number[0] != "."]),
        frozenset([number[1:] for number in numbers if number[0] == "."]),
    )


@cache
def _lines(language: str) -> list[str]:
    """The list of synonyms by line, ascending; most words are never asked for."""
    words: str = load_lexicon(language, "synonyms").get("words", "")
    return words.strip().split("\n")


@cache
def _light(language: str) -> frozenset[str]:
    return frozenset(load_lexicon(language, "stand_ins").get("light", "").split())


@cache
def _pronouns(language: str) -> dict[str, tuple[str, ...]]:
    """Pronouns by the words they are written as else: "nobody", "no one"."""
    given = load_lexicon(language, "stand_ins").get("pronouns", {})
    return {word: tuple(said.split()) for word, said in given.items()}


@cache
def _cues(language: str) -> frozenset[str]:
    return frozenset(lexicon_of(language).negation.get("cues", ()))
