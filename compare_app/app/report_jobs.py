"""A report written by a process of its own: what is sent to it, line by line, and what it answers. Imports no Qt."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from compare_app.app.jobs import AnswerDecoder, Failure, Request, encode_comparison, encode_document
from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.errors import CompareError
from compare_app.core.records import as_data
from compare_app.core.review import Review
from compare_app.core.review_exchange import review_from_data, review_to_data
from compare_app.core.translation import tr, use_language
from compare_app.present.entries import as_found

REPORTER = ("-P", "-m", "compare_app.app.report_jobs")
"""What Python is to run. -P: a folder of documents must not be able to shadow a module of ours."""


def encode_report_job(comparison: Comparison, review: Review, path: str, *, language: str) -> Iterator[bytes]:
    """All that a report needs: where it goes, in whose language, and the comparison in portions."""
    head = {"path": path, "language": language, "review": review_to_data(review)}
    yield json.dumps(head).encode("ascii") + b"\n"
    for side in Side:
        yield from encode_document(0, side, comparison.document(side))
    yield from encode_comparison(0, comparison, as_found(comparison))


def write_report(lines: Iterable[bytes]) -> Failure | None:
    """Write the report that `lines` ask for; returns why that was not possible, None where it was."""
    from compare_app.app.reporting import save_report  # templates load only when a report is wanted

    given = iter(lines)
    head, decoder = json.loads(next(given)), AnswerDecoder(Request(0, None, None))
    use_language(head["language"])
    answer = None
    for line in given:
        answer = decoder.decode(line)
        if decoder.finished:
            break
    if not isinstance(answer, Comparison):
        return Failure(tr("The report was not written."), tr("Save it again."))
    try:
        save_report(answer, Path(head["path"]), review=review_from_data(head["review"]))
    except CompareError as error:
        return Failure(error.message, error.hint)
    return None


def decode_report_answer(answer: bytes) -> Failure | None:
    """Why there is no report, None where there is one. Raises ValueError on anything else."""
    data = json.loads(answer)
    return None if data is None else Failure(data["message"], data["hint"])


def main() -> int:
    """Write the report that standard input asks for, and say on standard output how that went."""
    failure = write_report(sys.stdin.buffer)
    print(json.dumps(as_data(failure) if failure else None))
    return 0


if __name__ == "__main__":
    sys.exit(main())
