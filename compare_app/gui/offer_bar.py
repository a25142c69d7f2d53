"""Something the program could do for the person, with a button for each answer; it waits and blocks nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from compare_app.core.records import record
from compare_app.core.translation import tr


@record
class Offer:
    """A sentence and what can be answered: the text of a button and what it does, the likeliest first.

    A later offer with the same `key` takes the place of this one.
    """

    key: str
    sentence: str
    answers: tuple[tuple[str, Callable[[], object]], ...]


class OfferBar(QWidget):
    """Shows one offer at a time, the oldest first."""

    answered = Signal()
    """The person answered; the button with the keyboard is gone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offerBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._offers: list[Offer] = []
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._buttons = QHBoxLayout()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.addWidget(self._label, 1)
        layout.addLayout(self._buttons)
        self.hide()

    @Slot(object)
    def offer(self, offer: Offer) -> None:
        """Show `offer`, or after those before it; in the place of one with the same key."""
        keys = [known.key for known in self._offers]
        if offer.key in keys:
            self._offers[keys.index(offer.key)] = offer
        else:
            self._offers.append(offer)
        self._show()

    @Slot(str)
    def withdraw(self, key: str) -> None:
        """Offer what is called `key` no longer."""
        self._offers = [offer for offer in self._offers if offer.key != key]
        self._show()

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What is offered now, the one on screen first."""
        return tuple(self._offers)

    def _show(self) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.hide()
                button.deleteLater()
        self.setVisible(bool(self._offers))
        if not self._offers:
            return
        offer = self._offers[0]
        self._label.setText(offer.sentence)
        self.setAccessibleName(offer.sentence)
        later: tuple[str, Callable[[], object]] = (tr("Not now"), lambda: None)
        for number, (text, act) in enumerate((*offer.answers, later)):
            button = QPushButton(text, autoDefault=True)  # Return presses it, too
            button.setProperty("primary", number == 0)
            button.setAccessibleDescription(offer.sentence)
            button.clicked.connect(partial(self._answer, offer, act))
            self._buttons.addWidget(button)

    def _answer(self, offer: Offer, act: Callable[[], object]) -> None:
        self.withdraw(offer.key)
        self.answered.emit()
        act()
