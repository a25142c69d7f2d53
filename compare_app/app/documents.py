"""Makes documents from files, bytes, text or ready claims."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Literal

from compare_app.core import document as core
from compare_app.core.canonical import canonical_text
from compare_app.core.control import Control, Stage
from compare_app.core.document import Block, BlockKind, Claim, Reading, Revision, Source
from compare_app.core.kept import furniture_keys, keep
from compare_app.core.records import record, replace
from compare_app.core.spans import Span
from compare_app.engine.blocks import find_blocks
from compare_app.engine.furniture import set_aside
from compare_app.engine.language import guess_language
from compare_app.engine.segment import segment


@record
class Document(core.Document):
    """A document with its constructors; see core.document.Document for what it holds."""

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        language: str | None = None,
        name: str = "",
        kept: Collection[str] = (),
        control: Control | None = None,
    ) -> Document:
        """`text` as blocks and claims. `language` is an ISO 639-1 code; None: guessed from the text.

        `kept` holds the keys of blocks that are compared though they would be set aside (see `core.kept`).

        Offsets count in `document.text`, which is `text` with its line ends made "\\n" (see `canonical_text`).
        """
        canonical = canonical_text(text)
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        reading = Reading(canonical, Source(name=name, format="text", sha256=digest))
        return document_of(reading, language=language, kept=kept, control=control)

    @classmethod
    def from_claims(cls, claims: Sequence[str], *, language: str | None = None, name: str = "") -> Document:
        """One claim per string, in order, each its own paragraph: claim i of the document is string i."""
        texts = [canonical_text(claim) for claim in claims]
        text = "\n".join(texts)
        spans, start = [], 0
        for claim in texts:
            spans.append(Span(start, start + len(claim)))
            start += len(claim) + 1
        return cls(
            text=text,
            blocks=tuple(Block(BlockKind.PARAGRAPH, span) for span in spans),
            claims=tuple(Claim(claim, span, i) for i, (claim, span) in enumerate(zip(texts, spans, strict=True))),
            language=language or guess_language(text),
            source=Source(name=name, format="claims", sha256=hashlib.sha256(text.encode()).hexdigest()),
        )


def read_document(
    source: str | Path | bytes,
    *,
    name: str = "",
    language: str | None = None,
    encoding: str | None = None,
    format: str | None = None,  # noqa: A002
    revision: Revision | Literal["original", "accepted"] = Revision.ACCEPTED,
    kept: Collection[str] = (),
    control: Control | None = None,
) -> Document:
    """The document in a file, or in the bytes of one.

    `name` is what the user sees (default: the file's name); `encoding` and `format` overrule what would be detected.
    `revision` is the text wanted of a document with tracked changes; `source.revision` says whether it holds any.
    `kept` holds the keys of blocks that are compared though they would be set aside (see `core.kept`).
    Raises ReadError with a sentence for the user when the source cannot be read.
    """
    from compare_app.readers.registry import read_source  # parsers load only when something is read

    control = control or Control()
    control.report(Stage.READ, 0.0)
    where = Path(source) if isinstance(source, str) else source
    reading = read_source(
        where, name=name, format=format, encoding=encoding, revision=Revision(revision), control=control
    )
    return document_of(reading, language=language, kept=kept, control=control)


def document_of(
    reading: Reading, *, language: str | None = None, kept: Collection[str] = (), control: Control | None = None
) -> Document:
    """`reading` with furniture set aside and claims found. O(length of the text)."""
    control = control or Control()
    control.report(Stage.SEGMENT, 0.0)
    language = language or reading.language or guess_language(reading.text)
    found = find_blocks(reading.text) if reading.blocks is None else reading.blocks
    blocks, metadata = set_aside(reading.text, found, reading.metadata, language)
    blocks = keep(reading.text, blocks, kept)
    claims = segment(reading.text, blocks, language, control=control)
    return Document(reading.text, blocks, claims, language, metadata, reading.source)


def keeping(document: core.Document, kept: Collection[str], *, control: Control | None = None) -> core.Document:
    """`document` with those of its set-aside blocks in the comparison whose keys are in `kept`, and no others."""
    control = control or Control()
    control.report(Stage.SEGMENT, 0.0)
    blocks = keep(document.text, document.blocks, kept)
    claims = segment(document.text, blocks, document.language, control=control)
    return replace(document, blocks=blocks, claims=claims)


def with_furniture(document: core.Document, *, control: Control | None = None) -> core.Document:
    """`document` with all of its furniture in the comparison; itself where none is set aside."""
    if all(block.kind is not BlockKind.FURNITURE for block in document.blocks):
        return document
    return keeping(document, furniture_keys(document), control=control)
