"""Where pages end: a card is printed on one page, unless it is longer than a page."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QGuiApplication, QTextBlock, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtPrintSupport import QPrinter

_MARGIN_IN = 2 / 2.54  # what QTextDocument.print_ leaves free at each edge


def paged(document: QTextDocument, printer: QPrinter) -> QTextDocument:
    """A copy of `document` for the paper of `printer`, in which no card begins on a page that cannot hold it."""
    copy = document.clone(document)
    begins = list(_page_begins(document, printer))
    for number in begins:
        cursor = QTextCursor(copy.findBlockByNumber(number))
        block_format = cursor.blockFormat()
        block_format.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        cursor.setBlockFormat(block_format)
    return copy


def _page_begins(document: QTextDocument, printer: QPrinter) -> Iterator[int]:
    """Numbers of the blocks before which a page is to end, found on a strip of paper without pages."""
    strip = document.clone(document)
    layout, dots_per_in = strip.documentLayout(), QGuiApplication.primaryScreen().logicalDotsPerInchY()
    layout.setPaintDevice(printer)
    root = strip.rootFrame().frameFormat()
    root.setMargin(int(_MARGIN_IN * dots_per_in))  # Qt counts it in dots of the screen
    strip.rootFrame().setFrameFormat(root)
    strip.setTextWidth(printer.width())
    page_top = int(root.topMargin()) * printer.logicalDpiY() / dots_per_in
    room = printer.height() - 2 * page_top
    for first, last in _cards(strip):  # the air above a card is kept at the head of a page
        top, bottom = layout.blockBoundingRect(first.previous()).bottom(), layout.blockBoundingRect(last).bottom()
        page_top += (top - page_top) // room * room  # pages that ended before it, of themselves
        if bottom > page_top + room and bottom - top <= room:
            page_top = top
            yield first.blockNumber()
    strip.deleteLater()


def _cards(document: QTextDocument) -> Iterator[tuple[QTextBlock, QTextBlock]]:
    """First and last block of what stands between two rules."""
    ruler = QTextFormat.Property.BlockTrailingHorizontalRulerWidth
    first, block = None, document.begin()
    while block.isValid():
        if block.blockFormat().hasProperty(ruler):
            if first is not None:
                yield first, block
            first = block.next()
        block = block.next()
