"""Reads a table of two columns (CSV, TSV): one text in each, row by row."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence

from compare_app.core.canonical import canonical_text
from compare_app.core.document import BlockKind, Reading, Revision
from compare_app.core.errors import ReadError
from compare_app.core.translation import tr, tr_n
from compare_app.readers.building import TextBuilder
from compare_app.readers.decoding import decode
from compare_app.readers.files import TEXT_LIMIT_BYTES
from compare_app.readers.format import Format, Raw

_HEADS = (
    {"left", "original", "old", "before", "first", "a", "text1", "text_1", "source", "draft1", "draft 1", "version1"},
    {"right", "revised", "new", "after", "second", "b", "text2", "text_2", "target", "draft2", "draft 2", "version2"},
)
"""Words over the left and the right column of the tables that people compare."""

_DELIMITERS = ",;\t|"
_SAMPLE = 65_536  # characters by which the delimiter is chosen


def read_table(raw: Raw) -> Reading:
    """The left column of `raw` as its original text, the right one as the accepted one; a row is a paragraph.

    Raises ReadError where the columns are not two and none are called left and right or the like.
    """
    decoded = decode(raw.data, encoding=raw.encoding)
    rows = _rows(canonical_text(decoded.text), raw)
    left, right, has_head = _columns(rows, raw)
    column = left if raw.revision is Revision.ORIGINAL else right
    builder = TextBuilder()
    for row in rows[has_head:]:
        builder.add(BlockKind.PARAGRAPH, row[column] if column < len(row) else "")
    source = raw.source(TABLE.name, decoded.encoding, decoded.notes, has_revisions=True)
    return Reading(builder.text(), source, blocks=builder.blocks())


def _rows(text: str, raw: Raw) -> list[list[str]]:
    before = csv.field_size_limit(TEXT_LIMIT_BYTES)
    try:
        rows = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=_delimiter(text), strict=False)
        return [row for row in rows if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise ReadError(
            tr("{name} is no sound table: {reason}.", name=raw.shown, reason=error),
            hint=tr("Save it anew as CSV from the program it comes from."),
        ) from error
    finally:
        csv.field_size_limit(before)


def _delimiter(text: str) -> str:
    """Of the signs that part columns the one that cuts most of the first rows alike, else the comma."""
    alike = {}
    for delimiter in _DELIMITERS:
        rows = csv.reader(io.StringIO(text[:_SAMPLE], newline=""), delimiter=delimiter)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        alike[delimiter] = max(widths.values(), default=0)
    return max(_DELIMITERS, key=alike.__getitem__)


def _columns(rows: Sequence[Sequence[str]], raw: Raw) -> tuple[int, int, bool]:
    """Indexes of the left and the right column, and whether the first row is their names."""
    names = [cell.strip().lower() for cell in rows[0]] if rows else []
    named = [next((i for i, name in enumerate(names) if name in heads), None) for heads in _HEADS]
    if named[0] is not None and named[1] is not None:
        return named[0], named[1], True
    width = max(map(len, rows), default=0)
    if width == 2:
        return 0, 1, False
    raise ReadError(
        tr_n(
            "{name} has {count} column; two are compared.",
            "{name} has {count} columns; two are compared.",
            width,
            name=raw.shown,
        ),
        hint=tr("Keep two columns, or call the two “left” and “right” in the first row."),
    )


def _sniff(data: bytes) -> bool:
    return False  # any text can be read as a table: only the extension tells


TABLE = Format("table", (".csv", ".tsv"), _sniff, read_table)
