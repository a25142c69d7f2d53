"""What a short report tells of an event in its own words: one value for each slot that every such report may fill."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from compare_app.core.document import Document
from compare_app.core.facts import Quantity
from compare_app.core.lexicon import load_lexicon
from compare_app.core.records import record
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.read import kept_facts
from compare_app.facts.stems import stems_of

Slot = tuple[str, ...]
_LONGEST = 1_000
"""Code points of a claim that is read; chosen by hand: longer ones are lists and tables."""


@record(eq=False)
class Told:
    """Words `first` to `end` (half-open) of a claim fill `slot` with `value`; `what` says in its words of what.

    `what` is empty where the words say it themselves; `figure` is the figure that is told, if it is one.
    """

    slot: Slot
    value: Any
    first: int
    end: int
    what: str = ""
    figure: Quantity | None = None


@record
class Kind:
    """One kind of fact that reports tell: the rule its findings are named after, how it is read and how compared.

    `agree` says whether two values may both be true, `exclude` whether in linked claims they cannot. `needed` is how
    many words with content two claims that no link joins must share besides what is told and the words of the list at
    `idle`. `may_grow`: a later report may know more. `is_of_anybody`: names in the claims say of whom it is told.
    """

    rule: str
    read: Callable[[ClaimFacts], Iterable[Told]]
    agree: Callable[[Any, Any], bool]
    needed: int = 0
    exclude: Callable[[Any, Any], bool] | None = None
    may_grow: bool = False
    idle: tuple[str, ...] = ()
    is_of_anybody: bool = True


@record(eq=False)
class Place:
    """What the claim with index `claim` tells."""

    claim: int
    facts: ClaimFacts
    told: Told


def given(language: str) -> dict[str, Any]:
    """The language's list of what reports tell, empty where it has none."""
    return load_lexicon(lexicon_of(language).code, "told")


@cache
def words_of(language: str, *path: str) -> frozenset[str]:
    """The folded words that stand in the list under `path`."""
    found: Any = given(language)
    for name in path:
        found = found[name]
    return frozenset(found.split())


@cache
def phrases_of(language: str, *path: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of folded words that stand in the list under `path`, parted by commas there."""
    found: Any = given(language)
    for name in path:
        found = found[name]
    return split_phrases(found)


def split_phrases(listed: str) -> tuple[tuple[str, ...], ...]:
    """The words of each phrase of a list, which commas part there; a hyphen parts words as it does in claims."""
    return tuple(tuple(phrase.replace("-", " ").split()) for phrase in listed.split(","))


@cache
def word_groups(language: str, name: str) -> dict[str, str]:
    """By stem the group of the list `name` that holds the word."""
    stems = stems_of(lexicon_of(language).code)
    return {stems[word]: group for group, words in given(language)[name].items() for word in words.split()}


def read_claims(document: Document) -> list[ClaimFacts]:
    """The facts of each claim, none of one that is too long."""
    return [
        kept_facts(claim.text if len(claim.text) <= _LONGEST else "", document.language, document.metadata.date)
        for claim in document.claims
    ]


def content(facts: ClaimFacts, places: Iterable[int]) -> list[int]:
    """Those of the words at `places` that are neither function words nor figures."""
    folded, function_words = facts.words.folded, lexicon_of(facts.language).function_words
    return [at for at in places if folded[at] not in function_words and not folded[at][0].isdecimal()]


def content_stems(facts: ClaimFacts) -> frozenset[str]:
    """The stems of all its words with content."""
    return frozenset([facts.words.stems[at] for at in content(facts, range(len(facts.words)))])


def gap(facts: ClaimFacts, before: int, behind: int) -> str:
    """The text between two words."""
    return facts.text[facts.words.ends[before] : facts.words.starts[behind]]


def written(facts: ClaimFacts, first: int, end: int) -> str:
    """Words `first` to `end` (half-open) as they stand in the claim."""
    return facts.words.span(first, end).of(facts.text)


def holds(said: tuple[str, ...], phrases: Iterable[tuple[str, ...]]) -> bool:
    """Whether one of the phrases stands among the folded words."""
    return any(
        said[at : at + len(phrase)] == phrase
        for phrase in phrases
        if phrase[0] in said
        for at, word in enumerate(said)
        if word == phrase[0]
    )
