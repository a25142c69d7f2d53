"""The findings of a comparison as cards, and how many of them are reviewed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from compare_app.core.comparison import Comparison
from compare_app.core.translation import grouped, tr, tr_n
from compare_app.gui.findings.card_list import CardList
from compare_app.gui.findings.finding_card import CardContent, FindingCard
from compare_app.gui.state import State
from compare_app.gui.theme import Theme, interface_font
from compare_app.gui.when_seen import WhenSeen
from compare_app.present.agenda import Agenda, Point
from compare_app.present.excerpts import excerpts_of
from compare_app.present.marks import Mark

_CONTEXT = 1  # claims before and after the one that a finding is about


class FindingsView(QWidget):
    """Contradictions, doubts and shifts, gravest first. What is dismissed stays in its place, to be brought back."""

    item_chosen = Signal(int)
    place_wanted = Signal(int)
    """The item that the reader wants to see in its place in both texts."""
    decided = Signal(str, object)
    """The key of a finding and the Decision about it, None where it is open again."""
    note_wanted = Signal(str)
    """The key of a finding to write about."""

    def __init__(
        self, state: State, theme: Theme, offered: Sequence[QAction] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state, self._theme, self._offered = state, theme, offered
        self._of: Comparison | None = None  # what the cards are of
        self._places: list[int] = []  # of the points that the filter lets through, in the agenda
        self._current = -1
        self._progress, self._bar = QLabel(), QProgressBar()
        self._list = CardList(self._new_card, self._fill)
        self._nothing = QLabel()
        self._build()
        for signal in (state.comparison_changed, state.filter_changed):
            signal.connect(WhenSeen(self, self._show_all).ask)
        state.review_changed.connect(WhenSeen(self, self._show_decisions).ask)
        state.selection_changed.connect(WhenSeen(self, self._show_selection).ask)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self._list.refresh()

    def take_focus(self) -> None:
        """Take the keyboard."""
        self._list.setFocus()

    def has_focus(self) -> bool:
        """Whether the list or a button of a card has the keyboard."""
        focused = QGuiApplication.focusObject()
        return isinstance(focused, QWidget) and self.isAncestorOf(focused)

    def copy(self) -> None:
        """Put the current finding on the clipboard as text."""
        if self._current >= 0:
            content = self._content(self._current)
            facts = [f"{name}: {value}" for name, value in content.card.facts]
            QGuiApplication.clipboard().setText("\n".join((content.card.title, content.card.sentence, *facts)))

    def items_behind(self, *, forward: bool) -> int | None:
        """As many as up to the selected one: the cards stand in an order of their own."""
        return None

    def _build(self) -> None:
        self.setObjectName("findings")
        self.setAccessibleName(tr("Findings"))
        self._list.setAccessibleName(tr("Findings, gravest first"))
        self._list.chosen.connect(self._choose)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Reviewed"))
        self._bar.setFixedWidth(160)
        self._progress.setFont(interface_font(12))
        self._nothing.setObjectName("dim")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QWidget()
        head.setObjectName("findingsHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(12)
        row.addWidget(self._progress)
        row.addWidget(self._bar)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part, stretch in ((head, 0), (self._nothing, 1), (self._list, 1)):
            layout.addWidget(part, stretch)
        self._head = head

    @property
    def _agenda(self) -> Agenda:
        return self._state.agenda()

    def _point(self, number: int) -> Point:
        return self._agenda.points[self._places[number]]

    def _show_all(self) -> None:
        self._of = self._state.comparison
        points = self._agenda.points if self._of is not None else ()
        self._places = [place for place, point in enumerate(points) if self._is_shown(point)]
        self._current = -1
        self._nothing.setText(tr("No finding of this kind.") if points else tr("No rule has found anything here."))
        self._nothing.setVisible(not self._places)
        self._list.setVisible(bool(self._places))
        self._head.setVisible(bool(points))
        self._list.set_count(len(self._places))
        self._show_progress()
        self._show_selection()

    def _is_shown(self, point: Point) -> bool:
        is_all_dismissed = self._state.items[point.item].mark is Mark.DISMISSED
        return self._state.is_shown(point.item) or (is_all_dismissed and not self._state.filter.is_active)

    def _show_decisions(self) -> None:
        self._show_progress()
        self._list.refresh()

    def _show_progress(self) -> None:
        if self._state.comparison is None:
            return
        count, reviewed = len(self._agenda.points), self._agenda.reviewed(self._state.review)
        self._progress.setText(
            tr_n(
                "{reviewed} of {count} finding reviewed",
                "{reviewed} of {count} findings reviewed",
                count,
                reviewed=reviewed,
            )
        )
        self._bar.setRange(0, max(1, count))
        self._bar.setValue(reviewed)

    def _show_selection(self) -> None:
        """Bring the selected item's first card into view, unless another card of it is current."""
        if self._is_past:
            return
        selected = self._state.selected
        if 0 <= self._current < len(self._places) and self._point(self._current).item == selected:
            return
        points = self._agenda.points if self._places else ()
        found = (number for number, place in enumerate(self._places) if points[place].item == selected)
        self._current = next(found, -1) if selected is not None else -1
        self._list.make_current(self._current)

    @Slot(int)
    def _choose(self, number: int) -> None:
        self._current = number
        self._list.make_current(number)
        self.item_chosen.emit(self._point(number).item)

    def _new_card(self) -> FindingCard:
        card = FindingCard(self._theme, self._offered)
        card.chosen.connect(lambda: self._choose(self._list.place_of(card)))
        card.place_wanted.connect(lambda: self.place_wanted.emit(self._point(self._list.place_of(card)).item))
        card.decided.connect(self.decided)
        card.note_wanted.connect(self.note_wanted)
        return card

    @property
    def _is_past(self) -> bool:
        """Whether the cards are of another comparison than that of now, which is to be shown in a moment."""
        return self._of is not self._state.comparison

    def _fill(self, card: FindingCard, number: int) -> None:
        if not self._is_past:
            card.fill(self._content(number), self._theme)

    def _content(self, number: int) -> CardContent:
        assert self._state.comparison is not None  # or there were no points
        point, items = self._point(number), self._state.items
        return CardContent(
            self._agenda.card(self._places[number], items, self._state.review),
            excerpts_of(self._state.comparison, items[point.item], point.item, context=_CONTEXT),
            tr("{place} of {count}", place=grouped(number + 1), count=grouped(len(self._places))),
            number == self._current,
        )
