"""What kind of office document bytes are, by what they hold: the many that are no text but are met beside it."""

from __future__ import annotations

import re
from collections.abc import Callable

from compare_app.core.errors import ReadError
from compare_app.core.records import record
from compare_app.core.translation import marked

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # a member, or an archive without any
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: the container of Office 97 to 2003
_LOCAL_NAME = re.compile(rb"PK\x03\x04.{22}(.)(.)..", re.DOTALL)
_MIMETYPE = re.compile(rb"mimetype(application/[\w.+-]+?)(?=PK|\Z)")
_WORD_HINT = marked("Save it as .docx in its own program and open that.")
_PASTE_HINT = marked("Copy the text you want to compare and paste it.")


@record
class OfficeKind:
    """`name` is a row of the registry or "". `sentence` says what it is, `hint` what to do where it is not read."""

    name: str
    sentence: str
    hint: str = marked("Save its text as .docx or .txt and open that.")


_PROTECTED = OfficeKind(
    "", marked("{name} is protected by a password."), marked("Open it in its own program and save it without one.")
)
_WORD = OfficeKind("docx", marked("{name} is a Word document."))
_ARCHIVE = OfficeKind("", marked("{name} is an archive."), marked("Unpack it and open the documents in it."))
_BY_FOLDER = {
    "word": _WORD,
    "xl": OfficeKind("", marked("{name} is an Excel workbook."), _PASTE_HINT),
    "ppt": OfficeKind("", marked("{name} is a presentation."), _PASTE_HINT),
    "Index": OfficeKind(
        "",
        marked("{name} is a Pages, Numbers or Keynote document."),
        marked("Export it to Word in its own program."),
    ),
    "[Content_Types].xml": OfficeKind(
        "",
        marked("{name} is an office document of a kind that is not read, or was cut short."),
        marked("Get it again, or save it as .docx."),
    ),
}
_BY_MIMETYPE = {
    "application/vnd.oasis.opendocument.text": OfficeKind("odt", marked("{name} is an OpenDocument text.")),
    "application/vnd.oasis.opendocument.spreadsheet": OfficeKind("", marked("{name} is a spreadsheet.")),
    "application/vnd.oasis.opendocument.presentation": OfficeKind("", marked("{name} is a presentation.")),
    "application/vnd.oasis.opendocument.graphics": OfficeKind("", marked("{name} is a drawing.")),
    "application/epub+zip": OfficeKind("epub", marked("{name} is an e-book.")),
}
_BY_STREAM = (  # names in the container's directory, in the order in which they decide
    ("EncryptedPackage", _PROTECTED),
    ("WordDocument", OfficeKind("", marked("{name} is an old Word file."), _WORD_HINT)),
    ("Workbook", OfficeKind("", marked("{name} is an old Excel workbook."), _PASTE_HINT)),
    ("PowerPoint Document", OfficeKind("", marked("{name} is an old presentation."), _PASTE_HINT)),
    ("__substg1.0_", OfficeKind("", marked("{name} is an Outlook message."), marked("Save it as text and open that."))),
)
_OLD_OFFICE = OfficeKind("", marked("{name} is an old office document."), _WORD_HINT)


def office_kind(data: bytes) -> OfficeKind | None:
    """What `data` is, None when it is neither a zip archive nor an old office container. Whole or cut short."""
    if data.startswith(_ZIP):
        return _kind_of_archive(data)
    if data.startswith(_COMPOUND[:4]):
        found = (kind for name, kind in _BY_STREAM if name.encode("utf-16-le") in data)
        return next(found, _OLD_OFFICE)
    return None


def office_sniffer(name: str) -> Callable[[bytes], bool]:
    """What tells whether bytes are an office document of the kind `name`, a row of the registry."""

    def sniff(data: bytes) -> bool:
        kind = office_kind(data)
        return kind is not None and kind.name == name

    return sniff


def _kind_of_archive(data: bytes) -> OfficeKind:
    names = _names(data)
    stated = (
        _MIMETYPE.search(data) if "mimetype" in names else None
    )  # not packed: OpenDocument 1.3 part 2, 3.3; OCF 4.3
    mimetype = stated[1].decode("ascii") if stated else ""
    for known, kind in _BY_MIMETYPE.items():
        if mimetype.startswith(known):  # "-template" and "-master" are read as what they are made from
            return kind
    folders = {name.replace("\\", "/").partition("/")[0] for name in names}
    return next((kind for folder, kind in _BY_FOLDER.items() if folder in folders), _ARCHIVE)


def _names(data: bytes) -> list[str]:
    """Names of the members: by the directory, or where it makes no sense by what stands before each member."""
    try:
        from compare_app.readers.archive import Archive  # with zipfile, which takes 5 ms

        return list(Archive(data).names)
    except ReadError:
        found = _LOCAL_NAME.finditer(data)
        return [data[m.end() : m.end() + m[1][0] + 256 * m[2][0]].decode("utf-8", "replace") for m in found]
