"""What PDFium finds printed on the pages of a PDF: the only user of pypdfium2."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from ctypes import c_double, c_int, create_string_buffer
from itertools import chain, pairwise
from math import hypot
from typing import TYPE_CHECKING

from compare_app.core.control import Stage
from compare_app.core.errors import ReadError
from compare_app.core.patterns import pattern
from compare_app.core.records import record
from compare_app.core.spans import Span
from compare_app.core.translation import tr
from compare_app.readers.files import refuse_large
from compare_app.readers.format import Raw
from compare_app.readers.pdf_lines import Line

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

_HYPHEN = "\ufffe"  # written where a word is broken over two lines, in place of the sign and the line's end
_LINE_END = pattern(rf"\r\n|\r|\n|{_HYPHEN}")
_BOLD = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_WIDER = 2.0  # times the line's narrowest gap. Chosen by hand.
_FONT_NAME_BYTES = 128
_NOTE_MARK = pattern(r"(?<!\d)(\d{1,3}|[*†‡])(?!\d)")
_MARK_SIZE, _MARK_RISE = 0.85, 0.15  # of a line's size: smaller and higher. Chosen by hand.
_GAP = 1.2  # sizes between two words, from which they are no longer one line's; justified words stand nearer
_LOWER = 0.5  # sizes below the word before: the next line. Chosen by hand.


@record
class Printed:
    """The lines of every page as they were written, and what the file says of itself.

    `pictures` counts the pages that hold pictures but no text.
    """

    pages: tuple[tuple[Line, ...], ...]
    pictures: int
    title: str
    author: str


def read_pages(raw: Raw) -> Printed:
    """What is printed in the PDF `raw`. Raises ReadError where it is protected or damaged."""
    document = _open(raw)
    try:
        pages, pictures = _pages(document, raw)
        metadata = document.get_metadata_dict()
    finally:
        document.close()
    title, author = (metadata.get(key, "").strip() for key in ("Title", "Author"))
    return Printed(tuple(tuple(lines) for lines in pages), pictures, title, author)


def _open(raw: Raw) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2 import raw as pdfium

    try:
        return PdfDocument(raw.data)
    except PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise ReadError(
                tr("{name} is protected by a password.", name=raw.shown),
                hint=tr("Open it in a PDF reader and save a copy without one."),
            ) from error
        raise ReadError(
            tr("{name} is damaged: it cannot be read as a PDF.", name=raw.shown), hint=tr("Fetch or save it once more.")
        ) from error


def _pages(document: PdfDocument, raw: Raw) -> tuple[list[list[Line]], int]:
    from pypdfium2 import PdfiumError

    pages: list[list[Line]] = []
    pictures = length = 0
    for number in range(len(document)):
        raw.control.report(Stage.READ, number / len(document))
        try:
            page = document[number]
        except PdfiumError:
            pages.append([])
            continue
        text = page.get_textpage()
        lines = list(_lines(text, number))
        text.close()
        pictures += not lines and _holds_pictures(page)
        length += sum(len(line.text) for line in lines)
        page.close()
        refuse_large(length, raw.name)  # now rather than after the other pages
        pages.append(lines)
    return pages, pictures


def _holds_pictures(page: PdfPage) -> bool:
    from pypdfium2 import raw

    return any(True for _ in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3))


def _lines(page: PdfTextPage, number: int) -> Iterator[Line]:
    """The lines of `page` in the order in which they were written. `number` counts pages from 0.

    What stands far apart at one height is two lines: columns, or the cells of a table. PDFium takes the end of some
    lines for a space where every letter was printed by itself, as Qt prints; they end here.
    """
    printed = _Page(page)
    start = 0
    for match in _LINE_END.finditer(printed.text + "\n"):
        piece = printed.text[start : match.start()]
        if piece and not piece.isspace():
            first = start + len(piece) - len(piece.lstrip())
            cuts = printed.cuts(first, start + len(piece.rstrip()))
            for from_, to in pairwise(cuts):
                span = Span(from_, to - (to != cuts[-1]))
                line = _line(printed, number, span, is_broken=match[0] == _HYPHEN and to == cuts[-1])
                if line.text:  # of a damaged file a piece may hold spaces alone
                    yield line
        start = match.end()


def _line(printed: _Page, number: int, span: Span, *, is_broken: bool) -> Line:
    middle = span.start + span.length // 2
    chars = [printed.char_at(offset) for offset in (span.start, middle, span.end - 1)]
    size, char = max((printed.size(char), -char) for char in chars)  # the first of the largest: no raised number
    edges = *printed.edges(chars[0]), *printed.edges(chars[-1])
    base = printed.base(-char)
    return Line(
        text=printed.without_note_marks(span, size, base),
        page=number,
        left=min(edges),
        right=max(edges),
        base=base,
        size=size,
        is_bold=_BOLD.search(printed.font_name(-char)) is not None,
        is_broken=is_broken,
    )


class _Page:
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

    def without_note_marks(self, span: Span, size: float, base: float) -> str:
        """The text of a line without the small raised numbers that refer to notes."""
        pieces, reached = [], span.start
        for match in _NOTE_MARK.finditer(self.text, span.start, span.end):
            char = self.char_at(match.start(1))
            if self.size(char) < _MARK_SIZE * size and self.base(char) > base + _MARK_RISE * size:
                pieces.append(self.text[reached : match.start(1)])
                reached = match.end(1)
        return "".join([*pieces, self.text[reached : span.end]]).strip()

    def cuts(self, start: int, end: int) -> list[int]:
        """`start`, where each piece after a wide gap or on a lower line begins, and `end`."""
        gaps: dict[int, float] = {}
        lines = [start]
        size = 0.0
        space = self.text.find(" ", start, end)
        while space > 0:
            before, after = self.char_at(space - 1), self.char_at(space + 1)
            size = size or self.size(before)
            gap = min(self.edges(after)) - max(self.edges(before))
            if gap < -size and self.base(before) - self.base(after) > _LOWER * size:
                lines.append(space + 1)
            else:
                gaps[space + 1] = gap
            space = self.text.find(" ", space + 1, end)
        wide = (self._wide(gaps, size, Span(from_, to)) for from_, to in pairwise([*lines, end]))
        return [*sorted([*lines, *chain.from_iterable(wide)]), end]

    def _wide(self, gaps: Mapping[int, float], size: float, line: Span) -> list[int]:
        """Where in `line` a gap is wider than letters are high and than another one.

        Where all are, words were stretched to fill the column, unless most of them are figures.
        """
        gaps = {at: gap for at, gap in gaps.items() if line.start < at < line.end}
        wide = [at for at, gap in gaps.items() if gap > _GAP * size]
        if wide and len(wide) == len(gaps):
            words = line.of(self.text).split()
            is_stretched = 2 * sum(word[:1].isdigit() for word in words) < len(words)
            return [] if is_stretched else wide
        return [at for at in wide if gaps[at] > _WIDER * min(gaps.values())]
