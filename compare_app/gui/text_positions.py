"""The one converter between code points, which the program counts, and UTF-16 units, which Qt counts."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class TextPositions:
    """Converts offsets of one text. Building it is O(length), a conversion O(log astral characters)."""

    def __init__(self, text: str) -> None:
        self._astral = [] if text.isascii() else [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [offset + i for i, offset in enumerate(self._astral)]

    def to_utf16(self, offset: int) -> int:
        """UTF-16 units before the code point at `offset`."""
        return offset + bisect_left(self._astral, offset) if self._astral else offset

    def to_code_points(self, units: int) -> int:
        """Code points before UTF-16 unit `units`; the middle of a surrogate pair counts as its start."""
        return units - bisect_left(self._units, units) if self._units else units
