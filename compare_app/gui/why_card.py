"""Answers "why is this marked?" for the selected item."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from compare_app.gui.theme import Theme, interface_font
from compare_app.present.cards import Card

_NOTHING = "Select a marked claim, a connector or a line of the list to see why it is marked."


class WhyCard(QScrollArea):
    """One bold sentence, one plain sentence, the facts as read; several findings one below the other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("whyCard")
        self.setAccessibleName("Why")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._cards: tuple[Card, ...] = ()
        self.show_cards(())

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """Show `cards`, or how to get one."""
        self._cards = cards
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(6)
        for card in cards:
            self._add(layout, card)
        if not cards:
            hint = _label(_NOTHING)
            hint.setObjectName("dim")
            layout.addWidget(hint)
        layout.addStretch()
        self.setWidget(content)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.show_cards(self._cards)

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
        for name, value in card.facts:
            caption = QLabel(name)
            caption.setObjectName("dim")
            caption.setMinimumWidth(56)
            form.addRow(caption, _label(value))
        layout.addLayout(form)


def _label(text: str) -> QLabel:
    """A selectable label of plain text: nothing in a document can become markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
