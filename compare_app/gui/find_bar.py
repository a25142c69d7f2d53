"""The line above the documents in which words are looked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from compare_app.core.document import Side
from compare_app.core.translation import grouped, marked, tr, tr_n
from compare_app.gui.actions import keys_of
from compare_app.gui.bar_buttons import bar_button, bar_switch
from compare_app.gui.word_field import WordField
from compare_app.present.search import Found, Query

_PATIENCE_MS = 150  # after a single letter, which is everywhere: hardly anyone looks for one
_WHERE: tuple[tuple[str, tuple[Side, ...]], ...] = (
    (marked("In both"), tuple(Side)),
    (marked("On the left"), (Side.LEFT,)),
    (marked("On the right"), (Side.RIGHT,)),
)


class FindBar(QWidget):
    """A field, how many matches there are, and how strictly and where to look."""

    wanted = Signal(object, object)
    """A Query and the Sides to look for it on."""
    stepped = Signal(int)
    """1 for the next match, -1 for the one before."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._field = WordField()
        self._count = QLabel()
        self._where = QComboBox()
        self._case = bar_switch(tr("Match case"), tr("Capital letters count."))
        self._whole = bar_switch(tr("Whole words"), tr("“four” is not found in “fourteen”."))
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._build()
        self._field.textEdited.connect(self._edited)
        self._patience.timeout.connect(self.look)
        self._case.toggled.connect(self.look)
        self._whole.toggled.connect(self.look)
        self._where.currentIndexChanged.connect(self.look)
        self.hide()

    @property
    def text(self) -> str:
        """What is in the field."""
        return self._field.text()

    @property
    def count_text(self) -> str:
        """What is said of the matches."""
        return self._count.text()

    def open(self, words: str = "") -> None:
        """Show the line with the keyboard in its field; `words` are looked for instead of those before."""
        self.show()
        if words:
            self._field.setText(words)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self.look()

    @Slot()
    def look(self) -> None:
        """Look for what is in the field."""
        self._patience.stop()
        query = Query(self.text, self._case.isChecked(), self._whole.isChecked())
        self.wanted.emit(query, _WHERE[self._where.currentIndex()][1])

    def show_count(self, found: Found | None, match: int | None) -> None:
        """Say how many matches there are and which of them is pointed at."""
        if found is None or not found.query.text.strip():
            self._count.setText("")
        elif not len(found):
            self._count.setText(tr("Not found"))
        elif match is None:
            self._count.setText(tr_n("{count} match", "{count} matches", len(found)))
        else:
            self._count.setText(tr("{place} of {total}", place=grouped(match), total=grouped(len(found))))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes on, with Shift back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._field.hasFocus():
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return
        super().keyPressEvent(event)

    @Slot(str)
    def _edited(self, text: str) -> None:
        if len(text.strip()) == 1:
            self._patience.start()
        else:
            self.look()

    def _build(self) -> None:
        self._field.setPlaceholderText(tr("Find"))
        self._field.setAccessibleName(tr("Find"))
        self._field.setAccessibleDescription(tr("Quotation marks, dashes and spaces of any kind are found alike."))
        self._field.setClearButtonEnabled(True)
        self._field.setFixedWidth(240)
        self._count.setObjectName("dim")
        self._count.setMinimumWidth(96)
        for text, _ in _WHERE:
            self._where.addItem(tr(text))
        self._where.setAccessibleName(tr("Where to look"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 12, 5)
        layout.setSpacing(6)
        layout.addWidget(self._field)
        layout.addWidget(self._step("↑", tr("Previous match"), "find_previous", -1))
        layout.addWidget(self._step("↓", tr("Next match"), "find_next", 1))
        layout.addWidget(self._count)
        layout.addStretch()
        for part in (self._case, self._whole, self._where, self._close_button()):
            layout.addWidget(part)

    def _step(self, text: str, name: str, action: str, step: int) -> QToolButton:
        button = bar_button(text, name=name, tip=f"{name} ({keys_of(action)})")
        button.clicked.connect(lambda: self.stepped.emit(step))
        return button

    def _close_button(self) -> QToolButton:
        name = tr("Close the search")
        button = bar_button("×", name=name, tip=f"{name} ({keys_of('cancel')})")
        button.clicked.connect(self.closed)
        return button
