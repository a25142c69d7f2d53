"""Turns bytes into text: byte order mark, declared charset, valid UTF-8, then a guess that says it is one."""

from __future__ import annotations

import codecs

from compare_app.core.errors import ReadError
from compare_app.core.records import record
from compare_app.core.translation import tr, tr_n

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)

_LEGACY_ENCODINGS = [
    "cp1252", "cp1250", "cp1251", "koi8_r", "koi8_u", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "iso8859_2", "iso8859_5", "iso8859_15", "cp866", "cp874", "mac_roman",
    "cp932", "euc_jp", "cp949", "gb18030", "big5",
]  # fmt: skip
"""What text is met in beside Unicode, chosen by hand: asking for fewer makes short texts surer and the guess faster."""

_SAMPLE_BYTES = 65_536
"""How much a guess looks at; charset-normalizer itself samples 5 × 512 bytes, so more would only cost time."""

_DAMAGE_SHARE = 0.5
"""Up to so many broken sequences for each sound one, text is damaged UTF-8 rather than something else.

Chosen by hand: in legacy text nearly all of them are broken, for two bytes seldom look like UTF-8 by chance.
"""

_PRINTABLE_SHARE = 0.98
"""Of random 16-bit numbers fewer than nine in ten are printable characters; of text all but a few are."""


@record
class Decoded:
    """Text with the encoding it was in and sentences about what was guessed or replaced."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, declared: str = "", encoding: str | None = None) -> Decoded:
    """`data` as text. `encoding` is obeyed; `declared` (what the data says of itself) is tried after a byte order mark.

    Bytes that are no character become U+FFFD and a note says how many. Raises ReadError for an unknown `encoding`.
    """
    if encoding is not None:
        return _insisted(data, encoding)
    for mark, codec, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _replacing(data, codec, name)
    codec = unmarked_utf16(data) or _known(declared)
    if codec:
        decoded = _strict(data, codec)
        if decoded is not None:
            return decoded
    return _undeclared(data)


def _insisted(data: bytes, encoding: str) -> Decoded:
    codec = _known(encoding)
    if not codec:
        raise ReadError(
            tr("“{encoding}” is not a known encoding.", encoding=encoding),
            hint=tr("Try utf-8, utf-16, windows-1252 or shift_jis."),
        )
    return _replacing(data, "utf-8-sig" if codec == "utf-8" else codec, codec)


def _undeclared(data: bytes) -> Decoded:
    decoded = _strict(data, "utf-8")
    if decoded is not None:
        return decoded
    if _is_damaged_utf8(data):
        return _replacing(data, "utf-8", "utf-8")
    codec = _guess(data)
    guessed = _replacing(data, codec, codec)
    note = tr("The encoding is not stated and was guessed: {encoding}.", encoding=codec)
    return Decoded(guessed.text, codec, (note, *guessed.notes))


def _guess(data: bytes) -> str:
    """Name of the most likely legacy encoding; windows-1252 when nothing fits."""
    from charset_normalizer import from_bytes  # 40 ms to import, and hardly any text needs it

    best = from_bytes(_sample(data), cp_isolation=_LEGACY_ENCODINGS, enable_fallback=False).best()
    return codecs.lookup(best.encoding).name if best is not None else "cp1252"


def _sample(data: bytes) -> bytes:
    """The first part of `data` that holds bytes beyond ASCII, cut at line ends so that no character is torn."""
    if len(data) <= _SAMPLE_BYTES:
        return data
    first = next((i for i in range(0, len(data), 4096) if not data[i : i + 4096].isascii()), 0)
    start = data.rfind(b"\n", 0, first) + 1
    start = start if first - start < _SAMPLE_BYTES // 2 else first
    end = data.rfind(b"\n", start + 1, start + _SAMPLE_BYTES)
    return data[start : end if end > 0 else start + _SAMPLE_BYTES]


def _is_damaged_utf8(data: bytes) -> bool:
    text = _sample(data).decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for c in text if c > "\x7f") - broken
    return broken <= _DAMAGE_SHARE * whole


def unmarked_utf16(data: bytes) -> str:
    """Codec of UTF-16 without a byte order mark, else "": told by the NUL bytes that its Latin letters, spaces and
    line ends hold. Text without any of these is not recognised, nor is plain ASCII with a stray NUL."""
    head = data[:4096]
    if len(data) % 2 or 0 not in head or not _could_be_utf16(head):
        return ""
    readings = {codec: head.decode(codec, "ignore") for codec in ("utf-16-le", "utf-16-be")}
    codec = max(readings, key=lambda codec: sum(c < "\x7f" for c in readings[codec]))
    text = readings[codec]
    is_printable = sum(c.isprintable() or c in "\t\r\n" for c in text) >= _PRINTABLE_SHARE * len(text)
    return codec if is_printable and any(c < "\x7f" for c in text) else ""


def _could_be_utf16(head: bytes) -> bool:
    """Whether NUL is every second byte or so, or other bytes stand beside it that plain ASCII does not have."""
    return head.count(0) >= len(head) // 8 or any(b >= 0x80 or (b < 0x20 and b not in b"\x00\t\r\n") for b in head)


def _known(encoding: str) -> str:
    """Python's name of a text encoding, else "". Browsers read "iso-8859-1" and "ascii" as windows-1252; so do we."""
    try:
        info = codecs.lookup(encoding.strip())
    except (LookupError, ValueError):
        return ""
    if not getattr(info, "_is_text_encoding", True):
        return ""
    return "cp1252" if info.name in ("iso8859-1", "ascii") else _superset(info.name)


def _superset(codec: str) -> str:
    """The encoding that holds all of `codec` and what is written under its name in practice."""
    return {"gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949", "shift_jis": "cp932"}.get(codec, codec)


def _strict(data: bytes, codec: str) -> Decoded | None:
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeError:
        return None


def _replacing(data: bytes, codec: str, name: str) -> Decoded:
    decoded = _strict(data, codec)
    if decoded is not None:
        return Decoded(decoded.text, name)
    text = data.decode(codec, "replace")
    count = text.count("\ufffd")
    note = tr_n(
        "Bytes that are no {encoding} text were replaced by “{sign}” in {count} place.",
        "Bytes that are no {encoding} text were replaced by “{sign}” in {count} places.",
        count,
        encoding=name,
        sign="\ufffd",
    )
    return Decoded(text, name, (note,))
