"""Reads what stands between quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left

from compare_app.core.facts import Quotation, Words

_QUOTED = re.compile(r"“([^“”]+)”|«([^«»]+)»|„([^„“”]+)[“”]|\"([^\"]+)\"|「([^「」]+)」|『([^『』]+)』")


def read_quotations(text: str, words: Words) -> tuple[Quotation, ...]:
    """The quoted passages of a claim in text order; single quotation marks and unclosed ones are left out."""
    if not any(mark in text for mark in '“«„"「『'):
        return ()
    found = []
    for match in _QUOTED.finditer(text):
        first, end = bisect_left(words.starts, match.start()), bisect_left(words.starts, match.end())
        if end > first:
            found.append(Quotation(first, end))
    return tuple(found)
