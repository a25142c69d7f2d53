"""Units of measure and currencies of a language, with their factors to one base unit a dimension."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from compare_app.core.records import record
from compare_app.facts.language import lexicon_of
from compare_app.facts.stems import stem


@record
class Unit:
    """A unit: base value = value × `factor` + `shift`. `dimension` is "" for counted things."""

    dimension: str
    factor: float = 1.0
    shift: float = 0.0

    def convert(self, value: float) -> float:
        """`value` in the base unit of the dimension."""
        return value * self.factor + self.shift


_FAHRENHEIT = Unit("temperature", 5 / 9, -160 / 9)


@record
class UnitWords:
    """Units by the stem that names them, currencies by sign, and the phrases of percent."""

    by_stem: Mapping[str, Unit]
    currencies: Mapping[str, str]
    degrees: Mapping[str, Unit]
    points: frozenset[str]
    percent_phrases: frozenset[str]


@cache
def unit_words(language: str) -> UnitWords:
    """The unit words of `language`; empty where it has no list."""
    lexicon = lexicon_of(language)
    by_stem: dict[str, Unit] = {}
    for dimension, units in lexicon.units.items():
        if not isinstance(units, dict) or dimension == "currencies":
            continue
        for name, (factor, forms) in units.items():
            unit = _FAHRENHEIT if name == "fahrenheit" else Unit(dimension, factor)
            by_stem.update({stem(form, lexicon.code): unit for form in forms})
    currencies: dict[str, str] = lexicon.units.get("currencies", {})
    by_stem.update({stem(word, lexicon.code): Unit(f"money {code}") for word, code in currencies.items()})
    return UnitWords(
        by_stem=by_stem,
        currencies={sign: code for sign, code in currencies.items() if not sign[-1].isalpha()},
        degrees={"c": Unit("temperature"), "celsius": Unit("temperature"), "f": _FAHRENHEIT, "fahrenheit": _FAHRENHEIT},
        points=frozenset(lexicon.numbers.get("points", ())),
        percent_phrases=frozenset(lexicon.numbers.get("percent_phrases", ())),
    )
