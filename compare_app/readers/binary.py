"""Tells files that hold no text from files that do."""

from __future__ import annotations

from compare_app.core.errors import ReadError
from compare_app.core.quoted import quoted_name
from compare_app.core.translation import marked, tr
from compare_app.readers.decoding import unmarked_utf16
from compare_app.readers.office_kinds import office_kind

_SIGNATURES = (
    (b"\x89PNG", marked("{name} is a picture.")),
    (b"\xff\xd8\xff", marked("{name} is a picture.")),
    (b"GIF8", marked("{name} is a picture.")),
    (b"\x1f\x8b", marked("{name} is a compressed file.")),
    (b"7z\xbc\xaf", marked("{name} is an archive.")),
    (b"\x7fELF", marked("{name} is a program.")),
    (b"SQLite format 3", marked("{name} is a database.")),
)
_UTF_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27, 30, 31} | {127})
_CONTROL_SHARE = 0.02
"""More control characters than this are no text. Chosen by hand: text has none, random bytes have one in ten."""

_FEW_CONTROLS = 4
"""A short text may hold as many by accident; they are shown as "\ufffd" or nothing."""


def refuse_binary(data: bytes, name: str, *, encoding: str | None = None) -> None:
    """Raise ReadError when `data` is no text. An `encoding` the caller insists on silences the doubt about NULs."""
    shown = quoted_name(name) if name else tr("This file")
    office = office_kind(data)
    if office is not None:
        raise ReadError(tr(office.sentence, name=shown), hint=tr(office.hint))
    sentence = next((sentence for signature, sentence in _SIGNATURES if data.startswith(signature)), "")
    if not sentence and encoding is None and _looks_binary(data[:65_536]):
        sentence = marked("{name} is a file without readable text.")
    if sentence:
        hint = tr("Save its text as .docx, .txt, .md or .html and open that.")
        raise ReadError(tr(sentence, name=shown), hint=hint)


def _looks_binary(head: bytes) -> bool:
    if head.startswith(_UTF_MARKS) or unmarked_utf16(head):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > _FEW_CONTROLS and controls > _CONTROL_SHARE * len(head)
