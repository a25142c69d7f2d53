"""What a report says that there is and another that there is not ("had no guide"), and in which town a house is."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.facts import Name
from compare_app.facts.claim import ClaimFacts
from compare_app.rules.told.value import Told, content, gap, words_of


def read_presence(facts: ClaimFacts) -> Iterator[Told]:
    """Things that there are or are not: "had no guide", "without a guide", "a guide led the group"."""
    folded, language = facts.words.folded, facts.language
    if not words_of(language, "unsure").isdisjoint(facts.said):
        return
    cues, some = words_of(language, "none", "cues"), words_of(language, "none", "some")
    for at, word in enumerate(folded[:-1]):
        if word in cues and at and folded[at - 1] in words_of(language, "none", "having"):
            noun, is_there = at + 1 + (folded[at + 1] in some), False
        elif word in some and not facts.negations:
            noun, is_there = at + 1, True
        else:
            continue
        if _is_noun(facts, noun) and folded[noun] not in words_of(language, "none", "idle"):
            yield Told(("there", facts.words.stems[noun]), is_there, at, noun + 1)


def _is_noun(facts: ClaimFacts, noun: int) -> bool:
    """Whether the word ends what is spoken of: no other noun follows at once."""
    if noun >= len(facts.words) or not content(facts, (noun,)):
        return False
    if noun + 1 == len(facts.words) or gap(facts, noun, noun + 1).strip():
        return True
    return not content(facts, (noun + 1,))


def read_houses(facts: ClaimFacts) -> Iterator[Told]:
    """In which town the hospital is, or the prison: "to the university hospital in Kerne"."""
    folded, language = facts.words.folded, facts.language
    words, before = words_of(language, "houses", "words"), words_of(language, "houses", "before")
    for at, word in enumerate(folded[:-1]):
        name = next((one for one in facts.names if one.first == at + 2 and not _is_date(facts, one)), None)
        if word in words and folded[at + 1] in before and name is not None:
            yield Told(("house", word), folded[name.first : name.end], at, name.end)


def _is_date(facts: ClaimFacts, name: Name) -> bool:
    return any(one.first <= name.first < one.end for one in facts.moments)


def may_be_one_house(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the towns share a word of their names."""
    return not set(one).isdisjoint(other)
