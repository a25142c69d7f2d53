"""Reads the bare figure at a word: digits, number words, scales and ordinals, without unit or comparator."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from compare_app.core.facts import Words
from compare_app.core.records import record
from compare_app.facts.language import lexicon_of

_SMALL_WHOLE = 12
"""The largest whole of a share that need not be round ("five out of seven"); chosen by hand."""

_GROUPED = 3
"""Digits that stand together in a long figure."""
_FOUR_TWENTIES = 80
_ADDED = " []\n\t\u00a0"
"""Signs between two words of one figure: translators put words of their own in brackets ("two hundred [and] ten")."""
_TEN, _TENS = 10, range(20, 100, 10)


@record
class Figure:
    """A value read from words `first` to `end` (half-open); `dimension` is "", "ordinal", "percent" or "times"."""

    first: int
    end: int
    value: float
    dimension: str = ""
    scaled: float = 1.0
    """The scale that was read, such as 1,000,000 for "million"; 1 for none."""


@record
class NumberWords:
    """A language's number words. `decimal` is empty where either mark may be it."""

    decimal: str
    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    attached_scales: Mapping[str, int]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, int]
    multiples: Mapping[str, int]
    joiners: frozenset[str]
    tens_joiners: frozenset[str]
    """Words between tens and ones: "vingt et un", "treinta y uno"."""
    twenties: frozenset[str]
    """Words that multiply a four before them: "quatre-vingts"."""
    articles: frozenset[str]
    half: frozenset[str]
    vague: frozenset[str]
    suffixes: frozenset[str]
    range_openers: frozenset[str]
    starters: frozenset[str]
    opening_articles: frozenset[str]
    """The articles with which a figure may begin ("a dozen")."""
    share_joiners: tuple[tuple[str, ...], ...]
    """Words between a part and the whole it is a share of, as many as one thing has them ("out of")."""
    share_openers: frozenset[str]
    """The first words of these."""
    signs: frozenset[str]
    """Words one of which every number word holds; articles alone are none."""


@cache
def number_words(language: str) -> NumberWords:
    """The number words of `language`; digits alone where it has no list."""
    given: Mapping[str, Any] = lexicon_of(language).numbers
    tables = {key: given.get(key, {}) for key in ("cardinals", "scales", "ordinals", "multiples")}
    articles, half = frozenset(given.get("articles", ())), frozenset(given.get("half", ()))
    opening_articles = articles if tables["scales"] else frozenset()
    starters = frozenset().union(*tables.values(), opening_articles, half)
    return NumberWords(
        decimal=given.get("decimal", "."),
        attached_scales=given.get("attached_scales", {}),
        fractions=given.get("fractions", {}),
        joiners=frozenset(given.get("joiners", ())),
        tens_joiners=frozenset(given.get("tens_joiners", ())),
        twenties=frozenset(given.get("twenties", ())),
        articles=articles,
        half=half,
        vague=frozenset(given.get("vague", ())),
        range_openers=frozenset(given.get("range_openers", ())),
        suffixes=frozenset(given.get("ordinal_suffixes", ())),
        starters=starters,
        opening_articles=opening_articles,
        share_joiners=tuple(tuple(said.split()) for said in given.get("share_joiners", ())),
        share_openers=frozenset(said.split()[0] for said in given.get("share_joiners", ())),
        signs=starters - articles | frozenset(given.get("fractions", ())),
        **tables,
    )


def parse_digits(word: str, decimal: str) -> float | None:
    """The value of digits with marks, or None where they are no number ("1.2.3"). `decimal` is the decimal mark.

    Where it is empty, a mark with three digits behind it groups them, and another is the decimal mark.
    """
    if word.isdecimal():
        return float(word)
    decimal = decimal or _decimal_in(word)
    group = "," if decimal == "." else "."
    whole, mark, part = word.partition(decimal)
    if decimal in part or group in part:
        if mark and all(len(piece) == 3 for piece in word.split(decimal)[1:]):
            return float(word.replace(decimal, "")) if group not in word else None
        return None
    pieces = whole.split(group)
    if len(pieces) > 1 and any(len(piece) != 3 for piece in pieces[1:]):
        return float("".join(pieces[0] + "." + pieces[1])) if len(pieces) == 2 and not mark else None
    digits = "".join(pieces).replace("\u00a0", "").replace("\u202f", "").replace("\u2009", "")
    return float(f"{digits}.{part}") if part else float(digits)


def _decimal_in(word: str) -> str:
    last = max(word.rfind(","), word.rfind("."))
    is_grouped = len(word) - last - 1 == _GROUPED and not ("," in word and "." in word)
    return ("." if word[last] == "," else ",") if last < 0 or is_grouped else word[last]


def read_figure(text: str, words: Words, at: int, numbers: NumberWords) -> Figure | None:
    """The figure that starts at word `at`, or None. O(words read)."""
    word = words.folded[at]
    if word[0].isdecimal():
        return _as_share(text, words, _read_digits(text, words, at, numbers), numbers)
    if word not in numbers.starters:
        return None
    if word in numbers.articles and not _precedes_scale(words, at, numbers):
        return None
    if word in numbers.scales and at and words.folded[at - 1] in numbers.vague:
        return None
    if word in numbers.multiples:
        return Figure(at, at + 1, numbers.multiples[word], "times")
    share = _read_share(text, words, at, numbers)
    return share or _as_share(text, words, _read_words(text, words, at, numbers), numbers)


def _precedes_scale(words: Words, at: int, numbers: NumberWords) -> bool:
    following = words.folded[at + 1] if at + 1 < len(words.folded) else ""
    return following in numbers.scales or following in numbers.fractions


def _touch(text: str, words: Words, at: int) -> bool:
    """Whether word `at` follows the one before it with a space or a hyphen only."""
    between = text[words.ends[at - 1] : words.starts[at]]
    return not between.strip(_ADDED) or between in ("-", "\u2010", "\u2011")


def _read_digits(text: str, words: Words, at: int, numbers: NumberWords) -> Figure | None:
    value = parse_digits(words.folded[at], numbers.decimal)
    if value is None:
        return None
    end, scaled = at + 1, 1.0
    count = len(words.folded)
    if end < count and words.starts[end] == words.ends[at]:
        tail = words.folded[end]
        if tail in numbers.suffixes:
            return Figure(at, end + 1, value, "ordinal")
        if tail in numbers.attached_scales:
            scaled = float(numbers.attached_scales[tail])
            end += 1
    while end < count and words.folded[end] in numbers.scales and _touch(text, words, end):
        scaled *= numbers.scales[words.folded[end]]
        end += 1
    return Figure(at, end, value * scaled, "", scaled)


def _read_share(text: str, words: Words, at: int, numbers: NumberWords) -> Figure | None:
    """A fraction as percent: "two thirds", "a quarter of", "half of"; "half a million" as a plain figure.

    So is "a quarter of a million".
    """
    folded, count = words.folded, len(words.folded)
    word = folded[at]
    following = folded[at + 1] if at + 1 < count else ""
    if word in numbers.half:
        if following in numbers.scales and _touch(text, words, at + 1):
            scale = float(numbers.scales[following])
            return Figure(at, at + 2, 0.5 * scale, "", scale)
        if following in numbers.articles and at + 2 < count and folded[at + 2] in numbers.scales:
            scale = float(numbers.scales[folded[at + 2]])
            return Figure(at, at + 3, 0.5 * scale, "", scale)
        return Figure(at, at + 1, 50.0, "percent") if following in ("of", "the") else None
    above = 1 if word in numbers.articles else numbers.cardinals.get(word, 0)
    below = numbers.fractions.get(following, 0)
    if not above or not below or not _touch(text, words, at + 1):
        return None
    plural = following.endswith("s")
    if (above > 1) == plural and (above > 1 or (at + 2 < count and folded[at + 2] == "of")):
        scale = _scale_of(folded[at + 2 : at + 5], numbers)
        if scale:
            return Figure(at, at + 5, scale * above / below, "", scale)
        return Figure(at, at + 2, 100.0 * above / below, "percent")
    return None


def _as_share(text: str, words: Words, part: Figure | None, numbers: NumberWords) -> Figure | None:
    """`part` with what it is a share of, as percent: "one in five", "two out of three", "nine of every ten"."""
    if part is None or part.end >= len(words.folded) or words.folded[part.end] not in numbers.share_openers:
        return part
    if part.dimension or part.value != int(part.value):
        return part
    for said in numbers.share_joiners:
        at = part.end + len(said)
        if words.folded[part.end : at] != said or at >= len(words.folded) or not _touch(text, words, at):
            continue
        whole = _whole_of(text, words, at, numbers)
        if whole is not None and 0 < part.value < whole.value and (len(said) > 1 or part.value == 1):
            return Figure(part.first, whole.end, 100.0 * part.value / whole.value, "percent")
    return part


def _whole_of(text: str, words: Words, at: int, numbers: NumberWords) -> Figure | None:
    """The round figure at `at` of which a share may be told."""
    word = words.folded[at]
    if word[0].isdecimal():
        whole = _read_digits(text, words, at, numbers)
    else:
        whole = _read_words(text, words, at, numbers) if word in numbers.starters else None
    if whole is None or whole.dimension or (len(word) == 4 and word.isdecimal()):
        return None
    return whole if whole.value <= _SMALL_WHOLE or whole.value % 10 == 0 else None


def _scale_of(words: tuple[str, ...], numbers: NumberWords) -> float:
    """The scale that "of a million" names, else 0."""
    is_scale = len(words) == 3 and words[0] == "of" and words[1] in numbers.articles
    return float(numbers.scales.get(words[2], 0)) if is_scale else 0.0


def _read_words(text: str, words: Words, at: int, numbers: NumberWords) -> Figure | None:
    folded, count = words.folded, len(words.folded)
    total = current = 0.0
    scaled, end = 1.0, at
    while end < count and (end == at or _touch(text, words, end)):
        word = folded[end]
        if end == at and word in numbers.articles:
            if end + 1 >= count or folded[end + 1] not in numbers.scales:
                return None
        elif word in numbers.ordinals and _follows(words, at, end, current, numbers.ordinals[word], numbers):
            return Figure(at, end + 1, total + current + numbers.ordinals[word], "ordinal")
        elif word in numbers.twenties and current % 100 == 4:
            current += _FOUR_TWENTIES - 4
        elif word in numbers.cardinals and _follows(words, at, end, current, numbers.cardinals[word], numbers):
            current += numbers.cardinals[word]
        elif word in numbers.tens_joiners and _ones_behind(words, end, numbers) and _is_tens(current):
            current += _ones_behind(words, end, numbers)
            end += 1
        elif word in numbers.scales:
            scale = numbers.scales[word]
            current = (current or 1.0) * scale
            scaled = max(scaled, float(scale))
            if scale >= 1000:
                total, current = total + current, 0.0
        elif not (word in numbers.joiners and _joins(words, at, end, numbers)):
            break
        end += 1
    return Figure(at, end, total + current, "", scaled) if end > at else None


def _ones_behind(words: Words, at: int, numbers: NumberWords) -> int:
    """The ones, or eleven, that the word behind `at` says; 0 where it says none."""
    following = words.folded[at + 1] if at + 1 < len(words.folded) else ""
    ones = 1 if following in numbers.articles else numbers.cardinals.get(following, 0)
    return ones if ones < 10 or (numbers.twenties and ones == 11) else 0


def _is_tens(current: float) -> bool:
    return current % 10 == 0 and current % 100 >= 20


def _follows(words: Words, at: int, end: int, current: float, value: int, numbers: NumberWords) -> bool:
    """Whether the number word at `end` goes on with the figure that began at `at`."""
    is_joined = end > at and words.folded[end - 1] in numbers.joiners
    return _fits(current, value, is_vigesimal=bool(numbers.twenties)) or (is_joined and _is_turned(current, value))


def _fits(current: float, value: int, *, is_vigesimal: bool = False) -> bool:
    """Whether `value` may follow inside one number word: five after twenty or a hundred, not after seven.

    Where twenties are counted, ten to nineteen may follow sixty and eighty: "soixante-douze".
    """
    if is_vigesimal and 10 <= value < 20 and current % 100 in (60, _FOUR_TWENTIES):
        return True
    return current == 0 or (value < 100 and current % 100 == 0) or (value < 10 <= current % 100 and current % 10 == 0)


def _are_tens_and_ones(before: str, behind: str, numbers: NumberWords) -> bool:
    """Whether two words are the tens and the ones of one figure, whichever comes first: "forty and two"."""
    one = numbers.cardinals.get(before, 0)
    other = numbers.cardinals.get(behind) or numbers.ordinals.get(behind, 0)
    return (one in _TENS and 0 < other < _TEN) or _is_turned(one, other)


def _is_turned(ones: float, tens: int) -> bool:
    """Whether the ones stand before the tens: "one and twenty"."""
    return 0 < ones % 100 < _TEN and tens in _TENS


def _joins(words: Words, at: int, end: int, numbers: NumberWords) -> bool:
    """Whether "and" goes on with one figure, not with a second of the same scale: "six million and seven million"."""
    following, behind = (*words.folded[end + 1 : end + 3], "", "")[:2]
    if end == at:
        return False
    if _are_tens_and_ones(words.folded[end - 1], following, numbers):
        goes_on = behind in numbers.scales or 0 < numbers.cardinals.get(behind, 0) < _TEN
        return not goes_on and (not at or words.folded[at - 1] not in numbers.range_openers)
    if following not in numbers.cardinals:
        return False
    scale = numbers.scales.get(words.folded[end - 1], 0)
    next_scale = numbers.scales.get(behind, 0)
    return scale > 0 and next_scale != scale and not (scale >= 1000 and next_scale > scale)
