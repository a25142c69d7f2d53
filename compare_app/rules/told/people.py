"""Who has the part in an event that one alone has: the captain, the winner, the officer who led."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from compare_app.core.facts import Name
from compare_app.core.patterns import pattern
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.names import may_be_same, titles
from compare_app.rules.told.value import Told, phrases_of, words_of, written

_BETWEEN = pattern(r"[;:.!?()\[\]\"“”–—]")
_JOINED = 3
"""Words between the part and the name: "went to", "was the"; chosen by hand."""
_FULL = 2
"""Words of a full name."""
Named = tuple[Sequence[str], str]
"""A name's folded words, and the language."""


def read_roles(facts: ClaimFacts) -> Iterator[Told]:
    """The name beside a part: "Their captain, Marek Duda", "Pavel Duda, the captain", "best actress was Carla Benz"."""
    if not facts.names or not words_of(facts.language, "figures", "another").isdisjoint(facts.said):
        return
    folded, roles = facts.words.folded, _roles(facts.language)
    for at, word in enumerate(folded):
        role = next((role for role in roles.get(word, ()) if folded[at : at + len(role)] == role), None)
        if role is None:
            continue
        end = at + len(role)
        named = next((one for name in facts.names if (one := _having(facts, name, at, end)) is not None), None)
        if named is not None:
            value: Named = folded[named.first : named.end], facts.language
            yield Told(("role", *role), value, named.first, named.end, written(facts, at, end))


@cache
def _roles(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The parts by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for role in phrases_of(language, "roles", "alone"):
        found.setdefault(role[0], []).append(role)
    return {word: tuple(sorted(roles, key=len, reverse=True)) for word, roles in found.items()}


def _having(facts: ClaimFacts, name: Name, first: int, end: int) -> Name | None:
    """The full name of which the part at words `first` to `end` is told: behind it, or before it and a comma."""
    folded, plain = facts.words.folded, titles(facts.language)
    own = [at for at in range(name.first, name.end) if folded[at] not in plain and not first <= at < end]
    if len(own) < _FULL:
        return None
    person = Name(own[0], name.end)
    is_behind = end <= person.first
    between = (end, person.first) if is_behind else (name.end, first)
    if not 0 <= between[1] - between[0] <= _JOINED:
        return None
    if not words_of(facts.language, "roles", "joining").issuperset(folded[slice(*between)]):
        return None
    parted = facts.text[facts.words.ends[between[0] - 1] : facts.words.starts[between[1]]]
    is_told = not _BETWEEN.search(parted) and (is_behind or "," in parted)
    return person if is_told else None


def may_be_one(one: Named, other: Named) -> bool:
    """Whether two names can be one person's: another first name makes another person, a spelling does not."""
    (left, language), (right, _) = one, other
    if left[-1] == right[-1]:
        return may_be_same(left[:-1], right[:-1], language=language)
    return may_be_same(left, right, language=language)
