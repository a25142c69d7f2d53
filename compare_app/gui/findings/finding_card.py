"""One finding as a card: why, both places in their context, the facts as read, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from compare_app.core.records import record
from compare_app.core.review import Decision
from compare_app.core.translation import tr
from compare_app.gui.actions import keys_of
from compare_app.gui.excerpt_label import BESIDE_PX, ExcerptLabel
from compare_app.gui.theme import Theme, interface_font
from compare_app.present.cards import Card
from compare_app.present.excerpts import Excerpt
from compare_app.present.marks import Mark

_TEXT_PX = 14
_GAP_PX = 28
_SIDES = 2  # the first facts of a card are those of its two ends


@record
class CardContent:
    """What a card shows: the answer, both excerpts, and which one it is ("3 of 12")."""

    card: Card
    excerpts: tuple[Excerpt, Excerpt]
    place: str
    is_current: bool


class FindingCard(QFrame):
    """A card that is filled again and again: a long list has as many as there is room for on screen."""

    chosen = Signal()
    """The reader clicked on the card."""
    place_wanted = Signal()
    """The reader wants to see it in both texts."""
    decided = Signal(str, object)
    """The key of a finding and the Decision about it, None where it is open again."""
    note_wanted = Signal(str)
    """The key of a finding to write about."""

    def __init__(self, theme: Theme, offered: Sequence[QAction] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findingCard")
        self._key = ""
        self._decision: Decision | None = None
        self._title, self._place = _label(interface_font(14, bold=True)), _label(interface_font(12))
        self._sentence, self._facts = _label(interface_font()), _label(interface_font(12))
        self._captions = [_label(interface_font(12)) for _ in range(_SIDES)]
        self._excerpts = [ExcerptLabel(theme, _TEXT_PX) for _ in range(_SIDES)]
        self._readings = [_label(interface_font(12)) for _ in range(_SIDES)]
        for quiet in (self._place, self._facts, *self._captions):
            quiet.setObjectName("dim")
        self._place.setWordWrap(False)
        self._confirm, self._dismiss = QPushButton(), QPushButton(tr("Dismiss"))
        self._confirm.clicked.connect(self._confirm_or_reopen)
        self._dismiss.clicked.connect(lambda: self.decided.emit(self._key, Decision.DISMISSED))
        self._show_place = QPushButton(tr("Show in the texts"))
        self._show_place.clicked.connect(self.place_wanted)
        self._note = QPushButton(tr("Note…"))
        self._note.setToolTip(keys_of("note"))
        self._note.clicked.connect(self._want_note)
        self._more = QPushButton(tr("More"), self)
        menu = QMenu(self._more)
        menu.setAccessibleName(tr("More"))
        menu.addActions(list(offered))
        menu.aboutToShow.connect(self.chosen)  # the actions are about what is selected
        self._more.setMenu(menu)
        self._more.setVisible(bool(offered))
        self._layout = QVBoxLayout(self)
        self._build()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What can be pressed, from left to right."""
        return self._confirm, self._dismiss, self._note, self._show_place, self._more

    def fill(self, content: CardContent, theme: Theme) -> None:
        """Show `content` in the colours of `theme`."""
        card = content.card
        self._key, self._decision = card.key, card.decision
        self._title.setText(f"{card.mark.glyph} {card.title}")
        self._title.setStyleSheet(f"color: {theme.marks[card.mark].ink.name()};")
        self._place.setText(content.place)
        self._sentence.setText(card.sentence)
        for number, (name, value) in enumerate(card.facts[:_SIDES]):
            self._captions[number].setText(name)
            self._excerpts[number].show_excerpt(content.excerpts[number], theme)
            self._readings[number].setText(tr("Read as {fact}", fact=value))
            self._readings[number].setVisible(value not in content.excerpts[number].text)
        notes = (tr("Note: {note}", note=note) for note in card.notes)
        self._facts.setText(" · ".join((*(f"{name}: {value}" for name, value in card.facts[_SIDES:]), *notes)))
        self._show_buttons(card)
        self.setAccessibleName(f"{card.title}, {content.place}: {card.sentence}")
        self.setProperty("current", content.is_current)
        self.style().polish(self)
        self._layout.activate()  # whoever asks for the height wants that of what is shown now

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click anywhere chooses the card."""
        del event
        self.chosen.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A second click shows it in the texts."""
        del event
        self.place_wanted.emit()

    def _show_buttons(self, card: Card) -> None:
        texts = {
            None: tr("Confirm"),
            Decision.CONFIRMED: tr("Open again"),
            Decision.DISMISSED: tr("Bring back"),
        }
        is_open = card.decision is None and card.mark is not Mark.DISMISSED
        self._confirm.setText(texts[card.decision])
        self._confirm.setProperty("primary", is_open)
        self._confirm.setToolTip(keys_of("confirm") if is_open else "")
        self._dismiss.setVisible(is_open)
        self._dismiss.setToolTip(keys_of("dismiss"))
        for button in self.buttons:
            button.setAccessibleName(f"{button.text()}: {card.title}")
            button.style().polish(button)

    @Slot()
    def _want_note(self) -> None:
        self.chosen.emit()  # a note is about what is selected
        self.note_wanted.emit(self._key)

    @Slot()
    def _confirm_or_reopen(self) -> None:
        self.decided.emit(self._key, Decision.CONFIRMED if self._decision is None else None)

    def _build(self) -> None:
        layout = self._layout
        layout.setContentsMargins(20 - BESIDE_PX, 14, 20 - BESIDE_PX, 14)
        layout.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._place, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(self._sentence)
        ends = QHBoxLayout()
        ends.setContentsMargins(0, 6, 0, 4)
        ends.setSpacing(_GAP_PX)
        for parts in zip(self._captions, self._excerpts, self._readings, strict=True):
            column = QVBoxLayout()
            column.setSpacing(3)
            for part in parts:
                column.addWidget(part)
            column.addStretch()
            ends.addLayout(column, 1)
        layout.addLayout(ends)
        layout.addWidget(self._facts)
        row = QHBoxLayout()
        row.setContentsMargins(BESIDE_PX, 6, BESIDE_PX, 0)
        row.setSpacing(8)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch()
        layout.addLayout(row)


def _label(font: QFont) -> QLabel:
    """A label of plain text, flush with excerpts: nothing in a document can become markup."""
    label = QLabel()
    label.setContentsMargins(BESIDE_PX, 0, BESIDE_PX, 0)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(font)
    return label
