"""Reads times of day that are told in words with the part of the day: "half past seven in the evening"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from compare_app.core.facts import Clock, Words
from compare_app.core.lexicon import load_lexicon
from compare_app.facts.language import lexicon_of

_HOURS = 12
_EVENING = 6
"""The first hour that is of the evening where it is told to be at night."""
_HALF = 30
"""Minutes that are told before or past an hour at most."""
_DAY = 24 * 60
_WRITTEN = re.compile(r"(\d{1,2})(?:\.([0-5]\d))?")


def read_spoken_clocks(words: Words, places: Iterable[int], *, language: str) -> Iterator[Clock]:
    """The times that end in one of the parts of the day at `places`, in text order.

    Without such a part an hour may be of the morning or of the evening, and is not read.
    """
    parts, given = day_parts(language), load_lexicon(language, "dates").get("spoken", {})
    for at in places:
        if words.folded[at] not in parts:
            continue
        end = at
        while end and words.folded[end - 1] in given["before_part"]:
            end -= 1
        if end < at and end:
            clock = _told(words, end, at + 1, language)
            if clock is not None:
                yield clock


def _told(words: Words, end: int, last: int, language: str) -> Clock | None:
    """The time whose words end before word `end`, of the part of the day that is told by word `last - 1`."""
    given = load_lexicon(language, "dates")["spoken"]
    at, part = end - 1, words.folded[last - 1]
    is_full = at > 0 and words.folded[at] in given["full"]
    found = _hour(words, at - is_full, language)
    if found is None:
        return None
    first, hour, minute = found
    start, minutes = _with_minutes(words, first, minute, language)
    if not is_full and start == first and (not first or words.folded[first - 1] not in given["before"]):
        return None  # "arrested twelve in the morning"
    hour = hour if hour == _HOURS and minutes < 0 else hour % _HOURS  # "five to twelve" is before the twelfth hour
    is_small = part in given["small_hours"] and hour < _EVENING
    after = 0 if is_small else day_parts(language)[part]
    return Clock(start, last, ((hour + after) * 60 + minutes) % _DAY)


def _hour(words: Words, at: int, language: str) -> tuple[int, int, int] | None:
    """Its first word, the hour and the minutes of the time of twelve hours that ends with word `at`: "7.45", "7:45"."""
    written = _WRITTEN.fullmatch(words.folded[at])
    if written is not None and at and words.ends[at - 1] + 1 == words.starts[at] and words.folded[at - 1].isdecimal():
        first, hour, minute = at - 1, int(words.folded[at - 1]), int(written[1])
    elif written is not None:
        first, hour, minute = at, int(written[1]), int(written[2] or 0)
    else:
        first, hour, minute = at, int(_cardinal(words.folded[at], language)), 0
    return (first, hour, minute) if 1 <= hour <= _HOURS and minute < 60 else None


def _with_minutes(words: Words, first: int, minute: int, language: str) -> tuple[int, int]:
    """The first word and the minutes of a time told around its hour: "ten past", "a quarter to"."""
    given = load_lexicon(language, "dates")["spoken"]
    sign = given["direction"].get(words.folded[first - 1]) if first >= 2 and not minute else None
    if sign is None:
        return first, minute
    at = first - 2
    is_counted = at > 0 and words.folded[at] in given["minutes"]
    at -= is_counted
    word = words.folded[at]
    told = int(word) if is_counted and word.isdecimal() else given["fractions"].get(word, _cardinal(word, language))
    if not 1 <= told <= _HALF:
        return first, minute
    if at and words.folded[at - 1] in lexicon_of(language).numbers.get("articles", ()):
        at -= 1
    return at, sign * int(told)


def _cardinal(word: str, language: str) -> float:
    """The value of a number word, 0 for any other."""
    cardinals: Mapping[str, float] = lexicon_of(language).numbers.get("cardinals", {})
    return cardinals.get(word, 0)


@cache
def day_parts(language: str) -> Mapping[str, int]:
    """By the word for a part of the day the hours after midnight from which it counts twelve."""
    parts: Mapping[str, int] = load_lexicon(language, "dates").get("spoken", {}).get("parts", {})
    return parts
