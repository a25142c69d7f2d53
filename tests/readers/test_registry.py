"""The one door to all formats: which one is chosen, and what is said of input that is none."""

from __future__ import annotations

import errno
import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_app.core.canonical import canonical_text
from compare_app.core.document import Reading
from compare_app.core.errors import ReadError
from compare_app.readers.files import TEXT_LIMIT_BYTES
from compare_app.readers.format import Format
from compare_app.readers.registry import FORMATS, read_source

_HTML = b"<!DOCTYPE html><html><head><title>T</title></head><body><p>Hello there.</p></body></html>"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"Hello.", "text"),
        ("a", b"Hello.", "text"),
        ("a.log", b"Hello.", "text"),
        ("a.md", b"# Hello", "markdown"),
        ("A.MD", b"# Hello", "markdown"),
        ("a.htm", b"<p>Hello</p>", "html"),
        ("a.txt", _HTML, "html"),
        ("a.md", _HTML, "html"),
        ("a.md", b"<p align=center>Hello</p>", "markdown"),
        ("a.txt", b"\xef\xbb\xbf \n<!-- x --><HTML><body>x", "html"),
        ("a.txt", _HTML.decode().encode("utf-16"), "html"),
        ("a.txt", b"<html> is the first tag of a page.", "html"),
        ("a.txt", b"An <html> tag begins a page.", "text"),
    ],
)
def test_content_is_believed_before_the_extension(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert read_source(path).source.format == read_source(data, name=name).source.format == expected


_OF_TEXT = [known for known in FORMATS if known.name in ("html", "markdown", "text")]  # any text is one of these


@pytest.mark.parametrize("known", _OF_TEXT, ids=lambda known: known.name)
def test_every_format_says_where_its_text_came_from(tmp_path: Path, known: Format) -> None:
    path = tmp_path / "draft"
    path.write_bytes(_HTML)
    reading = read_source(path, format=known.name)
    assert reading.source.sha256 == hashlib.sha256(_HTML).hexdigest()
    assert (reading.source.name, reading.source.path) == ("draft", str(path))
    assert reading.source.format == known.name
    assert "Hello there." in reading.text


@pytest.mark.parametrize("known", _OF_TEXT, ids=lambda known: known.name)
@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\n" * 1000])
def test_nothing_is_an_empty_document(known: Format, data: bytes) -> None:
    reading = read_source(data, format=known.name)
    assert reading.text.strip() == ""
    assert not reading.blocks


def test_line_ends_and_marks_are_made_canonical() -> None:
    reading = read_source("\ufeffOne\r\ntwo\rthree\u2028four\x00".encode())
    assert reading.text == "One\ntwo\nthree\nfour\ufffd"
    assert reading.blocks is None


def _refused(source: Path | bytes, *, format: str | None = None, encoding: str | None = None) -> ReadError:  # noqa: A002
    with pytest.raises(ReadError) as caught:
        read_source(source, format=format, encoding=encoding)
    assert caught.value.message.endswith(".")
    assert caught.value.hint.endswith(".")
    return caught.value


def test_a_missing_file_a_folder_and_a_file_used_as_a_folder(tmp_path: Path) -> None:
    assert "no file" in _refused(tmp_path / "missing.txt").message
    assert "folder" in _refused(tmp_path).message
    (tmp_path / "a.txt").write_text("x")
    assert "no file" in _refused(tmp_path / "a.txt" / "b.txt").message


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("x")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)  # a mode of 0 would not stop root, as whom tests often run
    assert "may not be read" in _refused(path).message


@pytest.mark.skipif(sys.platform == "win32", reason="needs devices")
def test_a_device_never_blocks() -> None:
    assert "device" in _refused(Path("/dev/zero")).message


def test_the_null_device_is_an_empty_document() -> None:
    assert read_source(Path(os.devnull)).text == ""


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "leads back to itself" in _refused(tmp_path / "loop").message


@pytest.mark.parametrize("name", ["a\x00b", "x" * 5000])
def test_an_impossible_name(tmp_path: Path, name: str) -> None:
    message = _refused(tmp_path / name).message
    assert "not a possible file name" in message
    assert "\x00" not in message
    assert len(message) < 300


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "as a PDF"),
        (b"PK\x03\x04....", "an archive"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (bytes(range(256)) * 20, "without readable text"),
        (b"text" + b"\x00\x01\x02" * 100, "without readable text"),
    ],
)
def test_a_binary_file_is_refused(tmp_path: Path, data: bytes, kind: str) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(data)
    assert kind in _refused(path).message
    assert kind in _refused(data).message


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    assert "larger than 200 MB" in _refused(path).message


def test_text_is_refused_sooner_than_what_may_hold_pictures(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"word " * 10_000_000)
    assert "larger than 20 MB" in _refused(path).message
    assert "larger" in _refused(b"x" * (TEXT_LIMIT_BYTES + 1)).message


def test_an_unknown_format_names_the_known_ones() -> None:
    hint = _refused(b"x", format="wordstar").hint
    assert all(known.name in hint for known in FORMATS)


def test_an_unknown_encoding_is_refused() -> None:
    assert "nonsense" in _refused(b"x", encoding="nonsense").message


def test_undecodable_bytes_are_noted(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Größe und Länge der Brücke über die Flüsse, später größer".encode() + b"\xfe.")
    reading: Reading = read_source(path)
    assert "\ufffd" in reading.text
    assert len(reading.source.notes) == 1


_PARSERS = ("lxml", "docx", "odfdo", "striprtf", "trafilatura", "markdown_it", "charset_normalizer")


def test_parsers_load_only_when_they_run() -> None:
    code = (
        "import sys; from compare_app.readers.registry import read_source; read_source(b'Plain.');"
        f"print([m for m in {_PARSERS} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


_HTML_PIECES = ("<p>", "</p>", "<div>", "</div>", "<h1>", "<ul><li>", "<table><tr><td>", "<br>", "<!--", "<a href=x>")
_MORE_PIECES = (
    "<pre>",
    "<title>",
    "<meta ",
    "&#0;",
    "# ",
    "\n\n",
    "- ",
    "> ",
    "```\n",
    "| a |\n|--|\n",
    "---\n",
    "[x](y)",
)
_MARKUP = st.lists(st.one_of(st.text(max_size=8), st.sampled_from(_HTML_PIECES + _MORE_PIECES)), max_size=30).map(
    lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass")
)


@given(st.one_of(st.binary(max_size=200), _MARKUP), st.sampled_from(["text", "markdown", "html"]))
@settings(deadline=None, max_examples=60)
def test_any_bytes_are_read_or_refused_with_a_sentence(data: bytes, known: str) -> None:
    try:
        reading = read_source(data, format=known)
    except ReadError:
        return
    assert reading.text == canonical_text(reading.text)
    reached = 0
    for block in reading.blocks or ():
        assert reading.text[reached : block.span.start].strip() == ""
        assert block.span.of(reading.text).strip()
        reached = block.span.end
    assert reading.blocks is None or reading.text[reached:] == ""
