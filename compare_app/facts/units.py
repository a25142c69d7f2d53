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


_LITRES = 1000.0
"""Litres, the base unit of volume, in a cubic metre."""
NO_UNIT = Unit("")
_FAHRENHEIT = Unit("temperature", 5 / 9, -160 / 9)


@record
class UnitWords:
    """Units by the stem that names them, currencies by sign, and the phrases of percent."""

    by_stem: Mapping[str, Unit]
    currencies: Mapping[str, str]
    degrees: Mapping[str, Unit]
    points: frozenset[str]
    percent_phrases: frozenset[str]
    squares: frozenset[str]
    """Words before a unit of length that make it one of area, and the same for volume."""
    cubes: frozenset[str]
    opening: frozenset[str]
    """The first words of units that are told in two: "percentage points", "per cent", "square miles"."""

    def raised(self, word: str, base: str) -> Unit | None:
        """The unit of area or volume of two words, the second given as its stem: "square miles", "cubic metres"."""
        length = self.by_stem.get(base) if word in self.squares or word in self.cubes else None
        if length is None or length.dimension != "length":
            return None
        if word in self.squares:
            return Unit("area", length.factor**2)
        return Unit("volume", _LITRES * length.factor**3)


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
    points, percent_phrases = (frozenset(lexicon.numbers.get(name, ())) for name in ("points", "percent_phrases"))
    squares, cubes = (frozenset(lexicon.units.get(name, ())) for name in ("squares", "cubes"))
    by_stem.update({stem(word, lexicon.code): Unit(f"money {code}") for word, code in currencies.items()})
    return UnitWords(
        by_stem=by_stem,
        currencies={sign: code for sign, code in currencies.items() if not sign[-1].isalpha()},
        degrees={"c": Unit("temperature"), "celsius": Unit("temperature"), "f": _FAHRENHEIT, "fahrenheit": _FAHRENHEIT},
        points=points,
        percent_phrases=percent_phrases,
        squares=squares,
        cubes=cubes,
        opening=frozenset(said.split(" ")[0] for said in (*points, *percent_phrases, *squares, *cubes)),
    )
