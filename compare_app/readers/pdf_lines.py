"""The lines of a PDF's pages, with where they stand and how large they are set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import c_double, c_int, create_string_buffer
from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from statistics import fmean
from typing import TYPE_CHECKING

from compare_app.core.spans import Span

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

HYPHEN = "\ufffe"
"""What PDFium writes where a word is broken over two lines, in place of the sign and the line's end."""

_LINE_END = re.compile(r"\r\n|\r|\n|\ufffe")
_BOLD = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_FONT_NAME_BYTES = 128
_GAP = 1.2  # sizes between two words, from which they are no longer one line's; justified words stand nearer


@dataclass(frozen=True, slots=True)
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


def lines_of(page: PdfTextPage, number: int) -> Iterator[Line]:
    """The lines of `page` in the order in which they were written. `number` counts pages from 0.

    What stands far apart at one height is two lines: columns, or the cells of a table.
    """
    printed = _Printed(page)
    start = 0
    for match in _LINE_END.finditer(printed.text + "\n"):
        piece = printed.text[start : match.start()]
        if piece and not piece.isspace():
            first = start + len(piece) - len(piece.lstrip())
            cuts = printed.wide_gaps(first, start + len(piece.rstrip()))
            for from_, to in pairwise(cuts):
                yield _line(printed, number, Span(from_, to - (to != cuts[-1])), is_broken=match[0] == HYPHEN)
        start = match.end()


def _line(printed: _Printed, number: int, span: Span, *, is_broken: bool) -> Line:
    middle = span.start + span.length // 2
    chars = [printed.char_at(offset) for offset in (span.start, middle, span.end - 1)]
    size, char = max((printed.size(char), -char) for char in chars)  # the first of the largest: no raised number
    edges = *printed.edges(chars[0]), *printed.edges(chars[-1])
    return Line(
        text=span.of(printed.text),
        page=number,
        left=min(edges),
        right=max(edges),
        base=printed.base(-char),
        size=size,
        is_bold=_BOLD.search(printed.font_name(-char)) is not None,
        is_broken=is_broken,
    )


class _Printed:
    """The text of a page, and what PDFium knows of each character, which it counts otherwise than `text`."""

    def __init__(self, page: PdfTextPage) -> None:
        from pypdfium2 import raw

        self.text = page.get_text_range(errors="replace")
        self._page = page.raw
        self._pdfium = raw
        self._has_pairs = max(self.text, default="") > "\uffff"

    def char_at(self, offset: int) -> int:
        """PDFium's number of the character at `offset`; it counts UTF-16 units, and some that it does not tell."""
        if self._has_pairs:
            offset = len(self.text[:offset].encode("utf-16-le", "surrogatepass")) // 2
        return max(0, int(self._pdfium.FPDFText_GetCharIndexFromTextIndex(self._page, offset)))

    def size(self, char: int) -> float:
        """The size of a character's font as printed."""
        matrix = self._pdfium.FS_MATRIX()
        self._pdfium.FPDFText_GetMatrix(self._page, char, matrix)
        return float(self._pdfium.FPDFText_GetFontSize(self._page, char)) * hypot(matrix.c, matrix.d)

    def base(self, char: int) -> float:
        """The height on which a character stands."""
        x, y = c_double(), c_double()
        self._pdfium.FPDFText_GetCharOrigin(self._page, char, x, y)
        return y.value

    def edges(self, char: int) -> tuple[float, float]:
        """Left and right of a character's ink."""
        left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
        self._pdfium.FPDFText_GetCharBox(self._page, char, left, right, bottom, top)
        return left.value, right.value

    def font_name(self, char: int) -> bytes:
        """The name of a character's font."""
        name, flags = create_string_buffer(_FONT_NAME_BYTES), c_int()
        self._pdfium.FPDFText_GetFontInfo(self._page, char, name, _FONT_NAME_BYTES, flags)
        return name.value

    def wide_gaps(self, start: int, end: int) -> list[int]:
        """`start`, where each piece after a wide gap begins, and `end`."""
        cuts = [start]
        space = self.text.find(" ", start, end)
        while space > 0:
            if self._pdfium.FPDFText_IsGenerated(self._page, self.char_at(space)) == 1:  # no space in the file
                before, after = self.char_at(space - 1), self.char_at(space + 1)
                if min(self.edges(after)) - max(self.edges(before)) > _GAP * self.size(before):
                    cuts.append(space + 1)
            space = self.text.find(" ", space + 1, end)
        return [*cuts, end]


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
