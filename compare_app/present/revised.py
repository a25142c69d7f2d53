"""The right text with revision marks: what was struck from the left stands where it stood, and moves say from where.

The result is a document of its own, so that whoever can show a document can show it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare_app.core.comparison import Comparison
from compare_app.core.document import Block, BlockKind, Claim, Document, Side
from compare_app.core.links import EditKind
from compare_app.core.records import record
from compare_app.core.spans import Span
from compare_app.core.translation import tr
from compare_app.present.highlights import RANKS, Highlight, Weight
from compare_app.present.items import Item
from compare_app.present.marks import Mark, mark_of_verdict
from compare_app.present.struck import struck_after
from compare_app.present.whole_words import whole_word_edits
from compare_app.present.wording import cut, one_line

_QUOTE_LENGTH = 40  # code points of the words after which a moved claim stood


@record
class Revised:
    """One text made of two. `items` holds, for each claim of `document`, the number of the item it shows.

    `marks` are those of whole claims, then struck and inserted words, then the words of findings, in text order each.
    """

    document: Document
    items: tuple[int, ...]
    marks: tuple[Highlight, ...]


def revised(comparison: Comparison, items: Sequence[Item]) -> Revised:
    """The right text with what became of the left. O(letters + claims)."""
    return _Writer(comparison, items).write()


class _Writer:
    """Writes the text from its beginning and remembers what stands where."""

    def __init__(self, comparison: Comparison, items: Sequence[Item]) -> None:
        self._comparison, self._all_items = comparison, items
        self._item_of: dict[Side, dict[int, int]] = {side: {} for side in Side}
        for number, item in enumerate(items):
            if not item.elsewhere:
                for side in Side:
                    self._item_of[side].update(dict.fromkeys(item.claims(side), number))
        self._struck = struck_after(comparison, items, self._item_of[Side.LEFT])
        self._claims_in: dict[int, list[int]] = {}
        for number, claim in enumerate(comparison.right.claims):
            self._claims_in.setdefault(claim.block, []).append(number)
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._claims: list[Claim] = []
        self._items: list[int] = []
        self._marks: list[Highlight] = []

    def write(self) -> Revised:
        """All of it."""
        self._write_struck_blocks(-1)
        for number, block in enumerate(self._comparison.right.blocks):
            self._write_block(number, block)
        text = "".join(self._pieces)
        metadata, language = self._comparison.right.metadata, self._comparison.right.language
        document = Document(text, tuple(self._blocks), tuple(self._claims), language, metadata)
        marks = sorted(self._marks, key=lambda one: (RANKS[one.weight], one.span.start))
        return Revised(document, tuple(self._items), tuple(marks))

    def _write_block(self, number: int, block: Block) -> None:
        right, claims = self._comparison.right, self._claims_in.get(number, [])
        start = self._begin_block()
        reached = block.span.start
        for claim in claims:
            span = right.claims[claim].span
            self._put(right.text[reached : span.start])
            self._write_claim(claim)
            reached = span.end
        self._put(right.text[reached : block.span.end])
        self._end_block(start, block.kind, block.level)
        if claims:
            self._write_struck_blocks(claims[-1])

    def _write_claim(self, claim: int) -> None:
        number = self._item_of[Side.RIGHT].get(claim)
        if number is None:
            self._put(self._comparison.right.claims[claim].span.of(self._comparison.right.text))
            return
        item = self._all_items[number]
        start = self._length
        if item.link is None:
            self._put(self._comparison.right.claims[claim].text)
        else:
            self._write_edited(self._comparison.right.claims[claim].span, item, number)
        self._end_claim(start, number, item.mark)
        if item.moved and claim == item.right[0]:
            self._put(" ")
            self._put_marked(self._moved_note(item), Mark.MOVED, number)
        for struck in self._struck.inline.get(claim, ()):
            self._put(" ")
            self._write_struck(struck)

    def _write_edited(self, span: Span, item: Item, number: int) -> None:
        """One claim of the right with the words it lost struck before those it gained."""
        assert item.link is not None  # only links have edits
        text, reached = self._comparison.right.text, span.start
        places: list[tuple[Span, int]] = []  # stretches of the right, and where they begin here
        for edit in whole_word_edits(item.link.edits, span, self._comparison.left.text, text):
            places.append((Span(reached, edit.right.start), self._length))
            self._put(text[reached : edit.right.start])
            if edit.left.length and edit.kind is not EditKind.FORM:
                struck = edit.left.of(self._comparison.left.text)
                self._put_marked(struck, Mark.REMOVED, number)
                if edit.right.length and not struck[-1:].isspace():
                    self._put(" ")
            places.append((edit.right, self._length))
            inserted = edit.right.of(text)
            if inserted and edit.kind is not EditKind.FORM:
                self._put_marked(inserted, Mark.ADDED, number)
            else:
                self._put(inserted)
            reached = edit.right.end
        places.append((Span(reached, span.end), self._length))
        self._put(text[reached : span.end])
        self._mark_findings(item, number, places)

    def _mark_findings(self, item: Item, number: int, places: Sequence[tuple[Span, int]]) -> None:
        for finding in item.findings:
            if finding.right is not None:
                mark = mark_of_verdict(finding.verdict)
                for span in _carried_over(finding.right, places):
                    self._marks.append(Highlight(span, mark, Weight.FACT, number))

    def _write_struck(self, claim: int) -> None:
        start = self._length
        self._put(self._comparison.left.claims[claim].text)
        self._end_claim(start, self._item_of[Side.LEFT][claim], Mark.REMOVED)

    def _write_struck_blocks(self, anchor: int) -> None:
        """Paragraphs that only the left has, behind the one that ends with the claim `anchor`."""
        for claims in self._struck.blocks.get(anchor, ()):
            block = self._comparison.left.blocks[self._comparison.left.claims[claims[0]].block]
            start = self._begin_block()
            for place, claim in enumerate(claims):
                self._put(" " if place else "")
                self._write_struck(claim)
            self._end_block(start, block.kind, block.level)

    def _moved_note(self, item: Item) -> str:
        before = item.left[0] - 1
        if before < 0:
            return tr("[moved here from the beginning]")
        words = cut(one_line(self._comparison.left.claims[before].text), _QUOTE_LENGTH)
        return tr("[moved here from behind “{words}”]", words=words)

    def _begin_block(self) -> int:
        if self._length:
            self._pieces.append("\n\n")
            self._length += 2
        return self._length

    def _end_block(self, start: int, kind: BlockKind, level: int) -> None:
        self._blocks.append(Block(kind, Span(start, self._length), level))

    def _end_claim(self, start: int, number: int, mark: Mark) -> None:
        span = Span(start, self._length)
        self._claims.append(Claim("".join(self._pieces[self._piece_at(start) :]), span, len(self._blocks)))
        self._items.append(number)
        if mark not in (Mark.SAME, Mark.DISMISSED):
            self._marks.append(Highlight(span, mark, Weight.CLAIM, number))

    def _piece_at(self, start: int) -> int:
        """Index of the piece that begins at `start`, which is among the last."""
        place, length = len(self._pieces), self._length
        while length > start:
            place -= 1
            length -= len(self._pieces[place])
        return place

    def _put(self, text: str) -> None:
        self._pieces.append(text.replace("\n", " "))
        self._length += len(text)

    def _put_marked(self, text: str, mark: Mark, number: int) -> None:
        """Words under `mark`, white space around them left out of the mark."""
        inner = text.strip()
        start = self._length + (text.index(inner[0]) if inner else 0)
        self._put(text)
        if inner:
            self._marks.append(Highlight(Span(start, start + len(inner)), mark, Weight.WORDS, number))


def _carried_over(span: Span, places: Sequence[tuple[Span, int]]) -> Iterator[Span]:
    """Where `span` of the right stands in the new text: once, or in parts where something struck lies between."""
    start, end = -1, -1
    for origin, place in places:
        first, last = max(span.start, origin.start), min(span.end, origin.end)
        if first >= last:
            continue
        if first - origin.start + place != end:
            if start >= 0:
                yield Span(start, end)
            start = first - origin.start + place
        end = last - origin.start + place
    if start >= 0:
        yield Span(start, end)
