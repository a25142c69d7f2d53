"""What the readers of word processors' files share: passages in reading order, and a document made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compare_app.core.document import BlockKind, Metadata, Reading
from compare_app.core.records import record
from compare_app.core.translation import grouped, marked, tr, tr_n
from compare_app.readers.building import TextBuilder
from compare_app.readers.format import Raw

NAMED_STYLES: dict[str, tuple[BlockKind, int]] = {
    "title": (BlockKind.TITLE, 1),
    "subtitle": (BlockKind.HEADING, 2),
    "quote": (BlockKind.QUOTATION, 0),
    "intense quote": (BlockKind.QUOTATION, 0),
    "quotations": (BlockKind.QUOTATION, 0),
    "block text": (BlockKind.QUOTATION, 0),
    "author": (BlockKind.BYLINE, 0),
}
"""What a paragraph is by the lower-case name of its built-in style, which files keep in English in every language.

The first four are Word's, "quotations" LibreOffice's, the last two pandoc's.
"""


@record
class Passage:
    """One paragraph, or one row of a table."""

    kind: BlockKind
    text: str
    level: int = 0


class Omissions:
    """How much was not taken as text."""

    def __init__(self) -> None:
        self.comments = 0
        self.hidden = 0
        self.symbols = 0
        self.embedded = 0
        self.readings = 0

    def notes(self) -> Iterator[str]:
        """A sentence for the user about each kind."""
        for count, sentence in (
            (self.comments, marked("Left out: comments, {count} in all.")),
            (self.hidden, marked("Left out: passages of hidden text, {count} in all.")),
            (self.readings, marked("Left out: readings above signs (ruby), {count} in all.")),
            (self.embedded, marked("Left out: embedded documents, {count} in all.")),
        ):
            if count:
                yield tr(sentence, count=grouped(count))
        if self.symbols:
            yield tr_n(
                "Signs of a picture font that have no letter were replaced by “{sign}” in {count} place.",
                "Signs of a picture font that have no letter were replaced by “{sign}” in {count} places.",
                self.symbols,
                sign="\ufffd",
            )


def row(cells: Sequence[Sequence[Passage]]) -> Iterator[Passage]:
    """A row of single paragraphs as one passage with tabs between its cells, as in Markdown; where cells hold more (a
    page laid out in columns, a box), what they hold one after the other."""
    if len(cells) == 1 or any(len(cell) > 1 for cell in cells):
        yield from (passage for cell in cells for passage in cell)
    elif any(cells):
        yield Passage(BlockKind.PARAGRAPH, "\t".join(" ".join(cell[0].text.split()) if cell else "" for cell in cells))


def as_furniture(found: Iterable[Passage]) -> tuple[Passage, ...]:
    """Headers or footers: each text once, set aside."""
    return tuple(Passage(BlockKind.FURNITURE, text) for text in dict.fromkeys(passage.text for passage in found))


def reading_of(
    raw: Raw,
    format_name: str,
    found: Sequence[Passage],
    *,
    title: str,
    author: str,
    omitted: Omissions,
    notes: tuple[str, ...] = (),
    has_revisions: bool = False,
) -> Reading:
    """The document of the passages `found`. `title` and `author` are what the file's properties state; the text's own
    come first. The properties' date is that of the file, not of the article, and is not taken."""
    builder = TextBuilder()
    for passage in _titled(found):
        builder.add(passage.kind, passage.text, passage.level)
    text, blocks = builder.text(), builder.blocks()
    seen = {block.kind: block.span.of(text) for block in reversed(blocks)}
    return Reading(
        text=text,
        source=raw.source(format_name, notes=(*notes, *omitted.notes()), has_revisions=has_revisions),
        metadata=Metadata(seen.get(BlockKind.TITLE, title), seen.get(BlockKind.BYLINE, author)),
        blocks=blocks,
    )


def _titled(found: Sequence[Passage]) -> Iterator[Passage]:
    """`found` with one title: what has the style of a title, else the first heading of the first level."""
    kind = BlockKind.TITLE if any(passage.kind is BlockKind.TITLE for passage in found) else BlockKind.HEADING
    title = next((passage for passage in found if passage.kind is kind and passage.level == 1), None)
    for passage in found:
        if passage is title:
            yield Passage(BlockKind.TITLE, passage.text, 1)
        elif passage.kind is BlockKind.TITLE:
            yield Passage(BlockKind.HEADING, passage.text, 1)
        else:
            yield passage
