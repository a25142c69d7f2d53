"""Closed classes: words that exclude each other in one place, such as colours, countries and their people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from compare_app.core.facts import Words
from compare_app.core.lexicon import load_lexicon
from compare_app.core.records import record
from compare_app.facts.stems import stem

COUNTRY_CLASSES = ("country", "nationality", "people")
"""Classes whose members are named after countries: "china" is the member of "Chinese", too."""


@record
class Member:
    """Words `first` to `end` (half-open) name member `name` of the class `group`."""

    first: int
    end: int
    group: str
    name: str


@cache
def class_table(language: str) -> Mapping[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """By first word: (phrase, class, member), longest phrase first. Single words stand under their stem too."""
    given = load_lexicon(language, "classes")
    found: dict[str, set[tuple[tuple[str, ...], str, str]]] = {}

    def put(form: str, group: str, name: str) -> None:
        phrase = tuple(form.split("+"))
        found.setdefault(phrase[0], set()).add((phrase, group, name))
        if len(phrase) == 1:
            found.setdefault(stem(form, language), set()).add(((stem(form, language),), group, name))

    for group, members in given.get("classes", {}).items():
        for forms in members.split():
            for form in forms.split("="):
                put(form, group, forms)
    for line in given.get("countries", {}).get("countries", "").split("\n"):
        for group, forms in zip(COUNTRY_CLASSES, line.strip().split(":"), strict=False):
            for form in filter(None, forms.split("=")):
                put(form, group, line.split(":")[0])
    return {word: tuple(sorted(phrases, key=lambda one: (-len(one[0]), one))) for word, phrases in found.items()}


@cache
def soft_classes(language: str) -> frozenset[str]:
    """Classes of which one thing may have two members."""
    return frozenset(load_lexicon(language, "classes").get("soft", ()))


@cache
def one_word_classes(language: str) -> frozenset[str]:
    """Classes whose members say little by themselves, so that nothing else may be replaced with them: "last year"."""
    return frozenset(load_lexicon(language, "classes").get("one_word", ()))


@cache
def _overlaps(language: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split()) for pair in load_lexicon(language, "classes").get("overlap", ()))


def exclude(left: Member, right: Member, *, language: str) -> bool:
    """Whether both are of one class and cannot both be meant: wine is no beer, but may be champagne."""
    if left.group != right.group or left.name == right.name:
        return False
    return frozenset((left.name, right.name)) not in _overlaps(language)


@cache
def class_words(language: str) -> frozenset[str]:
    """Words and stems of which a claim with a member of a class holds one."""
    return frozenset(class_table(language))


def read_members(words: Words, places: Iterable[int], *, language: str) -> tuple[Member, ...]:
    """The class members that start at `places`, the words that bear a sign of one."""
    return tuple([member for at in places for member in members_at(words, at, language=language)])


def members_at(words: Words, at: int, *, language: str) -> tuple[Member, ...]:
    """The class members whose longest phrase starts at word `at`; one word may belong to several classes."""
    table = class_table(language)
    word, base = words.folded[at], words.stems[at]
    found: list[Member] = []
    for phrase, group, name in table.get(word) or table.get(base) or ():
        end = at + len(phrase)
        if phrase[0] in (word, base) if end == at + 1 else words.folded[at:end] == phrase:
            if found and found[0].end > end:
                break
            found.append(Member(at, end, group, name))
    return tuple(found)
