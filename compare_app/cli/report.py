"""`compare-app report LEFT RIGHT`: compares without a window."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

from compare_app.app.files import refuse_to_overwrite, write_atomically
from compare_app.app.reading import Wanted, is_binary, read_data, read_file
from compare_app.app.reporting import render_report
from compare_app.app.streams import MOST_BYTES, is_stream, read_stream
from compare_app.cli.messages import say
from compare_app.cli.parsers import chosen_options, label_pair, pair_for_both, report_parser
from compare_app.core.control import Control
from compare_app.core.document import Document, Revision, Side
from compare_app.core.errors import CompareError, ReadError, WriteError
from compare_app.core.halves import beside, can_copy
from compare_app.core.options import Options
from compare_app.core.patterns import pattern
from compare_app.core.records import record
from compare_app.core.translation import tr
from compare_app.present.document_facts import document_notes, revision_name, revisions_compared
from compare_app.present.summary import differs

SAME, DIFFERENT = 0, 1
_STANDARD_INPUT = "-"
_STANDARD_OUTPUTS = (None, "-", "/dev/stdout")
_PIPELINE = "compare_app.app.pipeline"
_LONG_BYTES = 200_000  # of a file that is better read in a process of its own
_LANGUAGE = pattern(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")  # the shape of a BCP 47 tag


@record
class ReportRequest:
    """What the command line asked for. `left` and `right` are as typed; an empty label means the file's own name, an
    empty language or encoding that it is to be found out.

    With `revisions` both are one file: the left is read as it was before its tracked changes, or its left column.
    """

    left: str
    right: str
    revisions: bool
    format: str
    output: Path | None
    languages: tuple[str, str]
    encodings: tuple[str, str]
    labels: tuple[str, str]
    differences_only: bool
    options: Options = Options()


def run(arguments: Sequence[str]) -> int:
    """Write the report and return 0 when nothing differs, else 1. Raises CompareError for any trouble."""
    request = parse(arguments)
    if request.output is not None:
        refuse_to_overwrite(request.output, (s for s in (request.left, request.right) if s != _STANDARD_INPUT))
    if request.output is None and sys.stdout is None:
        raise WriteError(tr("There is no standard output to write to."), hint=tr("Name a file with -o."))
    left, right = _read_both(request)
    from compare_app.app.pipeline import compare  # takes 30 ms, which need not come before reading

    _tell_notes(request, left, right)
    comparison = compare(left, right, options=request.options)
    report = render_report(comparison, request.format, differences_only=request.differences_only)
    if request.output is None:
        sys.stdout.buffer.write(report.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    else:
        write_atomically(request.output, report)
    return DIFFERENT if differs(comparison) else SAME


def parse(arguments: Sequence[str]) -> ReportRequest:
    """The request in `arguments`. Raises CompareError on a combination that cannot be; exits on bad options."""
    parser = report_parser()
    options = parser.parse_intermixed_args(arguments)
    if options.revisions and options.right is not None:
        parser.error(tr("--revisions compares one file with itself, so RIGHT is not allowed"))
    if options.right is None and not options.revisions:
        parser.error(tr("the following arguments are required: %s") % "RIGHT")
    options.right = options.left if options.revisions else options.right
    if "" in (options.left, options.right, options.output):
        hint = tr("Check the quotation marks, or what they were to hold.")
        raise CompareError(tr("The name of a file is empty."), hint=hint)
    if options.left == options.right == _STANDARD_INPUT and not options.revisions:
        hint = tr("Name a file for the other.")
        raise CompareError(tr("Standard input can be only one of the two sides."), hint=hint)
    for code in options.language:
        if not _LANGUAGE.fullmatch(code):
            hint = tr("Write one such as en, de or ko.")
            raise CompareError(tr("“{code}” is not a language code.", code=code), hint=hint)
    left, right = pair_for_both(options.language, "--language")
    return ReportRequest(
        left=options.left,
        right=options.right,
        revisions=options.revisions,
        format=options.format,
        output=None if options.output in _STANDARD_OUTPUTS else Path(options.output),
        languages=(left.lower().split("-")[0], right.lower().split("-")[0]),
        encodings=pair_for_both(options.encoding, "--encoding"),
        labels=label_pair(options.label),
        differences_only=options.differences_only,
        options=chosen_options(options),
    )


def _read_both(request: ReportRequest) -> tuple[Document, Document]:
    come = {source: _come_in(source) for source in dict.fromkeys((request.left, request.right)) if _comes_once(source)}
    if not (_is_long_text(request.left) and _is_long_text(request.right) and can_copy()):
        return _read(request, Side.LEFT, come), _read(request, Side.RIGHT, come)

    def read_left() -> Document:
        document = _read(request, Side.LEFT, come)
        import_module(_PIPELINE)  # while the copy packs what it read
        return document

    right, left = beside(lambda _: _read(request, Side.RIGHT, come), read_left, Control())
    return left, right


def _is_long_text(source: str) -> bool:
    """Whether `source` is a file that is worth a process of its own, and has none yet."""
    try:
        return source != _STANDARD_INPUT and os.stat(source).st_size > _LONG_BYTES and not is_binary(Path(source))
    except (OSError, ValueError):
        return False  # reading it says why


def _read(request: ReportRequest, side: Side, come: Mapping[str, bytes]) -> Document:
    """The document of `side`; `come` holds the bytes of every source that can be read once only."""
    sources = (request.left, request.right)
    number = list(Side).index(side)
    source, other = sources[number], sources[1 - number]
    name = request.labels[number] or _own_name(source)
    revision = Revision.ORIGINAL if request.revisions and side is Side.LEFT else Revision.ACCEPTED
    if request.revisions and not request.labels[number]:
        name = revision_name(name, revision)
    wanted = Wanted(name, request.languages[number], request.encodings[number], revision, like=other)
    return read_data(come[source], wanted) if source in come else read_file(source, wanted)


def _own_name(source: str) -> str:
    if source == _STANDARD_INPUT:
        return tr("standard input")
    return source if is_stream(source) else Path(source).name


def _comes_once(source: str) -> bool:
    return source == _STANDARD_INPUT or is_stream(source)


def _come_in(source: str) -> bytes:
    if source != _STANDARD_INPUT:
        return read_stream(source)
    if sys.stdin is None or sys.stdin.isatty():
        raise ReadError(tr("Nothing comes in on standard input."), hint=tr("Pipe a document into it."))
    return sys.stdin.buffer.read(MOST_BYTES + 1)


def _tell_notes(request: ReportRequest, left: Document, right: Document) -> None:
    if request.revisions:
        if right.source.revision is None:
            untracked = tr("It holds no tracked changes, so both texts are the same.")
            say(f"{right.source.name}: {untracked}")
    elif request.left == request.right and request.left != os.devnull:
        say(tr("Both sides are the same file."))
    for document in (left, right):
        for note in document_notes(document):
            say(f"{document.source.name}: {note}")
        if document.source.revision is not None and not request.revisions:
            say(f"{document.source.name}: {revisions_compared(document, '--revisions')}")
