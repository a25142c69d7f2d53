"""Reads names and knows which of them may mean the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache

from compare_app.core.facts import Name, Words
from compare_app.core.lexicon import load_lexicon
from compare_app.facts.language import lexicon_of

_HEADLINE = 0.85
"""Share of capitalised words from which capitals say nothing about names; chosen by hand."""
_SENTENCE_END = re.compile(r"[.!?]\W*\s")
_SPELLING = 0.7
"""difflib ratio from which two names are taken as spellings of one ("Gaddafi", "Qadhafi": .71); chosen by hand."""


def read_names(text: str, words: Words, *, language: str) -> tuple[Name, ...]:
    """Runs of capitalised words in text order; empty where capitals mark no names.

    That is so in headlines, and in languages without a list of names: German writes every noun with one.
    The first word of the claim counts only with another capitalised word behind it. O(words).
    """
    function_words = lexicon_of(language).function_words
    if not function_words or text[1:].islower() or not titles(lexicon_of(language).code):
        return ()
    folded, starts = words.folded, words.starts
    capital = [
        at
        for at, start in enumerate(starts)
        if text[start].isupper() and (folded[at] not in function_words or _is_abbreviated(text, words, at))
    ]
    if len(capital) > 3 and _is_headline(folded, len(capital), function_words):
        return ()
    firsts: list[int] = []
    ends: list[int] = []
    end = None
    for at in capital:
        if at == end and _continues(text, words, at):
            ends[-1] = end = at + 1
        else:
            end = at + 1
            firsts.append(at)
            ends.append(end)
    return tuple([Name(first, end) for first, end in zip(firsts, ends, strict=True) if end > 1])


def begins_sentence(text: str, words: Words, at: int) -> bool:
    """Whether word `at` is the first of the claim or of a sentence in it; "p.m." ends none."""
    if not at:
        return True
    before, gap = text[words.starts[at - 1] : words.ends[at - 1]], text[words.ends[at - 1] : words.starts[at]]
    return _SENTENCE_END.search(gap) is not None and "." not in before


def _is_abbreviated(text: str, words: Words, at: int) -> bool:
    """Whether a word is written in capitals with full stops ("U.S."), which tells it from "us"."""
    return "." in text[words.starts[at] : words.ends[at]]


def _is_headline(folded: Sequence[str], capitals: int, function_words: frozenset[str]) -> bool:
    content = len([word for word in folded if word not in function_words and not word[0].isdecimal()])
    return content > 4 and capitals > _HEADLINE * content


def _continues(text: str, words: Words, at: int) -> bool:
    """Whether only a space, hyphen, full stop or apostrophe parts word `at` from the one before it."""
    return not text[words.ends[at - 1] : words.starts[at]].strip(" -.'’")


@cache
def titles(language: str) -> frozenset[str]:
    """Words in names that name nobody in particular."""
    return frozenset(load_lexicon(language, "names").get("titles", "").split())


@cache
def list_words(language: str) -> frozenset[str]:
    """Words that join the parts of a list."""
    return frozenset(load_lexicon(language, "names").get("list_words", "").split())


@cache
def party_words(language: str) -> frozenset[str]:
    """Function words that may stand with a name: articles and possessives."""
    return frozenset(load_lexicon(language, "names").get("party_words", "").split())


@cache
def _groups(language: str) -> Mapping[str, frozenset[int]]:
    """Numbers of the groups of equal names by name, words joined by a space."""
    places = load_lexicon(language, "places").get("within", "").replace(":", " ").split()
    lines = (*load_lexicon(language, "names").get("same", ()), *(place.replace("=", " ") for place in places))
    found: dict[str, set[int]] = {}
    for number, names in enumerate(lines):
        for name in names.split():
            found.setdefault(name.replace(".", "").replace("+", " "), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def _regions(language: str) -> Mapping[str, frozenset[str]]:
    """By place: the places it lies in, each under all its names; a country has also those of its people."""
    people = _forms_of_countries(language)
    found: dict[str, set[str]] = {}
    for line in load_lexicon(language, "places").get("within", "").split("\n"):
        regions, _, parts = line.replace(".", "").partition(":")
        names = [name.replace("+", " ") for name in regions.split("=")]
        around = {form for name in names for form in (name, *people.get(name, ()))}
        for part in parts.replace("=", " ").split():
            for form in (part.replace("+", " "), *people.get(part.replace("+", " "), ())):
                found.setdefault(form, set()).update(around)
    return {place: frozenset(around) for place, around in found.items()}


@cache
def _forms_of_countries(language: str) -> Mapping[str, tuple[str, ...]]:
    """By country: its adjective and people."""
    lines = load_lexicon(language, "classes").get("countries", {}).get("countries", "").split("\n")
    forms = (line.replace("+", " ").replace("=", ":").split(":") for line in lines if line)
    return {names[0]: tuple(filter(None, names[1:])) for names in forms}


def is_within(left: str, right: str, *, language: str) -> bool:
    """Whether one place (folded words joined by spaces) lies in the other: "paris" in "france" and in "french"."""
    regions = _regions(language)
    return right in regions.get(left, ()) or left in regions.get(right, ())


def may_be_same(left: Sequence[str], right: Sequence[str], *, language: str) -> bool:
    """Whether two names (folded words) may mean the same: equal but for titles, an alias, an acronym, a spelling.

    A place may stand for the region it lies in, and a country for its people ("from Poland", "Polish").
    """
    plain = titles(language)
    one, other = ([word for word in words if word not in plain] for words in (left, right))
    if not one or not other or set(one) & set(other):
        return True
    groups = _groups(language)
    shared = (groups.get(" ".join(one), frozenset()) | groups.get(" ".join(left), frozenset())) & (
        groups.get(" ".join(other), frozenset()) | groups.get(" ".join(right), frozenset())
    )
    if is_within(" ".join(left), " ".join(right), language=language):
        return True
    if shared or _name_one_country(one, other, language) or _is_acronym(left, right) or _is_acronym(right, left):
        return True
    if any(_is_spelling(word, against) for word in one for against in other if min(len(word), len(against)) > 2):
        return True
    return _is_spelling("".join(one), "".join(other)) or _is_initial(one, other)


def _name_one_country(left: Sequence[str], right: Sequence[str], language: str) -> bool:
    """Whether a word of each names the same country, or its people."""
    people = _forms_of_countries(language)
    for one, other in ((left, right), (right, left)):
        if any(word in other for country in one for word in people.get(country, ())):
            return True
    return False


def _is_acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    if len(long) < 2:
        return False
    initials = "".join(word[0] for word in long), "".join(word[0] for word in long if len(word) > 3)
    acronym = next((word for word in short if len(word) > 1), "")
    return acronym in initials or acronym.removesuffix("s") in initials


def _is_spelling(left: str, right: str) -> bool:
    if left in right or right in left:
        return True
    shortest, letters = min(len(left), len(right)), len(left) + len(right)
    if 2 * shortest < _SPELLING * letters:  # the ratio cannot be more
        return False
    one, other = min(left, right), max(left, right)
    if 2 * sum(map(other.count, set(one))) < _SPELLING * letters:  # nor can this, which takes a tenth of the time
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SPELLING


def _is_initial(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one is a single letter that the other begins with."""
    one, other = sorted(("".join(left), "".join(right)), key=len)
    return len(one) == 1 and other.startswith(one)
