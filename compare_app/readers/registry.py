"""The table of formats, and the one door to all of them."""

from __future__ import annotations

from pathlib import Path

from compare_app.core.document import Reading
from compare_app.core.errors import ReadError
from compare_app.readers.binary import refuse_binary
from compare_app.readers.files import read_bytes, refuse_large
from compare_app.readers.format import Format, Raw
from compare_app.readers.html import HTML
from compare_app.readers.markdown import MARKDOWN
from compare_app.readers.text import TEXT

FORMATS: tuple[Format, ...] = (HTML, MARKDOWN, TEXT)
"""Every format that can be read. A new one is one file beside this and one name here; the first to sniff wins."""

HEAD_BYTES = 4096
"""How much of a source `sniff` sees."""


def read_source(
    source: Path | bytes,
    *,
    name: str = "",
    format: str | None = None,  # noqa: A002
    encoding: str | None = None,
) -> Reading:
    """What stands in the file `source`, or in the bytes of one.

    `name` is what the user sees (default: the file's name). `format`, the name of a row of FORMATS, and `encoding`
    overrule what would be detected. Raises ReadError with a sentence for the user when it cannot be read.
    """
    wanted = _by_name(format) if format is not None else None
    raw = _raw(source, name, encoding)
    chosen = wanted or detect_format(raw.data, raw.path or raw.name)
    if not any(chosen is known and known.sniff(raw.data[:HEAD_BYTES]) for known in FORMATS):
        refuse_binary(raw.data, raw.name, encoding=encoding)
    return chosen.read(raw)


def detect_format(data: bytes, name: str) -> Format:
    """The format of `data`: by its first bytes, then by the extension of `name`, else plain text."""
    head = data[:HEAD_BYTES]
    suffix = Path(name).suffix.lower()
    sniffed = next((known for known in FORMATS if known.sniff(head)), None)
    return sniffed or next((known for known in FORMATS if suffix in known.extensions), TEXT)


def _raw(source: Path | bytes, name: str, encoding: str | None) -> Raw:
    if isinstance(source, bytes):
        refuse_large(len(source), name)
        return Raw(source, name, "", encoding)
    return Raw(read_bytes(source), name or source.name, str(source), encoding)


def _by_name(name: str) -> Format:
    for known in FORMATS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in FORMATS)
    raise ReadError(f"“{name}” is not a format that can be read.", hint=f"Formats: {names}.")
