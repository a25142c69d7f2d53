"""What may be wrong with a file: each is read, or refused with a sentence that says what to do, and never waits."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_app.cli.main import main
from compare_app.core.control import Control, Progress, Stage
from compare_app.core.errors import Cancelled, ReadError
from compare_app.readers.files import refuse_large
from compare_app.readers.registry import read_source
from tests.readers.damage import CHANGES, Change, changed, changed_inside
from tests.readers.packages import archive, word
from tests.readers.pdf_maker import column, make_pdf

_ARTICLES = sorted(
    path for path in (Path(__file__).parent / "articles").iterdir() if path.suffix not in (".toml", ".sh", ".py")
)


@pytest.mark.parametrize("path", _ARTICLES, ids=lambda path: path.name)
@given(st.floats(0, 1, exclude_max=True), CHANGES, st.booleans())
@settings(deadline=None, max_examples=15)
def test_a_damaged_file_is_read_or_refused_with_a_sentence(
    path: Path,
    member: float,
    changes: list[Change],
    inside: bool,  # noqa: FBT001
) -> None:
    whole = path.read_bytes()
    data = changed_inside(whole, member, changes) if inside else changed(whole, changes)
    try:
        reading = read_source(data, name=path.name)
    except ReadError as error:
        refusal = error
    else:
        assert all(block.span.of(reading.text).strip() for block in reading.blocks or ())
        return
    assert refusal.message.endswith(".")
    assert refusal.hint.endswith(".")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize(
    "path", [path for path in _ARTICLES if path.suffix in (".docx", ".odt", ".epub")], ids=lambda path: path.name
)
def test_the_start_of_an_archive_alone_is_told_to_be_damaged(path: Path, share: float) -> None:
    data = path.read_bytes()
    with pytest.raises(ReadError) as caught:
        read_source(data[: int(share * len(data))], name=path.name)
    assert path.name in caught.value.message


_NAMES = ["two\nlines.txt", "say \"it\" 'so'.txt", "\u202etxt.exe", "<b>&amp;.txt", "$(touch x);.txt", "-o.txt"]
if sys.platform == "linux":
    _NAMES.append(os.fsdecode(b"caf\xe9.txt"))


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("kind", ["text", "json", "html"])
def test_a_file_of_any_name_is_compared(
    tmp_path: Path, name: str, kind: str, capfd: pytest.CaptureFixture[str]
) -> None:
    for folder, text in (("left", "It cost £4 million."), ("right", "It cost £6 million.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text, encoding="utf-8")
    paths = [str(tmp_path / folder / name) for folder in ("left", "right")]
    assert main(["report", "--format", kind, *paths]) == 1
    written = capfd.readouterr().out
    if kind == "json":
        assert json.loads(written)["left"]["text"] == "It cost £4 million."
    if kind == "html":
        assert "<b>&amp;.txt" not in written
        title = written[written.index("<title>") : written.index("</title>")]
        assert "\u202e" not in title


def test_a_file_that_grows_while_it_is_read_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "log.txt"
    path.write_bytes(b"word " * 100)
    monkeypatch.setattr("compare_app.readers.files.LIMIT_BYTES", 600)
    real_open = os.open

    def grow(name: str, flags: int, *more: int) -> int:
        with open(path, "ab") as file:
            file.write(b"more " * 100)
        return real_open(name, flags, *more)

    monkeypatch.setattr(os, "open", grow)
    with pytest.raises(ReadError, match="is larger than"):
        read_source(path)


def test_a_file_that_was_cut_short_meanwhile_is_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(word("<w:p><w:r><w:t>One thing.</w:t></w:r></w:p>"))
    real_open = os.open

    def cut(name: str, flags: int, *more: int) -> int:
        os.truncate(path, 40)
        return real_open(name, flags, *more)

    monkeypatch.setattr(os, "open", cut)
    with pytest.raises(ReadError, match=r"draft\.docx"):
        read_source(path)


_HOSTILE = Path(__file__).parent / "hostile"


@pytest.mark.parametrize("ending", ["pdf", "docx", "odt"])
@pytest.mark.parametrize("name", ["", "draft.txt"])
def test_a_file_that_asks_for_a_password_is_told_whatever_it_is_called(ending: str, name: str) -> None:
    data = (_HOSTILE / f"protected.{ending}").read_bytes()
    with pytest.raises(ReadError, match="protected by a password") as caught:
        read_source(data, name=name or f"draft.{ending}")
    assert "without one" in caught.value.hint


def test_a_pdf_that_asks_for_no_password_to_be_opened_is_read() -> None:
    assert read_source(_HOSTILE / "no-copying.pdf").text == "One thing is said here about the quay."


def _long_pdf(pages: int) -> bytes:
    return make_pdf(*(column(f"Page {n} says one thing about the quay.") for n in range(pages)))


def test_a_pdf_with_too_much_text_is_refused_before_its_last_page(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Progress] = []
    monkeypatch.setattr("compare_app.readers.pdf_pages.refuse_large", lambda size, name: refuse_large(size, name, 500))
    with pytest.raises(ReadError, match="is larger than"):
        read_source(_long_pdf(100), control=Control(on_progress=seen.append))
    assert seen[-1].share < 0.5


def test_a_long_pdf_tells_of_its_pages_and_stops_when_it_is_told_to() -> None:
    seen: list[Progress] = []
    control = Control(on_progress=seen.append)
    data = _long_pdf(400)
    read_source(data, control=control)
    shares = [progress.share for progress in seen if progress.stage is Stage.READ]
    assert len(shares) > 20
    assert shares == sorted(shares)

    def stop(progress: Progress) -> None:
        if progress.share > 0.1:
            stopped.cancel()
        assert progress.share < 0.5

    stopped = Control(on_progress=stop)
    with pytest.raises(Cancelled):
        read_source(data, control=stopped)


def test_a_pdf_of_ten_thousand_pages_is_left_at_the_page_where_it_is_told_to_stop() -> None:
    seen: list[float] = []

    def stop(progress: Progress) -> None:
        seen.append(progress.share)
        if progress.share >= 0.002:
            control.cancel()

    control = Control(on_progress=stop)
    with pytest.raises(Cancelled):
        read_source(_long_pdf(10_000), control=control)
    assert 20 <= len(seen) <= 22


def test_a_template_of_nothing_but_styles_is_told_to_hold_no_text() -> None:
    members = {"mimetype": "application/vnd.oasis.opendocument.text-template", "styles.xml": "<x/>"}
    with pytest.raises(ReadError, match=r"“Simple\.ott” holds no text\."):
        read_source(archive(members, zipfile.ZIP_STORED), name="Simple.ott")
