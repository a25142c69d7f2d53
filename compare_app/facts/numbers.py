"""Reads quantities: a figure with its comparator, unit and range, as an interval of agreeing values."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from compare_app.core.facts import Quantity, Words
from compare_app.core.records import record, replace
from compare_app.facts.figures import Figure, NumberWords, number_words, read_figure
from compare_app.facts.language import lexicon_of
from compare_app.facts.units import NO_UNIT, Unit, UnitWords, unit_words

_JOINED = 3
"""Words before a lone "one" among which a figure stands that a word joins with it; chosen by hand."""
_DASHES = ("-", "–", "—", "\u2010", "\u2011", "−")


@record
class _Signs:
    """Comparators by the word that stands next to the figure, and the words of ranges and percent."""

    before: Mapping[str, tuple[tuple[tuple[str, ...], float, float], ...]]
    after: Mapping[str, tuple[tuple[tuple[str, ...], float, float], ...]]
    percent: frozenset[str]
    range_joiners: frozenset[str]
    range_openers: frozenset[str]
    labels: frozenset[str]
    pronoun_before: frozenset[str]
    pronoun_after: frozenset[str]
    degrees: frozenset[str]
    minus: frozenset[str]


@cache
def _signs(language: str) -> _Signs:
    given: Mapping[str, Any] = lexicon_of(language).numbers

    def phrases(name: str, *, key: int) -> dict[str, tuple[tuple[tuple[str, ...], float, float], ...]]:
        table: dict[str, list[tuple[tuple[str, ...], float, float]]] = {}
        for phrase, (low, high) in given.get(name, {}).items():
            said = tuple(phrase.split())
            table.setdefault(said[key], []).append((said, low, high))
        return {word: tuple(sorted(found, key=lambda one: -len(one[0]))) for word, found in table.items()}

    def words(name: str) -> frozenset[str]:
        return frozenset(given.get(name, ()))

    return _Signs(
        before=phrases("before", key=-1),
        after=phrases("after", key=0),
        percent=words("percent"),
        range_joiners=words("range_joiners"),
        range_openers=words("range_openers"),
        labels=words("labels"),
        pronoun_before=words("pronoun_before"),
        pronoun_after=words("pronoun_after"),
        degrees=words("degrees"),
        minus=words("minus"),
    )


def read_quantities(
    text: str, words: Words, places: Iterable[int], *, language: str, taken: Iterable[tuple[int, int]]
) -> tuple[Quantity, ...]:
    """The quantities of a claim in text order. Words in the ranges `taken` (dates, times) are left alone. O(places).

    `places` are the words that bear a sign of one, and the articles with which one may begin.
    """
    numbers = number_words(language)
    used = {index for first, end in taken for index in range(first, end)}
    found: list[Quantity] = []
    free_from = 0
    for at in places:
        if at < free_from or at in used:
            continue
        figure = read_figure(text, words, at, numbers)
        if figure is None or _is_pronoun(words, figure, language) or not used.isdisjoint(range(at, figure.end)):
            continue
        found.append(_quantity(text, words, figure, language, free_from))
        free_from = found[-1].end
    return tuple(found)


def _is_pronoun(words: Words, figure: Figure, language: str) -> bool:
    """Whether a lone "one" stands for a thing instead of counting, or the figure is a label ("Route 66")."""
    signs = _signs(language)
    before = words.folded[figure.first - 1] if figure.first else ""
    if words.folded[figure.first][0].isdecimal():
        return before in signs.labels and figure.end == figure.first + 1
    if figure.end != figure.first + 1 or figure.value != 1 or figure.dimension:
        return False
    said_before = words.folded[max(0, figure.first - _JOINED) : max(0, figure.first - 1)]
    if before in signs.range_joiners and _hold_figure(said_before, language):
        return False  # "nine votes to one"
    after = words.folded[figure.end] if figure.end < len(words.folded) else ""
    return not after or before in signs.pronoun_before or after in signs.pronoun_after


def _hold_figure(folded: Sequence[str], language: str) -> bool:
    cardinals = number_words(language).cardinals
    return any(word[0].isdecimal() or word in cardinals for word in folded)


def _quantity(text: str, words: Words, figure: Figure, language: str, free_from: int) -> Quantity:
    """The quantity around `figure`; words before `free_from` belong to an earlier one."""
    signs = _signs(language)
    upper = None if figure.dimension else _range_end(text, words, figure, language)
    end = upper.end if upper else figure.end
    first, unit, end = _unit(text, words, figure, end, language, free_from)
    sign = ""
    if unit.dimension in ("temperature", "degrees") and _is_below_nought(text, words, figure.first, signs):
        sign = "" if figure.first and words.folded[figure.first - 1] in signs.minus else "-"
        figure = replace(figure, value=-figure.value)
        first = min(first, figure.first - (not sign))
    low_value, high_value = figure.value, upper.value if upper else figure.value
    if upper and figure.scaled == 1.0 and upper.scaled > 1.0 and low_value < high_value / upper.scaled * 10:
        low_value *= upper.scaled
    if upper and first and first > free_from and words.folded[first - 1] in signs.range_openers:
        first -= 1
    first, end, low, high = _bounds(text, words, first, end, signs, free_from)
    exact = low == high == 1.0 and upper is None
    value = unit.convert(low_value)
    highest = unit.convert(high_value) if upper else value
    if exact and figure.dimension == "percent":  # a share: "two thirds" are 66 percent and 67
        low, high = math.floor(value) / value, math.ceil(value) / value
    return Quantity(
        first=first,
        end=end,
        value=value,
        low=value * low,
        high=math.inf if high == math.inf else highest * high,
        dimension=figure.dimension or unit.dimension,
        exact=exact,
        unit=unit.factor,
        written=sign + text[words.starts[first] : words.ends[end - 1]],
    )


def _is_below_nought(text: str, words: Words, at: int, signs: _Signs) -> bool:
    """Whether "minus" or its sign stands before the figure at `at`."""
    if at and words.folded[at - 1] in signs.minus:
        return True
    start = words.starts[at]
    return text[max(0, start - 1) : start] in _DASHES and text[max(0, start - 2) : start - 1].strip() == ""


def _range_end(text: str, words: Words, figure: Figure, language: str) -> Figure | None:
    """The upper figure of "10–12", "10 to 12" or "between 10 and 12", or None."""
    signs, numbers = _signs(language), number_words(language)
    at, count = figure.end, len(words.folded)
    if at >= count:
        return None
    if text[words.ends[at - 1] : words.starts[at]].strip() in _DASHES:
        return _upper(text, words, at, figure, numbers)
    before = words.folded[figure.first - 1] if figure.first else ""
    joined = words.folded[at] in signs.range_joiners and at + 1 < count
    if joined and (before in signs.range_openers or words.folded[at] == "to"):
        return _upper(text, words, at + 1, figure, numbers)
    return None


def _upper(text: str, words: Words, at: int, figure: Figure, numbers: NumberWords) -> Figure | None:
    if not (words.folded[at][0].isdecimal() or words.folded[at] in numbers.cardinals):
        return None
    upper = read_figure(text, words, at, numbers)
    return upper if upper and not upper.dimension and upper.value > figure.value else None


def _unit(text: str, words: Words, figure: Figure, end: int, language: str, free_from: int) -> tuple[int, Unit, int]:
    """First word, unit and end with the unit's own words taken in."""
    table = unit_words(language)
    signs = _signs(language)
    first = figure.first
    if (
        first > free_from
        and words.folded[first - 1] in table.currencies
        and not text[words.ends[first - 1] : words.starts[first]].strip()
    ):
        sign = words.folded[first - 1]
        first -= 1
        land = words.folded[first - 1] if first > free_from and words.ends[first - 1] == words.starts[first] else ""
        money = table.currencies[sign] if land in ("", "us") else f"{land}{sign}"
        return (first - 1 if land else first), Unit(f"money {money}"), end
    if figure.dimension or end >= len(words.folded):
        return first, NO_UNIT, end
    word, following = words.folded[end], words.folded[end + 1] if end + 1 < len(words.folded) else ""
    told_in_two = _unit_of_two(words, end, table) if following and word in table.opening else None
    if told_in_two is not None:
        return first, told_in_two, end + 2
    if word in signs.percent:
        return first, Unit("percent"), end + 1
    unit = table.by_stem.get(words.stems[end]) or table.by_stem.get(word)
    if word == "°" or word in signs.degrees:
        unit = table.degrees.get(following, Unit("temperature") if word == "°" else Unit("degrees"))
        return first, unit, end + (2 if following in table.degrees else 1)
    if unit is None:
        return first, NO_UNIT, end
    return first, unit, end + 1


def _unit_of_two(words: Words, at: int, table: UnitWords) -> Unit | None:
    """The unit that the words `at` and the next name together: "percentage points", "per cent", "square miles"."""
    said = f"{words.folded[at]} {words.folded[at + 1]}"
    if said in table.points:
        return Unit("points")
    if said in table.percent_phrases:
        return Unit("percent")
    return table.raised(words.folded[at], words.stems[at + 1])


def _bounds(
    text: str, words: Words, first: int, end: int, signs: _Signs, free_from: int
) -> tuple[int, int, float, float]:
    """First word, end, and the lowest and highest agreeing value as factors of the figure."""
    if first > free_from:
        for said, low, high in signs.before.get(words.folded[first - 1], ()):
            start = first - len(said)
            if start >= free_from and words.folded[start:first] == said:
                return start, end, low, high
    if end < len(words.folded):
        for said, low, high in signs.after.get(words.folded[end], ()):
            if words.folded[end : end + len(said)] == said:
                return first, end + len(said), low, high
    if text[words.ends[end - 1] : words.ends[end - 1] + 1] == "+":
        return first, end, 1.0, math.inf
    return first, end, 1.0, 1.0
