"""Lays a comparison out as rows of two cells: what belongs together stands side by side, and nothing is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from compare_app.core.comparison import Comparison
from compare_app.core.document import BlockKind, Document, Side
from compare_app.core.records import record
from compare_app.present.highlights import Highlight, Weight, highlights
from compare_app.present.items import Item
from compare_app.present.marks import Mark
from compare_app.report.pieces import Piece, by_item, pieces_of


@record
class PageEnd:
    """Here ends, or begins, what no link joins. `is_anchor`: the end of the item that others point at."""

    item: int
    mark: Mark
    is_anchor: bool


@record
class PageClaim:
    """One claim of a cell, with what besides disagrees with it elsewhere.

    `item` indexes the items; `is_first`: the first claim of its item on this side. `is_anchor`: the one claim of its
    item that others point at, the left one where there is one.
    """

    item: int
    mark: Mark
    moved: bool
    is_first: bool
    is_anchor: bool
    pieces: tuple[Piece, ...]
    also: tuple[PageEnd, ...] = ()


@record
class Cell:
    """One side of a row: claims, or the text of blocks that hold no claim. Both are empty for an empty cell."""

    kind: BlockKind = BlockKind.PARAGRAPH
    claims: tuple[PageClaim, ...] = ()
    aside: str = ""


@record
class PageRow:
    """What stands side by side."""

    left: Cell
    right: Cell

    @property
    def is_difference(self) -> bool:
        """Whether any claim of the row is marked."""
        claims = (claim for cell in (self.left, self.right) for claim in cell.claims)
        return any(claim.mark is not Mark.SAME or claim.also for claim in claims)


_Group = list[tuple[int, Item]]


def page_rows(comparison: Comparison, items: Sequence[Item], *, differences_only: bool = False) -> tuple[PageRow, ...]:
    """Rows in the reading order of the left, a paragraph a row where both sides share it. O(n log n).

    A moved claim stands beside its partner. Set-aside blocks keep their place in the order of their side.
    """
    layout = _Layout(comparison, items)
    rows = [row for group in _grouped(comparison, items) for row in layout.rows(group)]
    rows += layout.asides(len(comparison.left.blocks), len(comparison.right.blocks))
    return tuple(row for row in rows if row.is_difference or not differences_only)


def _grouped(comparison: Comparison, items: Sequence[Item]) -> Iterator[_Group]:
    """Runs of items that go on in the same block on each side they stand on."""
    group: _Group = []
    places: dict[Side, int] = {}
    joined = ((number, item) for number, item in enumerate(items) if not item.elsewhere)
    for is_lone, run in groupby(joined, key=lambda numbered: numbered[1].link is None):
        placed = [(number, item, _places(comparison, item)) for number, item in run]
        if is_lone:  # first what goes on in the open paragraph, then the left, then the right
            placed.sort(key=lambda entry: (not _agree(places, entry[2]), not entry[1].left))
        for number, item, here in placed:
            if group and not (group[-1][1].moved == item.moved and _agree(places, here)):
                yield group
                group, places = [], {}
            group.append((number, item))
            places.update(here)
    if group:
        yield group


def _places(comparison: Comparison, item: Item) -> dict[Side, int]:
    return {side: comparison.document(side).claims[claims[0]].block for side in Side if (claims := item.claims(side))}


def _agree(places: dict[Side, int], here: dict[Side, int]) -> bool:
    shared = places.keys() & here.keys()
    return bool(shared) and all(places[side] == here[side] for side in shared)


class _Layout:
    """Turns groups into rows and remembers how far each side's set-aside blocks have been shown."""

    def __init__(self, comparison: Comparison, items: Sequence[Item]) -> None:
        self._documents = {side: comparison.document(side) for side in Side}
        marked = {side: highlights(comparison, items, side) for side in Side}
        self._marked = {side: by_item(marked[side]) for side in Side}
        self._ends = {side: self._ends_on(side, items, marked[side]) for side in Side}
        self._compared = {side: {c.block for c in document.claims} for side, document in self._documents.items()}
        self._shown = {Side.LEFT: 0, Side.RIGHT: 0}

    def _ends_on(
        self, side: Side, items: Sequence[Item], marked: Sequence[Highlight]
    ) -> dict[int, list[tuple[PageEnd, Highlight]]]:
        """By claim, the words that disagree with others elsewhere."""
        found: dict[int, list[tuple[PageEnd, Highlight]]] = {}
        anchored: set[int] = set()
        for high in marked:
            item = items[high.item]
            if not item.elsewhere or not item.is_marked or high.weight is not Weight.FACT:
                continue
            claim = self._documents[side].claim_at(high.span.start)
            assert claim is not None  # an end lies in its claim
            is_anchor = high.item not in anchored and (side is Side.LEFT or not item.left)
            anchored.add(high.item)
            found.setdefault(claim, []).append((PageEnd(high.item, high.mark, is_anchor), high))
        return found

    def rows(self, group: _Group) -> Iterator[PageRow]:
        """The set-aside blocks that stand before `group`, then the group."""
        yield from self.asides(self._reach(group, Side.LEFT), self._reach(group, Side.RIGHT))
        yield PageRow(self._cell(group, Side.LEFT), self._cell(group, Side.RIGHT))

    def asides(self, left_end: int, right_end: int) -> Iterator[PageRow]:
        """A row for the set-aside blocks not yet shown before the given block of each side, if there are any."""
        cells = self._pending(Side.LEFT, left_end), self._pending(Side.RIGHT, right_end)
        if any(cell.aside for cell in cells):
            yield PageRow(*cells)

    def _reach(self, group: _Group, side: Side) -> int:
        blocks = [
            self._documents[side].claims[claim].block
            for _, item in group
            if side is Side.LEFT or not item.moved
            for claim in item.claims(side)
        ]
        return min(blocks, default=0)

    def _pending(self, side: Side, end: int) -> Cell:
        document, start = self._documents[side], self._shown[side]
        self._shown[side] = max(start, end)
        aside = [document.blocks[place] for place in range(start, end) if place not in self._compared[side]]
        text = "\n".join(block.span.of(document.text).strip() for block in aside)
        return Cell(aside[0].kind, aside=text) if aside else Cell()

    def _cell(self, group: _Group, side: Side) -> Cell:
        document = self._documents[side]
        claims = [
            self._claim(document, side, number, item, claim) for number, item in group for claim in item.claims(side)
        ]
        first = next((claim for _, item in group for claim in item.claims(side)), None)
        kind = BlockKind.PARAGRAPH if first is None else document.blocks[document.claims[first].block].kind
        return Cell(kind, tuple(claims))

    def _claim(self, document: Document, side: Side, number: int, item: Item, claim: int) -> PageClaim:
        ends = self._ends[side].get(claim, [])
        marked = [*self._marked[side].get(number, []), *(high for _, high in ends)]
        pieces = pieces_of(document.text, document.claims[claim].span, marked)
        is_first = claim == item.claims(side)[0]
        is_anchor = is_first and (side is Side.LEFT or not item.left)
        also = tuple(end for end, _ in ends)
        return PageClaim(number, item.mark, item.moved, is_first, is_anchor, pieces, also)
