"""How a fact was read, in words: "three years ago → 2021, from the dateline 21 June 2024", "seven miles = 11.3 km"."""

from __future__ import annotations

import math
import re
from datetime import date

from compare_app.core.facts import Clock, Moment, Quantity
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.figures import number_words, parse_digits

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SCALES: dict[str, tuple[tuple[float, str], ...]] = {
    "length": ((1000, "km"), (1, "m"), (0.01, "cm"), (0.001, "mm")),
    "mass": ((1000, "tonnes"), (1, "kg"), (0.001, "g")),
    "area": ((1e6, "km²"), (1e4, "hectares"), (1, "m²")),
    "volume": ((1, "litres"),),
    "speed": ((1, "km/h"),),
}
"""Metric units of a dimension in its base unit, the largest first: the first that is no more than the value is used."""
_SPANS_OF_TIME = {
    1: "seconds", 60: "minutes", 3600: "hours", 86400: "days", 604800: "weeks", 2629746: "months", 31556952: "years",
    315569520: "decades",
}  # fmt: skip
_METRIC = (0.001, 0.01, 1.0, 1000.0, 10000.0)
_WORDS = {
    "": "", "ordinal": " in order", "percent": " %", "points": " percentage points", "age": " years old",
    "times": " times",
}  # fmt: skip
_DIGITS = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")


def reading(claim: ClaimFacts, fact: Quantity | Moment | Clock) -> str:
    """The words of `fact` and what was read from them; empty where they say it all ("12", "4 March 1998")."""
    written = claim.words.span(fact.first, fact.end).of(claim.text)
    if isinstance(fact, Quantity):
        if _says_it_all(claim, fact, written) or written == said(fact):
            return ""
        sign = "=" if fact.exact and _is_converted(fact) else "→"
        return f"{written} {sign} {said(fact)}"
    if isinstance(fact, Moment) and fact.resolved:
        return f"{written} → {said(fact)}, from the dateline {_day(claim.date)}"
    return "" if _tokens(written) == _tokens(said(fact)) else f"{written} → {said(fact)}"


def said(fact: Quantity | Moment | Clock) -> str:
    """What was read: "4,200,000 GBP", "81–90 %", "12 or more", "23 October 1988", "15:00"."""
    if isinstance(fact, Quantity):
        return _quantity(fact)
    return _moment(fact) if isinstance(fact, Moment) else _clock(fact)


def _says_it_all(claim: ClaimFacts, fact: Quantity, written: str) -> bool:
    """Whether the figure stands there in digits, neither rounded nor in units that are converted."""
    digits = _DIGITS.findall(written)
    if not fact.exact or _is_converted(fact) or len(digits) != 1:
        return False
    value = parse_digits(digits[0], number_words(claim.language).decimal)
    return value is not None and math.isclose(value, fact.value / fact.unit)


def _is_converted(fact: Quantity) -> bool:
    is_measured = fact.dimension in _SCALES or fact.dimension == "temperature"
    return is_measured and fact.unit not in _METRIC


def _quantity(fact: Quantity) -> str:
    low, high = fact.low, fact.high
    scale, unit = _unit(fact)
    if math.isinf(high):
        return f"{_figure(low / scale)}{unit} or more"
    if low == high:
        return f"{_figure(fact.value / scale)}{unit}"
    if low == 0:
        return f"up to {_figure(high / scale)}{unit}"
    return f"{_figure(low / scale)}–{_figure(high / scale)}{unit}"


def _unit(fact: Quantity) -> tuple[float, str]:
    """In how many base units the figure is said, and their name."""
    if fact.dimension == "temperature":
        return 1.0, " °C"
    if fact.dimension == "time":
        return fact.unit, f" {_SPANS_OF_TIME.get(round(fact.unit), 'seconds')}"
    scales = _SCALES.get(fact.dimension, ())
    if scales:
        factor, name = next((one for one in scales if abs(fact.value) >= one[0]), scales[-1])
        return factor, f" {name}"
    return fact.unit, _WORDS.get(fact.dimension, f" {fact.dimension.removeprefix('money ')}")


def _figure(value: float) -> str:
    """At most one digit behind the point, and three where the figure is small; whole figures whole."""
    if value == round(value):
        return f"{value:,.0f}"
    return f"{value:,.1f}".removesuffix(".0") if abs(value) >= 1 else f"{value:.3g}"


def _moment(fact: Moment) -> str:
    parts = [
        _WEEKDAYS[fact.weekday - 1] if fact.weekday else "",
        str(fact.day) if fact.day else "",
        _MONTHS[fact.month - 1] if fact.month else "",
        fact.part,
        f"{fact.year}–{fact.until}" if fact.until else str(fact.year or ""),
    ]
    return " ".join(part for part in parts if part)


def _clock(clock: Clock) -> str:
    zone = "" if clock.zone is None else f" UTC{clock.zone / 60:+g}"
    return f"{clock.minute // 60:02}:{clock.minute % 60:02}{zone}"


def _day(iso: str) -> str:
    day = date.fromisoformat(iso[:10])  # a fact was resolved against it, so it is one
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _tokens(text: str) -> list[str]:
    """The words and figures of `text`, whatever their order and the signs between them: "June 21st", "21 June"."""
    return sorted(re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", text.lower()).replace(",", " ").replace(".", " ").split())
