"""Reads e-books (EPUB 2 and 3): the chapters in the order of the spine."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree import ElementTree

from compare_app.core.canonical import canonical_text
from compare_app.core.control import Stage
from compare_app.core.document import BlockKind, Metadata, Reading
from compare_app.core.errors import ReadError
from compare_app.core.records import record
from compare_app.core.translation import tr
from compare_app.readers.building import TextBuilder, language_code
from compare_app.readers.decoding import decode
from compare_app.readers.files import LIMIT_BYTES
from compare_app.readers.format import Format, Raw
from compare_app.readers.html_blocks import read_page
from compare_app.readers.office_kinds import office_sniffer

if TYPE_CHECKING:
    from compare_app.readers.archive import Archive

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_METHOD = "{http://www.w3.org/2001/04/xmlenc#}EncryptionMethod"
_FONT_METHODS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")  # which hide no text
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_ROOT, _ITEM, _SPINE = "{*}rootfile", "{*}manifest/{*}item", "{*}spine/{*}itemref"


@record
class _Chapter:
    """A page of the book by its name in the archive; `is_contents` for the table of contents."""

    name: str
    is_contents: bool


def read_epub(raw: Raw) -> Reading:
    """All chapters of `raw`. Raises ReadError where it is damaged, protected or holds no text."""
    from compare_app.readers.archive import Archive  # with zipfile, which takes 5 ms

    archive = Archive(raw.data, raw.shown)
    if _ENCRYPTION in archive.names and _hides_text(_parse(archive.read_xml(_ENCRYPTION), raw)):
        raise archive.protected()
    package, folder = _package(archive, raw)
    chapters = list(_chapters(package, folder))
    builder = TextBuilder()
    missing = 0
    for i, chapter in enumerate(chapters):
        raw.control.report(Stage.READ, i / len(chapters))
        if chapter.name in archive.names:
            _fill(builder, archive.read(chapter.name), chapter, raw.encoding)
        else:
            missing += 1
    if not builder.text():
        raise ReadError(tr("{name} holds no text.", name=raw.shown), hint=tr("Check that it is the right file."))
    notes = (
        (tr("Chapters missing in the file: {count} of {total}.", count=missing, total=len(chapters)),)
        if missing
        else ()
    )
    source = raw.source(EPUB.name, notes=notes)
    return Reading(
        builder.text(), source, _metadata(package), builder.blocks(), language_code(_stated(package, "language"))
    )


def _hides_text(encryption: ElementTree.Element) -> bool:
    return any(method.get("Algorithm") not in _FONT_METHODS for method in encryption.iter(_METHOD))


def _package(archive: Archive, raw: Raw) -> tuple[ElementTree.Element, str]:
    """The package document and the folder that its links start from."""
    rootfile = _parse(archive.read_xml(_CONTAINER), raw).find(f".//{_ROOT}")
    name = unquote(rootfile.get("full-path", "")) if rootfile is not None else ""
    return _parse(archive.read_xml(name), raw), posixpath.dirname(name)


def _parse(data: bytes, raw: Raw) -> ElementTree.Element:
    try:
        return ElementTree.fromstring(data)  # of a door that lets no document type pass
    except ElementTree.ParseError as error:
        raise ReadError(
            tr("{name} is damaged: its list of chapters cannot be read.", name=raw.shown),
            hint=tr("Get it again, or save it anew."),
        ) from error


def _chapters(package: ElementTree.Element, folder: str) -> Iterator[_Chapter]:
    items = {item.get("id", ""): item for item in package.iterfind(_ITEM)}
    for reference in package.iterfind(_SPINE):
        item = items.get(reference.get("idref", ""))
        if item is not None and item.get("media-type") in _PAGES:
            name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
            yield _Chapter(name, "nav" in item.get("properties", "").split())


def _fill(builder: TextBuilder, data: bytes, chapter: _Chapter, encoding: str | None) -> None:
    for block in read_page(decode(data, declared="utf-8", encoding=encoding).text).blocks:
        builder.add(BlockKind.FURNITURE if chapter.is_contents else block.kind, block.text, block.level)


def _metadata(package: ElementTree.Element) -> Metadata:
    date = _stated(package, "date")[:10]
    return Metadata(
        title=_stated(package, "title"),
        byline=_stated(package, "creator"),
        date=date if len(date) == 10 and date[4] == date[7] == "-" else "",
        outlet=_stated(package, "publisher"),
    )


def _stated(package: ElementTree.Element, name: str) -> str:
    """What the package says under a name of Dublin Core, on one line."""
    element = package.find(f".//{{http://purl.org/dc/elements/1.1/}}{name}")
    return " ".join(canonical_text(element.text or "").split()) if element is not None else ""


EPUB = Format("epub", (".epub",), office_sniffer("epub"), read_epub, extension_decides=False, limit_bytes=LIMIT_BYTES)
