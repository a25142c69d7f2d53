"""Reads Word documents (.docx and its relatives): text as accepted or as it was before the tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare_app.core.document import Reading
from compare_app.readers.files import LIMIT_BYTES
from compare_app.readers.format import Format, Raw
from compare_app.readers.office_kinds import office_sniffer
from compare_app.readers.passages import Passage, as_furniture, reading_of
from compare_app.readers.word_package import WordPackage
from compare_app.readers.word_styles import Styles
from compare_app.readers.word_text import WordText

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element


def read_word(raw: Raw) -> Reading:
    """What a reader sees of the document: main text, then its notes; headers and footers as furniture.

    Raises ReadError when the file is damaged or protected.
    """
    from compare_app.readers.archive import Archive  # with zipfile, which takes 5 ms

    package = WordPackage(Archive(raw.data, raw.shown), raw.shown)
    main = package.main()
    prefix = main.tag.rpartition("}")[0] + "}"
    text = WordText(Styles(package.related("styles"), prefix), prefix, raw.revision)
    body = main.find(f"{prefix}body")
    found = [] if body is None else text.story(body)
    found.extend(_notes(package, text, prefix))
    title, author = package.properties()
    return reading_of(
        raw,
        WORD.name,
        (
            *as_furniture(_furniture(package, text, main, prefix, "header")),
            *found,
            *as_furniture(_furniture(package, text, main, prefix, "footer")),
        ),
        title=title,
        author=author,
        omitted=text.omitted,
        has_revisions=text.has_revisions,
    )


def _notes(package: WordPackage, text: WordText, prefix: str) -> Iterator[Passage]:
    """Footnotes, then endnotes, in the order in which the text refers to them."""
    roots = {kind: package.related(kind) for kind in ("footnotes", "endnotes")}
    for kind, root in roots.items():
        by_identifier = {note.get(f"{prefix}id", ""): note for note in root} if root is not None else {}
        wanted = dict.fromkeys(identifier for where, identifier in text.notes if where == kind)
        for note in (by_identifier[identifier] for identifier in wanted if identifier in by_identifier):
            yield from text.story(note)


def _furniture(package: WordPackage, text: WordText, main: Element, prefix: str, kind: str) -> Iterator[Passage]:
    """What stands in the headers, or in the footers, of the document's sections."""
    for reference in main.iter(f"{prefix}{kind}Reference"):
        identifier = next((value for key, value in reference.attrib.items() if str(key).endswith("}id")), "")
        root = package.with_id(kind, str(identifier))
        if root is not None:
            yield from text.story(root)


WORD = Format(
    "docx",
    (".docx", ".docm", ".dotx", ".dotm"),
    office_sniffer("docx"),
    read_word,
    extension_decides=False,
    limit_bytes=LIMIT_BYTES,
)
