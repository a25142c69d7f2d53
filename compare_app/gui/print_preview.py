"""How a page will look on paper, and the way to the printer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from compare_app.core.translation import tr
from compare_app.gui.style_sheet import style_sheet
from compare_app.gui.theme import load_theme, palette_of, reading_font

_FONT_PT = 9.5  # points, which a printer counts in: a pixel of it is a dot of ink
_SHARE = 0.92  # of the window's size


class PrintPreview(QPrintPreviewDialog):
    """Shows a page of HTML as it will be printed; from there it goes to a printer or into a PDF."""

    def __init__(self, html: str, parent: QWidget) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)  # Qt does not keep it alive
        super().__init__(self._printer, parent)
        self._printer.setDocName(parent.windowTitle())
        self._page = QTextDocument(self)
        font = reading_font()
        font.setPointSizeF(_FONT_PT)
        self._page.setDefaultFont(font)
        self._page.setHtml(html)
        light = load_theme("light")  # paper is white, and Qt's signs on the buttons are black
        self.setPalette(palette_of(light))
        self.setStyleSheet(style_sheet(light))
        self.setWindowTitle(tr("Print"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(parent.size() * _SHARE)
        self.paintRequested.connect(self.paint_pages)

    @Slot(QPrinter)
    def paint_pages(self, printer: QPrinter) -> None:
        """Draw all pages on `printer`."""
        self._page.print_(printer)
