"""Answers "why is this marked?" for the selected item, and takes what the reader decides about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from compare_app.core.subjects import ClaimGroup
from compare_app.core.translation import marked, tr
from compare_app.gui.focus_return import FocusReturn
from compare_app.gui.note_edit import NoteEdit
from compare_app.gui.reason import MARGIN_PX, Reason, selectable_label
from compare_app.gui.theme import Theme, scaled
from compare_app.present.cards import Card

_BARE_PX, _ROW_PX = 108, 20  # title, sentence and buttons; a fact or a note
_AIR_PX = 12
_SPARE = 2  # reasons that are there in any case: few items have more
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
        self._reasons: list[Reason] = []
        self._hint = selectable_label(tr(_NOTHING))
        self._hint.setObjectName("dim")
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(MARGIN_PX, 12, MARGIN_PX, 12)
        self._column.setSpacing(6)
        self._column.addWidget(self._hint)
        self._column.addStretch()
        self.setWidget(self._content)
        self.show_cards(())

    def offer(self, actions: Sequence[QAction]) -> None:
        """Offer `actions`, which are about what is selected, behind a button of each card."""
        self._more = tuple(actions)

    def show_cards(self, cards: tuple[Card, ...], about: ClaimGroup = ((), ())) -> None:
        """Show `cards` about some claims, or how to get one. A note that is being written stays with its claims; when
        others are shown it is kept."""
        writing = self._edit.toPlainText() if self._edit is not None else None
        stays = about == self._about and bool(cards)
        focused = QApplication.focusWidget()
        had_keyboard = focused not in (None, self) and self.isAncestorOf(focused)
        edit, self._edit, self._cards, self._about, self._buttons_px = self._edit, None, cards, about, 0
        if edit is not None:
            edit.hide()
            edit.deleteLater()
        self._fill(cards)
        self.verticalScrollBar().setValue(0)
        if had_keyboard and writing is not None and not stays:
            self._focus.give_back(otherwise=self)  # to no button: the next key would decide about another finding
        elif had_keyboard and cards:
            self._reasons[0].focus_first()  # a decision takes its button away; the keyboard is not to be lost with it
        if writing is not None and stays:
            self.edit_note(self._edited_key, writing)
        elif writing is not None:
            self.note_written.emit(writing)

    def edit_note(self, key: str, text: str) -> None:
        """Open a field with `text` under the sentence of the finding `key`, or of the first."""
        self.note_opened.emit()  # first, for to be shown the card may be laid out anew
        if self._edit is not None or not self._cards:
            return
        place = next((place for place, card in enumerate(self._cards) if card.key == key), 0)
        self._edited_key = key
        self._focus.remember()
        self._edit = NoteEdit(text, self._reasons[place])
        self._edit.kept.connect(self._keep_note)
        self._edit.given_up.connect(self._close_note)
        self._settled.start()
        self._reasons[place].insert_note(self._edit)
        self._edit.show()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_edit(self) -> None:
        if self._edit is not None:
            bottom = self._edit.mapTo(self._content, self._edit.rect().bottomLeft()).y()
            below = bottom + _AIR_PX - self.viewport().height()
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
        past, self._reasons = self._reasons, []
        for reason in past:
            reason.hide()
            reason.deleteLater()
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

    def _fill(self, cards: tuple[Card, ...]) -> None:
        """Have a reason for each card show it, and nothing be left in the others."""
        while len(self._reasons) > max(_SPARE, len(cards)):
            past = self._reasons.pop()
            past.hide()
            past.deleteLater()  # later, for a key or a click in it may be what brought this about
        while cards and len(self._reasons) < max(_SPARE, len(cards)):
            self._reasons.append(self._new_reason(cards[0]))
        for spare in self._reasons[len(cards) :]:
            spare.blank()
        for card, reason in zip(cards, self._reasons, strict=False):
            rows = self._rows(card)
            needed_px = reason.fill(card, rows, width_px=self.width(), is_short=len(rows) > self._room)
            self._buttons_px = max(self._buttons_px, needed_px)
            reason.show()
        self._hint.setVisible(not cards)

    def _new_reason(self, card: Card) -> Reason:
        reason = Reason(card, self._theme, self._more, self._content)
        reason.decided.connect(self.decided)
        reason.rule_set.connect(self.rule_set)
        reason.note_wanted.connect(self.note_wanted)
        reason.other_end_wanted.connect(self.other_end_wanted)
        self._column.insertWidget(1 + len(self._reasons), reason)
        return reason

    def _rows(self, card: Card) -> tuple[tuple[str, str], ...]:
        """Notes and facts of `card` with their names; on the first also that one below has a note."""
        further = card is self._cards[0] and any(other.notes for other in self._cards[1:])
        notes = (*card.notes, tr("There is one further down.")) if further else card.notes
        return *((tr("Note"), note) for note in notes), *card.facts
