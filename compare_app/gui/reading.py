"""How each side is read: its language, its encoding, and which of its set-aside lines are compared."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from compare_app.app.jobs import Input, Kept
from compare_app.core.document import Document, Side
from compare_app.core.kept import kept_keys, toggled_keys
from compare_app.core.records import replace
from compare_app.core.translation import tr
from compare_app.gui.controller import Controller
from compare_app.gui.side_by_side import SideBySide
from compare_app.gui.slots import Slots
from compare_app.gui.state import State


class ReadingController(QObject):
    """Reads one side again in another way; the other stays as it is and both are compared anew."""

    def __init__(self, state: State, controller: Controller, view: SideBySide, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state, self._controller, self._view = state, controller, view
        view.language_chosen.connect(self.read_in_language)
        view.encoding_chosen.connect(self.read_in_encoding)
        view.set_aside_toggled.connect(self.toggle_block)

    def slots(self) -> Slots:
        """Language, encoding, and what is set aside."""
        return {
            "choose_language": lambda: self._open_menu("language"),
            "choose_encoding": lambda: self._open_menu("encoding"),
            "toggle_set_aside": self.toggle_at_cursor,
        }

    @Slot(object, str)
    def read_in_language(self, side: Side, code: str) -> None:
        """Read `side` again in the language `code`; empty: find out."""
        document = self._state.documents[side]
        if document is not None:
            self._controller.open_inputs({side: replace(self._input(side, document), language=code)})

    @Slot(object, str)
    def read_in_encoding(self, side: Side, encoding: str) -> None:
        """Read `side` again in `encoding`; empty: find out. What its language was taken for is found out again too."""
        document = self._state.documents[side]
        if document is not None:
            self._controller.open_inputs({side: replace(self._input(side, document), encoding=encoding)})

    @Slot(object, int)
    def toggle_block(self, side: Side, index: int) -> None:
        """Bring block `index` of `side` into the comparison, or set it aside again; prose stays as it is."""
        document = self._state.documents[side]
        keys = None if document is None else toggled_keys(document, index)
        if document is not None and keys is not None:
            self._controller.open_inputs({side: Kept(document, keys)})

    @Slot()
    def toggle_at_cursor(self) -> None:
        """The same for the block that the text cursor stands in."""
        side = self._view.focused_side()
        index = None if side is None else self._view.panes[side].block_at_cursor()
        document = None if side is None else self._state.documents[side]
        if side is None or index is None or document is None or toggled_keys(document, index) is None:
            self._controller.tell(
                tr("Nothing was set aside here."), tr("Put the text cursor into a grey line, such as a share link.")
            )
            return
        self.toggle_block(side, index)

    def _open_menu(self, name: str) -> None:
        side = self._view.last_read.side
        if not self._view.open_reading_menu(side, name):
            self._controller.tell(
                tr("There is nothing to choose here."),
                tr("Only a document that was opened has a language, and only text files an encoding."),
            )

    def _input(self, side: Side, document: Document) -> Input:
        """What was opened on `side`, with the lines that were brought back since."""
        source = document.source
        given = self._controller.input_of(side) or Input(
            path=source.path, content=None if source.path else document.text, name=source.name
        )
        return replace(given, kept=kept_keys(document))
