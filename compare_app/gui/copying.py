"""Taking texts along, with their marks or as one difference for an e-mail, and printing."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication, QMainWindow

from compare_app.core.translation import tr
from compare_app.gui.announcing import announce
from compare_app.gui.controller import Controller
from compare_app.gui.dialogs import beside
from compare_app.gui.side_by_side import SideBySide
from compare_app.gui.slots import Slots
from compare_app.gui.state import State

_SAID_MS = 4_000


class Copying(QObject):
    """Fills the clipboard and the printer's preview. The reports are imported when they are first wanted."""

    def __init__(self, window: QMainWindow, state: State, view: SideBySide, controller: Controller) -> None:
        super().__init__(window)
        self._window, self._state, self._view, self._controller = window, state, view, controller

    def slots(self) -> Slots:
        """Copying with marks, copying a difference, printing."""
        return {"copy_marked": self.copy_marked, "copy_finding": self.copy_finding, "print": self.print}

    def copy_marked(self) -> None:
        """Put what is selected in a pane on the clipboard with its marks, else the selected difference."""
        from compare_app.app.copying import copy_text

        side = self._view.focused_side()
        document = self._state.documents[side] if side else None
        span = self._view.panes[side].selected_span() if side else None
        if side is None or document is None or span is None or not span.length:
            self.copy_finding()
            return
        copied = copy_text(document, span, tuple(self._state.highlights_in(side, span)))
        self._put(copied.html, copied.plain, tr("Copied with its marks."))

    def copy_finding(self) -> None:
        """Put the selected difference on the clipboard: why it is marked, and what both sides say."""
        from compare_app.app.copying import copy_item

        state = self._state
        if state.comparison is None or state.selected is None:
            self._controller.tell(
                tr("Nothing was copied."), tr("Select words in a document, or a difference, and copy again.")
            )
            return
        copied = copy_item(state.comparison, state.items[state.selected], state.review)
        self._put(copied.html, copied.plain, tr("The difference was copied as text."))

    def print(self) -> None:
        """Show how the comparison looks on paper, and print it from there."""
        from compare_app.app.copying import print_page
        from compare_app.gui.print_preview import PrintPreview

        comparison = self._state.comparison
        if comparison is not None:
            pdf = beside((comparison.left, comparison.right), ".pdf", tr("comparison"))
            preview = PrintPreview(print_page(comparison, self._state.review), pdf, self._window)
            preview.told.connect(self._controller.told)
            preview.open()

    def _put(self, html: str, plain: str, sentence: str) -> None:
        data = QMimeData()
        data.setHtml(html)
        data.setText(plain)
        QApplication.clipboard().setMimeData(data)
        self._window.statusBar().showMessage(sentence, _SAID_MS)
        announce(self._window, sentence)
