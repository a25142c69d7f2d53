"""Which words may mean the same thing: by their senses in a lexical database."""

from __future__ import annotations

from bisect import bisect_left
from enum import Enum
from functools import cache, lru_cache

from compare_app.core.lexicon import load_lexicon
from compare_app.core.records import record
from compare_app.facts.stems import stem

_MOST_WORDS = 4096
"""Words whose senses are kept in memory a language."""


class Part(Enum):
    """What a listed word mostly is."""

    NOUN = "nouns"
    ADJECTIVE = "adjectives"
    OTHER = "others"


@record
class Sense:
    """A sense: its number, those of the next wider ones, and the last number of its narrower ones."""

    number: int
    wider: tuple[int, ...]
    last: int

    def holds(self, other: Sense) -> bool:
        """Whether `other` is this sense or a narrower one ("instrument" and "piano")."""
        return self.number <= other.number <= self.last


@record
class Entry:
    """What a list says of a word: part of speech and senses, the commonest of them."""

    part: Part
    senses: tuple[Sense, ...]


@lru_cache(maxsize=_MOST_WORDS)
def entry_of(base: str, language: str) -> Entry | None:
    """The entry of a stem, or None for a word that no list has. The lists ascend; nothing else of them is parsed."""
    for part, lines in _lists(language):
        at = bisect_left(lines, base)
        word, *written = lines[at].split() if at < len(lines) else [""]
        if word == base:
            return Entry(part, tuple(map(_sense, written)))
    return None


def may_stand_for(left: str, right: str, language: str) -> bool:
    """Whether reports use the words of these stems for the same thing, by a list of our own ("dog" and "pet")."""
    groups = _stand_ins(language)
    return not groups.get(left, frozenset()).isdisjoint(groups.get(right, ()))


@cache
def _stand_ins(language: str) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(load_lexicon(language, "stand_ins").get("groups", "").split("\n")):
        for word in line.split():
            found.setdefault(stem(word, language), set()).add(number)
    return {base: frozenset(numbers) for base, numbers in found.items()}


def may_mean_same(left: Entry, right: Entry) -> bool:
    """Whether one word may stand for the other: a common sense, a wider one, or two kinds of one thing."""
    near = [{number for sense in entry.senses for number in (sense.number, *sense.wider)} for entry in (left, right)]
    if near[0] & near[1]:
        return True
    return any(one.holds(other) or other.holds(one) for one in left.senses for other in right.senses)


@cache
def _lists(language: str) -> tuple[tuple[Part, list[str]], ...]:
    given = load_lexicon(language, "senses")
    return tuple((part, given[part.value].splitlines()) for part in Part if part.value in given)


def _sense(written: str) -> Sense:
    numbers, _, count = written.partition("+")
    own, *wider = (int(number, 36) for number in numbers.split("."))
    return Sense(own, tuple(wider), own + int(count or "0", 36))


def may_be_noun(word: str, entry: Entry | None, language: str) -> bool:
    """Whether the folded `word` is a listed noun, or in no list and no form of a listed adjective ("cheaper")."""
    if entry is not None:
        return entry.part is Part.NOUN
    endings = load_lexicon(language, "stand_ins").get("adjective_endings", ())
    bases = (entry_of(stem(word.removesuffix(one), language), language) for one in endings if word.endswith(one))
    return not any(base is not None and base.part is Part.ADJECTIVE for base in bases)


def has_senses(language: str) -> bool:
    """Whether there are lists for `language`, so that a word in none of them is a rare one."""
    return bool(_lists(language))
