"""What is taken along: words with their marks, a difference as text, pages on paper."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QToolButton

from compare_app.core.document import Side
from compare_app.core.spans import Span
from compare_app.gui.print_preview import PrintPreview
from tests.gui.conftest import LEFT, Desk

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_selected_words_are_copied_with_their_marks(desk: Desk) -> None:
    desk.open_samples()
    start = LEFT.index("It cost")
    desk.window.view.panes[Side.LEFT].select_span(Span(start, start + len("It cost £4 million")))
    QTest.keyClick(desk.window, Qt.Key.Key_C, CTRL | SHIFT)
    assert QApplication.clipboard().text() == "It cost [⚠ £4 million]"
    html = QApplication.clipboard().mimeData().html()
    assert "£4 million</b>" in html
    assert "with its marks" in desk.window.statusBar().currentMessage()


def test_a_difference_is_copied_from_the_menu_of_its_card(desk: Desk) -> None:
    desk.open_samples()
    QTest.keyClick(desk.window, Qt.Key.Key_F8)
    menu = desk.window.why.findChildren(QMenu)[0]
    next(action for action in menu.actions() if action.objectName() == "copy_finding").trigger()
    text = QApplication.clipboard().text()
    assert text.startswith("⚠ ")
    assert "Left, left.txt:\n“It cost [⚠ £4 million] to run last year.”" in text


def test_with_nothing_selected_it_says_so_and_leaves_the_clipboard_alone(desk: Desk) -> None:
    desk.open_samples()
    QApplication.clipboard().setText("before")
    QTest.keyClick(desk.window, Qt.Key.Key_C, CTRL | ALT)
    assert QApplication.clipboard().text() == "before"
    assert "Nothing was copied." in desk.window.messages.text


def test_the_preview_shows_the_pages_that_are_printed(desk: Desk) -> None:
    desk.open_samples()
    QTest.keyClick(desk.window, Qt.Key.Key_P, CTRL)
    (preview,) = desk.window.findChildren(PrintPreview)
    assert preview.isVisible()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(desk.folder / "printed.pdf"))
    preview.paint_pages(printer)
    assert (desk.folder / "printed.pdf").read_bytes().startswith(b"%PDF")
    preview.close()


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="there is a printer: it would print")
def test_a_pdf_is_printed_through_the_dialog_and_holds_what_was_found_and_decided(desk: Desk) -> None:
    desk.open_samples()
    for name in ("next_contradiction", "confirm", "print"):
        desk.window.actions_by_name[name].trigger()
    (preview,) = desk.window.findChildren(PrintPreview)

    def press_print() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        dialog.accept()

    QTimer.singleShot(0, press_print)
    preview.print_pages()
    assert not preview.isVisible()
    with pypdfium2.PdfDocument(desk.folder / "left – right.pdf") as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert desk.window.messages.text == f"The pages are in {desk.folder / 'left – right.pdf'}."
    for words in ("The two figures cannot both be true", "Confirmed by the reviewer", "£6 million", "Both texts"):
        assert words in text


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="there is a printer: it would print")
@pytest.mark.parametrize("by", ["key", "button"])
def test_a_pdf_that_cannot_be_written_is_told_and_the_preview_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    desk.open_samples()
    desk.window.actions_by_name["print"].trigger()
    (preview,) = desk.window.findChildren(PrintPreview)
    nowhere = desk.folder / "left.txt" / "pages.pdf"

    def choose(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        dialog.printer().setOutputFileName(str(nowhere))
        return QPrintDialog.DialogCode.Accepted

    said: list[str] = []
    monkeypatch.setattr(QPrintDialog, "exec", choose)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    if by == "key":
        preview.print_pages()
    else:
        (button,) = [one for one in preview.findChildren(QToolButton) if one.text() == "Print"]
        button.click()
    assert said == [f"“{nowhere}” cannot be written: Not a directory."]
    assert preview.isVisible()
    monkeypatch.setattr(PrintPreview, "paint_pages", lambda *_: None)  # no room to draw in
    preview.print_pages()
    assert said[1:] == ["The pages could not be drawn."]
    preview.close()


def test_a_card_is_printed_on_one_page(desk: Desk) -> None:
    years = [
        f"In the year {1700 + i} ward {i} of the old town had {1000 + i} wells and a market.\n\n" for i in range(40)
    ]
    others = [line.replace(f"{1000 + i} wells", f"{3000 + i} wells") for i, line in enumerate(years)]
    desk.open(desk.file("left.txt", "".join(years)), desk.file("right.txt", "".join(others)))
    desk.window.actions_by_name["print"].trigger()
    (preview,) = desk.window.findChildren(PrintPreview)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(desk.folder / "printed.pdf"))
    preview.paint_pages(printer)
    preview.close()
    with pypdfium2.PdfDocument(desk.folder / "printed.pdf") as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    cards = [page.split("Both texts")[0] for page in pages]
    cards = cards[: next(at for at, page in enumerate(pages) if "Both texts" in page) + 1]
    assert len(cards) > 4
    for i in range(40):  # both ends of a card: its sentence and the words of the right
        (on,) = [at for at, page in enumerate(cards) if f"{1000 + i} on the left" in page]
        assert f"{3000 + i} wells" in cards[on]


def test_the_preview_prints_by_key(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open_samples()
    printed: list[QPrinter] = []

    def paint(_: PrintPreview, printer: QPrinter) -> None:
        printed.append(printer)
        if printer.outputFileName():
            Path(printer.outputFileName()).write_bytes(b"%PDF")

    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Accepted)
    monkeypatch.setattr(PrintPreview, "paint_pages", paint)
    QTest.keyClick(desk.window, Qt.Key.Key_P, CTRL)
    (preview,) = desk.window.findChildren(PrintPreview)
    printed.clear()
    preview.activateWindow()
    desk.bot.waitUntil(preview.isActiveWindow)
    QTest.keyClick(preview, Qt.Key.Key_P, CTRL)
    assert len(printed) == 1
    assert not preview.isVisible()
