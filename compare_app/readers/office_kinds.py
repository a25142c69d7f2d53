"""What kind of office document bytes are, by what they hold: the many that are no text but are met beside it."""

from __future__ import annotations

import re

from compare_app.core.errors import ReadError
from compare_app.core.records import record

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # a member, or an archive without any
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # [MS-CFB] 2.2: the container of Office 97 to 2003
_LOCAL_NAME = re.compile(rb"PK\x03\x04.{22}(.)(.)..", re.DOTALL)
_MIMETYPE = re.compile(rb"mimetype(application/[\w.+-]+?)(?=PK|\Z)")
_WORD_HINT = "Save it as .docx in its own program and open that."


@record
class OfficeKind:
    """`name` is a row of the registry or "", `words` go after “is”, `hint` says what to do where it is not read."""

    name: str
    words: str
    hint: str = "Save its text as .docx or .txt and open that."


_PROTECTED = OfficeKind("", "protected by a password", "Open it in its own program and save it without one.")
_WORD = OfficeKind("docx", "a Word document")
_ARCHIVE = OfficeKind("", "an archive", "Unpack it and open the documents in it.")
_BY_FOLDER = {
    "word": _WORD,
    "xl": OfficeKind("", "an Excel workbook", "Copy the text you want to compare and paste it."),
    "ppt": OfficeKind("", "a presentation", "Copy the text you want to compare and paste it."),
    "Index": OfficeKind("", "a Pages, Numbers or Keynote document", "Export it to Word in its own program."),
    "[Content_Types].xml": OfficeKind(
        "", "an office document of a kind that is not read, or was cut short", "Get it again, or save it as .docx."
    ),
}
_BY_MIMETYPE = {
    "application/vnd.oasis.opendocument.text": OfficeKind("odt", "an OpenDocument text"),
    "application/vnd.oasis.opendocument.spreadsheet": OfficeKind("", "a spreadsheet"),
    "application/vnd.oasis.opendocument.presentation": OfficeKind("", "a presentation"),
    "application/vnd.oasis.opendocument.graphics": OfficeKind("", "a drawing"),
    "application/epub+zip": OfficeKind("epub", "an e-book"),
}
_BY_STREAM = (  # names in the container's directory, in the order in which they decide
    ("EncryptedPackage", _PROTECTED),
    ("WordDocument", OfficeKind("", "an old Word file", _WORD_HINT)),
    ("Workbook", OfficeKind("", "an old Excel workbook", "Copy the text you want to compare and paste it.")),
    ("PowerPoint Document", OfficeKind("", "an old presentation", "Copy the text you want to compare and paste it.")),
    ("__substg1.0_", OfficeKind("", "an Outlook message", "Save it as text and open that.")),
)
_OLD_OFFICE = OfficeKind("", "an old office document", _WORD_HINT)


def office_kind(data: bytes) -> OfficeKind | None:
    """What `data` is, None when it is neither a zip archive nor an old office container. Whole or cut short."""
    if data.startswith(_ZIP):
        return _kind_of_archive(data)
    if data.startswith(_COMPOUND[:4]):
        found = (kind for name, kind in _BY_STREAM if name.encode("utf-16-le") in data)
        return next(found, _OLD_OFFICE)
    return None


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
