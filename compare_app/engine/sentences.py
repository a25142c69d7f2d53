"""Cuts a passage into sentences: boundaries by sentencex, mended where it is known to fail."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from sentencex import segment as split_sentences  # type: ignore[import-untyped]  # it brings no types

from compare_app.core.control import Control
from compare_app.core.patterns import pattern
from compare_app.engine.joins import is_wrong
from compare_app.engine.sentence_words import sentence_words
from compare_app.engine.splits import Passage, extra_starts

_PIECE = 4096  # code points; longer than all but a few sentences of any book
_QUOTATION_MARKS = '"“”„‟«»'
_WITHOUT_MARKS = str.maketrans(dict.fromkeys(_QUOTATION_MARKS, " "))
_STOP = pattern(r"[.!?…؟][“”„‟«»\"]?\s")  # one fewer than sentences when every one of them ends a sentence
_GAP = pattern(r"[.!?…؟]+([\s“”„‟«»\"]*)$")
_OPENING = pattern('\\s[“„«"]$')


def cuts(text: str, language: str, control: Control) -> list[int]:
    """Offsets in `text` at which a sentence begins after another, ascending. O(length)."""
    known = "en" if language == "und" else language
    words = sentence_words(known)
    starts = frozenset([start for start in _boundaries(text, known, control) if not _is_unmarked(text, start)])
    found = {
        *starts,
        *_inside_quotations(text, known, len(starts), control),
        *extra_starts(Passage(text, words, starts)),
    }
    kept: list[int] = []
    start = 0
    for cut in sorted(found):
        if 0 < cut < len(text) and not is_wrong(text, start, cut, words):
            kept.append(cut)
            start = cut
    return kept


def _is_unmarked(text: str, start: int) -> bool:
    """Whether nothing ends a sentence before `start`: sentencex cuts at "(b)" in the middle of one."""
    return start > 1 and text[start - 1] == " " and (text[start - 2] == "," or text[start - 2].isalpha())


def _boundaries(text: str, language: str, control: Control) -> Iterator[int]:
    """Where sentencex lets sentences begin. It sees `_PIECE` code points at a time, for it takes the square of the
    time where quotation marks are never closed; a piece begins with the last sentence of the one before."""
    begin = 0
    while begin < len(text):
        control.check()
        piece = text[begin : begin + _PIECE]
        found = [0, *accumulate(map(len, split_sentences(language, piece)))]  # its sentences tile what it is given
        yield from (begin + start for start in found[:-1] if start or not begin)
        if begin + _PIECE >= len(text):
            return
        begin += found[-2] or _PIECE


def _inside_quotations(text: str, language: str, sentences: int, control: Control) -> Iterator[int]:
    """Cuts between sentences inside quotation marks, which sentencex keeps together, also where a mark was never
    closed. What happens at the marks themselves stays as sentencex has it.

    Costs nothing where a passage has no more full stops than `sentences`.
    """
    if not any(mark in text for mark in _QUOTATION_MARKS) or len(_STOP.findall(text)) < sentences:
        return
    for cut in _boundaries(text.translate(_WITHOUT_MARKS), language, control):
        gap = _GAP.search(text, max(0, cut - 12), cut)
        if gap is None:
            continue
        marks = gap[1].strip()
        if not marks:
            yield cut
        elif _OPENING.search(gap[1].rstrip()) and len(marks) == 1:
            yield gap.start(1) + len(gap[1].rstrip()) - 1
