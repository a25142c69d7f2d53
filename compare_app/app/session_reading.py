"""Reads sessions, and of damaged ones what is left."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from compare_app.app.jobs import Input
from compare_app.app.sessions import FORMAT, Session, is_as_saved, migrated
from compare_app.core.document import Document, Side
from compare_app.core.errors import ReadError
from compare_app.core.exchange import Data, document_from_data, options_from_data
from compare_app.core.options import Options
from compare_app.core.quoted import quoted_name, shown_name
from compare_app.core.records import record, replace
from compare_app.core.review import Review
from compare_app.core.review_exchange import review_from_data
from compare_app.core.translation import tr

_LIMIT_BYTES = 500_000_000  # two texts of the largest size that is read, and their claims
_MEMBER = re.compile(r'^"([a-z_]+)": (.*?),?$')
_TEXT = re.compile(r'"text":("(?:[^"\\]|\\u[0-9a-fA-F]{4}|\\["\\/bfnrt])*)')
_BROKEN = object()

Found = TypeVar("Found")


@record
class Opened:
    """A session as read. `lost` are sentences for the person about what a damaged file held no more."""

    session: Session
    lost: tuple[str, ...] = ()


def read_session(path: Path) -> Opened:
    """The session at `path`; of a damaged one what could be saved, and what could not.

    Raises ReadError when it cannot be opened, was saved by a newer version, or is damaged beyond use.
    """
    text = _file_text(path)
    try:
        data = json.loads(text)
        if not isinstance(data, dict):
            raise _no_session(path)
    except (ValueError, RecursionError):
        data = _members(text)
    version = data.get("version")
    if data.get("format") != FORMAT or not isinstance(version, int) or version < 1:
        raise _no_session(path)
    opened = _Decoder(migrated(data, path.name)).decode(path.name)
    if opened.lost or is_as_saved(text):
        return opened
    changed = tr("Something in it is not as it was saved: look over the texts and what was decided.")
    return replace(opened, lost=(changed,))


class _Decoder:
    """Makes a session of what members there are."""

    def __init__(self, data: Data) -> None:
        self._data = data
        self._lost: list[str] = []

    def decode(self, name: str) -> Opened:
        """The session; raises ReadError when neither a text nor a decision is left."""
        session = Session(
            options=self._read("options", options_from_data, Options(), tr("What counts is as it was at first.")),
            review=self._read("review", review_from_data, Review(), tr("The decisions could not be saved.")),
        )
        documents, inputs = {}, {}
        for side in Side:
            document, given = self._document(side), self._read(f"{side}_input", _input, None, "")
            if document is not None:
                documents[side] = document
                inputs[side] = given or Input(path=document.source.path, name=document.source.name)
        if self._lost and not documents and session.review == Review():
            raise ReadError(
                tr("“{name}” is damaged, and nothing in it can be read.", name=shown_name(name)),
                hint=tr("Compare the two documents again."),
            )
        place = self._read("place", _place, None, "")
        if place is not None and (place[0] not in documents or place[1] < len(documents[place[0]].claims)):
            session = replace(session, place=place)
        return Opened(replace(session, documents=documents, inputs=inputs), tuple(self._lost))

    def _document(self, side: Side) -> Document | None:
        left = side is Side.LEFT
        lost = tr("The left text could not be saved.") if left else tr("The right text could not be saved.")
        given = self._data.get(side.value)
        if isinstance(given, str):  # what stands before the damage
            self._lost.append(tr("The left text is cut short.") if left else tr("The right text is cut short."))
            return _document_of_text(given)
        return self._read(side.value, document_from_data, None, lost)

    def _read(self, member: str, decode: Callable[[Any], Found], otherwise: Found, lost: str) -> Found:
        given = self._data.get(member, _BROKEN)
        if given is None:
            return otherwise
        try:
            if given is not _BROKEN:
                return decode(given)
        except (KeyError, ValueError, TypeError, IndexError, AttributeError, OverflowError):
            pass  # damaged: told below
        if lost:
            self._lost.append(lost)
        return otherwise


def _file_text(path: Path) -> str:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():  # a pipe would be waited for
            raise ReadError(tr("{name} is a pipe or a device, not a file.", name=quoted_name(path.name)))
        if path.stat().st_size > _LIMIT_BYTES:
            raise ReadError(tr("“{name}” is too large to be a session.", name=shown_name(path.name)))
        return path.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        raise ReadError(
            tr("“{name}” cannot be opened: {reason}.", name=shown_name(path.name), reason=error.strerror),
            hint=tr("It may have been moved or deleted."),
        ) from error


def _members(text: str) -> Data:
    """Every member of a damaged file whose line is whole, and of a broken document the text before the damage."""
    found: Data = {}
    for line in text.split("\n"):
        if not (match := _MEMBER.match(line)):
            continue
        name, value = match.groups()
        try:
            found[name] = json.loads(value)
        except (ValueError, RecursionError):
            if name in set(Side) and (cut := _TEXT.search(value)):
                found[name] = json.loads(f'{cut[1]}"', strict=False)
    return found


def _document_of_text(text: str) -> Document:
    from compare_app.app.documents import Document as Made  # loads what finds claims: only for damaged files

    return Made.from_text(text)


def _input(data: Data) -> Input:
    """The input that `data` describes, without what only a later program knows."""
    known = {name: data[name] for name in Input.__match_args__ if name in data}
    values: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in known.items()}
    return Input(**values)


def _place(data: Data) -> tuple[Side, int]:
    return Side(data["side"]), int(data["claim"])


def _no_session(path: Path) -> ReadError:
    return ReadError(
        tr("“{name}” is no session of this program.", name=shown_name(path.name)),
        hint=tr("Open documents to compare them."),
    )
