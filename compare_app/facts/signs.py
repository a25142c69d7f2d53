"""Which kinds of facts a word can belong to, as bits: a claim without a sign of a kind is not read for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from compare_app.facts.attribution import reporting_signs
from compare_app.facts.classes import class_words
from compare_app.facts.clocks import clock_signs
from compare_app.facts.dates import date_signs
from compare_app.facts.figures import number_words
from compare_app.facts.modality import hedge_signs, levels
from compare_app.facts.negation import denial_endings, denial_signs
from compare_app.facts.opposites import without_prefixes
from compare_app.facts.stems import stems_of

DIGIT, CLOCK, DATE, NUMBER, DENIAL, HEDGE, CLASS, REPORT, SCALE, ARTICLE, PREFIX = (1 << place for place in range(11))
"""ARTICLE: the word alone says nothing, but a figure may begin with it: "a dozen". PREFIX: one that makes opposites."""

SCALES = ("quantifiers", "degrees", "frequencies", "chances")
"""Names of the scales of which `facts.modality.levels` knows the words."""

_MOST_WORDS = 65536
"""Words whose signs are kept in memory a language: more than those of a long novel."""


class _Signs(dict[str, int]):
    """Signs by word, found when first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._stems = stems_of(language)
        self._listed: dict[str, int] = {}
        self._denial_endings = denial_endings(language)
        tables: tuple[tuple[int, Iterable[str]], ...] = (
            (CLOCK, clock_signs(language)),
            (DATE, date_signs(language)),
            (NUMBER, number_words(language).signs),
            (ARTICLE, number_words(language).opening_articles),
            (HEDGE, hedge_signs(language)),
            (CLASS, class_words(language)),
            (DENIAL, denial_signs(language)),
            (REPORT, reporting_signs(language)),
            *((SCALE, levels(language, name)) for name in SCALES),
        )
        for sign, words in tables:
            for word in words:
                self._listed[word] = self._listed.get(word, 0) | sign

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        base = self._stems[word]
        found = self._listed.get(word, 0) | self._listed.get(base, 0)
        found |= DIGIT if word[0].isdecimal() else 0
        found |= DENIAL if word.startswith(self._denial_endings) else 0
        found |= PREFIX if without_prefixes(word, self._language) else 0
        self[word] = found
        return found


@cache
def signs_of(language: str) -> Mapping[str, int]:
    """A mapping that gives, as bits, the signs that any folded word of `language` bears."""
    return _Signs(language)
