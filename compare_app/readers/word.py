"""Reads Word documents (.docx and its relatives): text as accepted or as it was before the tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare_app.core.document import BlockKind, Metadata, Reading
from compare_app.readers.archive import Archive
from compare_app.readers.building import TextBuilder
from compare_app.readers.files import LIMIT_BYTES
from compare_app.readers.format import Format, Raw
from compare_app.readers.office_kinds import office_kind
from compare_app.readers.word_package import WordPackage
from compare_app.readers.word_styles import Styles
from compare_app.readers.word_text import Omissions, Passage, WordText

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element


def read_word(raw: Raw) -> Reading:
    """What a reader sees of the document: main text, then its notes; headers and footers as furniture.

    The file's own date is that of its making, not of the article, and is not taken. Raises ReadError.
    """
    package = WordPackage(Archive(raw.data, raw.name), f"“{raw.name}”" if raw.name else "The file")
    main = package.main()
    prefix = main.tag.rpartition("}")[0] + "}"
    text = WordText(Styles(package.related("styles"), prefix), prefix, raw.revision)
    body = main.find(f"{prefix}body")
    found = [] if body is None else text.story(body)
    found.extend(_notes(package, text, prefix))
    headers = _furniture(package, text, main, prefix, "header")
    footers = _furniture(package, text, main, prefix, "footer")
    builder = TextBuilder()
    for passage in (*headers, *_titled(found), *footers):
        builder.add(passage.kind, passage.text, passage.level)
    title, author = package.properties()
    blocks = builder.blocks()
    shown = (b.span.of(builder.text()) for b in blocks if b.kind is BlockKind.TITLE)
    bylines = (b.span.of(builder.text()) for b in blocks if b.kind is BlockKind.BYLINE)
    return Reading(
        text=builder.text(),
        source=raw.source(WORD.name, notes=tuple(_told(text.omitted)), has_revisions=text.has_revisions),
        metadata=Metadata(next(shown, title), next(bylines, author)),
        blocks=blocks,
    )


def _notes(package: WordPackage, text: WordText, prefix: str) -> Iterator[Passage]:
    """Footnotes, then endnotes, in the order in which the text refers to them."""
    roots = {kind: package.related(kind) for kind in ("footnotes", "endnotes")}
    for kind, root in roots.items():
        by_identifier = {note.get(f"{prefix}id", ""): note for note in root} if root is not None else {}
        wanted = dict.fromkeys(identifier for where, identifier in text.notes if where == kind)
        for note in (by_identifier[identifier] for identifier in wanted if identifier in by_identifier):
            yield from text.story(note)


def _furniture(package: WordPackage, text: WordText, main: Element, prefix: str, kind: str) -> list[Passage]:
    """What stands in the headers, or in the footers, of the document's sections, each text once."""
    found: dict[str, Passage] = {}
    for reference in main.iter(f"{prefix}{kind}Reference"):
        identifier = next((value for key, value in reference.attrib.items() if str(key).endswith("}id")), "")
        root = package.with_id(kind, str(identifier))
        for passage in text.story(root) if root is not None else ():
            found.setdefault(passage.text, Passage(BlockKind.FURNITURE, passage.text))
    return list(found.values())


def _titled(found: list[Passage]) -> Iterator[Passage]:
    """`found` with one title: what has the style of a title, else the first heading of the first level."""
    styled = any(passage.kind is BlockKind.TITLE for passage in found)
    is_titled = False
    for passage in found:
        wants = passage.kind is BlockKind.TITLE or (not styled and passage.kind is BlockKind.HEADING)
        if wants and passage.level == 1 and not is_titled:
            is_titled = True
            yield Passage(BlockKind.TITLE, passage.text, 1)
        elif passage.kind is BlockKind.TITLE:
            yield Passage(BlockKind.HEADING, passage.text, 1)
        else:
            yield passage


def _told(omitted: Omissions) -> Iterator[str]:
    """Sentences about what the text does not show."""
    for count, what in (
        (omitted.comments, "comments"),
        (omitted.hidden, "passages of hidden text"),
        (omitted.readings, "readings above signs (ruby)"),
        (omitted.embedded, "embedded documents"),
    ):
        if count:
            yield f"Left out: {what}, {count} in all."
    if omitted.symbols:
        yield f"Signs of a picture font that have no letter were replaced by “\ufffd” in {omitted.symbols} places."


def _sniff(data: bytes) -> bool:
    kind = office_kind(data)
    return kind is not None and kind.name == WORD.name


WORD = Format(
    "docx", (".docx", ".docm", ".dotx", ".dotm"), _sniff, read_word, extension_decides=False, limit_bytes=LIMIT_BYTES
)
