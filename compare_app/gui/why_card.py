"""Answers "why is this marked?" for the selected item, and takes what the reader decides about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QFrame,
    QGridLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from compare_app.core.review import Decision
from compare_app.core.subjects import ClaimGroup
from compare_app.core.translation import marked, tr
from compare_app.gui.actions import keys_of
from compare_app.gui.focus_return import FocusReturn
from compare_app.gui.note_edit import NoteEdit
from compare_app.gui.theme import Theme, interface_font, scaled
from compare_app.present.cards import Card
from compare_app.present.wording import kind_name

_TAKE_BACK = {Decision.CONFIRMED: marked("Open again"), Decision.DISMISSED: marked("Bring back")}
_BARE_PX, _ROW_PX = 108, 20  # title, sentence and buttons; a fact or a note
_AIR_PX = 12
_MARGIN_PX, _GAP_PX = 16, 8
_PAIR = 2  # buttons side by side where there is little width
_PARTS_OF_A_CARD = 4  # title, sentence, facts, buttons
_ABOVE_A_NOTE = 2  # of them: title and sentence
_NOTHING = marked("Select a marked claim, a connector or a line of the list to see why it is marked.")


class WhyCard(QScrollArea):
    """One bold sentence, one plain sentence, the facts as read, the buttons; several findings one below the other."""

    decided = Signal(str, object)
    """The key of a finding and the Decision about it, None where it is open again."""
    rule_set = Signal(str, bool)
    """A kind of findings, and whether all of them are to be dismissed."""
    note_opened = Signal()
    """A field to write in was opened."""
    note_wanted = Signal(str)
    """The key of a finding to write about; empty: the claims."""
    note_written = Signal(str)
    """What now stands in the note that was wanted."""
    other_end_wanted = Signal()
    """The reader wants to see the other of two places in one document."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("whyCard")
        self.setAccessibleName(tr("Why"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._cards: tuple[Card, ...] = ()
        self._more: tuple[QAction, ...] = ()
        self._about: ClaimGroup = ((), ())
        self._edit: NoteEdit | None = None
        self._edited_key = ""
        self._settled = QTimer(self, singleShot=True, interval=0)  # once the field and the page know their sizes
        self._settled.timeout.connect(self._show_edit)
        self.verticalScrollBar().rangeChanged.connect(lambda: self._settled.start())
        self._focus = FocusReturn(self)
        self._room = 0  # rows of facts and notes that are seen above the buttons
        self._is_narrow = False
        self._buttons_px = 0  # that all buttons of a card take in one row
        self.show_cards(())

    def offer(self, actions: Sequence[QAction]) -> None:
        """Offer `actions`, which are about what is selected, behind a button of each card."""
        self._more = tuple(actions)

    def show_cards(self, cards: tuple[Card, ...], about: ClaimGroup = ((), ())) -> None:
        """Show `cards` about some claims, or how to get one. A note that is being written stays with its claims; when
        others are shown it is kept."""
        writing = self._edit.toPlainText() if self._edit is not None else None
        stays = about == self._about and bool(cards)
        self._edit, self._cards, self._about, self._buttons_px = None, cards, about, 0
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(_MARGIN_PX, 12, _MARGIN_PX, 12)
        layout.setSpacing(6)
        for card in cards:
            self._add(layout, card)
        if not cards:
            hint = _label(tr(_NOTHING))
            hint.setObjectName("dim")
            layout.addWidget(hint)
        layout.addStretch()
        focused = QApplication.focusWidget()
        had_keyboard = focused not in (None, self) and self.isAncestorOf(focused)
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()  # later, for a key or a click in it may be what brought this about
        self.setWidget(content)
        if had_keyboard and writing is not None and not stays:
            self._focus.give_back(otherwise=self)  # to no button: the next key would decide about another finding
        elif had_keyboard and (buttons := content.findChildren(QPushButton)):
            buttons[0].setFocus()  # a decision makes the card anew; the keyboard is not to be lost with the button
        if writing is not None and stays:
            self.edit_note(self._edited_key, writing)
        elif writing is not None:
            self.note_written.emit(writing)

    def edit_note(self, key: str, text: str) -> None:
        """Open a field with `text` under the sentence of the finding `key`, or of the first."""
        self.note_opened.emit()  # first, for to be shown the card may be laid out anew
        content = self.widget()
        layout = content.layout() if content is not None else None
        if self._edit is not None or not self._cards or content is None or not isinstance(layout, QVBoxLayout):
            return
        place = next((place for place, card in enumerate(self._cards) if card.key == key), 0)
        self._edited_key = key
        self._focus.remember()
        self._edit = NoteEdit(text, content)
        self._edit.kept.connect(self._keep_note)
        self._edit.given_up.connect(self._close_note)
        self._settled.start()
        layout.insertWidget(place * _PARTS_OF_A_CARD + _ABOVE_A_NOTE, self._edit)
        self._edit.show()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_edit(self) -> None:
        if self._edit is not None:
            below = self._edit.geometry().bottom() + _AIR_PX - self.viewport().height()
            bar = self.verticalScrollBar()  # Qt's own way shows no more than the line with the cursor
            bar.setValue(max(bar.value(), below))

    @Slot()
    def _keep_note(self) -> None:
        if self._edit is not None:
            text = self._edit.toPlainText()
            self._close_note()
            self.note_written.emit(text)

    @Slot()
    def _close_note(self) -> None:
        edit, self._edit = self._edit, None  # first, for to hide it takes the keyboard from it
        if edit is None:
            return
        if edit.hasFocus():
            self._focus.give_back()
        edit.hide()
        edit.deleteLater()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.show_cards(self._cards, self._about)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Where there is little height the buttons come before the facts, so that they need no scrolling; a note
        comes before the facts everywhere."""
        super().resizeEvent(event)
        room = max(0, event.size().height() - scaled(_BARE_PX)) // scaled(_ROW_PX)
        is_narrow = event.size().width() < self._buttons_px
        turns = any((rows > room) != (rows > self._room) for rows in map(len, map(self._rows, self._cards)))
        self._room = room if self._edit is None else self._room
        if (turns or is_narrow != self._is_narrow) and self._edit is None:
            self._is_narrow = is_narrow
            self.show_cards(self._cards, self._about)

    def _add(self, layout: QVBoxLayout, card: Card) -> None:
        title = _label(f"{card.mark.glyph} {card.title}")
        title.setFont(interface_font(14, bold=True))
        title.setStyleSheet(f"color: {self._theme.marks[card.mark].ink.name()};")
        layout.addWidget(title)
        layout.addWidget(_label(card.sentence))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(3)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        rows = self._rows(card)
        for name, value in rows:
            caption = QLabel(name)
            caption.setObjectName("dim")
            caption.setMinimumWidth(56)
            caption.setAlignment(Qt.AlignmentFlag.AlignTop)
            form.addRow(caption, _label(value))
        for part in (self._buttons(card), form) if len(rows) > self._room else (form, self._buttons(card)):
            layout.addLayout(part)

    def _rows(self, card: Card) -> tuple[tuple[str, str], ...]:
        """Notes and facts of `card` with their names; on the first also that one below has a note."""
        further = card is self._cards[0] and any(other.notes for other in self._cards[1:])
        notes = (*card.notes, tr("There is one further down.")) if further else card.notes
        return *((tr("Note"), note) for note in notes), *card.facts

    def _buttons(self, card: Card) -> QGridLayout:
        """The buttons in one row, or in pairs where their words take more than the width."""
        row = [*self._deciding(card)]
        if card.is_within:
            other = QPushButton(tr("Show the other place"))
            other.setToolTip(keys_of("go_to_partner"))
            other.clicked.connect(self.other_end_wanted)
            row.append(other)
        row += [self._note_button(card), self._more_button(card)]
        for button in row:
            button.setParent(self)  # whose style says how much air is around its words
            button.ensurePolished()
        needed_px = sum(button.sizeHint().width() + _GAP_PX for button in row) + 2 * _MARGIN_PX
        self._buttons_px = max(self._buttons_px, needed_px)
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 6)
        grid.setSpacing(_GAP_PX)
        columns = _PAIR if needed_px > self.width() else len(row)
        for place, button in enumerate(row):
            grid.addWidget(button, place // columns, place % columns)
        grid.setColumnStretch(columns, 1)
        return grid

    def _deciding(self, card: Card) -> Iterator[QPushButton]:
        if not card.key:
            return
        if card.decision is not None:
            yield self._button(tr(_TAKE_BACK[card.decision]), card, None)
            return
        yield self._button(tr("Confirm"), card, Decision.CONFIRMED, keys_of("confirm"), primary=True)
        if not card.is_rule_dismissed:
            yield self._button(tr("Dismiss"), card, Decision.DISMISSED, keys_of("dismiss"))

    def _note_button(self, card: Card) -> QPushButton:
        button = QPushButton(tr("Note…"))
        button.setToolTip(keys_of("note"))
        button.setAccessibleName(tr("Note on: {title}", title=card.title))
        button.clicked.connect(lambda: self.note_wanted.emit(card.key))
        return button

    def _more_button(self, card: Card) -> QPushButton:
        button = QPushButton(tr("More"))
        button.setAccessibleName(tr("More about: {title}", title=card.title))
        menu = QMenu(button)
        menu.setAccessibleName(button.accessibleName())
        if card.kind:
            pattern = tr("Use the rule “{kind}” again") if card.is_rule_dismissed else tr("Dismiss the rule “{kind}”")
            rule = menu.addAction(pattern.format(kind=kind_name(card.kind)))
            rule.triggered.connect(partial(self._set_rule, card.kind, not card.is_rule_dismissed))
            menu.addAction(tr("Note on the claims…")).triggered.connect(lambda: self.note_wanted.emit(""))
            menu.addSeparator()
        menu.addActions(self._more)
        button.setMenu(menu)
        return button

    def _set_rule(self, kind: str, dismissed: bool, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 (a slot)
        self.rule_set.emit(kind, dismissed)

    def _button(
        self, text: str, card: Card, decision: Decision | None, keys: str = "", *, primary: bool = False
    ) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("primary", primary)
        button.setToolTip(keys)
        button.setAccessibleName(f"{text}: {card.title}")
        button.clicked.connect(partial(self._decide, card.key, decision))
        return button

    def _decide(self, key: str, decision: Decision | None) -> None:
        self.decided.emit(key, decision)


def _label(text: str) -> QLabel:
    """A selectable label of plain text: nothing in a document can become markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
