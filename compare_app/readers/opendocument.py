"""Reads OpenDocument texts (.odt): text as accepted or as it was before the tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from compare_app.core.document import Reading
from compare_app.core.errors import ReadError
from compare_app.core.translation import tr
from compare_app.readers.files import LIMIT_BYTES
from compare_app.readers.format import Format, Raw
from compare_app.readers.office_kinds import office_sniffer
from compare_app.readers.opendocument_styles import Styles, name_of
from compare_app.readers.opendocument_text import OpenDocumentText
from compare_app.readers.passages import Passage, as_furniture, reading_of

if TYPE_CHECKING:
    from odfdo import Element
    from odfdo.container import Container

    from compare_app.readers.archive import Archive

_MANIFEST = "META-INF/manifest.xml"


class _Parts:
    """The parts of the document, as odfdo asks for them; its own container would unpack every picture."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def get_part(self, name: str) -> bytes:
        """The XML of the part `name`."""
        return self._archive.read_xml(name)


def read_opendocument(raw: Raw) -> Reading:
    """What a reader sees of the document: main text, then its notes; headers and footers as furniture.

    Raises ReadError when the file is damaged or protected.
    """
    from compare_app.readers.archive import Archive  # with zipfile, which takes 5 ms

    archive = Archive(raw.data, raw.shown)
    if _MANIFEST in archive.names and b"encryption-data" in archive.read(_MANIFEST):
        raise archive.protected()
    if "content.xml" not in archive.names:  # as in a template that holds nothing but styles
        raise ReadError(tr("{name} holds no text.", name=raw.shown), hint=tr("Check that it is the right file."))
    content = _root(archive, "content.xml", raw.shown)
    shared = _root(archive, "styles.xml", raw.shown) if "styles.xml" in archive.names else None
    text = OpenDocumentText(Styles(*(root for root in (content, shared) if root is not None)), raw.revision)
    found = text.story(content)
    found += [passage for bodies in text.notes.values() for body in bodies for passage in text.story(body)]
    title, author = _properties(_root(archive, "meta.xml", raw.shown)) if "meta.xml" in archive.names else ("", "")
    return reading_of(
        raw,
        OPENDOCUMENT.name,
        (
            *as_furniture(_master_pages(text, shared, "style:header")),
            *found,
            *as_furniture(_master_pages(text, shared, "style:footer")),
        ),
        title=title,
        author=author,
        omitted=text.omitted,
        has_revisions=text.has_revisions,
    )


def _root(archive: Archive, part: str, shown: str) -> Element:
    from odfdo.xmlpart import XmlPart

    try:
        return XmlPart(part, cast("Container", _Parts(archive))).root
    except SyntaxError as error:  # lxml's own for XML that is not well formed
        raise ReadError(
            tr("{name} is damaged: the text in it cannot be read.", name=shown),
            hint=tr("Open it in LibreOffice, which may mend it, and save it anew."),
        ) from error


def _master_pages(text: OpenDocumentText, shared: Element | None, wanted: str) -> Iterator[Passage]:
    """What stands in the headers, or in the footers, of all kinds of page."""
    groups = [] if shared is None else [group for group in shared.children if name_of(group) == "office:master-styles"]
    for page in (page for group in groups for page in group.children):
        for part in page.children:
            if name_of(part).startswith(wanted):
                yield from text.story(part)


def _properties(root: Element) -> tuple[str, str]:
    """Title and author as the file's properties state them, empty where they do not."""
    stated = {name_of(field): field.text.strip() for group in root.children for field in group.children}
    return stated.get("dc:title", ""), stated.get("meta:initial-creator", "") or stated.get("dc:creator", "")


OPENDOCUMENT = Format(
    "odt", (".odt", ".ott"), office_sniffer("odt"), read_opendocument, extension_decides=False, limit_bytes=LIMIT_BYTES
)
