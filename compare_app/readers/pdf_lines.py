"""A printed line, and the order in which the lines of a page are read."""

from __future__ import annotations

from itertools import pairwise
from statistics import fmean

from compare_app.core.records import record


@record
class Line:
    """One line as printed. Lengths in points (1/72 inch); heights count upwards from the foot of the page.

    `base` is the height on which the letters stand, `size` that of their font. `is_broken`: its last word goes on in
    the next line.
    """

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    is_bold: bool = False
    is_broken: bool = False

    @property
    def top(self) -> float:
        """Height of the tallest letters' heads, near enough."""
        return self.base + 0.75 * self.size

    @property
    def bottom(self) -> float:
        """Height of the lowest letters' feet, near enough."""
        return self.base - 0.25 * self.size

    @property
    def letter(self) -> float:
        """Mean width of a letter."""
        return (self.right - self.left) / max(1, len(self.text))


def in_reading_order(lines: list[Line]) -> list[Line]:
    """The lines of one page as they are read.

    A page is mostly written in the order in which it is read. Where it is not, white space parts it: into columns
    where a gap runs from top to bottom, else into what stands above and below the widest gap, and each part again
    (the XY-cut of Nagy and Seth, 1984).
    """
    if all(_follows(before, line) for before, line in pairwise(lines)) and not _is_mixed(lines):
        return lines
    ordered: list[Line] = []
    parts = [lines]
    while parts:
        part = parts.pop()
        cut = _columns(part) or _bands(part)
        if cut is None:
            ordered += sorted(part, key=lambda line: (-line.top, line.left))
        else:
            parts += reversed(cut)
    return ordered


def _follows(before: Line, line: Line) -> bool:
    """Whether `line` stands below `before`, beside it to the right, or in a column to the right."""
    middle = (line.top + line.bottom) / 2
    return middle < before.bottom + 0.5 * before.size or line.left >= before.right - before.letter


def _is_mixed(lines: list[Line]) -> bool:
    """Whether the lines of two columns were written in turns; the cells of a table are shorter and less even."""
    pairs = [(a, b) for a, b in pairwise(lines) if abs(a.base - b.base) < 0.3 * a.size and b.left > a.right]
    if len(pairs) < _FEWEST_ROWS:
        return False
    for column in zip(*pairs, strict=True):
        room = max(line.right for line in column) - min(line.left for line in column)
        if fmean(line.right - line.left for line in column) < _FILLED * room:
            return False
    return fmean(line.text.count(" ") for pair in pairs for line in pair) >= _FEWEST_SPACES


_FEWEST_ROWS = 4
_FEWEST_SPACES = 3
_FILLED = 0.7  # of a column's width by its lines on the average. All three chosen by hand.


def _columns(lines: list[Line]) -> tuple[list[Line], list[Line]] | None:
    if len(lines) < 4:
        return None
    ordered = sorted(lines, key=lambda line: line.left)
    reached, best, cut = ordered[0].right, 0.0, 0
    for i, line in enumerate(ordered[1:], 1):
        if line.left - reached > best and min(i, len(ordered) - i) > 1:
            best, cut = line.left - reached, i
        reached = max(reached, line.right)
    return (_kept(lines, ordered[:cut]), _kept(lines, ordered[cut:])) if best > _GUTTER * lines[0].size else None


def _bands(lines: list[Line]) -> tuple[list[Line], list[Line]] | None:
    ordered = sorted(lines, key=lambda line: -line.top)
    reached, best, cut = ordered[0].bottom, -1.0, 0
    for i, line in enumerate(ordered[1:], 1):
        if reached - line.top > best:
            best, cut = reached - line.top, i
        reached = min(reached, line.bottom)
    return (ordered[:cut], ordered[cut:]) if cut else None


_GUTTER = 0.5  # of the height of letters; the white space between columns is hardly ever less. Chosen by hand.


def _kept(lines: list[Line], wanted: list[Line]) -> list[Line]:
    """Those of `lines` that are `wanted`, in their old order."""
    kinds = {id(line) for line in wanted}
    return [line for line in lines if id(line) in kinds]
