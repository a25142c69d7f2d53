"""One answer of the why card: made once and filled anew, for to make and to dress its parts takes most of a jump."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QGridLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from compare_app.core.review import Decision
from compare_app.core.translation import marked, tr
from compare_app.gui.actions import keys_of
from compare_app.gui.theme import Theme, interface_font
from compare_app.present.cards import Card
from compare_app.present.wording import kind_name

MARGIN_PX = 16
_GAP_PX = 8
_PAIR = 2  # buttons side by side where there is little width
_FACTS = 4  # as many as most cards have
_ABOVE_A_NOTE = 2  # title and sentence
_TAKE_BACK = {Decision.CONFIRMED: marked("Open again"), Decision.DISMISSED: marked("Bring back")}
Rows = Sequence[tuple[str, str]]
"""Facts and notes with their names."""


class Reason(QWidget):
    """One bold sentence, one plain sentence, the facts as read, the buttons."""

    decided = Signal(str, object)
    """The key of a finding and the Decision about it, None where it is open again."""
    rule_set = Signal(str, bool)
    """A kind of findings, and whether all of them are to be dismissed."""
    note_wanted = Signal(str)
    """The key of a finding to write about; empty: the claims."""
    other_end_wanted = Signal()
    """The reader wants to see the other of two places in one document."""

    def __init__(self, card: Card, theme: Theme, more: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._card, self._theme = card, theme
        self._ink = ""
        self._widths_px: dict[tuple[str, ...], int] = {}  # of rows of buttons, by their words
        self._title, self._sentence = selectable_label(), selectable_label()
        self._title.setFont(interface_font(14, bold=True))
        self._facts, self._rows = QWidget(), list[tuple[QLabel, QLabel]]()
        self._form = QFormLayout(self._facts)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(3)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._row = QWidget()
        self._buttons = self._decide, self._dismiss, self._other, self._note, self._more = [
            QPushButton(self._row) for _ in range(5)
        ]
        self._grid = QGridLayout(self._row)
        self._grid.setContentsMargins(0, 4, 0, 6)
        self._grid.setSpacing(_GAP_PX)
        self._arranged: tuple[object, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        for part in (self._title, self._sentence, self._facts, self._row):
            self._layout.addWidget(part)
        self._fill_rows((("", ""),) * _FACTS)
        self._make_menu(more)
        self._decide.clicked.connect(self._tell_decision)
        self._dismiss.clicked.connect(lambda: self.decided.emit(self._card.key, Decision.DISMISSED))
        self._other.clicked.connect(self.other_end_wanted)
        self._note.clicked.connect(lambda: self.note_wanted.emit(self._card.key))

    def fill(self, card: Card, rows: Rows, *, width_px: int, is_short: bool) -> int:
        """Show `card` with its facts and notes, where there is little height the buttons first.

        Returns the width that the buttons take in one row; where `width_px` is less they stand in pairs.
        """
        self._card = card
        self._title.setText(f"{card.mark.glyph} {card.title}")
        ink = self._theme.marks[card.mark].ink.name()
        if ink != self._ink:
            self._ink = ink
            self._title.setStyleSheet(f"color: {ink};")
        self._sentence.setText(card.sentence)
        self._fill_rows(rows)
        self._fill_buttons(card)
        self._rule.setVisible(bool(card.kind))
        pattern = tr("Use the rule “{kind}” again") if card.is_rule_dismissed else tr("Dismiss the rule “{kind}”")
        self._rule.setText(pattern.format(kind=kind_name(card.kind)) if card.kind else "")
        for action in self._about_rule:
            action.setVisible(bool(card.kind))
        return self._arrange(width_px, is_short=is_short)

    def blank(self) -> None:
        """Show nothing, and hold no word of what was shown."""
        self.hide()
        for label in (self._title, self._sentence):
            label.clear()
        self._fill_rows(())
        for button in self._buttons:
            _name(button, "")

    def focus_first(self) -> None:
        """Give the keyboard to the first button."""
        next(button for button in self._buttons if not button.isHidden()).setFocus()

    def insert_note(self, edit: QWidget) -> None:
        """Put a field to write in under the sentence."""
        self._layout.insertWidget(_ABOVE_A_NOTE, edit)

    def _fill_rows(self, rows: Rows) -> None:
        while len(self._rows) < len(rows):
            caption, value = QLabel(), selectable_label()
            caption.setObjectName("dim")
            caption.setMinimumWidth(56)
            caption.setAlignment(Qt.AlignmentFlag.AlignTop)
            self._form.addRow(caption, value)
            self._rows.append((caption, value))
        for place, (caption, value) in enumerate(self._rows):
            name, said = rows[place] if place < len(rows) else ("", "")
            caption.setText(name)
            value.setText(said)
            self._form.setRowVisible(place, place < len(rows))

    def _fill_buttons(self, card: Card) -> None:
        confirm = tr("Confirm") if card.decision is None else tr(_TAKE_BACK[card.decision])
        dismiss = tr("Dismiss") if card.key and card.decision is None and not card.is_rule_dismissed else ""
        _name(self._decide, confirm if card.key else "", f"{confirm}: {card.title}")
        self._decide.setToolTip(keys_of("confirm") if card.decision is None else "")
        is_primary = card.decision is None
        if self._decide.property("primary") is not is_primary:
            self._decide.setProperty("primary", is_primary)
            self._decide.setStyleSheet("")  # it looks otherwise now
        _name(self._dismiss, dismiss, f"{dismiss}: {card.title}")
        self._dismiss.setToolTip(keys_of("dismiss"))
        _name(self._other, tr("Show the other place") if card.is_within else "")
        self._other.setToolTip(keys_of("go_to_partner"))
        _name(self._note, tr("Note…"), tr("Note on: {title}", title=card.title))
        self._note.setToolTip(keys_of("note"))
        _name(self._more, tr("More"), tr("More about: {title}", title=card.title))
        self._menu.setAccessibleName(self._more.accessibleName())

    def _make_menu(self, more: Sequence[QAction]) -> None:
        self._menu = QMenu(self._more)
        self._rule = self._menu.addAction("")
        self._rule.triggered.connect(self._tell_rule)
        on_claims = self._menu.addAction(tr("Note on the claims…"))
        on_claims.triggered.connect(lambda: self.note_wanted.emit(""))
        self._about_rule = on_claims, self._menu.addSeparator()
        self._menu.addActions(more)
        self._more.setMenu(self._menu)

    def _arrange(self, width_px: int, *, is_short: bool) -> int:
        shown = [button for button in self._buttons if not button.isHidden()]
        needed_px = self._needed_px(shown)
        columns = _PAIR if needed_px > width_px else len(shown)
        wanted = (*map(id, shown), columns, is_short)
        if wanted != self._arranged:
            self._arranged = wanted
            for column in range(self._grid.columnCount()):
                self._grid.setColumnStretch(column, 0)
            for place, button in enumerate(shown):
                self._grid.addWidget(button, place // columns, place % columns)
            self._grid.setColumnStretch(columns, 1)
            for part in (self._row, self._facts) if is_short else (self._facts, self._row):
                self._layout.removeWidget(part)
                self._layout.addWidget(part)
        return needed_px

    def _needed_px(self, shown: Sequence[QPushButton]) -> int:
        """Pixels that `shown` and the margins beside them take in one row."""
        words = tuple(button.text() for button in shown)
        if words not in self._widths_px:
            for button in shown:
                button.ensurePolished()  # the style says how much air is around its words
            buttons_px = sum(button.sizeHint().width() + _GAP_PX for button in shown)
            self._widths_px[words] = buttons_px + 2 * MARGIN_PX
        return self._widths_px[words]

    @Slot()
    def _tell_decision(self) -> None:
        self.decided.emit(self._card.key, Decision.CONFIRMED if self._card.decision is None else None)

    @Slot()
    def _tell_rule(self) -> None:
        self.rule_set.emit(self._card.kind, not self._card.is_rule_dismissed)


def _name(button: QPushButton, text: str, spoken: str = "") -> None:
    """Write `text` on a button and have `spoken` said of it; without a text there is none."""
    button.setText(text)
    button.setAccessibleName(spoken if text else "")
    button.setVisible(bool(text))


def selectable_label(text: str = "") -> QLabel:
    """A selectable label of plain text: nothing in a document can become markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
