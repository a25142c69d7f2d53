"""Sessions: what a person works on, kept in a file from one day to the next.

A `.compare` file is one JSON object with a member on each line (`resources/schema/session-1.json`). JSON, not a zip:
it can be read and searched with any tool, and a file that lost its end keeps the lines before, the decisions first,
where a zip would have lost its directory. The comparison is made again when a session is opened: for two texts of
100,000 words that takes 0.6 s beside the window, to read a kept one 0.1 s inside it; the texts are shown before
either (2026-11). So it is always that of the program that shows it, and decisions find their findings by key.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import compare_app
from compare_app.app.files import write_atomically
from compare_app.app.jobs import Input
from compare_app.core.document import Document, Side
from compare_app.core.errors import ReadError
from compare_app.core.exchange import Data, document_to_data, options_to_data
from compare_app.core.options import Options
from compare_app.core.quoted import shown_name
from compare_app.core.records import as_data, field, record
from compare_app.core.review import Review
from compare_app.core.review_exchange import review_to_data
from compare_app.core.translation import tr

EXTENSION = ".compare"
FORMAT = "compare-app session"
VERSION = 1
MIGRATIONS: Mapping[int, Callable[[Data], Data]] = {}
"""By version what makes the members of a file of that version those of the next."""

_PORTION = 1_000  # blocks or claims encoded at once: about 1 ms, so that a window beside it goes on
_TITLE_BYTES = 8_192
_DIGEST_BYTES = 16
DIGEST_MEMBER = ',\n"digest": '


@record
class Session:
    """Both documents as they were read, where they came from, the options and what was decided.

    A side may be empty. `place` is the claim that was selected.
    """

    documents: Mapping[Side, Document] = field(factory=dict)
    inputs: Mapping[Side, Input] = field(factory=dict)
    options: Options = Options()
    review: Review = Review()
    place: tuple[Side, int] | None = None

    @property
    def title(self) -> str:
        """The names of its documents, empty where it holds none."""
        return " – ".join(self.documents[side].source.name for side in Side if side in self.documents)


def is_session(path: Path) -> bool:
    """Whether the name of `path` is that of a session."""
    return path.suffix.lower() == EXTENSION


def save_session(session: Session, path: Path) -> None:
    """Write `session` to `path`, atomically. Raises WriteError, and then nothing has changed."""
    write_atomically(path, "".join(encode_session(session)))


def encode_session(session: Session) -> Iterator[str]:
    """The file of `session`, piece by piece; the last names the digest of all before it."""
    from hashlib import blake2b  # loads OpenSSL

    digest = blake2b(digest_size=_DIGEST_BYTES)
    for piece in _pieces(session):
        digest.update(piece.encode("utf-8", "surrogatepass"))
        yield piece
    yield f'{DIGEST_MEMBER}"{digest.hexdigest()}"\n}}\n'


def is_as_saved(text: str) -> bool:
    """Whether nothing in the file of a session was changed since it was saved; also where none can tell."""
    from hashlib import blake2b

    held, found, digest = text.rpartition(DIGEST_MEMBER)
    whole = blake2b(held.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()
    return not found or digest == f'"{whole}"\n}}\n'


def _pieces(session: Session) -> Iterator[str]:
    """What a session holds. What is smallest and dearest stands first."""
    yield f'{{\n"format": {_json(FORMAT)},\n"version": {VERSION},\n"program": {_json(compare_app.__version__)},\n'
    yield f'"title": {_json(session.title)},\n'
    yield f'"options": {_json(options_to_data(session.options))},\n"review": {_json(review_to_data(session.review))},\n'
    place = session.place and {"side": session.place[0].value, "claim": session.place[1]}
    yield f'"place": {_json(place)}'
    for side in Side:
        given = session.inputs.get(side)
        yield f',\n"{side}_input": {_json(as_data(given) if given else None)}'
    for side in Side:
        yield f',\n"{side}": '
        document = session.documents.get(side)
        yield from ("null",) if document is None else _document_pieces(document)


def session_title(path: Path) -> str:
    """The title of the session at `path`, empty where none can be read. Reads its first lines only."""
    try:
        with path.open("rb") as file:
            lines = file.read(_TITLE_BYTES).decode("utf-8", "replace").split("\n")
        (line,) = [line for line in lines if line.startswith('"title": ')]
        return str(json.loads(line.removeprefix('"title": ').rstrip(",")))
    except (OSError, ValueError):
        return ""


def migrated(data: Data, name: str) -> Data:
    """`data` of any version we know as the members of today's. Raises ReadError on a newer one."""
    version = data["version"]
    if version > VERSION:
        raise ReadError(
            tr("“{name}” was saved by a newer version of this program.", name=shown_name(name)),
            hint=tr(
                "Its format is {version}; this version reads up to {known}. Install the newer version.",
                version=version,
                known=VERSION,
            ),
        )
    for step in range(version, VERSION):
        data = MIGRATIONS[step](data)
    return data


def _document_pieces(document: Document) -> Iterator[str]:
    data = document_to_data(document)
    lists = {name: data.pop(name) for name in ("blocks", "claims")}
    yield _json(data)[:-1]
    for name, entries in lists.items():
        yield f',"{name}":['
        for start in range(0, len(entries), _PORTION):
            yield ("," if start else "") + _json(entries[start : start + _PORTION])[1:-1]
        yield "]"
    yield "}"


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
