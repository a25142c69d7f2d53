"""What a shell hands over as <(command) or on standard input is compared like a file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from compare_app.app.streams import kept_streams

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")

_ARTICLES = Path(__file__).parents[1] / "readers" / "articles"
_DRAFT = "---\ntitle: Mill\n---\n\nThe **mill** burned on Monday.\n"


def _report(folder: Path, given: dict[str, bytes], *arguments: str, standard_input: bytes = b"") -> tuple[int, str]:
    """Exit code and output; in `arguments` the names in `given` stand for pipes that hold those bytes."""
    pipes = {}
    for name, data in given.items():
        pipes[name], end = os.pipe()
        os.write(end, data)
        os.close(end)
    words = [f"/dev/fd/{pipes[word]}" if word in pipes else word for word in arguments]
    done = subprocess.run(
        [sys.executable, "-m", "compare_app", "report", *words],
        input=standard_input,
        capture_output=True,
        pass_fds=pipes.values(),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        timeout=60,
        check=False,
    )
    for end in pipes.values():
        os.close(end)
    return done.returncode, (done.stdout + done.stderr).decode()


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A file in Markdown."""
    (tmp_path / "draft.md").write_text(_DRAFT, encoding="utf-8")
    return tmp_path


def test_a_pipe_is_read_as_what_the_other_file_is(draft: Path) -> None:
    assert _report(draft, {"old": _DRAFT.encode()}, "old", "draft.md")[0] == 0
    assert _report(draft, {}, "draft.md", "-", standard_input=_DRAFT.encode())[0] == 0
    assert _report(draft, {"old": _DRAFT.encode()}, "old", "draft.md", "-L", "old.txt")[0] == 1


def test_two_pipes_are_compared_and_a_label_tells_what_they_are(draft: Path) -> None:
    pipes = {"old": _DRAFT.encode(), "new": _DRAFT.replace("Monday", "Sunday").encode()}
    code, told = _report(draft, pipes, "old", "new", "-L", "old.md", "-L", "new.md")
    assert code == 1
    assert "Monday" in told
    assert "**" not in told


def test_office_documents_come_through_pipes(draft: Path) -> None:
    docx, odt = ((_ARTICLES / name).read_bytes() for name in ("pandoc.docx", "pandoc.odt"))
    assert _report(draft, {"odt": odt}, "-", "odt", standard_input=docx)[0] == 0
    code, told = _report(draft, {"docx": docx}, "--revisions", "docx")
    assert code == 0
    assert "22 the same" in told
    assert "no tracked changes" in told


def test_a_damaged_document_from_a_pipe_is_told_by_its_name(draft: Path) -> None:
    code, told = _report(draft, {"pdf": b"%PDF-1.7 and then nothing"}, "pdf", "draft.md", "-L", "old.pdf")
    assert code == 2
    assert "“old.pdf” is damaged" in told


def test_the_window_gets_files_and_they_are_gone_when_it_was_closed(draft: Path) -> None:
    ours, end = os.pipe()
    os.write(end, _DRAFT.encode())
    os.close(end)
    with kept_streams((f"/dev/fd/{ours}", str(draft / "draft.md"))) as paths:
        kept, other = paths
        assert kept is not None
        assert kept.read_text(encoding="utf-8") == _DRAFT
        assert kept.name == "pipe.md"
        assert other == draft / "draft.md"
    os.close(ours)
    assert not kept.exists()
    with kept_streams((None, str(draft / "draft.md"))) as paths:
        assert paths == (None, draft / "draft.md")
