"""What a language's lexicons say, in the form the readers of facts ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from compare_app.core.lexicon import load_lexicon
from compare_app.core.records import record

_SHORTEST_STEM = 3
"""Letters that must stay when an ending goes, unless the language says otherwise; chosen by hand for English."""


@record
class Lexicon:
    """Word lists of one language, empty where it has none; phrases are tuples of folded words.

    `clitics` maps the tail of a contraction to the word it stands for, `elisions` likewise its head ("l'eau"),
    `contractions` a whole form to its words. `irregular` maps an inflected form to its base; `endings` are (ending,
    replacement) pairs tried in order, by the letter they end with; `shortest_stem` letters must stay; `prefixes` go
    likewise. With `spaced_figures` a space may group the digits of a figure.
    """

    code: str
    clitics: Mapping[str, str]
    elisions: Mapping[str, str]
    contractions: Mapping[str, tuple[str, ...]]
    irregular: Mapping[str, str]
    endings: Mapping[str, tuple[tuple[str, str], ...]]
    prefixes: tuple[str, ...]
    function_words: frozenset[str]
    shortest_stem: int
    spaced_figures: bool
    numbers: Mapping[str, Any]
    dates: Mapping[str, Any]
    units: Mapping[str, Any]
    negation: Mapping[str, Any]


@cache
def lexicon_of(language: str) -> Lexicon:
    """The word lists of `language` (ISO 639-1, region ignored), read once."""
    code = language.split("-")[0].split("_")[0].lower()
    words = load_lexicon(code, "words")
    return Lexicon(
        code=code,
        clitics=words.get("clitics", {}),
        elisions=words.get("elisions", {}),
        contractions={form: tuple(said.split()) for form, said in words.get("contractions", {}).items()},
        irregular=dict(line.split() for line in words.get("irregular", "").split("\n") if line.strip()),
        endings=_by_last_letter(words.get("endings", [])),
        prefixes=tuple(words.get("prefixes", ())),
        function_words=frozenset(words.get("function_words", "").split()),
        shortest_stem=words.get("shortest_stem", _SHORTEST_STEM),
        spaced_figures=bool(words.get("spaced_figures", False)),
        numbers=load_lexicon(code, "numbers"),
        dates=load_lexicon(code, "dates"),
        units=load_lexicon(code, "units"),
        negation=load_lexicon(code, "negation"),
    )


def _by_last_letter(endings: Iterable[Sequence[str]]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for ending, by in endings:
        found[ending[-1]] = (*found.get(ending[-1], ()), (ending, by))
    return found
