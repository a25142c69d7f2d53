"""Folds British and American spellings of one English word together."""

from __future__ import annotations

import re
from functools import lru_cache

_SHORTEST = (
    6  # chosen by hand: "four"/"for" and "tour"/"tor" are other words, from six letters on no such pair is known
)
_RULES = (
    (re.compile(r"our"), "or"),  # colour, honourable
    (re.compile(r"(?<=[bcdght])re(?=s?$)"), "er"),  # centre, fibres
    (re.compile(r"is(?=(?:e[drs]?|ers|ing|ations?)$)"), "iz"),  # organise
    (re.compile(r"ys(?=(?:e[drs]?|ing)$)"), "yz"),  # analyse
    (re.compile(r"ll(?=(?:ed|ing|ers?)$)"), "l"),  # travelled
    (re.compile(r"ogue(?=s?$)"), "og"),  # catalogue
    (re.compile(r"[ao]e"), "e"),  # paediatric
    (re.compile(r"ence(?=s?$)"), "ense"),  # defence
    (re.compile(r"mme(?=s?$)"), "m"),  # programme
)

_ANY_RULE = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _RULES))
"""What the first rule that changes a word finds in it."""


@lru_cache(maxsize=16_384)
def spelling_key(word: str) -> str:
    """`word`, folded before, in a spelling that "colour" and "color" share; short words stay as they are."""
    if len(word) < _SHORTEST - 1 or not word.isascii() or not _ANY_RULE.search(word):
        return word
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word
