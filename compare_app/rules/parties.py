"""Reads who acts on whom where two claims name the same two parties around the same verb."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain, combinations

from compare_app.core.lexicon import load_lexicon
from compare_app.core.records import record
from compare_app.facts.attribution import reporting_verbs
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.negation import clause_words
from compare_app.facts.stems import stem, stems_of

_BREAKS = frozenset(',;:()—–"“”')
"""Signs between two parties behind which another clause may begin."""

_Name = tuple[str, ...]


@record
class Passage:
    """Words `first` to `end` (half-open) from the one party to the other; `agent` is the party that acts."""

    first: int
    end: int
    agent: tuple[str, ...]
    middle: tuple[int, int]


@cache
def party_lexicon(language: str, name: str) -> frozenset[str]:
    """The words of the list `name` of the language's names."""
    return frozenset(load_lexicon(language, "names").get(name, "").split())


def is_symmetric(words: tuple[str, ...], language: str) -> bool:
    """Whether `words` say of A and B what they say of B and A: "met", "is similar to"."""
    stems, symmetric = stems_of(language), _symmetric(language)
    return any(word in symmetric or stems[word] in symmetric for word in words)


@cache
def _symmetric(language: str) -> frozenset[str]:
    words = party_lexicon(language, "symmetric")
    return words | {stem(word, language) for word in words}


def exchanged_passages(left: ClaimFacts, right: ClaimFacts) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The words, half-open on each side, in which two named parties act on each other the other way round, or None.

    Both claims hold both names once, with a verb between them that both share. "A accused B" and "B was accused by A"
    agree.
    """
    names = _shared_names(left, right)
    passive = party_lexicon(left.language, "passive")
    may_be_turned = not (passive.isdisjoint(left.said) and passive.isdisjoint(right.said))
    for (one, (here_at, there_at)), (other, (here_next, there_next)) in combinations(names.items(), 2):
        if not may_be_turned and (here_at < here_next) is (there_at < there_next):
            continue
        here = _passage(left, (here_at, one), (here_next, other))
        there = _passage(right, (there_at, one), (there_next, other)) if here else None
        if here and there and here.agent != there.agent and _share_verb(left, here, right, there):
            return (here.first, here.end), (there.first, there.end)
    return None


def _shared_names(left: ClaimFacts, right: ClaimFacts) -> dict[_Name, tuple[int, int]]:
    """Names that both claims hold once, each with its first word on either side; a part of a longer one is left out."""
    names = {claim.words.folded[name.first : name.end] for claim in (left, right) for name in claim.names}
    if len(names) < 2:
        return {}
    shared: dict[_Name, tuple[int, int]] = {}
    for name in sorted(names):
        here, there = _place(left, name), _place(right, name)
        if here is not None and there is not None:
            shared[name] = here, there
    if len(set(chain.from_iterable(shared))) == sum(map(len, shared)):
        return shared
    return {
        name: places
        for name, places in shared.items()
        if not any(name != other and not set(name).isdisjoint(other) for other in shared)
    }


def _place(claim: ClaimFacts, name: tuple[str, ...]) -> int | None:
    """The word at which `name` stands, None unless it stands there once."""
    if not claim.said.issuperset(name):
        return None
    folded, first = claim.words.folded, name[0]
    at = folded.index(first)
    if folded.count(first) == 1:
        return at if folded[at : at + len(name)] == name else None
    found = [at for at, word in enumerate(folded) if word == first and folded[at : at + len(name)] == name]
    return found[0] if len(found) == 1 else None


def _passage(claim: ClaimFacts, one: tuple[int, _Name], other: tuple[int, _Name]) -> Passage | None:
    """The passage from the first of two parties to the second, unless another clause begins between them."""
    (first_at, first), (second_at, second) = sorted((one, other))
    start, end = first_at + len(first), second_at
    words, language = claim.words, claim.language
    middle = words.folded[start:end]
    if end <= start or not clause_words(language).isdisjoint(middle) or is_symmetric(middle, language):
        return None
    if not _BREAKS.isdisjoint(claim.text[words.ends[start - 1] : words.starts[end]]):
        return None
    is_passive = _is_passive(middle, language)
    return Passage(first_at, second_at + len(second), second if is_passive else first, (start, end))


def _is_passive(middle: tuple[str, ...], language: str) -> bool:
    """Whether the second party acts: only articles and titles stand between "by" and it."""
    articles, titles = party_lexicon(language, "party_words"), party_lexicon(language, "titles")
    last = next((word for word in reversed(middle) if word not in articles and word not in titles), "")
    return last in party_lexicon(language, "passive")


def _share_verb(left: ClaimFacts, here: Passage, right: ClaimFacts, there: Passage) -> bool:
    """Whether one verb stands in both passages, and no more than one other content word in either."""
    one, other = _content(left, here), _content(right, there)
    verbs = set(one) & set(other)
    if max(len(set(one) - verbs), len(set(other) - verbs)) > 1:
        return False
    verbs -= reporting_verbs(left.language)
    return any(base in verbs for base in (*_verbs(left, here), *_verbs(right, there)))


def _content(claim: ClaimFacts, passage: Passage) -> list[str]:
    function_words = lexicon_of(claim.language).function_words
    words = claim.words
    return [words.stems[at] for at in range(*passage.middle) if words.folded[at] not in function_words]


def _verbs(claim: ClaimFacts, passage: Passage) -> Iterator[str]:
    """Stems of the words that their form or the word before them shows to be verbs."""
    lexicon, words = lexicon_of(claim.language), claim.words
    helpers = party_lexicon(claim.language, "helpers")
    for at in range(*passage.middle):
        word = words.folded[at]
        if word in lexicon.function_words or word in helpers:
            continue
        if word.endswith(("ed", "ing")) or word in lexicon.irregular or words.folded[at - 1] in helpers:
            yield words.stems[at]
