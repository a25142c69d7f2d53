"""Whatever a file holds and is called: it is read, or refused with a sentence about it that can be shown anywhere."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_app import read_document
from compare_app.core.errors import ReadError
from compare_app.readers.format import Format
from compare_app.readers.registry import FORMATS, read_source
from tests.readers.damage import CHANGES, Change, changed, changed_inside

_ARTICLES = Path(__file__).parent / "articles"
_TALK = "It was closed.\n\n00:00:04,000 --> 00:00:06,500\n- Why?\n- It broke.\n"
_SEEDS: dict[str, bytes] = {
    "talk.srt": f"1\n00:00:01,000 --> 00:00:03,500\n<i>{_TALK}</i>\n".encode(),
    "talk.vtt": f"WEBVTT\n\nNOTE made by hand\n\n00:01.000 --> 00:03.500 align:start\n<v Ann>{_TALK}".encode(),
    "two.csv": 'left,right\n"It cost £4 million, they said.","It cost £6 million."\n"One\nmore",\n'.encode(),
    "list.json": b'[{"title": "Mill", "text": "<p>It burned.</p>", "author": ["Ann", {"name": "Bo"}]}, {"body": "2"}]',
    "feed.jsonl": b'{"headline": "Mill", "articleBody": "It burned."}\n{"headline": "Dog", "body": "It lived."}\n',
    "draft.md": b"---\ntitle: Mill\ndate: 2026-11-03\n---\n\n# Mill\n\n> It *burned*.\n\n1. One\n\n```\ncode\n```\n",
    "saved.html": b"<html lang=en><head><meta charset=utf-8><title>Mill</title></head><body><article><h1>Mill</h1>"
    b"<p>It burned &amp; fell.</p><table><tr><td>1<td>2</table></article><nav>Home</nav></body></html>",
    "note.eml": b"From: Ann <a@example.org>\nMessage-ID: <1@x>\nSubject: =?utf-8?q?M=C3=BChle?=\nMIME-Version: 1.0\n"
    b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; format=flowed\n\nIt \nburned.\n"
    b"> Did it?\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+SXQ8L3A+\n--x--\n",
    "plain.txt": "It burned. Es brannte für Stunden. 그것은 불탔다.".encode("utf-16"),
}
_LONGEST_S = 10  # for a file of 1 kB: a guard against loops, not a measurement
_NAMES = ["two\nlines", "\u202egnp", "x" * 5000, "<b>&amp;", "{name} %s", "\udce9", "\x1b[31mred", "“”"]
_ENDINGS = sorted({extension for known in FORMATS for extension in known.extensions})


def _refusal(source: bytes | Path, name: str, format_name: str | None = None) -> ReadError | None:
    """Why it is not read, where it is not: in a sentence that can be shown, with what to do."""
    started = perf_counter()
    refusal: ReadError | None = None
    try:
        read_document(source, name=name, format=format_name)
    except ReadError as error:
        refusal = error
    assert perf_counter() - started < _LONGEST_S
    if refusal is not None:
        assert refusal.message.endswith(".")
        assert refusal.hint.endswith(".")
        assert all(sign.isprintable() or sign == "\u00a0" for sign in refusal.message + refusal.hint)
        assert len(refusal.message) < 400
    return refusal


@pytest.mark.parametrize("name", _SEEDS)
@given(st.floats(0, 1, exclude_max=True), CHANGES)
@settings(deadline=None, max_examples=60)
def test_damage_to_any_format_is_read_or_told(name: str, member: float, changes: list[Change]) -> None:
    data = changed_inside(_SEEDS[name], member, changes)
    _refusal(data, name)
    _refusal(data, "")


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
@given(st.sampled_from(sorted(_SEEDS)), CHANGES)
@settings(deadline=None, max_examples=25)
def test_a_reader_stands_what_was_meant_for_another(known: Format, name: str, changes: list[Change]) -> None:
    _refusal(changed(_SEEDS[name], changes), name, known.name)


@pytest.mark.parametrize("name", _SEEDS)
def test_the_seeds_are_read(name: str) -> None:
    assert "It" in read_document(_SEEDS[name], name=name).text


@pytest.mark.parametrize("ending", _ENDINGS)
def test_an_empty_file_is_empty_or_told_and_a_folder_is_no_file(ending: str, tmp_path: Path) -> None:
    empty = tmp_path / f"draft{ending}"
    empty.write_bytes(b"")
    refusal = _refusal(empty, "")
    assert refusal is None or f"draft{ending}" in refusal.message
    folder = tmp_path / f"folder{ending}"
    folder.mkdir()
    told = _refusal(folder, "")
    assert told is not None
    assert "is a folder, not a file" in told.message


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 and nothing",
        b"PK\x03\x04" + bytes(200),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        b"\x89PNG\r\n\x1a\n",
        bytes(range(256)) * 20,
        b"x" * 20_000_001,
    ],
)
def test_any_name_can_stand_in_any_refusal(name: str, data: bytes) -> None:
    assert _refusal(data, name) is not None


@pytest.mark.parametrize(("format_name", "data"), [("json", b"{"), ("json", b"[]"), ("table", b"p,q,r\n1,2,3\n")])
def test_any_name_can_stand_in_the_refusal_of_a_text(format_name: str, data: bytes) -> None:
    for name in _NAMES:
        assert _refusal(data, name, format_name) is not None


@pytest.mark.parametrize("article", ["chromium.pdf", "pandoc.docx", "pandoc.odt", "pandoc.epub", "pandoc.rtf"])
@pytest.mark.parametrize("ending", [".zip", ".txt", ".csv", ".json", ".html", ".eml"])
def test_what_a_file_is_counts_and_not_what_it_is_called(article: str, ending: str) -> None:
    data = (_ARTICLES / article).read_bytes()
    assert read_source(data, name=f"draft{ending}").text == read_source(data, name=article).text


def test_a_text_that_begins_like_another_format_is_that_text() -> None:
    assert read_source(b"%PDF is how such a file begins.", name="a.txt").text == "%PDF is how such a file begins."
    assert "PK" in read_source(b"PK is the mark of an archive.", name="a.txt").text
