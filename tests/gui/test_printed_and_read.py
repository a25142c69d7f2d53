"""PDFs as programs made with Qt print them: letter by letter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument
from pytestqt.qtbot import QtBot

from compare_app import read_document

PARAGRAPHS = (
    "The maternity unit will close for eleven weeks from next month after inspectors found that its fire alarms had "
    "not worked since March, the trust said on Thursday.",
    "About 340 women who are due to give birth there before the end of the year will be asked to go to Leighford.",
    "The board decided it by nine votes to two. The medical director, who had asked for more time, abstained again.",
    "The unit delivers around 1,900 babies a year. It has 42 beds and employs 118 midwives, all of whom will be moved.",
)


def test_paragraphs_printed_by_qt_are_read_as_they_were_written(qtbot: QtBot, tmp_path: Path) -> None:
    document = QTextDocument()
    document.setDefaultFont(QFont("Noto Sans", 9))
    document.setHtml("".join(f"<p>{text}</p>" for text in PARAGRAPHS))
    printer = QPdfWriter(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document.print_(printer)
    read = read_document(tmp_path / "printed.pdf")
    assert [block.span.of(read.text) for block in read.blocks][: len(PARAGRAPHS)] == list(PARAGRAPHS)
