"""The one truth of a window: what is open, what was found, what is selected and shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from compare_app.core.comparison import Comparison
from compare_app.core.document import Document, Side
from compare_app.core.records import replace
from compare_app.core.review import Review
from compare_app.core.spans import Span
from compare_app.core.subjects import ClaimGroup
from compare_app.present.agenda import Agenda
from compare_app.present.cards import Card, cards_of
from compare_app.present.filters import Filter
from compare_app.present.highlights import Highlight
from compare_app.present.items import Item
from compare_app.present.marks import Mark
from compare_app.present.prepared import Prepared, nothing_compared, prepare
from compare_app.present.rows import Rows
from compare_app.present.search import Found, SearchText
from compare_app.present.shown import Shown
from compare_app.present.summary import Summary


class State(QObject):
    """Holds documents, comparison, selection and filter, and tells who listens when one of them changed."""

    documents_changed = Signal()
    comparison_changed = Signal()
    selection_changed = Signal()
    filter_changed = Signal()
    review_changed = Signal()
    found_changed = Signal()
    match_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.documents: dict[Side, Document | None] = {Side.LEFT: None, Side.RIGHT: None}
        self.comparison: Comparison | None = None
        self.review = Review()
        self.items: tuple[Item, ...] = ()
        self.summary: Summary | None = None
        self.selected: int | None = None
        self.filter = Filter()
        self._texts: dict[Side, tuple[Document, SearchText]] = {}
        self.found: Found | None = None
        self.match: int | None = None
        self._prepared: Prepared
        self.shown: Shown
        """What the filter lets through; of no comparison nothing."""
        self._take(prepare(nothing_compared(), self.review))

    def set_documents(self, documents: Mapping[Side, Document | None]) -> None:
        """Put a document on each side named; a comparison with those before is void."""
        self.documents = {**self.documents, **documents}
        self._set_comparison(None)
        self.documents_changed.emit()
        self.comparison_changed.emit()

    def set_comparison(
        self, comparison: Comparison, prepared: Prepared | None = None, review: Review | None = None
    ) -> None:
        """Take a new result; its documents become the open ones. Of the same documents the selection stays.

        What is `prepared` of it need not be made here. `review` is what was decided, as it speaks of this result.
        """
        self.review = self.review if review is None else review
        changed = any(comparison.document(side) is not self.documents[side] for side in Side)
        selected = None if self.selected is None or changed else self.items[self.selected]
        self.documents = {side: comparison.document(side) for side in Side}
        self._set_comparison(comparison, prepared)
        self.selected = None if selected is None else self._item_like(selected)
        if changed:
            self.documents_changed.emit()
        self.comparison_changed.emit()

    def select(self, item: int | None) -> None:
        """Select an item, or nothing. Selecting the selected one tells again: its place is wanted."""
        self.selected = item
        self.selection_changed.emit()

    def selected_claims(self) -> ClaimGroup:
        """The claims of the selected item on both sides; none where nothing is selected."""
        item = None if self.selected is None else self.items[self.selected]
        return ((), ()) if item is None else (item.left, item.right)

    def selected_cards(self) -> tuple[Card, ...]:
        """Why the selected item is marked; empty where nothing is selected, or where the filter hides it."""
        if self.comparison is None or self.selected is None:
            return ()
        item = self.items[self.selected]
        if not self.is_shown(self.selected) and item.mark is not Mark.DISMISSED:
            return ()
        return cards_of(self.comparison, item, self.review)

    def set_review(self, review: Review) -> None:
        """Take other decisions; items keep their numbers, so what is selected stays selected."""
        self.review = review
        prepared = self._prepared.reviewed(review)
        self._take(prepared, self.shown.decided(prepared))
        if self.filter.mark is Mark.DISMISSED and not self._prepared.summary.count(Mark.DISMISSED):
            self.filter = replace(self.filter, mark=None)
            self._sift()
        self.review_changed.emit()

    def set_filter(self, chosen: Filter) -> None:
        """Show only what `chosen` lets through."""
        self.filter = chosen
        self._sift()
        self.filter_changed.emit()

    def agenda(self) -> Agenda:
        """All findings of the comparison."""
        return self._prepared.agenda

    def confirmed(self) -> frozenset[int]:
        """The items of which a finding was confirmed."""
        return self.agenda().confirmed(self.review)

    def set_found(self, found: Found | None) -> None:
        """Take what was found of words that are looked for, None where none are; no match is pointed at."""
        self.found, self.match = found, None
        self.found_changed.emit()

    def set_match(self, match: int | None) -> None:
        """Point at one of the matches, by its place among all of them, from 1."""
        self.match = match
        self.match_changed.emit()

    def item_at(self, side: Side, claim: int) -> int | None:
        """The item that holds a claim, None before there is a comparison.

        Of several the link or lone claim, unless only another is marked.
        """
        found = self.items_at(side, claim)
        return next((number for number in found if self.items[number].is_marked), next(iter(found), None))

    def items_at(self, side: Side, claim: int) -> Sequence[int]:
        """All items that hold a claim, its link or itself first."""
        return self._prepared.places.items_at(side, claim)

    def number_in_order(self, side: Side, claim: int) -> int | None:
        """The link that holds a claim, or the lone claim itself; None where it was moved elsewhere."""
        number = next(iter(self.items_at(side, claim)), None)
        return None if number is None or self.items[number].moved else number

    def is_shown(self, item: int) -> bool:
        """Whether the filter lets an item through; without one all but what was dismissed altogether."""
        return self.shown.has(item)

    def visible_rows(self) -> Rows:
        """The rows the filter lets through."""
        return self.shown.rows

    def visible_differences(self) -> Sequence[int]:
        """The items that are listed and that the filter lets through, in reading order."""
        return self.shown.differences

    def search_text(self, side: Side) -> SearchText:
        """The document of `side` made ready to be searched; an empty text where there is none."""
        document = self.documents[side]
        if document is None:
            return SearchText("")
        if side not in self._texts or self._texts[side][0] is not document:
            self._texts[side] = (document, SearchText(document.text))
        return self._texts[side][1]

    def highlights_in(self, side: Side, span: Span) -> Iterator[Highlight]:
        """The marked ranges of `side` that reach into `span` and that the filter lets through, claims first."""
        found = self._prepared.places.highlights_in(side, span)
        yield from (highlight for highlight in found if self.is_shown(highlight.item))

    def numbers_under(self, mark: Mark | None) -> Sequence[int]:
        """The visible differences, or all items under `mark`, in reading order."""
        if mark is None:
            return self.visible_differences()
        return self._prepared.under(mark)

    def _set_comparison(self, comparison: Comparison | None, prepared: Prepared | None = None) -> None:
        self.comparison = comparison
        self.selected = None
        prepared = prepared or prepare(comparison or nothing_compared(), self.review)
        self._take(prepared if prepared.review is self.review else prepared.reviewed(self.review))
        if not any(map(self.is_shown, range(len(self.items)))):
            self.filter = Filter(facts_only=self.filter.facts_only, hides_same=self.filter.hides_same)
            self._sift()

    def _item_like(self, before: Item) -> int | None:
        """The item of now that holds the claims of one before, or its first claim."""
        same = (before.left, before.right, bool(before.elsewhere))
        numbered = enumerate((item.left, item.right, bool(item.elsewhere)) for item in self.items)
        found = next((number for number, item in numbered if item == same), None)
        side = Side.LEFT if before.left else Side.RIGHT
        return self.item_at(side, before.claims(side)[0]) if found is None else found

    def _take(self, prepared: Prepared, shown: Shown | None = None) -> None:
        """Show what was made of the comparison and the decisions, and what is `shown` of it where that is known."""
        self._prepared, self.items = prepared, prepared.items
        self.summary = prepared.summary if self.comparison is not None else None
        self.shown = shown or Shown(prepared, self.filter, self.search_text)

    def _sift(self) -> None:
        """What is shown is to be worked out anew."""
        self.shown = Shown(self._prepared, self.filter, self.search_text)
