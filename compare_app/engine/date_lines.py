"""Reads lines that say nothing but a date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from compare_app.core.lexicon import load_lexicon
from compare_app.core.patterns import pattern
from compare_app.core.records import record

_LONGEST = 80  # code points; "Last updated on Wednesday, September 25, 2024 at 10:30 a.m. EDT" has 62

_TIME = pattern(
    r"(?<!\d)\d{1,2}\s?[:.h時时시]\s?\d{2}(?:\s?[:分분]\s?(?:\d{2})?)?(?:\s?[ap]\.?m\.?)?(?!\d)", re.IGNORECASE
)
_ZONE = pattern(r"(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?$|Z$")
_YEAR_FIRST = pattern(r"(?<!\d)(\d{4})\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})\s?[日일.]?(?!\d)T?")
_YEAR_LAST = pattern(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_WORDS = pattern(r"[^\W\d_]+")
_MONTH_FIRST = r"(?P<month>{})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<year>\d{{4}})"
_DAY_FIRST = (
    r"(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?\s+(?:de\s+)?(?P<month>{})\.?,?\s+(?:de\s+|del\s+)?(?P<year>\d{{4}})"
)


@record
class DateLine:
    """A line that is a date. `iso` is ISO 8601, empty where day and month cannot be told apart ("3/4/2024")."""

    iso: str
    has_time: bool
    is_labelled: bool


@record
class _Calendar:
    months: dict[str, int]
    patterns: tuple[re.Pattern[str], ...]
    labels: tuple[str, ...]
    fillers: frozenset[str]


def read_date_line(line: str, language: str) -> DateLine | None:
    """What `line` says when it is a date and nothing else but weekday, time and a label ("Published"), else None."""
    if len(line) > _LONGEST or not any(c.isdigit() for c in line):
        return None
    for calendar in dict.fromkeys((language, "en")):
        found = _read(line.lower().strip(), _calendar(calendar))
        if found is not None:
            return found
    return None


def _read(line: str, calendar: _Calendar) -> DateLine | None:
    rest, label = _without_label(line, calendar.labels)
    iso, rest = _date_in(rest, calendar)
    if iso is None:
        return None
    without_time = _TIME.sub(" ", rest)
    has_time = without_time != rest
    without_time = _ZONE.sub(" ", without_time.strip())
    left = [word for word in _WORDS.findall(without_time) if word not in calendar.fillers]
    if left or any(c.isdigit() for c in without_time):
        return None
    return DateLine(iso, has_time, bool(label))


def _without_label(line: str, labels: tuple[str, ...]) -> tuple[str, str]:
    for label in labels:
        if line.startswith(label) and not line[len(label) : len(label) + 1].isalpha():
            return line[len(label) :].lstrip(" :.-–—"), label
    return line, ""


def _date_in(line: str, calendar: _Calendar) -> tuple[str | None, str]:
    """The date as ISO 8601 ("" where ambiguous, None where there is none) and the line without it."""
    for written in calendar.patterns:
        match = written.search(line)
        if match is not None:
            month = calendar.months[match["month"]]
            return _iso(int(match["year"]), month, int(match["day"])), _cut(line, match)
    match = _YEAR_FIRST.search(line)
    if match is not None:
        return _iso(int(match[1]), int(match[2]), int(match[3])), _cut(line, match)
    match = _YEAR_LAST.search(line)
    if match is not None:
        return _of_figures(int(match[1]), int(match[3]), int(match[4]), dotted=match[2] == "."), _cut(line, match)
    return None, line


def _of_figures(first: int, second: int, year: int, *, dotted: bool) -> str | None:
    """Points part day and month everywhere; with strokes the order is known only when one is above 12."""
    if dotted or first > 12 or first == second:
        return _iso(year, second, first)
    return _iso(year, first, second) if second > 12 else ""


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _cut(line: str, match: re.Match[str]) -> str:
    return f"{line[: match.start()]} {line[match.end() :]}"


@cache
def _calendar(language: str) -> _Calendar:
    lists = load_lexicon(language, "furniture")
    months = {name: i for i, names in enumerate(lists.get("months", ()), start=1) for name in names}
    alternatives = "|".join(re.escape(name) for name in sorted(months, key=len, reverse=True))
    patterns = tuple(re.compile(p.format(alternatives)) for p in (_MONTH_FIRST, _DAY_FIRST)) if months else ()
    labels = tuple(sorted(lists.get("date_labels", ()), key=len, reverse=True))
    fillers = _letters(lists.get("weekdays", ())) | _letters(lists.get("date_fillers", ()))
    return _Calendar(months, patterns, labels, fillers)


def _letters(words: Iterable[str]) -> frozenset[str]:
    return frozenset(piece for word in words for piece in _WORDS.findall(word))
