"""Reads who says it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from compare_app.core.facts import Name, Words
from compare_app.core.lexicon import load_lexicon
from compare_app.core.records import record
from compare_app.facts.language import lexicon_of
from compare_app.facts.names import begins_sentence
from compare_app.facts.stems import stem

_SET_OFF = re.compile(r"[,:;“”\"]")
"""Signs behind a verb of saying after which stands what was said: "and said, Behold"."""

_SIDE_REMARK = 8
"""Words between the commas behind a name: "Pablo Ruiz, the industry minister, said"; chosen by hand."""


@record
class Speaker:
    """Words `first` to `end` (half-open) name who says it; `is_named` is False for "officials" and the like.

    Who says it may stand in words that are not read as a name ("the agency said", "he said"): the words are then
    those of the verb, and `is_read` is False.
    """

    first: int
    end: int
    is_named: bool
    is_read: bool = True


@record
class _Reporting:
    verbs: frozenset[str]
    openers: tuple[tuple[str, ...], ...]
    opening: frozenset[str]
    anonymous: frozenset[str]
    before_nouns: frozenset[str]
    articles: frozenset[str]
    addressing: frozenset[str]
    placing: frozenset[str]
    hearers: frozenset[str]
    helpers: frozenset[str]
    nouns: frozenset[str]
    """Stems of the verbs that may be nouns."""


@cache
def _reporting(language: str) -> _Reporting:
    given = load_lexicon(language, "attribution")
    openers = tuple(tuple(phrase.split()) for phrase in given.get("openers", ()))

    def stems(name: str) -> frozenset[str]:
        return frozenset(stem(word, language) for word in given.get(name, ()))

    return _Reporting(
        verbs=stems("verbs"),
        openers=openers,
        opening=frozenset(said[0] for said in openers),
        anonymous=frozenset(given.get("anonymous", ())),
        before_nouns=frozenset(given.get("before_nouns", ())),
        articles=frozenset(given.get("articles", ())),
        addressing=stems("addressing"),
        placing=stems("placing"),
        hearers=stems("hearers"),
        helpers=stems("helpers"),
        nouns=stems("nouns"),
    )


@cache
def reporting_signs(language: str) -> frozenset[str]:
    """Words and stems of which a claim that says who says it holds one: verbs of saying, "according"."""
    table = _reporting(language)
    return table.verbs | table.opening


def reporting_verbs(language: str) -> frozenset[str]:
    """Stems of the verbs of saying; none where the language has no list."""
    return _reporting(language).verbs


def read_speaker(
    text: str, words: Words, names: tuple[Name, ...], places: Iterable[int], *, language: str
) -> Speaker | None:
    """The first speaker of a claim: the name or unnamed source next to a verb of saying or "according to".

    Where there is none, the first verb of saying whose speaker could not be read. `places` are the words that bear a
    sign of either.
    """
    table = _reporting(language)
    unread: Speaker | None = None
    for at in places:
        base = words.stems[at]
        if base in table.verbs:
            if base in table.nouns and at and words.folded[at - 1] in table.before_nouns:
                continue
            found = _ending_at(text, words, names, at, table)
            ends = at + 1 < len(words) and begins_sentence(text, words, at + 1)
            if found is None and not ends and base not in table.addressing:
                found = (
                    None if _SET_OFF.match(text, words.ends[at]) else _starting_at(text, words, names, at + 1, table)
                )
            unread = unread or Speaker(at, at + 1, is_named=False, is_read=False)
        elif words.folded[at] in table.opening:
            opened = next((len(said) for said in table.openers if words.folded[at : at + len(said)] == said), 0)
            found = _starting_at(text, words, names, at + opened, table) if opened else None
        else:
            continue
        if found is not None:
            return found
    return unread


def dates_a_statement(words: Words, date: int, language: str) -> bool:
    """Whether the date that starts at word `date` tells when something was said: "said on Tuesday"."""
    table = _reporting(language)
    passed = table.placing | table.hearers | lexicon_of(language).function_words
    for at in range(date - 1, -1, -1):
        if words.stems[at] in table.verbs:
            return True
        if words.stems[at] not in passed and words.folded[at] not in passed:
            break
    return False


def _ending_at(text: str, words: Words, names: tuple[Name, ...], end: int, table: _Reporting) -> Speaker | None:
    if end and text.startswith(",", words.ends[end - 1]):
        end = _before_remark(text, words, end)
    for name in names:
        if name.end == end:
            if name.first and words.stems[name.first - 1] in table.placing:
                return _ending_at(text, words, (), name.first - 1, table)
            before = name.first - _describes(words, name, table)
            told = next((one for one in names if one.end == before), None)
            return Speaker(told.first, told.end, is_named=True) if told else Speaker(name.first, end, is_named=True)
    if end and words.folded[end - 1] in table.anonymous:
        is_joined = end > 1 and text[words.ends[end - 2] : words.starts[end - 1]].isspace()
        of = next((name for name in names if is_joined and name.end == end - 1), None)
        return Speaker(of.first if of else end - 1, end, is_named=of is not None)
    return None


def _before_remark(text: str, words: Words, end: int) -> int:
    """Where the words before a remark between commas end, of which the last stands before word `end`."""
    for at in range(end - 1, max(0, end - 1 - _SIDE_REMARK), -1):
        if text.startswith(",", words.ends[at - 1]):
            return at
    return end


def _describes(words: Words, name: Name, table: _Reporting) -> bool:
    """Whether an article parts the name from one before it that it describes: "Roberts, a Kansas Republican, said"."""
    return name.first > 1 and words.folded[name.first - 1] in table.articles


def _starting_at(text: str, words: Words, names: tuple[Name, ...], first: int, table: _Reporting) -> Speaker | None:
    if first < len(words) and words.stems[first] in table.placing:
        return None
    for name in names:
        if name.first in (first, first + 1):
            is_joined = name.end < len(words) and text[words.ends[name.end - 1] : words.starts[name.end]].isspace()
            if is_joined and words.stems[name.end] in table.helpers:
                return None  # "said Madrid had been told": the name begins what was said
            is_qualified = name.end < len(words) and words.folded[name.end] in table.anonymous
            return Speaker(name.first, name.end + is_qualified, is_named=True)
    for at in (first, first + 1):
        if at < len(words) and words.folded[at] in table.anonymous:
            told = next((name for name in names if name.first == at + 1), None)  # "its spokesman, Henrik Dahl"
            return Speaker(told.first, told.end, is_named=True) if told else Speaker(at, at + 1, is_named=False)
    return None
