"""A list of cards of different heights that makes no more of them than are on screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from compare_app.gui.findings.finding_card import FindingCard

_GUESSED_PX = 240  # of a card that was not measured yet
_MEASURE_PX = 980  # wider than this a card is hard to take in
_MARGIN_PX, _GAP_PX = 20, 12
_STEP_PX = 40


class CardList(QAbstractScrollArea):
    """Places cards under each other; each is filled when it comes into view and measured then."""

    chosen = Signal(int)
    """The place that the reader went to by key."""

    def __init__(self, make: Callable[[], FindingCard], fill: Callable[[FindingCard, int], None]) -> None:
        super().__init__()
        self._make, self._fill = make, fill
        self._heights: list[int] = []
        self._measured: set[int] = set()
        self._tops: list[int] = [0]
        self._shown: dict[int, FindingCard] = {}
        self._spare: list[FindingCard] = []
        self._current = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_STEP_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("cardList")

    def set_count(self, count: int) -> None:
        """Show `count` cards instead of those before, from the first."""
        self._heights = [_GUESSED_PX] * count
        self._measured.clear()
        self._add_up()
        self.refresh()

    def refresh(self) -> None:
        """Fill what is on screen again."""
        self._put_away(set())
        self._measured.clear()
        self._place()

    def place_of(self, card: FindingCard) -> int:
        """Which place a card on screen shows. Raises StopIteration for one that shows none."""
        return next(place for place, shown in self._shown.items() if shown is card)

    def make_current(self, place: int) -> None:
        """Bring `place` into view, -1 for none."""
        self._current = place
        if 0 <= place < len(self._heights):
            self._measure_near(place)
            bar, top = self.verticalScrollBar(), self._tops[place]
            bottom = top + self._heights[place] + _GAP_PX - self.viewport().height()
            bar.setValue(min(max(bar.value(), bottom), top - _GAP_PX))
        self.refresh()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Move the cards, and make those that come into view."""
        del dx, dy
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Measure for the new width; the card at the top stays there."""
        super().resizeEvent(event)
        first = self._first()
        self._measured.clear()
        self._measure_near(first)
        if first:
            self.verticalScrollBar().setValue(self._tops[first])
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Up, Down, Home and End go from card to card."""
        last = len(self._heights) - 1
        wanted = {
            Qt.Key.Key_Up: max(0, self._current - 1),
            Qt.Key.Key_Down: min(last, self._current + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if wanted is None or last < 0:
            super().keyPressEvent(event)
        else:
            self.chosen.emit(wanted)

    def _first(self) -> int:
        """The place at the top of the viewport."""
        return max(0, bisect_right(self._tops, self.verticalScrollBar().value()) - 1)

    def _place(self) -> None:
        """Show what belongs on screen. A card that turns out higher on the way up moves nothing below it."""
        if not self._heights:
            self._put_away(set())
            return
        first, bar = self._first(), self.verticalScrollBar()
        first = min(first, len(self._heights) - 1)
        if first not in self._measured and self._tops[first] < bar.value():
            before = self._heights[first]
            self._show(first)
            bar.blockSignals(True)  # noqa: FBT003
            bar.setValue(bar.value() + self._heights[first] - before)
            bar.blockSignals(False)  # noqa: FBT003
        wanted, place, bottom = set(), first, bar.value() + self.viewport().height()
        while place < len(self._heights) and self._tops[place] < bottom:
            self._show(place)
            wanted.add(place)
            place += 1
        self._put_away(wanted)
        self._move(sorted(wanted))

    def _move(self, places: list[int]) -> None:
        before: QWidget | None = None
        for place in places:
            card, y = self._shown[place], self._tops[place] - self.verticalScrollBar().value()
            card.setGeometry(self._left(), y, self._width(), self._heights[place])
            card.show()
            for button in card.buttons:
                if before is not None:
                    QWidget.setTabOrder(before, button)
                before = button

    def _show(self, place: int) -> None:
        if place not in self._shown:
            card = self._spare.pop() if self._spare else self._new_card()
            self._shown[place] = card
            self._fill(card, place)
        if place not in self._measured:
            self._measured.add(place)
            height = self._shown[place].heightForWidth(self._width())
            if height != self._heights[place]:
                self._heights[place] = height
                self._add_up()

    def _measure_near(self, place: int) -> None:
        """Measure `place` and as many before it as a screen may hold, so that it stays where it is brought."""
        for near in range(max(0, place - 3), min(place + 2, len(self._heights))):
            self._show(near)

    def _new_card(self) -> FindingCard:
        card = self._make()
        card.setParent(self.viewport())
        return card

    def _put_away(self, wanted: set[int]) -> None:
        for place in [place for place in self._shown if place not in wanted]:
            card = self._shown.pop(place)
            card.hide()
            self._spare.append(card)

    def _add_up(self) -> None:
        tops = accumulate((height + _GAP_PX for height in self._heights), initial=_GAP_PX)
        self._tops = list(tops)
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, self._tops[-1] - self.viewport().height()))

    def _width(self) -> int:
        return max(1, min(_MEASURE_PX, self.viewport().width() - 2 * _MARGIN_PX))

    def _left(self) -> int:
        return (self.viewport().width() - self._width()) // 2
