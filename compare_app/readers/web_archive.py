"""Reads a page that a browser saved in one file (MHTML, RFC 2557)."""

from __future__ import annotations

import re

from compare_app.core.document import Reading
from compare_app.core.errors import ReadError
from compare_app.core.records import replace
from compare_app.core.translation import tr
from compare_app.readers.files import LIMIT_BYTES
from compare_app.readers.format import Format, Raw
from compare_app.readers.html import read_html

_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_SAVED = re.compile(rb"^(?:snapshot-content-location:|from:\s*<?saved by)", re.IGNORECASE | re.MULTILINE)


def read_web_archive(raw: Raw) -> Reading:
    """The page in `raw` as `read_html` reads it; pictures and styles are left alone. Raises ReadError without one."""
    from email import message_from_bytes, policy  # take 15 ms
    from email.message import EmailMessage

    message = message_from_bytes(raw.data, policy=policy.default)
    page = next((part for part in message.walk() if part.get_content_type() in _PAGES), None)
    payload = page.get_payload(decode=True) if isinstance(page, EmailMessage) else None
    if page is None or not isinstance(payload, bytes):
        hint = tr("Open it in a browser and save the page anew.")
        raise ReadError(tr("{name} holds no web page.", name=raw.shown), hint=hint)
    encoding = raw.encoding or page.get_content_charset()
    reading = read_html(replace(raw, data=payload, encoding=encoding))
    return replace(reading, source=raw.source(WEB_ARCHIVE.name, reading.source.encoding, reading.source.notes))


_PAGES = ("text/html", "application/xhtml+xml")


def _sniff(data: bytes) -> bool:
    head = data[:4096]
    return _RELATED.search(head) is not None and _SAVED.search(head) is not None


WEB_ARCHIVE = Format("mhtml", (".mhtml", ".mht"), _sniff, read_web_archive, limit_bytes=LIMIT_BYTES)
