"""How a page will look on paper, and the way to the printer."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QGraphicsView, QMessageBox, QToolBar, QWidget

from compare_app.app.files import write_bytes_atomically
from compare_app.core.errors import WriteError
from compare_app.core.translation import tr
from compare_app.gui.actions import keys_of
from compare_app.gui.paper import paged
from compare_app.gui.style_sheet import style_sheet
from compare_app.gui.theme import load_theme, palette_of, reading_font

_FONT_PT = 9.5  # points, which a printer counts in: a pixel of it is a dot of ink
_ICON_PX = 20
_NARROW = "QToolButton { padding: 3px; } QToolBar { padding: 4px; spacing: 1px; }"  # room for all in a small window
_SHARE = 0.96  # of the window's size


class PrintPreview(QPrintPreviewDialog):
    """Shows a page of HTML as it will be printed; from there it goes to a printer, or into a PDF that may be `pdf`."""

    told = Signal(str, str)
    """A sentence for the user and what to do about it."""

    def __init__(self, html: str, pdf: Path, parent: QWidget) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)  # Qt does not keep it alive
        super().__init__(self._printer, parent)
        self._printer.setDocName(parent.windowTitle().removesuffix("[*]"))  # where Qt marks what is unsaved
        if self._printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:  # no printer: Qt would propose a folder
            self._printer.setOutputFileName(str(pdf))
        self._page = QTextDocument(self)
        font = reading_font()
        font.setPointSizeF(_FONT_PT)
        self._page.setDefaultFont(font)
        self._page.setHtml(html)
        light = load_theme("light")  # paper is white, and Qt's signs on the buttons are black
        self.setPalette(palette_of(light))
        self.setStyleSheet(style_sheet(light) + _NARROW)
        for view in self.findChildren(QGraphicsView):
            # Qt fits the page to the view and the bar to the page, and may do so for ever where one undoes the other.
            view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        for bar in self.findChildren(QToolBar):
            bar.setIconSize(QSize(_ICON_PX, _ICON_PX))
        self.setWindowTitle(tr("Print preview – {keys} prints", keys=keys_of("print")))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(parent.size() * _SHARE)
        self.paintRequested.connect(self.paint_pages)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self).activated.connect(self.print_pages)
        for action in self.findChildren(QAction):  # Qt's own tells nobody when a file cannot be written
            if action.text() == QCoreApplication.translate("QPrintPreviewDialog", "Print"):
                action.triggered.disconnect()
                action.triggered.connect(self.print_pages)

    @Slot()
    def print_pages(self) -> None:
        """Ask for a printer and print; Qt's own button for it cannot be reached by keyboard."""
        dialog = QPrintDialog(self._printer, self)
        is_wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        if is_wanted and self._print():
            self.accept()

    def _print(self) -> bool:
        """Print, into a file at once or not at all; whether that could be done."""
        path = self._printer.outputFileName()
        if not path:
            self.paint_pages(self._printer)
            return True
        try:
            with TemporaryDirectory() as folder:
                made = Path(folder, "pages.pdf")
                self._printer.setOutputFileName(str(made))
                self.paint_pages(self._printer)
                write_bytes_atomically(Path(path), made.read_bytes())
        except WriteError as error:
            self._show_failure(error.message, error.hint)
            return False
        except OSError:  # Qt says nothing when it had no room to draw
            self._show_failure(tr("The pages could not be drawn."), tr("Make room on the disk and print again."))
            return False
        finally:
            self._printer.setOutputFileName(path)
        self.told.emit(tr("The pages are in {path}.", path=path), "")
        return True

    def _show_failure(self, message: str, hint: str) -> None:
        """Say why nothing was printed over the preview, which stays."""
        box = QMessageBox(self)
        box.setWindowTitle(tr("Not printed"))
        box.setText(message)
        box.setInformativeText(hint)
        box.setEscapeButton(box.addButton(tr("Close"), QMessageBox.ButtonRole.AcceptRole))
        box.exec()
        box.deleteLater()

    @Slot(QPrinter)
    def paint_pages(self, printer: QPrinter) -> None:
        """Draw all pages on `printer`."""
        pages = paged(self._page, printer)
        pages.print_(printer)
        pages.deleteLater()
