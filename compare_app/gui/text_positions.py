"""The one converter between code points, which the program counts, and UTF-16 units, which Qt counts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from heapq import merge

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class TextPositions:
    """Converts offsets of one text. Building it is O(length), a conversion O(log astral characters).

    `breaks` are ascending offsets where the screen has a line end that the text has not (see `page.line_breaks`).
    """

    def __init__(self, text: str, breaks: Sequence[int] = ()) -> None:
        astral = [] if text.isascii() else [(match.start() + 1, True) for match in _ASTRAL.finditer(text)]
        extra = list(merge(astral, [(offset, False) for offset in breaks]))
        self._from = [offset for offset, _ in extra]
        self._low_units = [offset + i for i, (offset, is_astral) in enumerate(extra) if is_astral]
        self._break_units = [offset + i for i, (offset, is_astral) in enumerate(extra) if not is_astral]

    def to_utf16(self, offset: int) -> int:
        """UTF-16 units before the code point at `offset`."""
        return offset + bisect_right(self._from, offset) if self._from else offset

    def to_code_points(self, units: int) -> int:
        """Code points before UTF-16 unit `units`; the middle of a surrogate pair counts as its start."""
        if not self._from:
            return units
        return units - bisect_right(self._low_units, units) - bisect_left(self._break_units, units)
