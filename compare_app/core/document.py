"""A text with its structure: what is read, segmented and then compared."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import StrEnum

from compare_app.core.claim_index import ClaimIndex
from compare_app.core.lazy import lazy
from compare_app.core.records import record
from compare_app.core.spans import Span


class Side(StrEnum):
    """The place of a document in a comparison."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Revision(StrEnum):
    """Which text of a document that holds tracked changes: the one before them, or the one with all of them.

    Of a table of two columns the left is the original.
    """

    ORIGINAL = "original"
    ACCEPTED = "accepted"


class BlockKind(StrEnum):
    """What a block is to a reader. Only blocks whose kind `is_content` hold claims."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    QUOTATION = "quotation"
    BYLINE = "byline"
    DATELINE = "dateline"
    FURNITURE = "furniture"

    @property
    def is_content(self) -> bool:
        """Whether the block's text is compared; the others are shown set apart."""
        return self not in (BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.FURNITURE)


@record
class Block:
    """A paragraph, heading, list item, quotation or set-aside line: code points of the canonical text, half-open.

    `level` is 1 to 6 for headings, the nesting depth from 1 for list items, otherwise 0. `was` is what a block had been
    set aside as before a person brought it back into the comparison.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    was: BlockKind | None = None


@record
class Claim:
    """The unit that is aligned: a sentence, heading or list item. `block` is an index into the document's blocks."""

    text: str
    span: Span
    block: int


@record
class Metadata:
    """What a document says about itself, as written there; empty where it says nothing. `date` is ISO 8601."""

    title: str = ""
    byline: str = ""
    date: str = ""
    outlet: str = ""


@record
class Source:
    """Where a document came from. `name` is shown to the user, `path` is empty for text that is no file.

    `sha256` is the hexadecimal digest of the source's bytes. `notes` are sentences for the user about anything that
    was replaced or left out while reading. `revision` says which text of its tracked changes was read, None where the
    source holds none.
    """

    name: str = ""
    path: str = ""
    format: str = "text"
    encoding: str = ""
    sha256: str = ""
    notes: tuple[str, ...] = ()
    revision: Revision | None = None


@record
class Reading:
    """What a reader found in a source, before segmentation. `blocks` is None where the format has no structure."""

    text: str
    source: Source
    metadata: Metadata = Metadata()
    blocks: tuple[Block, ...] | None = None
    language: str = ""


@record(slots=False)  # without slots, for the index is kept once it was asked for
class Document:
    """One canonical text with its blocks, claims and metadata. Blocks and claims are in text order, without overlap.

    `language` is an ISO 639-1 code, or "und" where it is not known. Raises ValueError on disorder.
    """

    text: str
    blocks: tuple[Block, ...]
    claims: tuple[Claim, ...]
    language: str = "und"
    metadata: Metadata = Metadata()
    source: Source = Source()

    def __post_init__(self) -> None:
        for what, spans in (("blocks", (b.span for b in self.blocks)), ("claims", (c.span for c in self.claims))):
            _refuse_disorder(what, spans, len(self.text))

    @lazy
    def index(self) -> ClaimIndex:
        """The claims by their words."""
        return ClaimIndex([claim.text for claim in self.claims])

    def claim_at(self, offset: int) -> int | None:
        """Index of the claim that holds the code point at `offset`, else None. O(log claims)."""
        index = bisect_right(self.claims, offset, key=lambda claim: claim.span.start) - 1
        return index if index >= 0 and self.claims[index].span.contains(offset) else None

    def claims_touched(self, span: Span) -> range:
        """Indexes of the claims that share a code point with `span`. O(log claims)."""
        first = bisect_right(self.claims, span.start, key=lambda claim: claim.span.end)
        return range(first, max(first, bisect_left(self.claims, span.end, key=lambda claim: claim.span.start)))

    @lazy
    def words(self) -> int:
        """Number of whitespace-separated words in the claims."""
        return sum(len(claim.text.split()) for claim in self.claims)


def _refuse_disorder(what: str, spans: Iterator[Span], length: int) -> None:
    reached = 0
    for span in spans:
        if span.start < reached or span.end > length:
            raise ValueError(f"{what} out of order or outside the text at [{span.start}, {span.end})")
        reached = span.end
