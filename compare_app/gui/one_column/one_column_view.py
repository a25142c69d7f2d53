"""The right text with revision marks, for whom two columns are too many."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from compare_app.core.comparison import Comparison
from compare_app.core.document import Block, BlockKind, Document, Side
from compare_app.core.records import replace
from compare_app.core.spans import Span
from compare_app.core.translation import tr
from compare_app.gui.in_slices import InSlices
from compare_app.gui.one_column.revised_pane import RevisedPane
from compare_app.gui.overview import Overview
from compare_app.gui.pane.on_screen import EYE
from compare_app.gui.state import State
from compare_app.gui.theme import Theme
from compare_app.gui.when_seen import WhenSeen
from compare_app.gui.whereabouts import is_on_screen, items_behind_eye
from compare_app.present.highlights import Highlight
from compare_app.present.items import Item
from compare_app.present.revised import Revised, revised_in_steps
from compare_app.present.ticks import ColumnTicks


class OneColumnView(QWidget):
    """One page and the bar beside it."""

    item_chosen = Signal(int)

    def __init__(self, state: State, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("oneColumn")
        self._state = state
        self._of: Comparison | None = None  # what the page is of
        self._coming: Comparison | None = None  # what the next page will be of
        self._ticks: ColumnTicks | None = None
        self._making = InSlices[Revised](self._show_made, self)
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
        state.review_changed.connect(WhenSeen(self, self._show_review).ask)
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
        if self._page is None or (claim is not None and is_on_screen(self.pane, [claim])):
            return None
        return items_behind_eye(self.pane, self._number_in_order, len(self._state.items), forward=forward)

    def _number_in_order(self, claim: int) -> int | None:
        assert self._page is not None  # or nobody asks
        number = self._page.items[claim]
        return None if self._state.items[number].moved else number

    def _show_text(self) -> None:
        """Make the text anew, in a while where it is long; until then what was shown before stays, without marks."""
        self._coming = comparison = self._state.comparison
        if comparison is None:
            self._making.stop()
            self._show_made(None)
            return
        self._making.start(revised_in_steps(comparison, self._state.items))
        if self._making.is_busy and self._of is None:
            self.pane.set_document(_sentence(tr("The two texts are being written as one…")))

    def _show_made(self, made: Revised | None) -> None:
        self._of, self._ticks = self._coming, ColumnTicks(made) if made else None
        self.pane.show_revised(made)
        self._show_review()
        self._show_selection()

    def _show_review(self) -> None:
        """A decision changes marks and no letter."""
        if self._page is not None:
            self.pane.revised = replace(self._page, decided=self._state.items)
        self._show_marks()

    def _show_marks(self) -> None:
        page = self._page
        self.pane.set_selected_item(self._state.selected)
        self.pane.set_highlights(self.highlights_in)
        ticks = self._ticks.ticks(self._state.shown.listing) if page is not None and self._ticks is not None else {}
        self._overview.set_ticks(0 if page is None else len(page.document.text), ticks)
        self._overview.set_visible(self.pane.on_screen.span())

    @property
    def _page(self) -> Revised | None:
        """What is shown of the comparison of now; None until it is made."""
        return self.pane.revised if self._of is self._state.comparison else None

    def highlights_in(self, span: Span) -> Iterable[Highlight]:
        """The marked ranges of the column that reach into `span` and that the filter lets through."""
        page = self._page
        return () if page is None else (one for one in page.marks_in(span) if self._state.is_shown(one.item))

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
        if self._state.selected is None or self._page is None:
            return None
        number: int | None = self._state.selected
        item = self._state.items[self._state.selected]
        if item.elsewhere:
            number = self._link_of(item)
        return None if number is None else next(iter(self._page.claims.get(number, ())), None)

    def _link_of(self, item: Item) -> int | None:
        """The item that holds the first claim of what disagrees without a link: only links stand in the text."""
        side = Side.RIGHT if item.right else Side.LEFT
        return next(iter(self._state.items_at(side, item.claims(side)[0])), None)

    @Slot(int)
    def _tell(self, claim: int) -> None:
        if self._page is not None:
            self.item_chosen.emit(self._page.items[claim])


def _sentence(text: str) -> Document:
    """A page that says `text` and holds nothing to point at."""
    return Document(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), ())
