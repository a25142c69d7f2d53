"""Shortens words to what their forms share."""

from __future__ import annotations

_STEM_LETTERS = 5
"""Prefixes of five letters joined forms best on the development sets (tests/quality/README.md)."""


def stem(folded: str) -> str:
    """The first five letters of a folded word; figures and short words stay whole."""
    return folded if folded[0].isdigit() else folded[:_STEM_LETTERS]
