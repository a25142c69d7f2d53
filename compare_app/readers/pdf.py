"""Reads PDFs by PDFium: the text in reading order, lines joined to paragraphs, running heads set aside."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from compare_app.core.document import BlockKind, Metadata, Reading
from compare_app.core.errors import ReadError
from compare_app.readers.building import TextBuilder
from compare_app.readers.format import Format, Raw
from compare_app.readers.pdf_furniture import running_lines
from compare_app.readers.pdf_lines import Line, in_reading_order, lines_of
from compare_app.readers.pdf_paragraphs import paragraphs_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff]")
_UNREADABLE_SHARE = 0.05  # of the letters, from which the text is better not trusted. Chosen by hand.


def read_pdf(raw: Raw) -> Reading:
    """The text of `raw` in reading order. Raises ReadError where it is protected, damaged or holds no text."""
    document = _open(raw)
    try:
        pages, pictures = _pages(document)
        metadata = document.get_metadata_dict()
    finally:
        document.close()
    if not any(pages):
        raise _no_text(raw, pictures)
    builder = TextBuilder()
    title = _fill(builder, pages, metadata.get("Title", ""))
    text = builder.text()
    source = raw.source(PDF.name, "", _notes(pages, pictures, text))
    return Reading(text, source, Metadata(title=title, byline=metadata.get("Author", "").strip()), builder.blocks())


def _open(raw: Raw) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2 import raw as pdfium

    try:
        return PdfDocument(raw.data)
    except PdfiumError as error:
        if getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise ReadError(
                f"{raw.shown} is protected by a password.", hint="Open it in a PDF reader and save a copy without one."
            ) from error
        raise ReadError(
            f"{raw.shown} is damaged: it cannot be read as a PDF.", hint="Fetch or save it once more."
        ) from error


def _pages(document: PdfDocument) -> tuple[list[list[Line]], int]:
    """The lines of every page, and how many pages hold pictures but no text."""
    from pypdfium2 import PdfiumError

    pages: list[list[Line]] = []
    pictures = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except PdfiumError:
            pages.append([])
            continue
        text = page.get_textpage()
        lines = list(lines_of(text, number))
        text.close()
        pictures += not lines and _holds_pictures(page)
        page.close()
        pages.append(lines)
    return pages, pictures


def _holds_pictures(page: PdfPage) -> bool:
    from pypdfium2 import raw

    return any(True for _ in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3))


def _no_text(raw: Raw, pictures: int) -> ReadError:
    if pictures:
        return ReadError(
            f"{raw.shown} holds pictures of pages, no text.", hint="Run text recognition first, for example ocrmypdf."
        )
    return ReadError(f"{raw.shown} holds no text.", hint="Check that it is the right file.")


def _fill(builder: TextBuilder, pages: list[list[Line]], given: str) -> str:
    """Adds every block, the running heads as one at the end, and gives the title."""
    running = running_lines(pages)
    bodies = [[line for line in lines if id(line) not in running] for lines in pages]
    paragraphs = paragraphs_of([line for lines in bodies for line in in_reading_order(lines)])
    for paragraph in paragraphs:
        builder.add(paragraph.kind, paragraph.text, paragraph.level)
    heads = dict.fromkeys(line.text for lines in pages for line in lines if id(line) in running)
    builder.add(BlockKind.FURNITURE, "\n".join(heads))
    shown = next((paragraph.text for paragraph in paragraphs if paragraph.kind is BlockKind.TITLE), "")
    return shown or ("" if PurePath(given).suffix or given.startswith("Microsoft ") else given.strip())


def _notes(pages: list[list[Line]], pictures: int, text: str) -> tuple[str, ...]:
    notes = []
    empty = sum(not lines for lines in pages)
    if empty:
        held = "hold pictures only" if pictures == empty else "hold no text"
        notes.append(f"{empty} of {len(pages)} pages {held} and were left out.")
    unreadable = len(_UNREADABLE.findall(text))
    if unreadable > _UNREADABLE_SHARE * len(text):
        notes.append("Many letters of this PDF have no known meaning: what is read may differ from what is shown.")
    return tuple(notes)


def _sniff(head: bytes) -> bool:
    return b"%PDF-" in head[:1024]  # what PDF readers accept: some files begin with a few stray bytes


PDF = Format("pdf", (".pdf",), _sniff, read_pdf)
