"""The lines above a pane: what document it is, and how it was read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from compare_app.core.document import Document, Side
from compare_app.core.translation import tr
from compare_app.gui.reading_menu import ReadingMenu
from compare_app.gui.theme import interface_font
from compare_app.gui.tool_tips import tool_tip
from compare_app.present.document_facts import document_line, document_title
from compare_app.present.encodings import codec_of, encoding_name, encoding_text, encodings_offered
from compare_app.present.languages import language_name, languages_offered
from compare_app.present.wording import side_label


class PaneHeader(QWidget):
    """Title above; name, date, words, claims and format below, cut where space ends; language and encoding beside."""

    language_chosen = Signal(str)
    """The code of the language to read in; empty: find out."""
    encoding_chosen = Signal(str)
    """The encoding to read in; empty: find out."""

    def __init__(self, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paneHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._side = side
        self._texts = ("", "")
        self._path = ""
        self._shown: tuple[Document | None, str] | None = None
        self._is_unsaved = False
        self._title, self._line = QLabel(), QLabel()
        self.language = ReadingMenu(tr("Language"), language_name)
        self.encoding = ReadingMenu(tr("Encoding"), encoding_text)
        self.language.chosen.connect(self.language_chosen)
        self.encoding.chosen.connect(self.encoding_chosen)
        for label, font in ((self._title, interface_font(bold=True)), (self._line, interface_font(12))):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font)
            label.setMinimumWidth(1)
        self._line.setObjectName("dim")
        self._build()
        self.show_document(None)

    def _build(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(16, 8, 8, 7)
        layout.setHorizontalSpacing(2)
        layout.setVerticalSpacing(2)
        layout.setColumnStretch(0, 1)
        layout.addWidget(self._title, 0, 0, 1, 3)
        layout.addWidget(self._line, 1, 0)
        layout.addWidget(self.language, 1, 1)
        layout.addWidget(self.encoding, 1, 2)

    def show_document(self, document: Document | None, name: str = "") -> None:
        """Tell what `document` is, which is called `name` beside the other one."""
        if self._shown is not None and self._shown[0] is document and self._shown[1] == name:
            return
        self._shown = document, name
        self._texts = ("", "")
        self.language.hide()
        self.encoding.hide()
        if document is not None:
            self._texts = (document_title(document), document_line(document, name))
            self._show_reading(document)
        self._path = document.source.path if document is not None else ""
        self.setAccessibleDescription(self._path)  # else it would be the tool tip, with its markup
        self._name()
        self._cut()

    def show_unsaved(self, *, is_unsaved: bool) -> None:
        """Put a star behind the title while the text was edited and not saved, or take it away."""
        if is_unsaved != self._is_unsaved:
            self._is_unsaved = is_unsaved
            self._name()
            self._cut()

    def _name(self) -> None:
        said = (*self._texts, self._path, tr("Edited, not saved.") if self._is_unsaved else "")
        self.setToolTip(tool_tip("\n".join(filter(None, said))))
        name = f"{side_label(self._side)}: {' '.join(self._texts)}"
        self.setAccessibleName(f"{name} – {said[-1]}" if self._is_unsaved else name)

    def _show_reading(self, document: Document) -> None:
        language, encoding = document.language, document.source.encoding
        text = language_name(language) or tr("Language not known")
        self.language.show_choices(text, language, languages_offered(language))
        if encoding and document.source.path:  # a pasted text and a Word document have none to choose
            offered = encodings_offered(encoding, language)
            self.encoding.show_choices(encoding_name(encoding), codec_of(encoding), offered)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Cut the texts to the new width."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        menus = sum(menu.sizeHint().width() + 2 for menu in (self.language, self.encoding) if not menu.isHidden())
        stars = (" *" if self._is_unsaved else "", "")  # behind what is cut, or it would be cut as well
        for label, text, star, taken in zip((self._title, self._line), self._texts, stars, (0, menus), strict=True):
            metrics = QFontMetrics(label.font())
            width = max(40, self.width() - 32 - taken - metrics.horizontalAdvance(star))
            label.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, width) + star)
