"""Phrases of a list found in a claim: each with its group and the value it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from compare_app.facts.claim import ClaimFacts
from compare_app.rules.told.value import given, split_phrases

_Lines = Mapping[str, tuple[tuple[tuple[str, ...], str, str], ...]]


@cache
def phrases_under(language: str, name: str) -> _Lines:
    """By first word the phrases of the list `name`, each with group and value, the longest first.

    A group that has no values has its own name as the only one.
    """
    found: dict[str, set[tuple[tuple[str, ...], str, str]]] = {}
    for group, values in given(language)[name].items():
        for value, phrases in (values if isinstance(values, dict) else {group: values}).items():
            for words in split_phrases(phrases):
                found.setdefault(words[0], set()).add((words, group, value))
    return {word: tuple(sorted(lines, key=lambda line: (-len(line[0]), line))) for word, lines in found.items()}


def phrases_in(facts: ClaimFacts, lines: _Lines) -> Iterator[tuple[int, int, str, str]]:
    """First word, end, group and value of each phrase in text order; of two of a group that overlap the longer."""
    folded = facts.words.folded
    found = [
        (at, at + len(said), group, value)
        for at, word in enumerate(folded)
        for said, group, value in lines.get(word, ())
        if folded[at : at + len(said)] == said
    ]
    for first, end, group, value in found:
        if not any(a <= first and end <= b and b - a > end - first and its == group for a, b, its, _ in found):
            yield first, end, group, value
