"""Reads PDFs by PDFium: the text in reading order, lines joined to paragraphs, running heads set aside."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from compare_app.core.document import BlockKind, Metadata, Reading
from compare_app.core.errors import ReadError
from compare_app.core.patterns import pattern
from compare_app.core.translation import marked, tr
from compare_app.readers.building import TextBuilder
from compare_app.readers.files import LIMIT_BYTES
from compare_app.readers.format import Format, Raw

if TYPE_CHECKING:
    from compare_app.readers.pdf_pages import Printed

_UNREADABLE = pattern("[\ufffd\ue000-\uf8ff]")
_UNREADABLE_SHARE = 0.05  # of the letters, from which the text is better not trusted. Chosen by hand.


def read_pdf(raw: Raw) -> Reading:
    """The text of `raw` in reading order. Raises ReadError where it is protected, damaged or holds no text."""
    from compare_app.readers.pdf_pages import read_pages  # with what it needs 10 ms

    printed = read_pages(raw)
    if not any(printed.pages):
        raise _no_text(raw, printed)
    builder = TextBuilder()
    title = _fill(builder, printed)
    text = builder.text()
    source = raw.source(PDF.name, notes=_notes(printed, text))
    return Reading(text, source, Metadata(title=title, byline=printed.author), builder.blocks())


def _no_text(raw: Raw, printed: Printed) -> ReadError:
    if printed.pictures:
        return ReadError(
            tr("{name} holds pictures of pages, no text.", name=raw.shown),
            hint=tr("Run text recognition first, for example ocrmypdf."),
        )
    return ReadError(tr("{name} holds no text.", name=raw.shown), hint=tr("Check that it is the right file."))


def _fill(builder: TextBuilder, printed: Printed) -> str:
    """Adds every block, the running heads as one at the end, and gives the title."""
    from compare_app.readers.pdf_furniture import running_lines
    from compare_app.readers.pdf_lines import in_reading_order
    from compare_app.readers.pdf_paragraphs import paragraphs_of

    running = running_lines(printed.pages)
    bodies = [[line for line in lines if id(line) not in running] for lines in printed.pages]
    paragraphs = paragraphs_of([line for lines in bodies for line in in_reading_order(lines)])
    for paragraph in paragraphs:
        builder.add(paragraph.kind, paragraph.text, paragraph.level)
    heads = dict.fromkeys(line.text for lines in printed.pages for line in lines if id(line) in running)
    builder.add(BlockKind.FURNITURE, "\n".join(heads))
    shown = next((paragraph.text for paragraph in paragraphs if paragraph.kind is BlockKind.TITLE), "")
    is_file_name = PurePath(printed.title).suffix or printed.title.startswith("Microsoft ")
    return shown or ("" if is_file_name else printed.title)


_PICTURES_NOTE = marked("Pages that hold pictures only were left out: {count} of {total}.")
_EMPTY_NOTE = marked("Pages that hold no text were left out: {count} of {total}.")


def _notes(printed: Printed, text: str) -> tuple[str, ...]:
    notes = []
    empty = sum(not lines for lines in printed.pages)
    if empty:
        sentence = _PICTURES_NOTE if printed.pictures == empty else _EMPTY_NOTE
        notes.append(tr(sentence, count=empty, total=len(printed.pages)))
    unreadable = len(_UNREADABLE.findall(text))
    if unreadable > _UNREADABLE_SHARE * len(text):
        notes.append(tr("Many letters of this PDF have no known meaning: what is read may differ from what is shown."))
    return tuple(notes)


def _sniff(data: bytes) -> bool:
    start = data[:_STRAY_BYTES]
    return start.lstrip().startswith(_MARK) or (_MARK in start and b"%%EOF" in data[-_STRAY_BYTES:])


_MARK = b"%PDF-"
_STRAY_BYTES = 1024  # before the mark or after the end, as PDF readers allow

PDF = Format("pdf", (".pdf",), _sniff, read_pdf, extension_decides=False, limit_bytes=LIMIT_BYTES)
