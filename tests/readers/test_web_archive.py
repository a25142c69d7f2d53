from __future__ import annotations

import quopri

import pytest

from compare_app import read_document
from compare_app.core.errors import ReadError

_PAGE = """<!DOCTYPE html><html lang="en"><head><title>Bridge stuck – Harbour News</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Bridge stuck half open</h1><p>The harbour bridge has stood half open since Monday, when a bearing broke
in the north tower, the harbour master’s office said.</p><p>Nobody was hurt. Engineers hope to close it before the
weekend, and a ferry carries people over until then.</p></article></body></html>"""
_HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/bridge\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----x"\r\n\r\n\r\n'
)


def _archive(page: bytes) -> bytes:
    part = b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + quopri.encodestring(page)
    picture = b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    return _HEAD.encode() + b"------x\r\n" + part + b"\r\n------x\r\n" + picture + b"------x--\r\n"


def test_a_page_saved_in_one_file_reads_like_the_page() -> None:
    saved = read_document(_archive(_PAGE.encode()), name="bridge.mhtml")
    page = read_document(_PAGE.encode(), name="bridge.html")
    assert [claim.text for claim in saved.claims] == [claim.text for claim in page.claims]
    assert saved.metadata == page.metadata
    assert (saved.source.format, saved.source.encoding) == ("mhtml", "utf-8")
    assert saved.source.sha256 != page.source.sha256


def test_one_without_a_page_is_refused() -> None:
    with pytest.raises(ReadError, match="no web page"):
        read_document(_HEAD.encode() + b"------x\r\nContent-Type: image/png\r\n\r\nx\r\n------x--\r\n", name="a.mhtml")
