"""Reads what a claim denies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from compare_app.core.facts import Negation, Words
from compare_app.core.records import record
from compare_app.facts.language import lexicon_of
from compare_app.facts.stems import stem

_REACH = 6
"""Words between the two parts of a denial ("ne lui a toujours pas"); chosen by hand."""


@record
class _NegationWords:
    cues: frozenset[str]
    completed: frozenset[str]
    """The cues that deny only with one of `completing` near them: "ne … pas"."""
    completing: frozenset[str]
    going_on: frozenset[str]
    """The cues that only go on with a denial before them: "no dijo nada"."""
    denying: frozenset[str]
    denying_before: frozenset[str]
    no_verbs: frozenset[str]
    """Words that no verb is, so that a "to" before them begins no infinitive."""
    harmless: Mapping[str, tuple[tuple[int, tuple[str, ...]], ...]]
    """By word: (place of the word in the phrase, phrase)."""
    exceeding: frozenset[str]
    """Words that deny the infinitive behind the next word: "too young to be tried"."""
    infinitive: frozenset[str]
    skipped: frozenset[str]
    after_verb: tuple[str, ...]
    after_phrases: tuple[tuple[str, ...], ...]
    """Endings that deny the verb they follow, in a script whose characters stand alone."""
    opening: frozenset[str]
    """The cues and the first words of these endings."""


@cache
def _negation_words(language: str) -> _NegationWords:
    lexicon = lexicon_of(language)
    given = lexicon.negation
    cues = frozenset(given.get("cues", ()))
    after_phrases = tuple(tuple(phrase.split()) for phrase in given.get("after_phrases", ()))

    def words(name: str) -> frozenset[str]:
        return frozenset(given.get(name, ()))

    return _NegationWords(
        cues=cues,
        completed=words("completed"),
        completing=words("completing"),
        going_on=words("going_on"),
        denying=frozenset(stem(word, lexicon.code) for word in given.get("denying", ())),
        denying_before=words("denying_before"),
        no_verbs=words("no_verbs"),
        harmless=_by_word(given.get("harmless", ())),
        exceeding=words("exceeding"),
        infinitive=words("infinitive"),
        skipped=words("skipped"),
        after_verb=tuple(given.get("after_verb", ())),
        after_phrases=after_phrases,
        opening=cues | {phrase[0] for phrase in after_phrases},
    )


def _by_word(phrases: Iterable[str]) -> Mapping[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    found: dict[str, tuple[tuple[int, tuple[str, ...]], ...]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        for place, word in enumerate(words):
            found[word] = (*found.get(word, ()), (place, words))
    return found


@cache
def clause_words(language: str) -> frozenset[str]:
    """Words with which another clause begins, so that a negation does not reach beyond them."""
    return frozenset(lexicon_of(language).negation.get("clause_words", ()))


@cache
def denial_signs(language: str) -> frozenset[str]:
    """Words and stems of which a claim that denies holds one, unless it does so by `denial_endings`."""
    table = _negation_words(language)
    return table.opening | table.denying | table.exceeding


def denial_endings(language: str) -> tuple[str, ...]:
    """What a word that denies the one before it begins with, in languages that deny behind the verb."""
    return _negation_words(language).after_verb


def read_negations(text: str, words: Words, places: Iterable[int], *, language: str) -> tuple[Negation, ...]:
    """The denying words of a claim, each with the next content word as what it denies. O(places).

    `places` are the words that bear a sign of denial.
    """
    table = _negation_words(language)
    if table.after_verb:
        return _behind_verbs(words, places, table)
    if table.after_phrases:
        return _in_endings(text, words, places, table)
    found: list[Negation] = []
    for at in places:
        if words.folded[at] in table.exceeding:
            found += _too_much(words, at, table)
            continue
        is_cue = words.folded[at] in table.cues or _denies(words, at, words.stems[at], table)
        if is_cue and not _is_harmless(text, words, at, table) and _denies_by_itself(words, at, table):
            found.append(Negation(at, _next_content(words, at + 1, table)))
    return tuple(found)


def _too_much(words: Words, at: int, table: _NegationWords) -> tuple[Negation, ...]:
    """What cannot be where something is too much: "too young to be tried"."""
    if table.infinitive.isdisjoint(words.folded[at + 2 : at + 3]) or not _begins_infinitive(words, at + 3, table):
        return ()
    return (Negation(at, _next_content(words, at + 3, table)),)


def _begins_infinitive(words: Words, at: int, table: _NegationWords) -> bool:
    """Whether a verb may stand at `at`, behind "to"."""
    word = words.folded[at] if at < len(words) else ""
    return not word[:1].isdecimal() and word not in table.no_verbs


def _next_content(words: Words, at: int, table: _NegationWords) -> int | None:
    """The first word from `at` on that is not skipped."""
    while at < len(words) and words.folded[at] in table.skipped:
        at += 1
    return at if at < len(words) else None


def _behind_verbs(words: Words, places: Iterable[int], table: _NegationWords) -> tuple[Negation, ...]:
    """Negations of a language that denies behind the verb, or right before it."""
    found = []
    for at in places:
        word = words.folded[at]
        if at and word.startswith(table.after_verb):
            found.append(Negation(at, at - 1))
        elif word in table.cues and at + 1 < len(words):
            found.append(Negation(at, at + 1))
    return tuple(found)


def _in_endings(text: str, words: Words, places: Iterable[int], table: _NegationWords) -> tuple[Negation, ...]:
    """Negations that are endings of several characters."""
    found: list[Negation] = []
    for at in places:
        for phrase in table.after_phrases:
            if at and words.folded[at : at + len(phrase)] == phrase and not _is_harmless(text, words, at, table):
                found.append(Negation(at, at - 1))
                break
    return tuple(found)


def _denies(words: Words, at: int, base: str, table: _NegationWords) -> bool:
    """Whether a verb such as "fail" stands before "to", with no figure behind it ("declined to 6.2 percent")."""
    if base not in table.denying or at + 1 >= len(words) or words.folded[at + 1] not in table.denying_before:
        return False
    return _begins_infinitive(words, at + 2, table)


def _is_harmless(text: str, words: Words, at: int, table: _NegationWords) -> bool:
    """Whether the word denies nothing here: set off by a comma as an answer ("No, that's true"), or in a phrase."""
    return text[words.ends[at] : words.ends[at] + 1] == "," or _is_in_phrase(words, at, table)


def _is_in_phrase(words: Words, at: int, table: _NegationWords) -> bool:
    """Whether the word stands in a phrase that denies nothing."""
    return any(
        at >= place and words.folded[at - place : at - place + len(phrase)] == phrase
        for place, phrase in table.harmless.get(words.folded[at], ())
    )


def _denies_by_itself(words: Words, at: int, table: _NegationWords) -> bool:
    """Whether the cue has what completes it, where it needs that, and no other cue before it that it goes on with."""
    word = words.folded[at]
    if word in table.going_on and not table.cues.isdisjoint(words.folded[max(0, at - _REACH) : at]):
        return False
    if word not in table.completed:
        return True
    near = range(max(0, at - _REACH), min(len(words), at + _REACH + 1))
    completing = [one for one in near if words.folded[one] in table.completing]
    return bool(completing) and not any(_is_in_phrase(words, one, table) for one in completing)
