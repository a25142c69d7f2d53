"""Cuts a text into words, numbers, single CJK or Thai characters, and signs."""

from __future__ import annotations

import re

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
UNSPACED += "\U00020000-\U0003134f"
_LETTER = rf"[^\W{UNSPACED}]"
_TOKEN = re.compile(
    rf"[{UNSPACED}][\u0300-\u036f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*"  # one character, with the marks upon it
    r"|\d+(?:[.,:]\d+)*"  # a number with its grouping
    rf"|{_LETTER}+(?:[\u0300-\u036f\u00ad'’\-‑.]+{_LETTER}+)*[\u0300-\u036f]*"  # a word with what joins its parts
    r"|\S",
)
_WORD = re.compile(rf"[{UNSPACED}]|{_LETTER}")


def token_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of every token of `text`, ascending, without white space; together they hold every other one."""
    return [match.span() for match in _TOKEN.finditer(text)]


def is_word(token: str) -> bool:
    """Whether `token` is a word, a number or a CJK character, not a sign."""
    return _WORD.match(token) is not None


def is_unspaced(token: str) -> bool:
    """Whether `token` is a character of a script written without spaces."""
    return len(token) <= 2 and re.match(rf"[{UNSPACED}]", token) is not None
