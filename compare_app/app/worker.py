"""The process behind the window: reads a request a line, compares, writes the answers. Imports no Qt.

The window ends this process to cancel; a parser that crashes or hangs takes only this process with it.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
from typing import BinaryIO

from compare_app.app.documents import Document, keeping, read_document, with_furniture
from compare_app.app.jobs import (
    Failure,
    Given,
    Input,
    Kept,
    Request,
    decode_request,
    encode_comparison,
    encode_document,
    encode_failure,
    encode_finish,
    encode_progress,
)
from compare_app.app.limits import NO_MEMORY, NO_MEMORY_HINT, limit_memory, reading_limited
from compare_app.app.pipeline import compare, judge
from compare_app.core import document as core
from compare_app.core.constraints import Constraints, constraints_of
from compare_app.core.control import Control
from compare_app.core.document import Revision, Side
from compare_app.core.errors import CompareError
from compare_app.core.subjects import Indexes
from compare_app.core.translation import tr, use_language
from compare_app.present.entries import entries_of
from compare_app.readers.files import refuse_large

_log = logging.getLogger(__name__)


def main() -> int:
    """Serve requests from standard input until it ends. Returns the exit code. With --once only one is to come."""
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr  # a library that prints must not break the line protocol
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for whoever waits, and that ends this one
    limit_memory()
    if "--once" not in sys.argv:
        _load_word_lists()
    try:
        for line in sys.stdin.buffer:
            serve(decode_request(line), answers)
    except BrokenPipeError:
        os._exit(0)  # the window is gone: nobody waits, and nobody wants to read of it
    return 0


def _load_word_lists() -> None:
    """While the user still looks for files."""
    judge("It is open.", "It is not open.", language="en")


def serve(request: Request, answers: BinaryIO) -> None:
    """Do one job and write its answers. Any failure becomes an answer; this is the worker's border."""
    use_language(request.language)
    try:
        _serve(request, answers)
    except CompareError as error:
        _write(answers, encode_failure(request.number, Failure(error.message, error.hint)))
    except MemoryError:
        _write(answers, encode_failure(request.number, Failure(tr(NO_MEMORY), tr(NO_MEMORY_HINT))))
    except BrokenPipeError:
        raise
    except Exception:
        _log.exception("job %d failed", request.number)
        sentence = tr("The comparison failed inside the program.")
        failure = Failure(sentence, tr("The details are on the standard error output."))
        _write(answers, encode_failure(request.number, failure))


def _serve(request: Request, answers: BinaryIO) -> None:
    control = Control(on_progress=lambda progress: _write(answers, encode_progress(request.number, progress)))
    documents: dict[Side, core.Document] = {}
    for side in Side:
        given = request.side(side)
        if given is None:
            continue
        try:
            documents[side] = _document_of(given, control)
        except CompareError as error:
            _write(answers, encode_failure(request.number, Failure(error.message, error.hint, side)))
            return
        if request.options.furniture_counts:
            documents[side] = with_furniture(documents[side], control=control)
        if documents[side] is not given:
            for line in encode_document(request.number, side, documents[side]):
                _write(answers, line)
    if len(documents) < len(Side):
        _write(answers, encode_finish(request.number))
        return
    left, right = documents[Side.LEFT], documents[Side.RIGHT]
    constraints = _asked(request, left, right)
    comparison = compare(left, right, options=request.options, constraints=constraints, control=control)
    for line in encode_comparison(request.number, comparison, entries_of(comparison)):
        _write(answers, line)


def _asked(request: Request, left: core.Document, right: core.Document) -> Constraints:
    """Where the pins and cuts of `request` stand in the documents."""
    if not request.pins and not request.cuts:
        return Constraints()
    return constraints_of(request.pins, request.cuts, Indexes.of(left, right))


def _document_of(given: Given, control: Control) -> core.Document:
    if isinstance(given, core.Document):
        return given
    if isinstance(given, Kept):
        return keeping(given.document, given.keys, control=control)
    return read_input(given, control)


def read_input(given: Input, control: Control) -> core.Document:
    """The document that `given` names or holds. Raises ReadError with a sentence for the user."""
    with reading_limited(given.shown):
        return _read(given, control)


def _read(given: Input, control: Control) -> core.Document:
    language = given.language or None
    if given.content is not None and not given.format:
        refuse_large(len(given.content.encode("utf-8", "replace")), given.name)  # pasted or read, the limit is one
        return Document.from_text(given.content, language=language, name=given.name, kept=given.kept, control=control)
    return read_document(
        given.path if given.content is None else given.content.encode("utf-8", "replace"),
        name=given.name,
        language=language,
        encoding=given.encoding or ("utf-8" if given.content is not None else None),
        format=given.format or None,
        revision=Revision(given.revision or Revision.ACCEPTED),
        kept=given.kept,
        control=control,
    )


def _write(answers: BinaryIO, line: bytes) -> None:
    answers.write(line)
    answers.flush()


if __name__ == "__main__":
    sys.exit(main())
