"""Reads a file for the command line: what a parser written in another language reads, in a process of its own."""

from __future__ import annotations

from pathlib import Path

from compare_app.app.documents import read_document
from compare_app.app.limits import reading_limited
from compare_app.core.document import Document, Revision
from compare_app.core.translation import tr

_BINARY_STARTS = (b"PK\x03\x04", b"%PDF")
_HEAD_BYTES = 4


def read_file(
    source: str, *, name: str = "", language: str = "", encoding: str = "", revision: Revision = Revision.ACCEPTED
) -> Document:
    """The document in the file `source`; what is empty is found out. Raises ReadError with a sentence for the user.

    Bad PDFs and zip archives may hang their parser or break it down: they are read by a worker process.
    """
    if is_binary(Path(source)):
        from compare_app.app.confined import read_confined  # takes 20 ms
        from compare_app.app.jobs import Input

        return read_confined(
            Input(path=source, name=name, language=language, encoding=encoding, revision=revision.value)
        )
    with reading_limited(tr("“{words}”", words=Path(source).name)):
        return read_document(
            Path(source), name=name, language=language or None, encoding=encoding or None, revision=revision
        )


def is_binary(path: Path) -> bool:
    """Whether a worker process reads the file at `path`."""
    try:
        if not path.is_file():  # a pipe is not to be opened: who writes into it would be waited for
            return False
        with open(path, "rb") as file:
            return file.read(_HEAD_BYTES).startswith(_BINARY_STARTS)
    except (OSError, ValueError):
        return False  # reading it says why
