"""Which kinds of facts a word can belong to, as bits: a claim without a sign of a kind is not read for it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from compare_app.facts.attribution import reporting_signs
from compare_app.facts.classes import class_words
from compare_app.facts.clocks import clock_signs
from compare_app.facts.dates import date_signs
from compare_app.facts.figures import number_words
from compare_app.facts.modality import hedge_signs, levels
from compare_app.facts.negation import is_sign_of_denial
from compare_app.facts.stems import stems_of

DIGIT, CLOCK, DATE, NUMBER, DENIAL, HEDGE, CLASS, REPORT, SCALE = (1 << place for place in range(9))

SCALES = ("quantifiers", "degrees", "frequencies", "chances")
"""Names of the scales of which `facts.modality.levels` knows the words."""

_MOST_WORDS = 65536
"""Words whose signs are kept in memory a language: more than those of a long novel."""


class _Signs(dict[str, int]):
    """Signs by word, found when first asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        scales = frozenset().union(*(levels(language, name) for name in SCALES))
        self._tables = (
            (CLOCK, clock_signs(language)),
            (DATE, date_signs(language)),
            (NUMBER, number_words(language).signs),
            (HEDGE, hedge_signs(language)),
            (CLASS, class_words(language)),
            (REPORT, reporting_signs(language)),
            (SCALE, scales),
        )

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        base = stems_of(self._language)[word]
        found = sum(sign for sign, words in self._tables if word in words or base in words)
        found |= DIGIT if word[0].isdecimal() else 0
        found |= DENIAL if is_sign_of_denial(word, base, self._language) else 0
        self[word] = found
        return found


@cache
def signs_of(language: str) -> Mapping[str, int]:
    """A mapping that gives, as bits, the signs that any folded word of `language` bears."""
    return _Signs(language)
