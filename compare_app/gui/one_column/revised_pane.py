"""The text with revision marks on a page; what is copied from it keeps its marks."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from compare_app.core.document import Side
from compare_app.core.translation import tr
from compare_app.gui.pane.document_pane import DocumentPane
from compare_app.gui.theme import Theme
from compare_app.present.marks import Mark
from compare_app.present.revised import Revised
from compare_app.present.revision_copy import revision_html, revision_text


class RevisedPane(DocumentPane):
    """A page that is copied as rich text, and as plain text with signs where only that is taken."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Side.RIGHT, theme, parent)
        self.revised: Revised | None = None
        self.setAccessibleName(tr("Right document with revision marks"))

    def show_revised(self, revised: Revised | None) -> None:
        """Show `revised`, or nothing."""
        self.revised = revised
        self.set_document(revised.document if revised else None)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """What goes on the clipboard."""
        mime, span = QMimeData(), self.selected_span()
        if self.revised is not None and span.length:
            mime.setHtml(revision_html(self.revised, span, self._colours()))
            mime.setText(revision_text(self.revised, span))
        return mime

    def _colours(self) -> dict[str, str]:
        marks = self.theme.marks
        inks = {f"{mark.value}-ink": marks[mark].ink.name() for mark in (Mark.ADDED, Mark.REMOVED, Mark.MOVED)}
        return {**inks, "contradicting-strong": marks[Mark.CONTRADICTING].strong.name()}
