"""What goes to the worker and comes back is the same on both ends."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys

import pytest

from compare_app.app.documents import Document
from compare_app.app.jobs import AnswerDecoder, Failure, Input, Kept, Portion, Request, decode_request, encode_request
from compare_app.app.pipeline import compare
from compare_app.app.worker import serve
from compare_app.app.worker_command import WORKER, worker_environment
from compare_app.core import document as core
from compare_app.core.comparison import Comparison
from compare_app.core.control import Progress, Stage
from compare_app.core.document import Side
from compare_app.core.exchange import comparison_from_data, comparison_to_data
from compare_app.core.kept import toggled_keys
from compare_app.core.options import Options
from compare_app.core.resources import resource_path
from compare_app.core.subjects import Indexes
from compare_app.present.entries import entries_of

LEFT = "Zoë’s 😀 report\n\nThe fire killed 12 people. It began on 3 May.\n"
RIGHT = "Zoë’s 😀 report\n\nThe fire killed 13 people. It began on 3 May. Nobody was charged.\n"


def answers(request: Request) -> list[object]:
    """Everything a worker answers to `request`, decoded."""
    stream = io.BytesIO()
    serve(request, stream)
    decoder = AnswerDecoder(request)
    found: list[object] = [decoder.decode(line) for line in stream.getvalue().splitlines()]
    assert decoder.finished
    return found


def test_a_request_survives_the_way() -> None:
    document = Document.from_text(LEFT, language="en")
    request = Request(
        3, Input(path="/tmp/ä.txt", encoding="cp1252", revision="original"), document, Options(case_counts=True)
    )
    back = decode_request(encode_request(request))
    assert (back.number, back.left, back.options) == (3, request.left, request.options)
    assert isinstance(back.right, core.Document)
    assert back.right.claims == document.claims


def test_pins_and_cuts_reach_the_aligner_by_their_words() -> None:
    sides = Document.from_text(LEFT, language="en"), Document.from_text(RIGHT, language="en")
    indexes = Indexes.of(*sides)
    pin, cut = indexes.subject((1,), (2,)), indexes.subject((0,), (0,))
    read = Input(content=LEFT), Input(content=RIGHT)
    for left, right in (sides, read):
        request = Request(1, left, right, pins=(pin,), cuts=(cut,))
        back = decode_request(encode_request(request))
        assert (back.pins, back.cuts) == ((pin,), (cut,))
        *_, found = answers(request)
        assert isinstance(found, Comparison)
        assert [(link.left, link.right) for link in found.links] == [((1,), (2,))]


def test_the_window_gets_what_the_engine_found() -> None:
    request = Request(1, Input(content=LEFT, name="l"), Input(content=RIGHT, name="r"))
    *_, last = answers(request)
    assert isinstance(last, Comparison)
    expected = compare(Document.from_text(LEFT, name="l"), Document.from_text(RIGHT, name="r"))
    assert [(link.left, link.right, link.relation) for link in last.links] == [
        (link.left, link.right, link.relation) for link in expected.links
    ]
    assert last.removed == expected.removed
    assert last.added == expected.added


def test_the_entries_come_in_the_order_in_which_they_are_read() -> None:
    left, right = (resource_path("samples", "swing-bridge", name) for name in ("first-draft.txt", "second-draft.html"))
    found = answers(Request(1, Input(path=str(left)), Input(path=str(right))))
    *_, last = found
    assert isinstance(last, Comparison)
    portions = [answer for answer in found if isinstance(answer, Portion)]
    assert tuple(entry for portion in portions for entry in portion.entries) == entries_of(last)
    assert all((portion.left, portion.right) == (last.left, last.right) for portion in portions)


def test_a_document_comes_in_portions_with_its_words_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    for per_line in (1, 2, 1_000):
        for name in ("ENTRIES_PER_LINE", "BLOCKS_PER_LINE", "CLAIMS_PER_LINE"):
            monkeypatch.setattr(f"compare_app.app.jobs.{name}", per_line)
        *_, last = answers(Request(1, Input(content=LEFT, name="l"), Input(content=RIGHT, name="r")))
        assert isinstance(last, Comparison)
        for side, text in zip(Side, (LEFT, RIGHT), strict=True):
            expected = Document.from_text(text, name="lr"[side is Side.RIGHT])
            found = last.document(side)
            assert (found.blocks, found.claims, found.words) == (expected.blocks, expected.claims, expected.words)
        expected_links = compare(Document.from_text(LEFT), Document.from_text(RIGHT)).links
        assert [(link.left, link.right) for link in last.links] == [(one.left, one.right) for one in expected_links]


def test_progress_begins_with_reading_and_never_leaves_its_range() -> None:
    found = answers(Request(1, Input(content=LEFT, format="text"), Input(content=RIGHT, format="text")))
    progress = [answer for answer in found if isinstance(answer, Progress)]
    assert progress[0] == Progress(Stage.READ, 0.0)
    assert {one.stage for one in progress} == set(Stage)
    assert all(0 <= one.share <= 1 for one in progress)


def test_a_side_that_cannot_be_read_is_named() -> None:
    *_, last = answers(Request(1, Input(content=LEFT), Input(path="/no/such/file.txt")))
    assert isinstance(last, Failure)
    assert last.side is Side.RIGHT
    assert "file.txt" in last.message


def test_one_side_alone_is_read_and_nothing_compared() -> None:
    found = answers(Request(1, None, Input(content=RIGHT)))
    assert any(isinstance(answer, tuple) and answer[0] is Side.RIGHT for answer in found)
    assert not any(isinstance(answer, Comparison | Failure) for answer in found)


def test_a_comparison_survives_as_plain_data() -> None:
    found = compare(Document.from_text(LEFT, language="en"), Document.from_text(RIGHT, language="en"))
    data = comparison_to_data(found)
    assert comparison_to_data(comparison_from_data(data)) == data


def test_pasted_text_is_bounded_as_a_file_is() -> None:
    *_, last = answers(Request(1, Input(content="x" * 20_000_001, name="Pasted"), Input(content=RIGHT)))
    assert isinstance(last, Failure)
    assert last.side is Side.LEFT
    assert last.message == "“Pasted” is larger than 20 MB."


def test_too_little_memory_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("compare_app.app.worker.compare", exhausted)
    *_, last = answers(Request(1, Input(content=LEFT), Input(content=RIGHT)))
    assert isinstance(last, Failure)
    assert "memory" in last.message


def test_a_line_brought_back_is_compared_without_reading_its_file_again() -> None:
    prose = "The fire that began in the kitchen on 3 May killed 12 people, the mayor said."
    document = Document.from_text(f"{prose}\n\nShare on Facebook\n", language="en")
    keys = toggled_keys(document, len(document.blocks) - 1)
    assert keys is not None
    *_, last = answers(Request(1, Kept(document, keys), Input(content=RIGHT)))
    assert isinstance(last, Comparison)
    assert [claim.text for claim in last.left.claims][-1] == "Share on Facebook"


def _worker() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, *WORKER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **worker_environment()},
    )


def test_a_worker_whose_window_is_gone_ends_without_a_word() -> None:
    process = _worker()
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stdin as pipe:
        pipe.write(encode_request(Request(1, Document.from_text(LEFT), Document.from_text(RIGHT))))
    assert process.wait(timeout=20) == 0
    with process.stderr as told:
        assert told.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="sends no SIGINT")
def test_ctrl_c_in_the_terminal_ends_a_worker_without_a_word() -> None:
    process = _worker()
    assert process.stdin is not None
    assert process.stdout is not None
    request = Request(1, Document.from_text(LEFT), None)
    process.stdin.write(encode_request(request))
    process.stdin.flush()
    decoder = AnswerDecoder(request)
    while not decoder.finished:
        decoder.decode(process.stdout.readline())
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert (process.returncode, told) == (0, b"")


def test_the_worker_speaks_the_language_it_is_asked_in() -> None:
    answers = io.BytesIO()
    serve(decode_request(encode_request(Request(1, Input(path="/nowhere.txt"), None, language="de"))), answers)
    answer = AnswerDecoder(Request(1, None, None)).decode(answers.getvalue().splitlines()[-1])
    assert answer == Failure("Es gibt keine Datei „/nowhere.txt“.", "Prüfen Sie Name und Ordner.", Side.LEFT)
