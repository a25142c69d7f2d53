"""Splits a claim into the words its facts are read from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate

from compare_app.core.facts import Words
from compare_app.facts.language import Lexicon, lexicon_of
from compare_app.facts.stems import stems_of

_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0e00-\u0e7f"
_WORD = (
    rf"([A-Za-z]+(?=[ ,;:!?\n])|\d{{1,3}}(?:[\u00a0\u2009\u202f]\d{{3}})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*"
    rf"|[{_UNSPACED}]|(?:[^\W\d_{_UNSPACED}]\.){{2,}}|[^\W\d_{_UNSPACED}]+(?:['’][^\W\d_]+)*|[%‰$€£¥₩₽₹°½¼¾⅓⅔])"
)
_ASCII_WORD = re.compile(r"([a-z]+(?=[ ,;:!?\n])|(?:[a-z]\.){2,}|[a-z]+(?:'[a-z]+)*|\d+(?:[.,]\d+)*|[%$])")
"""The same for ASCII text in lower case, a quarter faster; a test holds them equal."""
_SPACED_FIGURE = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")

_KEPT: dict[str, str] = {}
"""Words by themselves: what stands in many claims is kept in memory once."""
_MOST_KEPT = 65_536


def split_words(text: str, *, language: str) -> Words:
    """The words of `text`: letters, figures with their marks, currency and percent signs; other signs are left out.

    Characters of scripts without spaces stand alone. O(length), about 0.4 µs a word.
    """
    lexicon = lexicon_of(language)
    contractions = lexicon.contractions
    if lexicon.spaced_figures:
        text = _SPACED_FIGURE.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
    # What lies before each word, and the word, by turns: each ends where the next starts.
    pieces = _ASCII_WORD.split(text.lower()) if text.isascii() else _any_word().split(text)
    borders = tuple(accumulate(map(len, pieces)))
    folded = pieces[1::2] if text.isascii() else [word.lower() for word in pieces[1::2]]
    starts: Sequence[int] = borders[:-1:2]
    ends: Sequence[int] = borders[1::2]
    if "'" in text or "’" in text or not contractions.keys().isdisjoint(folded):
        folded, starts, ends = _opened(folded, zip(starts, ends, strict=True), lexicon)
    if "." in text[:-1]:
        folded = [word if word[-1] != "." else word.replace(".", "") for word in folded]
    if len(_KEPT) >= _MOST_KEPT:
        _KEPT.clear()
    words = tuple(map(_KEPT.setdefault, folded, folded))
    return Words(words, tuple(map(stems_of(lexicon.code).__getitem__, words)), tuple(starts), tuple(ends))


@cache
def _any_word() -> re.Pattern[str]:
    return re.compile(_WORD)  # takes 5 ms, so only when some text needs it


def _opened(
    found: list[str], spans: Iterable[tuple[int, int]], lexicon: Lexicon
) -> tuple[list[str], Sequence[int], Sequence[int]]:
    """The words with their contractions opened, where they start and where they end."""
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for word, (start, end) in zip(found, spans, strict=True):
        if word in lexicon.contractions or "'" in word or "’" in word:
            _open(word.replace("’", "'"), start, end, lexicon, (folded, starts, ends))
            continue
        folded.append(word)
        starts.append(start)
        ends.append(end)
    return folded, starts, ends


def _open(word: str, start: int, end: int, lexicon: Lexicon, into: tuple[list[str], list[int], list[int]]) -> None:
    """Appends the words a contraction stands for; each carries a part of the span, none of them empty."""
    parts = lexicon.contractions.get(word)
    head, mark, rest = word.partition("'")
    if parts is None and rest and head + mark in lexicon.elisions:
        parts = (lexicon.elisions[head + mark], rest)
        cut = start + len(head + mark)
    elif parts is None:
        tail = next((tail for tail in lexicon.clitics if word.endswith(tail) and len(word) > len(tail)), "")
        said = lexicon.clitics.get(tail, "")
        parts = (word.removesuffix(tail), said) if said else (word.removesuffix(tail),)
        cut = end - len(tail)
    else:
        cut = max(start + 1, end - len(parts[-1]))
    folded, starts, ends = into
    for index, part in enumerate(parts):
        last = index == len(parts) - 1
        folded.append(part)
        starts.append(cut if last and index else start)
        ends.append(end if last and index else cut)
