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

_SPACE = re.compile(r" +")
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
    text = page.get_text_range(errors="replace")
    start = 0
    for match in _LINE_END.finditer(text + "\n"):
        piece = text[start : match.start()]
        if not piece.isspace() and piece:
            first = start + len(piece) - len(piece.lstrip())
            cuts = _wide_gaps(page, text, first, start + len(piece.rstrip()))
            for from_, to in pairwise(cuts):
                yield _line(page, number, text, Span(from_, to - (to != cuts[-1])), match[0] == HYPHEN)
        start = match.end()


def _wide_gaps(page: PdfTextPage, text: str, start: int, end: int) -> list[int]:
    """`start`, where each piece after a wide gap begins, and `end`."""
    from pypdfium2 import raw

    cuts = [start]
    for match in _SPACE.finditer(text, start, end):
        space = _char_index(page, text, match.start())
        if raw.FPDFText_IsGenerated(page.raw, space) == 1:  # a space that is not in the file
            before, after = _char_index(page, text, match.start() - 1), _char_index(page, text, match.end())
            if min(_edges(page, after)) - max(_edges(page, before)) > _GAP * _size(page, before):
                cuts.append(match.end())
    return [*cuts, end]


def _line(page: PdfTextPage, number: int, text: str, span: Span, is_broken: bool) -> Line:  # noqa: FBT001
    chars = [_char_index(page, text, at) for at in (span.start, span.start + span.length // 2, span.end - 1)]
    size, char = max((_size(page, char), -char) for char in chars)  # the first of the largest: no raised number
    edges = *_edges(page, chars[0]), *_edges(page, chars[-1])
    return Line(
        text=span.of(text),
        page=number,
        left=min(edges),
        right=max(edges),
        base=_base(page, -char),
        size=size,
        is_bold=_BOLD.search(_font_name(page, -char)) is not None,
        is_broken=is_broken,
    )


def _char_index(page: PdfTextPage, text: str, offset: int) -> int:
    """PDFium's number of the character at `offset`; it counts UTF-16 units, and some that it does not tell."""
    from pypdfium2 import raw

    units = offset if text.isascii() else len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
    return max(0, int(raw.FPDFText_GetCharIndexFromTextIndex(page.raw, units)))


def _size(page: PdfTextPage, char: int) -> float:
    """The size of a character's font as printed."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(page.raw, char, matrix)
    return float(raw.FPDFText_GetFontSize(page.raw, char)) * hypot(matrix.c, matrix.d)


def _font_name(page: PdfTextPage, char: int) -> bytes:
    from pypdfium2 import raw

    name, flags = create_string_buffer(_FONT_NAME_BYTES), c_int()
    raw.FPDFText_GetFontInfo(page.raw, char, name, _FONT_NAME_BYTES, flags)
    return name.value


def _base(page: PdfTextPage, char: int) -> float:
    from pypdfium2 import raw

    x, y = c_double(), c_double()
    raw.FPDFText_GetCharOrigin(page.raw, char, x, y)
    return y.value


def _edges(page: PdfTextPage, char: int) -> tuple[float, float]:
    """Left and right of a character's ink."""
    from pypdfium2 import raw

    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    raw.FPDFText_GetCharBox(page.raw, char, left, right, bottom, top)
    return left.value, right.value


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
