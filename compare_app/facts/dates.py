"""Reads dates, parts of dates and periods of years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from compare_app.core.facts import Moment, Words
from compare_app.core.records import record, replace
from compare_app.facts.language import lexicon_of

_YEARS = range(1000, 2100)
"""Four-digit figures that may be a year; chosen by hand."""
_YEAR_DIGITS = 4
_ISO = re.compile(r"(1\d{3}|20\d{2})-(\d{2})-(\d{2})(?!\d)")
_DASHES = ("-", "–", "—", "\u2010", "\u2011", "/")


@record
class DateWords:
    """A language's words for dates."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    parts: Mapping[str, str]
    ambiguous_months: frozenset[str]
    before_month: frozenset[str]
    before_year: frozenset[str]
    sure_before_year: frozenset[str]
    range_joiners: frozenset[str]
    range_openers: frozenset[str]
    suffixes: frozenset[str]
    last: frozenset[str]
    relative: Mapping[str, int]
    starters: frozenset[str]
    before_part: frozenset[str]
    signs: tuple[str, ...]
    plurals: frozenset[str]
    bare_years: bool
    """Whether a year stands without a preposition, and only a capitalised noun behind it makes it a count."""
    day_behind: bool
    """Whether the day may stand behind the month: "March 4"."""
    small_months: bool
    """Whether months are written with a small letter."""
    inside: frozenset[str]
    """Words between day and month, and between month and year: "4 of March", "4 de marzo de 2024"."""


@cache
def date_words(language: str) -> DateWords:
    """The date words of `language`; ISO dates and plain years alone where it has no list."""
    given: Mapping[str, Any] = lexicon_of(language).dates
    days_away = {"today": 0, "yesterday": -1, "tomorrow": 1}
    relative = {word: days for name, days in days_away.items() for word in given.get(name, ())}

    def words(name: str) -> frozenset[str]:
        return frozenset(given.get(name, ()))

    months, weekdays = given.get("months", {}), given.get("weekdays", {})
    return DateWords(
        months=months,
        weekdays=weekdays,
        parts=given.get("parts", {}),
        ambiguous_months=words("ambiguous_months"),
        before_month=words("before_month"),
        before_year=words("before_year"),
        sure_before_year=words("sure_before_year"),
        range_joiners=words("range_joiners"),
        range_openers=words("range_openers"),
        suffixes=words("ordinal_suffixes"),
        last=words("last"),
        relative=relative,
        starters=frozenset((*months, *weekdays, *relative)),
        before_part=words("before_part"),
        signs=tuple(given[sign] for sign in ("year_sign", "month_sign", "day_sign") if sign in given),
        plurals=words("plurals"),
        bare_years=bool(given.get("bare_years", False)),
        day_behind=bool(given.get("day_behind", False)),
        small_months=bool(given.get("small_months", False)),
        inside=words("inside"),
    )


@cache
def date_signs(language: str) -> frozenset[str]:
    """Words of which a claim with a date holds one, unless it holds a digit."""
    return date_words(language).starters | frozenset(lexicon_of(language).dates.get("ago", ()))


def read_moments(
    text: str, words: Words, places: Iterable[int], *, language: str, today: date | None
) -> tuple[Moment, ...]:
    """The dates of a claim in text order; `today` resolves weekdays and "yesterday". O(places).

    `places` are the words that bear a sign of one: figures in digits among them.
    """
    table = date_words(language)
    found: list[Moment] = []
    for at in places:
        if not found or at >= found[-1].end:
            moment = _moment(text, words, at, table, today)
            if moment is not None:
                found.append(_with_part(words, moment, table) if table.parts else moment)
    return tuple(found)


def _moment(text: str, words: Words, at: int, table: DateWords, today: date | None) -> Moment | None:
    word = words.folded[at]
    if word[0].isdecimal():
        return _from_digits(text, words, at, table)
    if word in table.months and _is_month(text, words, at, table):
        return _from_month(text, words, at, table)
    if word in table.weekdays:
        return _from_weekday(text, words, at, table, today)
    if today is not None and word in table.relative:
        day = today + timedelta(days=table.relative[word])
        return Moment(at, at + 1, day.year, day.month, day.day, resolved=True)
    return None


def _gap(text: str, words: Words, at: int) -> str:
    """The signs between word `at` and the one before it."""
    return text[words.ends[at - 1] : words.starts[at]].strip()


def _day(words: Words, at: int, table: DateWords) -> tuple[int, int] | None:
    """Day of the month at word `at` with the end of its words, or None: "23", "23rd"."""
    word = words.folded[at] if at < len(words.folded) else ""
    if not (len(word) <= 2 and word.isdecimal() and 1 <= int(word) <= 31):
        return None
    suffixed = at + 1 < len(words) and words.folded[at + 1] in table.suffixes and words.starts[at + 1] == words.ends[at]
    return int(word), at + 2 if suffixed else at + 1


def _year(words: Words, at: int) -> int | None:
    word = words.folded[at] if at < len(words.folded) else ""
    return int(word) if len(word) == _YEAR_DIGITS and word.isdecimal() and int(word) in _YEARS else None


def _past(words: Words, at: int, passed: frozenset[str]) -> int:
    """The word behind `at` where that is one of those `passed` over, else `at`."""
    return at + 1 if at < len(words) and words.folded[at] in passed else at


def _is_written(text: str, words: Words, at: int, table: DateWords) -> bool:
    """Whether the name at `at` begins as months are written."""
    return table.small_months or text[words.starts[at]].isupper()


def _is_month(text: str, words: Words, at: int, table: DateWords) -> bool:
    """Whether a month's name means the month: capitalised where months are, and "May" only beside a day or year."""
    word = words.folded[at]
    start = words.starts[at]
    if table.ambiguous_months and not text[start].isupper():
        return False
    if word not in table.ambiguous_months:
        return True
    if at and (words.folded[at - 1] in table.before_month or _day(words, at - 1, table) is not None):
        return True
    return _day(words, at + 1, table) is not None or _year(words, at + 1) is not None


def _from_month(text: str, words: Words, at: int, table: DateWords) -> Moment:
    """ "October", "October 23", "October 23, 1988", "October 1988"."""
    month, first, end = table.months[words.folded[at]], at, at + 1
    day = _day(words, end, table) if table.day_behind else None
    if day is not None and _gap(text, words, end) in ("", "."):
        end = day[1]
    else:
        day = None
    year_at = _past(words, end, table.inside)
    year = _year(words, year_at)
    if year is not None and _gap(text, words, year_at) in ("", ",", "."):
        end = year_at + 1
    else:
        year = None
    return Moment(first, end, year, month, day[0] if day else None)


def _from_digits(text: str, words: Words, at: int, table: DateWords) -> Moment | None:
    word = words.folded[at]
    if not word.isdecimal():
        return None
    iso = _ISO.match(text, words.starts[at]) if len(word) == _YEAR_DIGITS else None
    if iso and at + 2 < len(words) and words.ends[at + 2] == iso.end():
        return Moment(at, at + 3, int(iso[1]), int(iso[2]), int(iso[3]))
    if table.signs:
        return _from_signs(words, at, table)
    day = _day(words, at, table)
    if day is not None:
        month_at = _past(words, day[1], table.inside)
        if (
            month_at < len(words)
            and words.folded[month_at] in table.months
            and _is_written(text, words, month_at, table)
        ):
            month = _from_month(text, words, month_at, table)
            return Moment(at, month.end, month.year, month.month, day[0]) if month.day is None else None
        return None
    return _from_year(text, words, at, table)


def _from_signs(words: Words, at: int, table: DateWords) -> Moment | None:
    """Figures with a sign right behind each, in the order year, month, day: "2024년 6월 21일"."""
    parts: list[int | None] = []
    end = at
    for sign in table.signs:
        is_said = (
            end + 1 < len(words)
            and words.folded[end].isdecimal()
            and words.starts[end + 1] == words.ends[end]
            and words.folded[end + 1].startswith(sign)
        )
        parts.append(int(words.folded[end]) if is_said else None)
        end += 2 if is_said else 0
    return Moment(at, end, parts[0], parts[1], parts[2]) if end > at else None


def _from_year(text: str, words: Words, at: int, table: DateWords) -> Moment | None:
    """A year, a decade or a period: "1998", "the 1990s", "1960–65", "from 1960 to 1965"."""
    year = _year(words, at)
    if year is None:
        return None
    end, count = at + 1, len(words)
    if end < count and words.folded[end] == "s" and _gap(text, words, end) in ("", "'", "’"):
        length = 100 if year % 100 == 0 and year < 1900 else 10
        return Moment(at, end + 1, year, until=year + length - 1)
    until = _until(text, words, end, year, table)
    if until is not None:
        opener = at > 0 and words.folded[at - 1] in table.range_openers
        return Moment(at - 1 if opener else at, until[1], year, until=until[0])
    if table.bare_years:
        return None if _precedes_noun(text, words, end) else Moment(at, end, year)
    before = words.folded[at - 1] if at else ""
    if not (before in table.before_year or before in table.parts or _stands_alone(text, words, at)):
        return None
    if end < count and before not in table.sure_before_year and _counts(text, words, end, table):
        return None
    return Moment(at, end, year)


def _until(text: str, words: Words, at: int, year: int, table: DateWords) -> tuple[int, int] | None:
    """Last year of a period whose first is `year`, with the end of its words; at `at` stands a dash or "to"."""
    if at >= len(words):
        return None
    gap = _gap(text, words, at)
    if gap in _DASHES:
        word = words.folded[at]
        if word.isdecimal() and len(word) == 2 and int(word) > year % 100:
            return year // 100 * 100 + int(word), at + 1
        later = _year(words, at)
        return (later, at + 1) if later is not None and later > year else None
    if words.folded[at] in table.range_joiners and not gap:
        before = words.folded[at - 2] if at >= 2 else ""
        later = _year(words, at + 1)
        if later is not None and later > year and before in table.range_openers:
            return later, at + 2
    return None


def _stands_alone(text: str, words: Words, at: int) -> bool:
    """Whether the figure at `at` is set off by brackets, a comma or the end: "(1998)", ", 1998,"."""
    after = text[words.ends[at] :].lstrip()[:1]
    before = text[: words.starts[at]].rstrip()[-1:]
    return not after or after in ").,;:" or before in "(,;"


def _precedes_noun(text: str, words: Words, at: int) -> bool:
    """Whether a capitalised word, a unit or a sign follows a figure without a sign between: "1998 Menschen"."""
    if at >= len(words) or _gap(text, words, at):
        return False
    return (
        text[words.starts[at]].isupper()
        or not text[words.starts[at]].isalpha()
        or words.ends[at] - words.starts[at] < 3
    )


def _counts(text: str, words: Words, at: int, table: DateWords) -> bool:
    """Whether the word at `at` may be what a four-digit figure counts: it follows without a sign, in the plural."""
    if _gap(text, words, at) or text[words.starts[at]].isupper():
        return False
    return words.folded[at].endswith("s") or words.folded[at] in table.plurals


def _from_weekday(text: str, words: Words, at: int, table: DateWords, today: date | None) -> Moment:
    weekday = table.weekdays[words.folded[at]]
    if at + 1 < len(words) and (words.folded[at + 1] in table.months or words.folded[at + 1].isdecimal()):
        dated = _moment(text, words, at + 1, table, today)
        if dated is not None and dated.month is not None and dated.day is not None:
            return Moment(at, dated.end, dated.year, dated.month, dated.day, weekday)
    if today is None or not (at and words.folded[at - 1] in table.last):
        return Moment(at, at + 1, weekday=weekday)
    back = (today.isoweekday() - weekday) % 7 or 7
    day = today - timedelta(days=back)
    return Moment(at - 1, at + 1, day.year, day.month, day.day, weekday, resolved=True)


def _with_part(words: Words, moment: Moment, table: DateWords) -> Moment:
    """`moment` with the "early", "late" or season said before it, "of" and articles between them passed over."""
    at = moment.first - 1
    while at > 0 and words.folded[at] in table.before_part:
        at -= 1
    part = table.parts.get(words.folded[at], "") if at >= 0 else ""
    return replace(moment, first=at, part=part) if part else moment
