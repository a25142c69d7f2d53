"""The right text with revision marks: what was struck from the left stands where it stood, and moves say from where.

The result is a document of its own, so that whoever can show a document can show it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Generator, Iterator, Mapping, Sequence

from compare_app.core.comparison import Comparison
from compare_app.core.document import Block, BlockKind, Claim, Document, Side
from compare_app.core.findings import Finding
from compare_app.core.links import EditKind
from compare_app.core.records import record
from compare_app.core.spans import Span
from compare_app.core.translation import tr
from compare_app.present.highlights import Highlight, Weight
from compare_app.present.items import Item
from compare_app.present.marks import Mark, mark_of_verdict
from compare_app.present.struck import Struck, struck_after
from compare_app.present.whole_words import whole_word_edits
from compare_app.present.wording import cut, one_line

_STEP_LETTERS = 4_000  # written between two rests: about 3 ms
_QUOTE_LENGTH = 40  # code points of the words after which a moved claim stood


@record(eq=False)
class Revised:
    """One text made of two. `items` holds, for each claim of `document`, the number of the item it shows; `claims` for
    each item its claims here.

    `words` are the struck and inserted ones in text order, `found` what the rules found in each item and where its
    words stand. `decided` are the items as a person decided: that changes marks, but no letter.
    """

    document: Document
    items: tuple[int, ...]
    claims: Mapping[int, Sequence[int]]
    words: tuple[Highlight, ...]
    found: Mapping[int, Sequence[tuple[Span, Finding]]]
    decided: Sequence[Item]

    @property
    def marks(self) -> tuple[Highlight, ...]:
        """All marks: of whole claims, then struck and inserted words, then the words of findings."""
        return tuple(self.marks_in(Span(0, len(self.document.text))))

    def marks_in(self, span: Span) -> Iterator[Highlight]:
        """Those that reach into `span`, in the same order. O(log n + found)."""
        claims = self.document.claims_touched(span)
        for claim in claims:
            mark = self.decided[self.items[claim]].mark
            if mark not in (Mark.SAME, Mark.DISMISSED):
                yield Highlight(self.document.claims[claim].span, mark, Weight.CLAIM, self.items[claim])
        first = bisect_right(self.words, span.start, key=lambda one: one.span.end)
        last = bisect_left(self.words, span.end, first, key=lambda one: one.span.start)
        yield from self.words[first:last]
        numbers = dict.fromkeys(self.items[claim] for claim in claims)
        facts = [fact for number in numbers for fact in self._facts(number) if fact.span.overlaps(span)]
        yield from sorted(facts, key=lambda one: one.span.start)

    def _facts(self, number: int) -> Iterator[Highlight]:
        """The words of what was found in an item and has a say."""
        for span, finding in self.found.get(number, ()):
            if finding not in self.decided[number].dismissed:
                yield Highlight(span, mark_of_verdict(finding.verdict), Weight.FACT, number)


def revised(comparison: Comparison, items: Sequence[Item]) -> Revised:
    """The right text with what became of the left. O(letters + claims)."""
    steps = revised_in_steps(comparison, items)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            made: Revised = done.value
            return made


def revised_in_steps(comparison: Comparison, items: Sequence[Item]) -> Generator[None, None, Revised]:
    """The same, handing over after every few thousand letters."""
    writer = _Writer(comparison, items)
    for prepare in (writer.find_items, writer.find_struck, writer.find_claims):
        prepare()
        yield
    yield from writer.write()
    return writer.whole()


class _Writer:
    """Writes the text from its beginning and remembers what stands where."""

    def __init__(self, comparison: Comparison, items: Sequence[Item]) -> None:
        self._comparison, self._all_items = comparison, items
        self._item_of: dict[Side, dict[int, int]] = {side: {} for side in Side}
        self._struck = Struck({}, {})
        self._claims_in: dict[int, list[int]] = {}
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._claims: list[Claim] = []
        self._items: list[int] = []
        self._claims_of: dict[int, list[int]] = {}
        self._words: list[Highlight] = []
        self._found: dict[int, list[tuple[Span, Finding]]] = {}

    def find_items(self) -> None:
        """Which item holds each claim."""
        left, right = self._item_of[Side.LEFT], self._item_of[Side.RIGHT]
        for number, item in enumerate(self._all_items):
            if not item.elsewhere:
                for claim in item.left:
                    left[claim] = number
                for claim in item.right:
                    right[claim] = number

    def find_struck(self) -> None:
        """Where what only the left has is to stand."""
        self._struck = struck_after(self._comparison, self._all_items, self._item_of[Side.LEFT])

    def find_claims(self) -> None:
        """Which claims each block of the right holds."""
        for number, claim in enumerate(self._comparison.right.claims):
            self._claims_in.setdefault(claim.block, []).append(number)

    def write(self) -> Iterator[None]:
        """All of it, with a rest now and then."""
        rested = 0
        self._write_struck_blocks(-1)
        for number, block in enumerate(self._comparison.right.blocks):
            self._write_block(number, block)
            if self._length - rested > _STEP_LETTERS:
                rested = self._length
                yield

    def whole(self) -> Revised:
        """What was written."""
        text = "".join(self._pieces)
        metadata, language = self._comparison.right.metadata, self._comparison.right.language
        document = Document(text, tuple(self._blocks), tuple(self._claims), language, metadata)
        words = tuple(sorted(self._words, key=lambda one: one.span.start))
        return Revised(document, tuple(self._items), self._claims_of, words, self._found, self._all_items)

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
        self._end_claim(start, number)
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
        assert item.link is not None  # only links are edited
        for finding in sorted(item.link.findings, key=lambda finding: finding.verdict.gravity):
            if finding.right is not None:
                known = self._found.setdefault(number, [])
                known.extend((span, finding) for span in _carried_over(finding.right, places))

    def _write_struck(self, claim: int) -> None:
        start = self._length
        self._put(self._comparison.left.claims[claim].text)
        self._end_claim(start, self._item_of[Side.LEFT][claim])

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

    def _end_claim(self, start: int, number: int) -> None:
        span = Span(start, self._length)
        self._claims.append(Claim("".join(self._pieces[self._piece_at(start) :]), span, len(self._blocks)))
        self._claims_of.setdefault(number, []).append(len(self._items))
        self._items.append(number)

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
            self._words.append(Highlight(Span(start, start + len(inner)), mark, Weight.WORDS, number))


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
