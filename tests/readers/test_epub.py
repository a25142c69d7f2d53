from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_app import Document, read_document
from compare_app.core.document import Metadata
from compare_app.core.errors import ReadError

_CONTAINER = """<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
_PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Bridge</dc:title><dc:creator>Ann Lee</dc:creator>
<dc:publisher>Harbour Press</dc:publisher><dc:date>2026-11-03T00:00:00Z</dc:date><dc:language>en-GB</dc:language>
</metadata><manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one%20first.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="a.css" media-type="text/css"/></manifest>
<spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/><itemref idref="lost"/></spine></package>"""


def _page(body: str) -> str:
    head = (
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
    )
    return f"{head}<body>{body}</body></html>"


_MEMBERS = {
    "META-INF/container.xml": _CONTAINER,
    "OEBPS/book.opf": _PACKAGE,
    "OEBPS/nav.xhtml": _page("<nav><ol><li><a href='text/two.xhtml'>Two</a></li></ol></nav>"),
    "OEBPS/text/one first.xhtml": _page("<h1>One</h1><p>It is stuck – half open.</p>"),
    "OEBPS/text/two.xhtml": _page("<h1>Two</h1><p>Nobody was hurt.</p>"),
}


def _book(**changed: str | None) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, text in {**_MEMBERS, **changed}.items():
            if text is not None:
                archive.writestr(name, text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def test_chapters_come_in_the_order_of_the_spine_and_the_contents_are_set_aside() -> None:
    book = read_document(_book(), name="book.epub")
    assert [claim.text for claim in book.claims] == ["One", "It is stuck – half open.", "Two", "Nobody was hurt."]
    assert book.metadata == Metadata("The Bridge", "Ann Lee", "2026-11-03", "Harbour Press")
    assert (book.language, book.source.format, book.source.notes) == ("en", "epub", ())


def test_a_language_that_is_none_is_guessed() -> None:
    assert read_document(_book(**{"OEBPS/book.opf": _PACKAGE.replace("en-GB", "C")})).language == "en"


def test_a_missing_chapter_is_told() -> None:
    book = read_document(_book(**{"OEBPS/text/two.xhtml": None}))
    assert book.source.notes == ("Chapters missing in the file: 1 of 3.",)


_METHOD = '<e xmlns:x="http://www.w3.org/2001/04/xmlenc#"><x:EncryptionMethod Algorithm="{}"/></e>'


def test_a_protected_book_is_refused_one_with_hidden_fonts_is_not() -> None:
    with pytest.raises(ReadError, match="protected"):
        read_document(
            _book(**{"META-INF/encryption.xml": _METHOD.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")})
        )
    assert read_document(
        _book(**{"META-INF/encryption.xml": _METHOD.format("http://www.idpf.org/2008/embedding")})
    ).claims


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"META-INF/container.xml": None}, "damaged"),
        ({"META-INF/container.xml": "<container/>"}, "damaged"),
        ({"OEBPS/book.opf": "<package"}, "damaged"),
        ({"OEBPS/book.opf": "<package/>"}, "no text"),
        ({"OEBPS/book.opf": '<!DOCTYPE p [<!ENTITY a "b">]><package>&a;</package>'}, "document type"),
    ],
)
def test_broken_books_are_refused(changed: dict[str, str | None], why: str) -> None:
    with pytest.raises(ReadError, match=why):
        read_document(_book(**changed), name="book.epub")


def test_entities_of_a_chapter_open_nothing() -> None:
    entities = '<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">'
    bomb = f"<!DOCTYPE html [{entities}]><html><body><p>x&a;&b;y</p></body></html>"
    book = read_document(_book(**{"OEBPS/text/one first.xhtml": bomb}))
    assert "root:" not in book.text


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_damage_does_more_than_refuse_the_file(data: st.DataObject) -> None:
    whole = bytearray(_book())
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read = read_document(bytes(whole[: data.draw(st.integers(0, len(whole)))]), name="book.epub")
    except ReadError:
        return
    assert isinstance(read, Document)
