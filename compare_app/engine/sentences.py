"""Cuts a passage into sentences: boundaries by sentencex, mended where it is known to fail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentencex import get_sentence_boundaries  # type: ignore[import-untyped]  # it brings no types

from compare_app.engine.joins import is_wrong
from compare_app.engine.sentence_words import sentence_words
from compare_app.engine.splits import Passage, extra_starts

_QUOTATION_MARKS = str.maketrans(dict.fromkeys('“”„‟«»"', " "))
_HAS_QUOTATION_MARK = re.compile('[“”„‟«»"]')
_UNMARKED = re.compile(r"[^\W\d_,],? $|, $")
_STOP = re.compile(r"[.!?…؟][“”„‟«»\"]?\s")  # one fewer than sentences when every one of them ends a sentence
_GAP = re.compile(r"[.!?…؟]+([\s“”„‟«»\"]*)$")
_OPENING = re.compile('\\s[“„«"]$')


def cuts(text: str, language: str) -> list[int]:
    """Offsets in `text` at which a sentence begins after another, ascending. O(length)."""
    known = "en" if language == "und" else language
    words = sentence_words(known)
    starts = frozenset(_starts(text, known))
    found = set(starts)
    found.update(_inside_quotations(text, known, len(starts)))
    found.update(extra_starts(Passage(text, words, starts)))
    kept: list[int] = []
    start = 0
    for cut in sorted(found):
        if 0 < cut < len(text) and not is_wrong(text, start, cut, words):
            kept.append(cut)
            start = cut
    return kept


def _starts(text: str, language: str) -> Iterator[int]:
    """Where sentencex lets sentences begin, but for "(b)" in the middle of a sentence."""
    for boundary in get_sentence_boundaries(language, text):
        start = boundary["start_index"]
        if _UNMARKED.search(text, max(0, start - 3), start) is None:
            yield start


def _inside_quotations(text: str, language: str, sentences: int) -> Iterator[int]:
    """Cuts between sentences inside quotation marks, which sentencex keeps together, also where a mark was never
    closed. What happens at the marks themselves stays as sentencex has it.

    Costs nothing where a passage has no more full stops than `sentences`.
    """
    if _HAS_QUOTATION_MARK.search(text) is None or len(_STOP.findall(text)) < sentences:
        return
    for boundary in get_sentence_boundaries(language, text.translate(_QUOTATION_MARKS)):
        cut = boundary["start_index"]
        gap = _GAP.search(text, max(0, cut - 12), cut)
        if gap is None:
            continue
        marks = gap[1].strip()
        if not marks:
            yield cut
        elif _OPENING.search(gap[1].rstrip()) and len(marks) == 1:
            yield gap.start(1) + len(gap[1].rstrip()) - 1
