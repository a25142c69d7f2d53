"""Reads how firmly, how much and how far something is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from compare_app.core.facts import Firmness, Hedge, Words
from compare_app.core.lexicon import load_lexicon
from compare_app.facts.stems import stem


@cache
def _phrases(language: str) -> Mapping[tuple[str, ...], tuple[tuple[tuple[str, ...], Firmness], ...]]:
    """By their first two words, or their only one: (phrase, firmness), longest first."""
    found: dict[tuple[str, ...], list[tuple[tuple[str, ...], Firmness]]] = {}
    for firmness, phrases in load_lexicon(language, "hedges").get("firmness", {}).items():
        for phrase in phrases:
            said = tuple(phrase.split())
            found.setdefault(said[:2], []).append((said, Firmness(firmness)))
    return {words: tuple(sorted(known, key=lambda one: -len(one[0]))) for words, known in found.items()}


@cache
def _unhedged(language: str) -> frozenset[tuple[str, ...]]:
    """Two words that hedge nothing though one of them may: "twice as likely"."""
    return frozenset([tuple(said.split()) for said in load_lexicon(language, "hedges").get("unhedged", ())])


@cache
def equal_words(language: str, firmness: Firmness) -> frozenset[str]:
    """Stems of words that say as much as the phrases of `firmness`, or from which it follows."""
    said = load_lexicon(language, "hedges").get("equal", {}).get(firmness.value, ())
    return frozenset([stem(word, language) for word in said])


@cache
def levels(language: str, name: str) -> Mapping[str, int]:
    """Words of the scale `name` (see `facts.signs.SCALES`) with their level; higher says more."""
    table: Mapping[str, int] = load_lexicon(language, "hedges").get(name, {})
    return table


@cache
def chance_words(language: str) -> frozenset[str]:
    """Nouns of which the words of the scale "chances" say how likely: "chance", "risk"."""
    return frozenset(load_lexicon(language, "hedges").get("of_chance", ()))


@cache
def hedge_signs(language: str) -> frozenset[str]:
    """Words of which a claim that hedges holds one."""
    return frozenset([words[0] for words in _phrases(language)])


def read_hedges(text: str, words: Words, places: Iterable[int], *, language: str) -> tuple[Hedge, ...]:
    """The hedging words of a claim in text order; "May" with a capital inside the claim is a month. O(places).

    `places` are the words that bear a sign of one.
    """
    table, unhedged = _phrases(language), _unhedged(language)
    found: list[Hedge] = []
    for at in places:
        known = (*table.get(words.folded[at : at + 2], ()), *table.get(words.folded[at : at + 1], ()))
        if not known or (found and at < found[-1].end) or (at and text[words.starts[at]].isupper()):
            continue
        for phrase, firmness in known:
            if words.folded[at : at + len(phrase)] == phrase:
                if unhedged.isdisjoint((words.folded[max(0, at - 1) : at + 1], words.folded[at : at + 2])):
                    found.append(Hedge(at, at + len(phrase), firmness))
                break
    return tuple(found)
