"""The one form of text that is segmented, compared, shown and counted in offsets."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSHOWABLE = re.compile("[\ufdd0-\ufdef\ud800-\udfff\x00]")


def canonical_text(text: str) -> str:
    r"""`text` with "\n" as its only line end and without what a text widget would alter by itself.

    Every other line or paragraph separator becomes "\n" (CRLF shrinks to one), U+FEFF is removed, NUL, noncharacters
    and lone surrogates become U+FFFD. Nothing is trimmed: a text without any of these comes back unchanged.
    """
    text = _LINE_ENDS.sub("\n", text.replace("\ufeff", ""))
    return text if text.isascii() and "\x00" not in text else _UNSHOWABLE.sub("\ufffd", text)
