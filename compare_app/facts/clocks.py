"""Reads times of day."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

from compare_app.core.facts import Clock, Words
from compare_app.core.lexicon import load_lexicon
from compare_app.facts.spoken_clocks import day_parts, read_spoken_clocks

_DAY = 24 * 60
_TIME = re.compile(
    r"(?<![\d:.,$€£])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?"
    r"|(?<![\d:.,])(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>[0-5]\d)(?![\d:])",
    re.IGNORECASE,
)
_HALVES = frozenset(("am", "pm", "m"))
_ZONE = re.compile(r"\s?\(?([A-Z]{2,5})\b")


def read_clocks(text: str, words: Words, places: Sequence[int], *, language: str, has_digit: bool) -> tuple[Clock, ...]:
    """The times of day of a claim in text order: "3:30 p.m.", "15:30 GMT", "noon". O(length).

    `places` are the words that bear a sign of one; `has_digit` says whether any word is a figure in digits.
    """
    has_sign = has_digit and (":" in text or not _HALVES.isdisjoint(words.folded))
    if not places and not has_sign:
        return ()
    table = _clock_words(language)
    named = [Clock(at, at + 1, table[words.folded[at]]) for at in places if words.folded[at] in table]
    named += read_spoken_clocks(words, places, language=language)
    if not has_digit or not (named or has_sign):
        return tuple(named)
    found = [clock for match in _TIME.finditer(text) if (clock := _clock(match, text, words, language)) is not None]
    found = [one for one in found if not any(one.first < told.end and told.first < one.end for told in named)]
    return tuple(sorted((*named, *found), key=lambda clock: clock.first))


@cache
def _clock_words(language: str) -> Mapping[str, int]:
    words: Mapping[str, int] = load_lexicon(language, "dates").get("clock", {})
    return words


@cache
def clock_signs(language: str) -> frozenset[str]:
    """Words of which a claim with a time of day holds one, unless it holds a digit."""
    return frozenset(_clock_words(language)) | frozenset(day_parts(language))


@cache
def _zones(language: str) -> Mapping[str, int]:
    zones: Mapping[str, int] = load_lexicon(language, "dates").get("zones", {})
    return zones


def _clock(match: re.Match[str], text: str, words: Words, language: str) -> Clock | None:
    hour = int(match["hour"] or match["hour24"])
    minute = int(match["minute"] or match["minute24"] or 0)
    if match["half"]:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    end = match.end()
    zone_match = _ZONE.match(text, end)
    zone = _zones(language).get(zone_match[1].lower()) if zone_match else None
    if zone is not None and zone_match is not None:
        end = zone_match.end(1)
    first = bisect_left(words.starts, match.start())
    return Clock(first, max(first + 1, bisect_left(words.starts, end)), (hour * 60 + minute) % _DAY, zone)
