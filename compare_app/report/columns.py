"""Breaks text into lines by what a terminal shows, not by code points."""

from __future__ import annotations

from unicodedata import category, combining, east_asian_width

from compare_app.core.patterns import pattern

_UNSAFE = pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """`text` with U+FFFD for every character that could steer a terminal or turn the direction of what follows."""
    return _UNSAFE.sub("\ufffd", text)


def columns(text: str) -> int:
    """Terminal cells that `text` takes: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if combining(character) or category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` cells, broken at spaces; a longer word is cut. At least one line.

    Raises ValueError for a width under 2, the widest single character.
    """
    if width < 2:
        raise ValueError(f"too narrow to wrap: {width}")
    lines, line, used = [], "", 0
    for word in (part for whole in text.split() for part in _cut(whole, width)):
        size = columns(word)
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = word, size
        else:
            line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    return [*lines, line]


def _cut(word: str, width: int) -> list[str]:
    if columns(word) <= width:
        return [word]
    parts, part, used = [], "", 0
    for character in word:
        size = _cells(character)
        if used + size > width:
            parts.append(part)
            part, used = "", 0
        part, used = part + character, used + size
    return [*parts, part]
