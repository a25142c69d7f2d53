"""In which direction a text is read."""

from __future__ import annotations

from unicodedata import bidirectional

_STRONG = ("L", "R", "AL")


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    return next((kind != "L" for char in text if (kind := bidirectional(char)) in _STRONG), False)
