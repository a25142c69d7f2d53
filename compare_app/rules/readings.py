"""How a fact was read, in words: "three years ago → 2021, from the dateline 21 June 2024", "seven miles = 11.3 km"."""

from __future__ import annotations

import math
import re

from compare_app.core.facts import Clock, Moment, Quantity
from compare_app.core.translation import grouped, marked, tr
from compare_app.core.written_dates import MONTHS, written_date, written_day
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.figures import number_words, parse_digits

_WEEKDAYS = (
    marked("Monday"), marked("Tuesday"), marked("Wednesday"), marked("Thursday"), marked("Friday"),
    marked("Saturday"), marked("Sunday"),
)  # fmt: skip
_SCALES: dict[str, tuple[tuple[float, str], ...]] = {
    "length": ((1000, "{figure} km"), (1, "{figure} m"), (0.01, "{figure} cm"), (0.001, "{figure} mm")),
    "mass": ((1000, marked("{figure} tonnes")), (1, "{figure} kg"), (0.001, "{figure} g")),
    "area": ((1e6, "{figure} km²"), (1e4, marked("{figure} hectares")), (1, "{figure} m²")),
    "volume": ((1, marked("{figure} litres")),),
    "speed": ((1, "{figure} km/h"),),
}
"""Metric units of a dimension in its base unit, the largest first: the first that is no more than the value is used."""
_SPANS_OF_TIME = {
    1: marked("{figure} seconds"),
    60: marked("{figure} minutes"),
    3600: marked("{figure} hours"),
    86400: marked("{figure} days"),
    604800: marked("{figure} weeks"),
    2629746: marked("{figure} months"),
    31556952: marked("{figure} years"),
    315569520: marked("{figure} decades"),
}
_METRIC = (0.001, 0.01, 1.0, 1000.0, 10000.0, 1e6)
_WORDS = {
    "": "{figure}",
    "ordinal": marked("{figure} in order"),
    "percent": marked("{figure}%"),
    "points": marked("{figure} percentage points"),
    "age": marked("{figure} years old"),
    "times": marked("{figure} times"),
    "degrees": marked("{figure} degrees"),
}
_PARTS = {
    "early": marked("early"),
    "mid": marked("mid"),
    "late": marked("late"),
    "spring": marked("spring"),
    "summer": marked("summer"),
    "autumn": marked("autumn"),
    "winter": marked("winter"),
}
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
        return tr(
            "{written} → {date}, from the dateline {day}", written=written, date=said(fact), day=written_day(claim.date)
        )
    says_it = _tokens(written) in (_tokens(said(fact)), _tokens(_in_english(fact)))
    return "" if says_it else f"{written} → {said(fact)}"


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
        return tr("{quantity} or more", quantity=_in_unit(_figure(low / scale), unit))
    if low == high:
        return _in_unit(_figure(fact.value / scale), unit)
    if low == 0:
        return tr("up to {quantity}", quantity=_in_unit(_figure(high / scale), unit))
    return _in_unit(f"{_figure(low / scale)}–{_figure(high / scale)}", unit)


def _in_unit(figure: str, unit: str) -> str:
    return tr(unit, figure=figure)


def _unit(fact: Quantity) -> tuple[float, str]:
    """In how many base units the figure is said, and the text in which it stands with their name."""
    if fact.dimension == "temperature":
        return 1.0, "{figure} °C"
    if fact.dimension == "time":
        return fact.unit, _SPANS_OF_TIME.get(round(fact.unit), _SPANS_OF_TIME[1])
    scales = _SCALES.get(fact.dimension, ())
    if scales:
        factor, name = next((one for one in scales if abs(fact.value) >= one[0]), scales[-1])
        return factor, name
    return fact.unit, _WORDS.get(fact.dimension) or f"{{figure}} {fact.dimension.removeprefix('money ')}"


def _figure(value: float) -> str:
    """At most one digit behind the point, and three where the figure is small; whole figures whole."""
    if value == round(value):
        return grouped(value)
    if abs(value) >= 1:
        return grouped(value) if f"{value:.1f}".endswith(".0") else grouped(value, 1)
    written = f"{value:.3g}"
    return written if "e" in written else grouped(value, len(written.partition(".")[2]))


def _moment(fact: Moment) -> str:
    years = f"{fact.year}–{fact.until}" if fact.until else str(fact.year or "")
    return written_date(
        weekday=tr(_WEEKDAYS[fact.weekday - 1]) if fact.weekday else "",
        day=fact.day or 0,
        month=fact.month or 0,
        part=tr(_PARTS[fact.part]) if fact.part in _PARTS else fact.part,
        years=years,
    )


def _in_english(fact: Moment | Clock) -> str:
    """The parts of a date as English texts write them: a reader in another language needs no "4 March → 4. März"."""
    if isinstance(fact, Clock):
        return ""
    years = f"{fact.year}–{fact.until}" if fact.until else str(fact.year or "")
    weekday = _WEEKDAYS[fact.weekday - 1] if fact.weekday else ""
    month = MONTHS[fact.month - 1] if fact.month else ""
    return f"{weekday} {fact.day or ''} {month} {fact.part} {years}"


def _clock(clock: Clock) -> str:
    zone = "" if clock.zone is None else f" UTC{clock.zone / 60:+g}"
    return f"{clock.minute // 60:02}:{clock.minute % 60:02}{zone}"


def _tokens(text: str) -> list[str]:
    """The words and figures of `text`, whatever their order and the signs between them: "June 21st", "21 June"."""
    return sorted(re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", text.lower()).replace(",", " ").replace(".", " ").split())
