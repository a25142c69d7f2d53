"""Reads what is on the screen: where a colour is."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from pathlib import Path

_HEADER = struct.Struct(">25I")  # XWDFile.h of the X Consortium: what is used here are sizes and offsets


@dataclass(frozen=True, slots=True)
class Box:
    """Pixels of the screen, half-open."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def middle(self) -> tuple[str, str]:
        """The pixel in the middle, as arguments of a command."""
        return str((self.left + self.right) // 2), str((self.top + self.bottom) // 2)


def box_of(frame: Path, colour: str, *, least_px: int) -> Box | None:
    """The smallest box around the areas of `colour`, "#RRGGBB", at least `least_px` wide, lines and rings apart.

    None where there is none. `frame` is a screen of 24 bits in the format of xwd.
    """
    data = frame.read_bytes()
    header = _HEADER.unpack_from(data)
    start, width, height, line, colours = header[0], header[4], header[5], header[12], header[19]
    pixels = data[start + 12 * colours :]
    wanted = bytes.fromhex(colour.removeprefix("#"))[::-1]  # blue, green, red, and a byte that says nothing
    bar = re.compile(b"(?:%s.){%d,}" % (re.escape(wanted), least_px), re.DOTALL)
    found = [(row, bar.search(pixels, row * line, row * line + 4 * width)) for row in range(height)]
    rows = {row for row, match in found if match is not None}
    bars = [
        (row, match.start() % line // 4, match.end() % line // 4)
        for row, match in found
        if match is not None and {row - 1, row + 1} <= rows
    ]
    if not bars:
        return None
    tops, lefts, rights = zip(*bars, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(tops) + 1)
