"""What a document states where: figures and dates with the words that say what they are of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from compare_app.core.control import Control
from compare_app.core.document import Document, Side
from compare_app.core.facts import Moment, Quantity
from compare_app.core.lexicon import load_lexicon
from compare_app.core.records import record
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.figures import number_words
from compare_app.facts.language import lexicon_of
from compare_app.facts.read import kept_facts
from compare_app.facts.stems import stems_of

_NEAR = 9
"""Words before and behind a fact that say what it is of; chosen by hand."""
_REACH = 4
"""Words before and behind a fact among which the word that governs it is looked for; chosen by hand."""
_SIGN = re.compile(r"[,;:.!?()\[\]\"“”–—]")
_LONGEST = 1_000
"""Code points of a claim in which facts are looked for; chosen by hand: longer ones are lists and tables."""
_MOST_FACTS = 3
"""Figures in a claim up to which each is taken to be of what stands around it; chosen by hand."""
_DIGIT = re.compile(r"\d")
Key = tuple[str, ...]
TOLL = "toll"
"""What the key begins with that says what became of those who are counted."""


@record(eq=False)
class Stated:
    """A fact of a claim with what says what it is of.

    `keys` name the slots it fills, each with its words as written: two facts can be of the same thing only if they
    share one. `context` holds the stems of the content words around it; `needed` says how many of them, besides the
    key, another must share: 0 where the key says it all.
    """

    facts: ClaimFacts
    fact: Quantity | Moment
    keys: Mapping[Key, str]
    context: frozenset[str]
    needed: int


@record(eq=False)
class Statement:
    """What the claim with index `claim` on `side` states."""

    side: Side
    claim: int
    stated: Stated


@record
class _Words:
    part_before: frozenset[str]
    part_after: frozenset[str]
    change: frozenset[str]
    dated: tuple[str, ...]
    outcomes: dict[str, str]
    people: frozenset[str]
    once: frozenset[str]
    figures: frozenset[str]


@cache
def _words(language: str) -> _Words | None:
    """The language's words, None where it has no list: there nothing is searched across sentences."""
    given: dict[str, Any] = load_lexicon(language, "across")
    if not given:
        return None
    stems, numbers = stems_of(language), number_words(language)
    return _Words(
        part_before=frozenset(given["part_before"].split()),
        part_after=frozenset(given["part_after"].split()),
        change=frozenset(given["change"].split()),
        dated=tuple(given["dated"]),
        outcomes={stems[word]: name for name, words in given["toll"].items() for word in words.split()},
        people=frozenset(stems[word] for word in given["counted"]["people"].split()),
        once=frozenset(stems[word] for word in given["once"]["verbs"].split()),
        figures=frozenset((*(word for word, value in numbers.cardinals.items() if value > 1), *numbers.scales)),
    )


def read_statements(documents: Mapping[Side, Document], control: Control) -> list[Statement]:
    """What `documents` state, those of the left first, in text order. Raises Cancelled.

    O(words), about 2 µs a claim without a figure and 60 µs for one with some; equal claims are read once.
    """
    found: list[Statement] = []
    known: dict[tuple[str, str], dict[str, tuple[Stated, ...]]] = {}
    for side, document in documents.items():
        words = _words(lexicon_of(document.language).code)
        if words is None:
            continue
        language, date = document.language, document.metadata.date
        of_its_kind = known.setdefault((language, date), {})
        for number, claim in enumerate(control.watched(document.claims)):
            text = claim.text
            if text not in of_its_kind:
                facts = kept_facts(text, language, date) if _may_state(text, words) else None
                of_its_kind[text] = tuple(_stated(facts, words)) if facts else ()
            found += [Statement(side, number, stated) for stated in of_its_kind[text]]
    return found


def stated_by(facts: ClaimFacts) -> tuple[Stated, ...]:
    """What one claim states, none where it tells of a change. O(words)."""
    words = _words(lexicon_of(facts.language).code)
    return tuple(_stated(facts, words)) if words is not None and len(facts.text) <= _LONGEST else ()


def _may_state(text: str, words: _Words) -> bool:
    """Whether a claim holds a digit or a number word and does not tell of a change."""
    pieces = text.lower().split()
    if words.figures.isdisjoint(pieces) and _DIGIT.search(text) is None:
        return False
    return words.change.isdisjoint(pieces) and len(text) <= _LONGEST


def _stated(facts: ClaimFacts, words: _Words) -> Iterator[Stated]:
    if not words.change.isdisjoint(facts.said) or any(phrase in facts.text.lower() for phrase in words.dated):
        return
    if len(facts.quantities) + len(facts.moments) > _MOST_FACTS:
        return
    found = [one for quantity in facts.quantities for one in _figure(facts, quantity, words)]
    found += [one for moment in facts.moments for one in _date(facts, moment, words)]
    slots = Counter(key for one in found for key in one.keys)
    yield from (one for one in found if all(slots[key] == 1 for key in one.keys))


def _figure(facts: ClaimFacts, quantity: Quantity, words: _Words) -> Iterator[Stated]:
    if quantity.dimension in ("ordinal", "times") or _is_part(facts, quantity, words):
        return
    noun = noun_behind(facts, quantity.end)
    context = _around(facts, quantity.first, quantity.end)
    needed = 2
    if quantity.dimension == "age":
        keys, needed = _age_keys(facts, quantity), 0
    elif quantity.dimension:
        keys = _measure_keys(facts, quantity)
    elif (outcome := _outcome(facts, quantity, noun, words)) is not None:
        keys, needed = {outcome[0]: outcome[1]}, 1
        context -= words.outcomes.keys() | words.people
    else:
        keys = _count_keys(facts, quantity, noun)
    if keys:
        yield Stated(facts, quantity, keys, context, needed)


def _age_keys(facts: ClaimFacts, quantity: Quantity) -> dict[Key, str]:
    """The last word of the name that stands right before an age; a first name that differs is seen later."""
    found = [name for name in facts.names if name.end == quantity.first and name.end - name.first > 1]
    return {("age", facts.words.folded[name.end - 1]): _written(facts, name.first, name.end) for name in found}


def _measure_keys(facts: ClaimFacts, quantity: Quantity) -> dict[Key, str]:
    dimension = quantity.dimension.split(" ")[0]
    governing = _governing(facts, quantity.first, quantity.end)
    return {(dimension, facts.words.stems[at]): _written(facts, at, at + 1) for at in governing}


def _outcome(facts: ClaimFacts, quantity: Quantity, noun: str, words: _Words) -> tuple[Key, str] | None:
    """What became of those that a figure counts, with its word ("12 dead", "12 workers were killed"), or None."""
    is_plain = not noun or noun in words.people or noun in words.outcomes
    governing = _governing(facts, quantity.first, quantity.end + (1 if noun and noun not in words.outcomes else 0))
    found = {words.outcomes[facts.words.stems[at]]: at for at in governing if facts.words.stems[at] in words.outcomes}
    if len(found) != 1:
        return None
    outcome, at = found.popitem()
    if is_plain:
        return (TOLL, outcome), _written(facts, at, at + 1)
    return (TOLL, outcome, noun), _written(facts, quantity.end, quantity.end + 1)


def _count_keys(facts: ClaimFacts, quantity: Quantity, noun: str) -> dict[Key, str]:
    """What is counted with what is said of it: noun and verb."""
    if not noun or quantity.value < 2:
        return {}
    counted = _written(facts, quantity.end, quantity.end + 1)
    governing = _governing(facts, quantity.first, quantity.end + 1)
    return {("count", noun, facts.words.stems[at]): counted for at in governing}


def _written(facts: ClaimFacts, first: int, end: int) -> str:
    return facts.words.span(first, end).of(facts.text)


def _governing(facts: ClaimFacts, first: int, end: int) -> list[int]:
    """Indexes of the nearest content words before and behind words `first` to `end`, with no sign between."""
    words = facts.words
    before = _nearest(facts, range(first - 1, max(-1, first - 1 - _REACH), -1))
    after = _nearest(facts, range(end, min(len(words), end + _REACH)))
    found = []
    if before is not None and not _SIGN.search(facts.text, words.ends[before], words.starts[first]):
        found.append(before)
    if after is not None and not _SIGN.search(facts.text, words.ends[end - 1], words.starts[after]):
        found.append(after)
    return found


def _nearest(facts: ClaimFacts, steps: range) -> int | None:
    """The first of the words at `steps` that has content, None where that is a figure or there is none."""
    folded, function_words = facts.words.folded, lexicon_of(facts.language).function_words
    found = next((at for at in steps if folded[at] not in function_words), None)
    return None if found is None or folded[found][0].isdecimal() else found


def noun_behind(facts: ClaimFacts, end: int) -> str:
    """The stem of the word right behind a figure, empty where a sign or a function word follows."""
    words = facts.words
    if end >= len(words) or facts.text[words.ends[end - 1] : words.starts[end]].strip(" -"):
        return ""
    return "" if words.folded[end] in lexicon_of(facts.language).function_words else words.stems[end]


def _date(facts: ClaimFacts, moment: Moment, words: _Words) -> Iterator[Stated]:
    if moment.year is None or moment.until is not None or moment.resolved:
        return
    stems = facts.words.stems
    verbs = [at for at in _governing(facts, moment.first, moment.end) if stems[at] in words.once]
    if len(verbs) == 1:
        keys: dict[Key, str] = {("once", stems[verbs[0]]): _written(facts, verbs[0], verbs[0] + 1)}
        yield Stated(facts, moment, keys, _around(facts, moment.first, moment.end), 1)


def toll_words(language: str) -> Mapping[str, str]:
    """By stem what became of those who are counted; none where the language has no list."""
    words = _words(lexicon_of(language).code)
    return {} if words is None else words.outcomes


def _is_part(facts: ClaimFacts, quantity: Quantity, words: _Words) -> bool:
    """Whether a word beside the figure makes it a part or an addition, or another joins it: "five and twenty"."""
    folded = facts.words.folded
    before, after = folded[max(0, quantity.first - 2) : quantity.first], folded[quantity.end : quantity.end + 2]
    if not words.part_before.isdisjoint(before) or not words.part_after.isdisjoint(after):
        return True
    return any(0 <= quantity.first - q.end <= 1 or 0 <= q.first - quantity.end <= 1 for q in facts.quantities)


def _around(facts: ClaimFacts, first: int, end: int) -> frozenset[str]:
    """Stems of the content words near words `first` to `end`, figures left out."""
    folded, stems = facts.words.folded, facts.words.stems
    function_words = lexicon_of(facts.language).function_words
    near = (*range(max(0, first - _NEAR), first), *range(end, min(len(folded), end + _NEAR)))
    return frozenset(stems[at] for at in near if folded[at] not in function_words and not folded[at][0].isdecimal())
