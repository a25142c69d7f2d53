"""Reads plain text. Its structure is not marked, so the reading has no blocks."""

from __future__ import annotations

from compare_app.core.canonical import canonical_text
from compare_app.core.document import Reading
from compare_app.readers.decoding import decode
from compare_app.readers.format import Format, Raw


def read_text(raw: Raw) -> Reading:
    """The text of `raw`, without blocks."""
    decoded = decode(raw.data, encoding=raw.encoding)
    return Reading(canonical_text(decoded.text), raw.source(TEXT.name, decoded.encoding, decoded.notes))


def _sniff(data: bytes) -> bool:
    return False  # any text can be plain text: it is what remains


TEXT = Format("text", (".txt", ".text", ".asc"), _sniff, read_text)
