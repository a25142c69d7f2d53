"""No archive gets through the door that could cost more than its text, and each refusal says what to do."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from functools import partial

import pytest

from compare_app.core.errors import ReadError
from compare_app.readers import archive as door
from compare_app.readers.archive import Archive
from compare_app.readers.registry import read_source
from tests.readers.packages import archive, word, word_members

_PARAGRAPH = "<w:p><w:r><w:t>The bridge is closed.</w:t></w:r></w:p>"


def _refused(open_it: Callable[[], object]) -> str:
    """The sentence with which `open_it` fails."""
    with pytest.raises(ReadError) as caught:
        open_it()
    assert caught.value.message.endswith(".")
    assert caught.value.hint.endswith(".")
    return caught.value.message


def test_a_sound_archive_is_read() -> None:
    opened = Archive(archive({"a.xml": "<a/>", "b/c.xml": "<c>ü</c>"}))
    assert opened.names == ("a.xml", "b/c.xml")
    assert opened.read_xml("b/c.xml").decode() == "<c>ü</c>"


def test_a_member_that_grows_too_large_is_refused() -> None:
    bomb = archive({"a.xml": b" " * 5_000_000})
    assert len(bomb) < 10_000
    assert "unpacks to more" in _refused(lambda: Archive(bomb, "b.docx").read("a.xml"))


def test_all_members_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "LIMIT_BYTES", 1000)
    opened = Archive(archive({"a.xml": b"a" * 600, "b.xml": b"b" * 600}))
    opened.read("a.xml")
    assert "unpacks to more" in _refused(lambda: opened.read("b.xml"))


@pytest.mark.parametrize("claimed", [0, 10, 2**31])
def test_sizes_in_headers_are_not_believed(claimed: int) -> None:
    data = bytearray(archive({"a.xml": b"<a>" + b"text " * 1000 + b"</a>"}))
    struct.pack_into("<I", data, data.rindex(b"PK\x01\x02") + 24, claimed)
    _refused(lambda: Archive(bytes(data)).read("a.xml"))


def test_many_members_are_refused_before_they_are_listed() -> None:
    data = archive({f"{i}.xml": "" for i in range(door.LIMIT_MEMBERS + 1)})
    assert "more than 10,000 files" in _refused(lambda: Archive(data))


def test_members_that_overlap_are_refused() -> None:
    data = bytearray(archive({"a.xml": b"<a/>" * 100, "b.xml": b"<b/>" * 100}, zipfile.ZIP_STORED))
    struct.pack_into("<I", data, data.rindex(b"PK\x01\x02") + 42, 10)  # the second now lies inside the first
    assert "overlap" in _refused(lambda: Archive(bytes(data)))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_refused() -> None:
    data = archive({"a.xml": "<a/>", "b.xml": "<b/>"}).replace(b"b.xml", b"a.xml")
    assert "two files of one name" in _refused(lambda: Archive(data))


@pytest.mark.parametrize("name", ["../a.xml", "/etc/passwd", "word/../../a", "C:/a.xml", "..\\a.xml"])
def test_names_outside_the_archive_are_refused(name: str) -> None:
    assert "outside itself" in _refused(lambda: Archive(archive({name: "x"})))


def test_an_encrypted_member_is_told() -> None:
    data = bytearray(archive({"a.xml": "<a/>"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "protected by a password" in _refused(lambda: Archive(bytes(data)).read("a.xml"))


def test_a_rare_method_of_packing_is_refused() -> None:
    assert "packed in a way" in _refused(lambda: Archive(archive({"a": "x"}, zipfile.ZIP_LZMA)).read("a"))


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY c "&b;&b;">]><a>&c;</a>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_document_types_are_refused(xml: str, codec: str) -> None:
    opened = Archive(archive({"a.xml": xml.encode(codec)}))
    assert "document type" in _refused(lambda: opened.read_xml("a.xml"))


@pytest.mark.parametrize(
    "data",
    [
        "<a/>".encode("cp037"),
        b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>',
    ],
)
def test_encodings_that_could_hide_a_document_type_are_refused(data: bytes) -> None:
    opened = Archive(archive({"a.xml": data}))
    assert "encoding" in _refused(lambda: opened.read_xml("a.xml"))


def test_a_truncated_document_is_known_and_told_as_such() -> None:
    data = word(_PARAGRAPH * 50)
    assert len(data) > 1000
    for length in range(200, len(data) - 1, 37):
        assert "cut short" in _refused(partial(read_source, data[:length], name="a.docx"))


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({"xl/workbook.xml": "<a/>"}, "an Excel workbook"),
        ({"ppt/presentation.xml": "<a/>"}, "a presentation"),
        ({"Index/Document.iwa": "x"}, "Pages, Numbers or Keynote"),
        ({"letter.docx": word(_PARAGRAPH)}, "an archive"),
        ({}, "an archive"),
    ],
)
def test_other_archives_are_named(members: dict[str, str | bytes], words: str) -> None:
    for name in ("a.docx", "a.txt", ""):
        assert words in _refused(partial(read_source, archive(members, zipfile.ZIP_STORED), name=name))


@pytest.mark.parametrize(
    ("stream", "words", "advice"),
    [
        ("WordDocument", "an old Word file", "save it as .docx"),
        ("EncryptedPackage", "protected by a password", "without one"),
        ("Workbook", "an old Excel workbook", "paste"),
        ("Unknown", "an old office document", "save it as .docx"),
    ],
)
def test_old_office_files_are_named(stream: str, words: str, advice: str) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream.encode("utf-16-le") + bytes(100)
    with pytest.raises(ReadError) as caught:
        read_source(data, name="letter.docx")
    assert caught.value.message == f"“letter.docx” is {words}."
    assert advice.casefold() in caught.value.hint.casefold()


def test_a_bomb_in_a_picture_is_never_unpacked() -> None:
    members: dict[str, str | bytes] = {**word_members(_PARAGRAPH), "word/media/image1.bmp": b"\0" * 50_000_000}
    assert read_source(archive(members)).text == "The bridge is closed."


def test_a_bomb_in_the_text_is_refused() -> None:
    body = _PARAGRAPH + " " * 30_000_000
    assert "unpacks to more" in _refused(lambda: read_source(word(body), name="a.docx"))


def test_text_in_a_file_called_docx_is_read_as_text() -> None:
    assert read_source(b"Only text.", name="a.docx").source.format == "text"
    assert read_source(b"", name="a.docx").text == ""
