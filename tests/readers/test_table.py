from __future__ import annotations

import csv

import pytest

from compare_app.core.document import Reading, Revision
from compare_app.core.errors import ReadError
from compare_app.readers.format import Raw
from compare_app.readers.table import read_table


def _both(text: str) -> list[list[str]]:
    readings = [_read(text, revision) for revision in Revision]
    return [[block.span.of(reading.text) for block in reading.blocks or ()] for reading in readings]


def _read(text: str, revision: Revision) -> Reading:
    return read_table(Raw(text.encode(), "a.csv", revision=revision))


@pytest.mark.parametrize(
    "text",
    [
        'It is open.,"It is shut, they say."\nNobody came.,Two came.\n',
        "left,right\nIt is open.,\"It is shut, they say.\"\nNobody came.,Two came.\n",
        "id;Original;Revised\n1;It is open.;It is shut, they say.\n2;Nobody came.;Two came.\n",
        "It is open.\tIt is shut, they say.\r\n\r\nNobody came.\tTwo came.\r\n",
        "\ufeffright|left\nIt is shut, they say.|It is open.\nTwo came.|Nobody came.",
    ],
)  # fmt: skip
def test_each_column_is_a_text(text: str) -> None:
    assert _both(text) == [["It is open.", "Nobody came."], ["It is shut, they say.", "Two came."]]


def test_an_empty_cell_adds_nothing_and_a_cell_may_be_long() -> None:
    long = "word " * 100_000
    assert _both(f'One.,\n,"{long}"\n') == [["One."], [long.strip()]]


def test_a_reading_says_which_column_it_is() -> None:
    assert _read("a,b\nOne.,Two.", Revision.ORIGINAL).source.revision is Revision.ORIGINAL


@pytest.mark.parametrize(("text", "columns"), [("", "0 columns"), ("One\nTwo", "1 column"), ("1,2,3\n4,5,6", "3")])
def test_another_number_of_columns_is_refused(text: str, columns: str) -> None:
    with pytest.raises(ReadError, match=columns):
        _both(text)


def test_the_size_of_cells_is_as_it_was() -> None:
    before = csv.field_size_limit()
    _both("One.,Two.")
    assert csv.field_size_limit() == before
