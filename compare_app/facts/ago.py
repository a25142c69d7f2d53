"""Reads "three years ago" against the document's own date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from compare_app.core.facts import Moment, Words
from compare_app.facts.figures import number_words, read_figure
from compare_app.facts.language import lexicon_of
from compare_app.facts.units import unit_words

_DAYS_IN_MONTH = 30.436875
_DAY_S = 86400


def read_ago(
    text: str, words: Words, places: Iterable[int], *, language: str, today: date | None
) -> tuple[Moment, ...]:
    """The moments a claim counts back from `today`; empty without a date. Years give a year, months a month.

    `places` are the words that bear a sign of a date.
    """
    if today is None:
        return ()
    markers = lexicon_of(language).dates.get("ago", ())
    found = (_moment(text, words, at, language, today) for at in places if words.folded[at] in markers)
    return tuple(moment for moment in found if moment is not None)


def _moment(text: str, words: Words, at: int, language: str, today: date) -> Moment | None:
    """The moment whose words end with the marker at `at`: figure, unit, marker."""
    unit = unit_words(language).by_stem.get(words.stems[at - 1]) if at >= 2 else None
    if unit is None or unit.dimension != "time" or unit.factor < _DAY_S:
        return None
    numbers = number_words(language)
    for first in range(max(0, at - 5), at - 1):
        figure = read_figure(text, words, first, numbers)
        is_one = first == at - 2 and words.folded[first] in numbers.articles
        if is_one or (figure is not None and figure.end == at - 1):
            count = 1.0 if is_one or figure is None else figure.value
            return _counted_back(first, at + 1, count * unit.factor / _DAY_S, unit.factor / _DAY_S, today)
    return None


def _counted_back(first: int, end: int, days: float, unit_days: float, today: date) -> Moment | None:
    if days >= today.toordinal():
        return None
    if unit_days > _DAYS_IN_MONTH + 1:
        return Moment(first, end, today.year - round(days / 365.2425), resolved=True)
    day = today - timedelta(days=round(days))
    if unit_days > 7:
        return Moment(first, end, day.year, day.month, resolved=True)
    return Moment(first, end, day.year, day.month, day.day if unit_days == 1 else None, resolved=True)
