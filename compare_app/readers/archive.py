"""The one door to formats that are zip archives (docx, odt, epub): a parser is handed nothing that did not pass here.

Nothing is unpacked to disk and no member opens another archive. Whatever a header claims, bytes are counted as they
come out.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable

from compare_app.core.errors import ReadError
from compare_app.core.translation import grouped, marked, tr

LIMIT_BYTES = 64_000_000
"""Most that is unpacked of one archive: the text of the longest document that is read, with ten bytes of markup for
each of its own. Chosen by hand; a novel of 200,000 words saved by LibreOffice unpacks to 6 MB."""

LIMIT_MEMBERS = 10_000
"""Most members of one archive: a book has hundreds."""

LIMIT_RATIO = 200
"""Most bytes that one packed byte may become in a member larger than `_SMALL_BYTES`. Word's markup, which repeats
itself, packs to a fortieth; a bomb to a thousandth, the most deflate can do."""

_SMALL_BYTES = 1_000_000
_CHUNK_BYTES = 65_536
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # what office documents and books may use
_ENCRYPTED_FLAG = 0x1
_LOCAL_HEADER_BYTES = 30
_DIRECTORY_ENTRY = b"PK\x01\x02"
_DECLARED_ENCODING = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_XML_ENCODINGS = (b"utf-8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError)
"""All that zipfile raises on a damaged archive."""


class Archive:
    """A zip archive whose directory makes sense; `shown` is its name in an error.

    Raises ReadError for anything that no producer of documents writes.
    """

    def __init__(self, data: bytes, shown: str = "") -> None:
        self._shown = shown or tr("This file")
        if data.count(_DIRECTORY_ENTRY) > LIMIT_MEMBERS:  # before zipfile makes an object of each
            raise self._suspect(marked("{name} holds more than {limit} files, so it was not opened."))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self._damaged() from error
        self._members: dict[str, zipfile.ZipInfo] = {}
        self._unpacked = 0
        self._take(self._zip.infolist(), len(data))

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all members, as the archive orders them."""
        return tuple(self._members)

    def read(self, name: str) -> bytes:
        """The unpacked member `name`. Raises ReadError when there is none, it is damaged or it grows too large."""
        member = self._members.get(name)
        if member is None:
            raise self._damaged()
        if member.flag_bits & _ENCRYPTED_FLAG:
            raise self.protected()
        try:
            return self._unpack(member)
        except _BROKEN as error:
            raise self._damaged() from error

    def read_xml(self, name: str) -> bytes:
        """The member `name`, which is XML without a document type: a parser finds no entity to resolve in it.

        Raises ReadError as `read` does, and where a document type is declared or could hide in a rare encoding.
        """
        data = self.read(name)
        plain = _without_width(data)
        declared = _DECLARED_ENCODING.match(plain)
        if (plain and not plain.lstrip().startswith(b"<")) or (declared and declared[1].lower() not in _XML_ENCODINGS):
            raise self._suspect(
                marked("{name} is written in an encoding that office documents do not have, so it was not opened.")
            )
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise self._suspect(
                marked("{name} declares a document type, which could make it grow without end, so it was not opened.")
            )
        return data

    def protected(self) -> ReadError:
        """The error for a document that a password protects."""
        return ReadError(
            tr("{name} is protected by a password.", name=self._shown),
            hint=tr("Open it in its own program and save it without one."),
        )

    def _take(self, members: Iterable[zipfile.ZipInfo], size: int) -> None:
        """Keep `members` by name, in order; `size` is the archive's, in bytes."""
        found = sorted(members, key=lambda member: member.header_offset)
        ends = [member.header_offset for member in found[1:]] + [size]
        for member, end in zip(found, ends, strict=False):
            name = member.filename.replace("\\", "/")
            least = _LOCAL_HEADER_BYTES + len(member.orig_filename) + member.compress_size
            if member.header_offset < 0 or member.header_offset + least > end:
                if end < size:
                    raise self._suspect(marked("{name} holds files that overlap, so it was not opened."))
                raise self._damaged()
            if name in self._members:
                raise self._suspect(marked("{name} holds two files of one name, so it was not opened."))
            if name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]:
                raise self._suspect(marked("{name} names files outside itself, so it was not opened."))
            self._members[name] = member

    def _unpack(self, member: zipfile.ZipInfo) -> bytes:
        if member.compress_type not in _METHODS:
            raise self._suspect(
                marked("{name} is packed in a way that office documents are not, so it was not opened.")
            )
        if member.file_size > _SMALL_BYTES and member.file_size > LIMIT_RATIO * member.compress_size:
            raise self._bomb()
        pieces = []
        with self._zip.open(member) as stream:
            while piece := stream.read(_CHUNK_BYTES):
                self._unpacked += len(piece)
                if self._unpacked > LIMIT_BYTES:
                    raise self._bomb()
                pieces.append(piece)
        return b"".join(pieces)

    def _damaged(self) -> ReadError:
        return ReadError(
            tr("{name} is damaged or was cut short.", name=self._shown),
            hint=tr("Get it again, or open and save it in its own program."),
        )

    def _bomb(self) -> ReadError:
        return ReadError(
            tr(
                "{name} unpacks to more than {limit} MB or far more than its size.",
                name=self._shown,
                limit=LIMIT_BYTES // 1_000_000,
            ),
            hint=tr("Save it anew in its own program, without what is not text, or compare the parts that matter."),
        )

    def _suspect(self, sentence: str) -> ReadError:
        return ReadError(
            tr(sentence, name=self._shown, limit=grouped(LIMIT_MEMBERS)),
            hint=tr("If you trust it, save it anew in its own program."),
        )


def _without_width(data: bytes) -> bytes:
    """`data` without byte order mark, UTF-16 and UTF-32 as single bytes: enough to look for ASCII in XML."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        data = data.removeprefix(mark)
    return data.replace(b"\x00", b"")
