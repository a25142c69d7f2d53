"""What the window asks of its worker process and what comes back: one JSON object a line.

Answers to one request, in order: progress and documents, each in portions, then either the frame of the comparison, its
entries in portions and `done`, or `error`.
Every answer repeats the request's number, so that a late one is known as such.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from compare_app.app.arriving import ArrivingComparison, ArrivingDocument
from compare_app.app.entries import entry_to_data
from compare_app.core.comparison import Comparison
from compare_app.core.control import Progress, Stage
from compare_app.core.document import Document, Side
from compare_app.core.exchange import (
    Data,
    blocks_to_data,
    claims_to_data,
    document_from_data,
    document_to_data,
    frame_from_data,
    frame_to_data,
    head_to_data,
    options_from_data,
    options_to_data,
)
from compare_app.core.options import Options
from compare_app.core.quoted import quoted_name
from compare_app.core.records import as_data, record
from compare_app.core.review_exchange import subject_from_data, subject_to_data
from compare_app.core.subjects import Subject
from compare_app.core.translation import tr
from compare_app.present.entries import Entry

ENTRIES_PER_LINE, BLOCKS_PER_LINE, CLAIMS_PER_LINE = 128, 1_024, 1_024
"""Some milliseconds to decode, so that the window never waits."""


@record
class Input:
    """One side as the user gave it: a file by `path`, or `content` that was pasted or dropped.

    Empty `format`, `encoding`, `language` and `name` mean: find out. An empty `revision` is the accepted text, where
    changes were tracked, and that the user did not choose it. `kept` holds the keys of blocks that the user brought
    back into the comparison (see `core.kept`). `edited_from` is the path of the file of which `content` was edited.
    """

    path: str = ""
    content: str | None = None
    format: str = ""
    encoding: str = ""
    language: str = ""
    name: str = ""
    revision: str = ""
    kept: tuple[str, ...] = ()
    edited_from: str = ""

    @property
    def shown(self) -> str:
        """The name for a sentence, in quotation marks and printable."""
        name = self.name or Path(self.path).name
        return quoted_name(name) if name else tr("The text")


@record
class Kept:
    """A document as it was read, and the keys of those of its set-aside blocks that are to be compared now."""

    document: Document
    keys: tuple[str, ...]


Given = Input | Kept | Document
"""What stands on a side: to be read, to be cut into claims anew, or taken as it is."""


@record
class Request:
    """One job: what stands on each side, None for an empty one; `pins` and `cuts` are those of a review.

    `language` is that of the messages, as `use_language` takes it.
    """

    number: int
    left: Given | None
    right: Given | None
    options: Options = Options()
    pins: tuple[Subject, ...] = ()
    cuts: tuple[Subject, ...] = ()
    language: str = ""

    def side(self, side: Side) -> Given | None:
        """What stands on `side`."""
        return self.left if side is Side.LEFT else self.right


@record
class Failure:
    """Why a job has no result: a sentence, what to do, and the side it is about, if any."""

    message: str
    hint: str = ""
    side: Side | None = None


@record(eq=False)
class Portion:
    """The next entries of the comparison of `left` and `right`, which will be whole in a while."""

    left: Document
    right: Document
    entries: tuple[Entry, ...]


Answer = Progress | tuple[Side, Document] | Portion | Comparison | Failure | None


def encode_request(request: Request) -> bytes:
    """`request` as one line."""
    sides = {side.value: _encode_side(request.side(side)) for side in Side}
    asked = {name: [subject_to_data(one) for one in getattr(request, name)] for name in ("pins", "cuts")}
    how = {"options": options_to_data(request.options), "language": request.language}
    return _line({"number": request.number, **sides, **how, **asked})


def decode_request(line: bytes) -> Request:
    """The request in `line`. Raises ValueError or KeyError on anything else."""
    data = json.loads(line)
    sides = [_decode_side(data[side.value]) for side in Side]
    pins, cuts = (tuple(subject_from_data(one) for one in data[name]) for name in ("pins", "cuts"))
    options, language = options_from_data(data["options"]), data["language"]
    return Request(data["number"], sides[0], sides[1], options, pins, cuts, language)


def encode_progress(number: int, progress: Progress) -> bytes:
    """How far job `number` has come, as one line."""
    return _line({"number": number, "stage": progress.stage.value, "share": progress.share})


def encode_document(number: int, side: Side, document: Document) -> Iterator[bytes]:
    """A document as read: its head, then its blocks and its claims in portions."""
    about = {"number": number, "side": side.value}
    yield _line({**about, "document": head_to_data(document)})
    for start in range(0, len(document.blocks), BLOCKS_PER_LINE):
        yield _line({**about, "blocks": blocks_to_data(document.blocks[start : start + BLOCKS_PER_LINE])})
    for start in range(0, len(document.claims), CLAIMS_PER_LINE):
        yield _line({**about, "claims": claims_to_data(document.claims[start : start + CLAIMS_PER_LINE])})
    yield _line({**about, "claims": None})


def encode_failure(number: int, failure: Failure) -> bytes:
    """Why job `number` ended without a result, as one line."""
    return _line({"number": number, "error": as_data(failure)})


def encode_finish(number: int) -> bytes:
    """That job `number` ended with nothing to compare, as one line."""
    return _line({"number": number, "done": None})


def encode_comparison(number: int, comparison: Comparison, entries: Iterable[Entry]) -> Iterator[bytes]:
    """The frame of `comparison`, then its `entries` in portions, in whichever order; its documents went before."""
    yield _line({"number": number, "frame": frame_to_data(comparison)})
    rest = iter(entries)
    while portion := [entry_to_data(entry, comparison) for entry in islice(rest, ENTRIES_PER_LINE)]:
        yield _line({"number": number, "entries": portion})
    yield _line({"number": number, "done": True})


class AnswerDecoder:
    """Puts the lines that answer one request together again."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.finished = False
        self._arriving: dict[Side, ArrivingDocument] = {}
        self._comparison: ArrivingComparison | None = None
        sides = ((side, request.side(side)) for side in Side)
        self._documents = {side: given for side, given in sides if isinstance(given, Document)}

    @property
    def reading(self) -> Side | None:
        """The side that is being read, None once both are known."""
        wanted = (side for side in Side if isinstance(self.request.side(side), Input))
        return next((side for side in wanted if side not in self._documents), None)

    def decode(self, line: bytes) -> Answer:
        """What `line` tells; None for a portion of a whole, or for the end of a job without a comparison.

        Raises ValueError or KeyError on a line that no worker wrote.
        """
        data = json.loads(line)
        if data["number"] != self.request.number:
            return None
        if "stage" in data:
            return Progress(Stage(data["stage"]), data["share"])
        if "side" in data:
            return self._part_of_document(Side(data["side"]), data)
        if "frame" in data:
            left, right = (self._documents[side] for side in Side)
            self._comparison = ArrivingComparison(frame_from_data(data["frame"], left, right))
            return None
        if "entries" in data:
            return self._portion(data["entries"])
        self.finished = True
        return _decode_error(data["error"]) if "error" in data else self._whole()

    def _part_of_document(self, side: Side, data: Data) -> tuple[Side, Document] | None:
        """The document of `side` once all of it has come."""
        if "document" in data:
            self._arriving[side] = ArrivingDocument(data["document"])
        elif "blocks" in data:
            self._arriving[side].take_blocks(data["blocks"])
        elif data["claims"] is not None:
            self._arriving[side].take_claims(data["claims"])
        else:
            self._documents[side] = self._arriving.pop(side).whole()
            return side, self._documents[side]
        return None

    def _portion(self, data: list[Data]) -> Portion:
        if self._comparison is None:
            raise ValueError("entries of no comparison")
        frame, entries = self._comparison.frame, self._comparison.take(data)
        return Portion(frame.left, frame.right, entries)

    def _whole(self) -> Comparison | None:
        return None if self._comparison is None else self._comparison.whole()


def _decode_error(data: Data) -> Failure:
    return Failure(data["message"], data["hint"], Side(data["side"]) if data["side"] else None)


def _encode_side(given: Given | None) -> Data | None:
    match given:
        case None:
            return None
        case Input():
            return {"input": as_data(given)}
        case Kept():
            return {"document": document_to_data(given.document), "kept": given.keys}
        case Document():
            return {"document": document_to_data(given)}


def _decode_side(data: Data | None) -> Given | None:
    if data is None:
        return None
    if "input" in data:
        return Input(**{**data["input"], "kept": tuple(data["input"]["kept"])})
    document = document_from_data(data["document"])
    return Kept(document, tuple(data["kept"])) if "kept" in data else document


def _line(data: Data) -> bytes:
    return json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode("ascii") + b"\n"
