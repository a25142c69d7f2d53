"""Reads for the command line: whatever a file holds, reading it ends, in time and in memory.

Text is read in this process, where the system can bound it. What a parser written in another language reads, which may
break down, and everything where the system has no such bounds, is read by a worker process.
"""

from __future__ import annotations

from pathlib import Path

from compare_app.app.documents import read_document
from compare_app.app.limits import is_bounded_here, reading_limited, silence_limited
from compare_app.core.document import Document, Revision
from compare_app.core.quoted import quoted_name
from compare_app.core.records import record, replace
from compare_app.readers.files import LIMIT_BYTES, refuse_large

_BINARY_STARTS = (b"PK\x03\x04", b"%PDF")
_HEAD_BYTES = 4


@record
class Wanted:
    """How a document is to be read; what is empty is found out.

    `like` is the name of a file of the same kind: what came through a pipe has no name that would tell its format.
    """

    name: str = ""
    language: str = ""
    encoding: str = ""
    revision: Revision = Revision.ACCEPTED
    like: str = ""


def read_file(source: str, wanted: Wanted) -> Document:
    """The document in the file `source`. Raises ReadError with a sentence for the user."""
    if is_binary(Path(source)) or not is_bounded_here():
        return _read_confined(source, wanted)
    return _read_here(Path(source), Path(source).name, wanted)


def read_data(data: bytes, wanted: Wanted) -> Document:
    """The document in `data`, the bytes of a file that has no other name than the wanted one. Raises ReadError."""
    refuse_large(len(data), wanted.name, LIMIT_BYTES)
    from compare_app.readers.registry import format_of

    format_name = format_of(data, wanted.name, wanted.like).name
    if not data.startswith(_BINARY_STARTS) and is_bounded_here():
        return _read_here(data, wanted.name, wanted, format_name)
    import tempfile  # takes 4 ms

    with tempfile.TemporaryDirectory(prefix="compare-app-") as folder:
        file = Path(folder, "data")
        file.write_bytes(data)
        document = _read_confined(str(file), wanted, format_name)
    return replace(document, source=replace(document.source, path=""))


def _read_here(source: Path | bytes, name: str, wanted: Wanted, format_name: str = "") -> Document:
    shown = quoted_name(name)
    with reading_limited(shown), silence_limited(shown) as control:
        return read_document(
            source,
            name=wanted.name,
            language=wanted.language or None,
            encoding=wanted.encoding or None,
            format=format_name or None,
            revision=wanted.revision,
            control=control,
        )


def _read_confined(path: str, wanted: Wanted, format_name: str = "") -> Document:
    from compare_app.app.confined import read_confined  # takes 20 ms
    from compare_app.app.jobs import Input

    return read_confined(
        Input(
            path=path,
            format=format_name,
            name=wanted.name,
            language=wanted.language,
            encoding=wanted.encoding,
            revision=wanted.revision.value,
        )
    )


def is_binary(path: Path) -> bool:
    """Whether the file at `path` holds what may break its parser down."""
    try:
        if not path.is_file():  # a pipe is not to be opened: who writes into it would be waited for
            return False
        with open(path, "rb") as file:
            return file.read(_HEAD_BYTES).startswith(_BINARY_STARTS)
    except (OSError, ValueError):
        return False  # reading it says why
