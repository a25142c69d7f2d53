"""Texts that can be edited in place, and how they are written back as they were but for what was edited."""

from __future__ import annotations

import codecs
from pathlib import Path

from compare_app.app.files import write_bytes_atomically
from compare_app.core.canonical import canonical_text
from compare_app.core.document import Document
from compare_app.core.errors import CompareError, ReadError
from compare_app.core.quoted import shown_name
from compare_app.core.records import record, replace
from compare_app.core.translation import tr
from compare_app.readers.decoding import decode

_EDITABLE = ("text", "markdown")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class ChangedMeanwhile(CompareError):
    """The file is another than the one that was edited."""


@record
class Editable:
    """The source text of a side, with "\\n" as its line end, and how its file is written; no path: it is in none.

    `keeps_bytes`: written back unedited, the file would be the same byte by byte.
    """

    text: str
    format: str
    name: str
    path: str = ""
    encoding: str = "utf-8"
    mark: bytes = b""
    line_end: str = "\n"
    sha256: str = ""
    keeps_bytes: bool = True


def can_be_edited(document: Document) -> bool:
    """Whether `document` is of a format that is edited and written as it is."""
    return document.source.format in _EDITABLE


def editable(document: Document, content: str | None, *, encoding: str = "") -> Editable:
    """What of `document` can be edited: `content` if it was pasted, else its file. `encoding` is one insisted on.

    Raises ReadError that says why another format cannot be, or that the file cannot be read.
    """
    source = document.source
    if not can_be_edited(document):
        raise ReadError(
            tr("“{name}” cannot be edited here.", name=shown_name(source.name)),
            hint=tr("Pasted texts and files in plain text or Markdown can; save the document as one of these."),
        )
    if content is not None or not source.path:
        return Editable(canonical_text(document.text if content is None else content), source.format, source.name)
    try:
        data = Path(source.path).read_bytes()
    except (OSError, ValueError) as error:
        raise ReadError(
            tr("“{name}” cannot be read any more.", name=shown_name(source.name)), hint=tr("Is it still in its place?")
        ) from error
    return _of_bytes(data, Editable("", source.format, source.name, source.path), encoding)


def write_back(edited: Editable, text: str, path: Path, *, whatever_is_there: bool = False) -> Editable:
    """Write `text` to `path` at once or not at all, as `edited` was written, and return what is there now.

    In UTF-8 where its encoding has no place for a character. Raises ChangedMeanwhile when the file that was edited is
    another by now, unless `whatever_is_there`, and WriteError when it cannot be written.
    """
    if str(path) == edited.path and not whatever_is_there and _digest(path) not in (edited.sha256, ""):
        raise ChangedMeanwhile(
            tr("“{name}” was changed by another program meanwhile.", name=shown_name(edited.name)),
            hint=tr("Save under another name, or write over it."),
        )
    encoding = edited.encoding
    lines = text.replace("\n", edited.line_end)
    try:
        data = edited.mark + lines.encode(encoding)
    except UnicodeEncodeError:
        encoding, data = "utf-8", lines.encode("utf-8", "replace")
    write_bytes_atomically(path, data)
    return replace(edited, text=text, name=path.name, path=str(path), encoding=encoding, sha256=_digest_of(data))


def _of_bytes(data: bytes, bare: Editable, insisted: str) -> Editable:
    mark, codec = next(((mark, codec) for mark, codec in _MARKS if data.startswith(mark)), (b"", ""))
    decoded = decode(data, encoding=insisted or None)
    encoding = codec or decoded.encoding
    line_end = "\r\n" if "\r\n" in decoded.text else "\n"
    text = canonical_text(decoded.text)
    found = replace(bare, text=text, encoding=encoding, mark=mark, line_end=line_end, sha256=_digest_of(data))
    try:
        return replace(found, keeps_bytes=mark + text.replace("\n", line_end).encode(encoding) == data)
    except (UnicodeEncodeError, LookupError):
        return replace(found, encoding="utf-8", mark=b"", keeps_bytes=False)


def _digest(path: Path) -> str:
    """The digest of what is at `path` now, empty where nothing is."""
    try:
        return _digest_of(path.read_bytes())
    except OSError:
        return ""


def _digest_of(data: bytes) -> str:
    import hashlib  # loads OpenSSL: when a text is edited

    return hashlib.sha256(data).hexdigest()
