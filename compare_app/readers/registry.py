"""The table of formats, and the one door to all of them."""

from __future__ import annotations

from pathlib import Path

from compare_app.core.control import Control
from compare_app.core.document import Reading, Revision
from compare_app.core.errors import ReadError
from compare_app.core.translation import tr
from compare_app.readers.binary import refuse_binary
from compare_app.readers.clipping import CLIPPING
from compare_app.readers.epub import EPUB
from compare_app.readers.files import LIMIT_BYTES, read_bytes, refuse_large
from compare_app.readers.format import Format, Raw
from compare_app.readers.html import HTML
from compare_app.readers.mail import MAIL
from compare_app.readers.markdown import MARKDOWN
from compare_app.readers.opendocument import OPENDOCUMENT
from compare_app.readers.pdf import PDF
from compare_app.readers.pipes import is_pipe
from compare_app.readers.records import RECORDS
from compare_app.readers.rich_text import RICH_TEXT
from compare_app.readers.table import TABLE
from compare_app.readers.text import TEXT
from compare_app.readers.transcript import TRANSCRIPT
from compare_app.readers.web_archive import WEB_ARCHIVE
from compare_app.readers.word import WORD

FORMATS: tuple[Format, ...] = (
    *(WORD, OPENDOCUMENT, RICH_TEXT, PDF, EPUB, WEB_ARCHIVE, HTML, MAIL, TRANSCRIPT),  # by their bytes
    *(MARKDOWN, RECORDS, TABLE, TEXT),  # by their names
    CLIPPING,  # by who gave it
)
"""Every format that can be read. A new one is one file beside this and one name here; the first to sniff wins."""


def read_source(
    source: Path | bytes,
    *,
    name: str = "",
    format: str | None = None,  # noqa: A002
    encoding: str | None = None,
    revision: Revision = Revision.ACCEPTED,
    control: Control | None = None,
) -> Reading:
    """What stands in the file `source`, or in the bytes of one.

    `name` is what the user sees (default: the file's name). `format`, the name of a row of FORMATS, and `encoding`
    overrule what would be detected. `revision` is the text wanted where changes were tracked; a document without any
    has only one. Raises ReadError with a sentence for the user when it cannot be read, Cancelled when `control` was
    cancelled meanwhile.
    """
    wanted = _by_name(format) if format is not None else None
    raw = _raw(source, name, encoding, revision, control or Control())
    sniffed = _sniffed(raw.data)
    chosen = wanted or sniffed or _by_extension(raw.path or raw.name)
    refuse_large(len(raw.data), raw.name, chosen.limit_bytes)
    if chosen is not sniffed:
        refuse_binary(raw.data, raw.name, encoding=encoding)
    try:
        reading = chosen.read(raw)
    except RecursionError as error:  # in a library that follows the nesting of what it reads
        raise ReadError(
            tr("{name} is nested too deeply.", name=raw.shown), hint=tr("Save its text to a file and open that.")
        ) from error
    refuse_large(len(reading.text), raw.name)
    return reading


def format_of(data: bytes, *names: str) -> Format:
    """The format of `data`: by what it holds, else by the first of `names` that has an extension of a format."""
    return _sniffed(data) or _by_extension(*names)


def _sniffed(data: bytes) -> Format | None:
    return next((known for known in FORMATS if known.sniff(data)), None)


def _by_extension(*names: str) -> Format:
    deciding = [known for known in FORMATS if known.extension_decides]
    suffixes = (Path(name).suffix.lower() for name in names)
    return next((known for suffix in suffixes for known in deciding if suffix in known.extensions), TEXT)


def _raw(source: Path | bytes, name: str, encoding: str | None, revision: Revision, control: Control) -> Raw:
    if isinstance(source, bytes):
        refuse_large(len(source), name, LIMIT_BYTES)
        return Raw(source, name, "", encoding, revision, control)
    path = "" if is_pipe(source) else str(source)  # what came through a pipe cannot be had again
    return Raw(read_bytes(source), name or source.name, path, encoding, revision, control)


def _by_name(name: str) -> Format:
    for known in FORMATS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in FORMATS)
    hint = tr("Formats: {names}.", names=names)
    raise ReadError(tr("“{name}” is not a format that can be read.", name=name), hint=hint)
