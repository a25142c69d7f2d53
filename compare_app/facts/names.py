"""Reads names and knows which of them may mean the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache

from compare_app.core.facts import Name, Words
from compare_app.core.lexicon import load_lexicon
from compare_app.facts.language import lexicon_of

_HEADLINE = 0.85
"""Share of capitalised words from which capitals say nothing about names; chosen by hand."""
_SPELLING = 0.7
"""difflib ratio from which two names are taken as spellings of one ("Gaddafi", "Qadhafi": .71); chosen by hand."""


def read_names(text: str, words: Words, *, language: str) -> tuple[Name, ...]:
    """Runs of capitalised words in text order; empty where capitals mark no names (headlines, languages without).

    The first word of the claim counts only with another capitalised word behind it. O(words).
    """
    function_words = lexicon_of(language).function_words
    if not function_words:
        return ()
    capital = [text[start].isupper() and words.folded[i] not in function_words for i, start in enumerate(words.starts)]
    content = sum(word not in function_words and not word[0].isdecimal() for word in words.folded)
    if sum(capital) > max(3, _HEADLINE * content) and content > 4:
        return ()
    found, at = [], 0
    while at < len(words):
        end = at
        while (
            end < len(words)
            and capital[end]
            and (end == at or not text[words.ends[end - 1] : words.starts[end]].strip(" -.'’"))
        ):
            end += 1
        if end > at and not (at == 0 and end == 1):
            found.append(Name(at, end))
        at = max(end, at + 1)
    return tuple(found)


@cache
def titles(language: str) -> frozenset[str]:
    """Words in names that name nobody in particular."""
    return frozenset(load_lexicon(language, "names").get("titles", "").split())


@cache
def list_words(language: str) -> frozenset[str]:
    """Words that join the parts of a list."""
    return frozenset(load_lexicon(language, "names").get("list_words", "").split())


@cache
def _groups(language: str) -> Mapping[str, frozenset[int]]:
    """Numbers of the groups of equal names by name, words joined by a space."""
    found: dict[str, set[int]] = {}
    for number, names in enumerate(load_lexicon(language, "names").get("same", ())):
        for name in names.split():
            found.setdefault(name.replace(".", "").replace("+", " "), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def may_be_same(left: Sequence[str], right: Sequence[str], *, language: str) -> bool:
    """Whether two names (folded words) may mean the same: equal but for titles, an alias, an acronym, a spelling."""
    plain = titles(language)
    one, other = ([word for word in words if word not in plain] for words in (left, right))
    if not one or not other or set(one) & set(other):
        return True
    groups = _groups(language)
    shared = (groups.get(" ".join(one), frozenset()) | groups.get(" ".join(left), frozenset())) & (
        groups.get(" ".join(other), frozenset()) | groups.get(" ".join(right), frozenset())
    )
    if shared or _is_acronym(left, right) or _is_acronym(right, left):
        return True
    if any(_is_spelling(word, against) for word in one for against in other if min(len(word), len(against)) > 2):
        return True
    return _is_spelling("".join(one), "".join(other)) or _is_initial(one, other)


def _is_acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    if len(long) < 2:
        return False
    return next((word for word in short if len(word) > 1), "") in (
        "".join(word[0] for word in long),
        "".join(word[0] for word in long if len(word) > 3),
    )


def _is_spelling(left: str, right: str) -> bool:
    if left in right or right in left:
        return True
    return SequenceMatcher(None, *sorted((left, right)), autojunk=False).ratio() >= _SPELLING


def _is_initial(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one is a single letter that the other begins with."""
    one, other = sorted(("".join(left), "".join(right)), key=len)
    return len(one) == 1 and other.startswith(one)
