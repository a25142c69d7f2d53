"""The right text with revision marks, for whom two columns are too many."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.spans import Span
from compare_app.gui.levelling import EYE
from compare_app.gui.one_column.revised_pane import RevisedPane
from compare_app.gui.overview import Overview
from compare_app.gui.state import State
from compare_app.gui.theme import Theme
from compare_app.gui.when_seen import WhenSeen
from compare_app.gui.whereabouts import is_on_screen, items_behind_eye
from compare_app.present.highlights import Highlight, Ranges, Weight
from compare_app.present.items import Item
from compare_app.present.marks import Mark
from compare_app.present.revised import Revised, revised
from compare_app.present.ticks import Ticks


class OneColumnView(QWidget):
    """One page and the bar beside it."""

    item_chosen = Signal(int)

    def __init__(self, state: State, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("oneColumn")
        self._state = state
        self._of: Comparison | None = None  # what the page is of
        self._revised: Revised | None = None
        self._ranges = Ranges(())
        self._claim_of: dict[int, int] = {}  # the first claim of each item
        self.pane = RevisedPane(theme)
        self._overview = Overview(theme)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pane, 1)
        layout.addWidget(self._overview)
        self.pane.claim_reached.connect(self._tell)
        for changed in (self.pane.view_changed, self.pane.height_changed):
            changed.connect(lambda: self._overview.set_visible(self.pane.on_screen.span()))
        self._overview.wanted.connect(lambda offset: self.pane.bring_offset_to(offset, EYE * self.pane.height()))
        state.comparison_changed.connect(WhenSeen(self, self._show_text).ask)
        state.review_changed.connect(WhenSeen(self, partial(self._show_text, keep_place=True)).ask)
        state.filter_changed.connect(WhenSeen(self, self._show_marks).ask)
        state.selection_changed.connect(WhenSeen(self, self._show_selection).ask)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self.pane.set_theme(theme)
        self._overview.set_theme(theme)

    def take_focus(self) -> None:
        """Take the keyboard."""
        self.pane.setFocus()

    def has_focus(self) -> bool:
        """Whether the page has the keyboard."""
        return self.pane.hasFocus()

    def copy(self) -> None:
        """Put what is selected on the clipboard, with its marks."""
        self.pane.copy()

    def items_behind(self, *, forward: bool) -> int | None:
        """As many as up to the selected one while it is seen, else up to what stands at eye level."""
        claim = self._claim_to_show()
        if self._revised is None or (claim is not None and is_on_screen(self.pane, [claim])):
            return None
        return items_behind_eye(self.pane, self._number_in_order, len(self._state.items), forward=forward)

    def _number_in_order(self, claim: int) -> int | None:
        assert self._revised is not None  # or there is no claim
        number = self._revised.items[claim]
        return None if self._state.items[number].moved else number

    def _show_text(self, *, keep_place: bool = False) -> None:
        """Make the text anew; a decision changes marks and no letter, so that the place can be kept."""
        self._of = comparison = self._state.comparison
        self._revised = revised(comparison, self._state.items) if comparison else None
        self._claim_of = {}
        for claim, number in enumerate(self._revised.items if self._revised else ()):
            self._claim_of.setdefault(number, claim)
        self._ranges = Ranges(self._revised.marks if self._revised else ())
        self.pane.show_revised(self._revised)
        self._show_marks()
        if not keep_place:
            self._show_selection()

    def _show_marks(self) -> None:
        self.pane.set_selected_item(self._state.selected)
        self.pane.set_highlights(self.highlights_in)
        self._overview.set_ticks(len(self._revised.document.text) if self._revised else 0, self._ticks())
        self._overview.set_visible(self.pane.on_screen.span())

    def highlights_in(self, span: Span) -> Iterable[Highlight]:
        """The marked ranges of the column that reach into `span` and that the filter lets through."""
        if self._of is not self._state.comparison:
            return ()  # laid out anew between two comparisons: the items are those of the next
        return (one for one in self._ranges.within(span) if self._state.is_shown(one.item))

    def _ticks(self) -> Ticks:
        found: dict[Mark, list[int]] = {}
        for mark in self._revised.marks if self._revised else ():
            if mark.weight is Weight.CLAIM and mark.mark is not Mark.REWORDED and self._state.is_shown(mark.item):
                found.setdefault(mark.mark, []).append(mark.span.start)
        return {mark: sorted(starts) for mark, starts in found.items()}

    def _show_selection(self) -> None:
        self.pane.set_selected_item(self._state.selected)
        claim = self._claim_to_show()
        if claim is None:
            return
        top, bottom = self.pane.on_screen.claim_extent(claim)
        if not 0 <= top < bottom <= self.pane.viewport().height():
            self.pane.bring_to(claim, EYE * self.pane.viewport().height())
        self.pane.put_cursor_in(claim)

    def _claim_to_show(self) -> int | None:
        """The claim of this page that stands for the selected item, None where there is none."""
        if self._state.selected is None or self._revised is None:
            return None
        number: int | None = self._state.selected
        item = self._state.items[self._state.selected]
        if item.elsewhere:
            number = self._link_of(item)
        return None if number is None else self._claim_of.get(number)

    def _link_of(self, item: Item) -> int | None:
        """The item that holds the first claim of what disagrees without a link: only links stand in the text."""
        side = Side.RIGHT if item.right else Side.LEFT
        return next(iter(self._state.items_at(side, item.claims(side)[0])), None)

    @Slot(int)
    def _tell(self, claim: int) -> None:
        if self._revised is not None:
            self.item_chosen.emit(self._revised.items[claim])
