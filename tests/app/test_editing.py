"""Edited texts are written back as they were but for what was edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare_app.app.documents import Document, read_document
from compare_app.app.editing import ChangedMeanwhile, editable, write_back
from compare_app.core.errors import ReadError

STORY = "Zoë’s mill burned on Monday.\n\nTwelve people were hurt.\n"


@pytest.mark.parametrize("name", ["story.txt", "story.md"])
@pytest.mark.parametrize(
    "data",
    [
        STORY.encode(),
        b"\xef\xbb\xbf" + STORY.encode(),
        STORY.replace("\n", "\r\n").encode(),
        STORY.encode("cp1252"),
        STORY.encode("utf-16"),
        b"\xfe\xff" + STORY.encode("utf-16-be"),
    ],
    ids=["utf-8", "mark", "crlf", "cp1252", "utf-16", "utf-16-be"],
)
def test_what_was_not_edited_stays_byte_by_byte(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = editable(read_document(path, language="en"), None)
    assert (found.text, found.keeps_bytes) == (STORY, True)
    write_back(found, found.text, path)
    assert path.read_bytes() == data
    again = write_back(found, found.text.replace("Twelve", "Thirteen"), path)
    assert read_document(path, language="en").text.count("Thirteen") == 1
    assert write_back(again, STORY, path).text == STORY
    assert path.read_bytes() == data


def test_markdown_is_edited_with_its_signs(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text("# Fire\n\nThe *mill* burned.\n", encoding="utf-8")
    assert editable(read_document(path), None).text == "# Fire\n\nThe *mill* burned.\n"


def test_a_character_that_the_encoding_has_not_makes_the_file_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode("cp1252"))
    found = write_back(editable(read_document(path), None), f"{STORY}火\n", path)
    assert found.encoding == "utf-8"
    assert path.read_text(encoding="utf-8") == f"{STORY}火\n"


@pytest.mark.parametrize(
    "data", [b"One.\r\nTwo.\nThree.\n", "One.\u2028Two.\n".encode(), ("Zoë’s mill. " * 9).encode() + b"\xff."]
)
def test_what_could_not_be_kept_is_known_before(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    document = read_document(path, format="text")
    assert not editable(document, None).keeps_bytes


def test_a_file_that_another_program_changed_is_not_written_over_unasked(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    found = editable(read_document(path), None)
    path.write_text("Something else.\n", encoding="utf-8")
    with pytest.raises(ChangedMeanwhile) as told:
        write_back(found, "Mine.\n", path)
    assert "story.txt" in told.value.message
    assert path.read_text(encoding="utf-8") == "Something else.\n"
    write_back(found, "Mine.\n", path, whatever_is_there=True)
    assert path.read_text(encoding="utf-8") == "Mine.\n"


def test_a_pasted_text_has_no_file_until_it_gets_one(tmp_path: Path) -> None:
    document = Document.from_text(STORY, name="Pasted text")
    found = editable(document, "One.\r\nTwo.")
    assert (found.text, found.path) == ("One.\nTwo.", "")
    assert write_back(found, "One.", tmp_path / "new.txt").path == str(tmp_path / "new.txt")


def test_other_formats_say_why_not(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body><p>The mill burned on Monday.</p></body></html>", encoding="utf-8")
    with pytest.raises(ReadError, match=r"page\.html") as told:
        editable(read_document(path), None)
    assert "Markdown" in told.value.hint
