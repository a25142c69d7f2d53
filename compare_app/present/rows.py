"""The list of differences: one line each, gravest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.links import EditKind
from compare_app.core.records import record
from compare_app.core.translation import tr
from compare_app.present.cards import cards_of
from compare_app.present.items import Item
from compare_app.present.listing import Listing
from compare_app.present.marks import Mark
from compare_app.present.wording import cut, item_label, one_line

_MOST_LETTERS = 400  # of a claim on one line: more than the widest screen shows
_LEAD_LETTERS = 20  # shown before what differs: about half of a column in a window of 1,280 pixels


@record
class Row:
    """One difference as a line: `item` indexes the items. Its texts are made when asked for: few are ever on screen."""

    item: int
    mark: Mark
    entry: Item
    comparison: Comparison

    @property
    def also_moved(self) -> bool:
        """Whether it moved besides what its mark says."""
        return self.entry.also_moved

    @property
    def label(self) -> str:
        """The kind of its gravest finding, else what happened to it."""
        return item_label(self.entry)

    @property
    def left(self) -> str:
        """What the left says, from shortly before what differs; empty where it has no such claim."""
        return self._text(Side.LEFT)

    @property
    def right(self) -> str:
        """What the right says, likewise."""
        return self._text(Side.RIGHT)

    @property
    def why(self) -> str:
        """The sentence of the gravest card."""
        return cards_of(self.comparison, self.entry)[0].sentence

    @property
    def notes(self) -> tuple[str, ...]:
        """What a person wrote about it."""
        return self.entry.notes

    def _text(self, side: Side) -> str:
        if self.entry.elsewhere:
            return self._end(side)
        document, pieces, point = self.comparison.document(side), "", 0
        differs = _point(self.entry, side)
        for claim in (document.claims[i] for i in self.entry.claims(side)):
            if differs is not None and claim.span.start <= differs <= claim.span.end:
                point = len(pieces) + differs - claim.span.start
            pieces += f"{claim.text} "
        return _line(pieces.rstrip(), point)

    def _end(self, side: Side) -> str:
        """One end of what no link joins; where both lie in one document, its second stands in the free column."""
        found = self.entry.elsewhere[0]
        place = found.first if (side is found.first.side if found.is_within else side is Side.LEFT) else found.second
        claim = self.comparison.document(place.side).claims[place.claim]
        shown = _line(claim.text, place.span.start - claim.span.start)
        if place.side is side:
            return shown
        if place.side is Side.LEFT:
            return tr("Also left: {words}", words=shown)
        return tr("Also right: {words}", words=shown)


class Rows(Sequence[Row]):
    """The rows of what is listed, gravest mark first, in reading order within a mark; each is made when asked for."""

    def __init__(self, comparison: Comparison, items: Sequence[Item], listing: Listing) -> None:
        self._comparison, self._items, self._listing = comparison, items, listing
        self._numbers = listing.by_gravity

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        if isinstance(place, slice):
            return tuple(map(self._row, self._numbers[place]))
        return self._row(self._numbers[place])

    def has_places_of(self, other: Rows) -> bool:
        """Whether the same items of the same comparison stand in the same order as in `other`."""
        return self._comparison is other._comparison and self._numbers == other._numbers

    def place_of(self, item: int) -> int | None:
        """The place of the row of `item`, None where it has none. O(log n)."""
        return self._listing.place(item, self._items[item].mark)

    def _row(self, number: int) -> Row:
        item = self._items[number]
        return Row(number, item.mark, item, self._comparison)


def difference_rows(comparison: Comparison, items: Sequence[Item]) -> tuple[Row, ...]:
    """A row for every item that is listed."""
    return tuple(Rows(comparison, items, Listing.of(items)))


def _point(item: Item, side: Side) -> int | None:
    """Where in the document what the item is about begins on `side`, None where all of it is meant."""
    spans = [finding.span(side) for finding in item.findings]
    if item.link is not None and not spans:
        real = (edit for edit in item.link.edits if edit.kind is not EditKind.FORM)
        spans = [edit.span(side) for edit in real]
    return next((span.start for span in spans if span is not None), None)


def _line(text: str, point: int) -> str:
    """`text` on one line with `point` near its beginning; "…" stands for what is missing."""
    start = 0
    if point > _LEAD_LETTERS:
        lead = point - _LEAD_LETTERS
        start = text.find(" ", lead, point) + 1 or lead  # a whole word, where words have spaces between them
    shown = one_line(text[start : start + _MOST_LETTERS + 1])
    return cut(f"…{shown}" if start else shown, _MOST_LETTERS)
