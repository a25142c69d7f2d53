"""`compare-app report` as a shell sees it: exit codes, what goes where, and trouble told in a sentence."""

from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from compare_app.cli import report
from compare_app.cli.main import main
from tests.readers.packages import tracked

_LEFT = "The mill burned on Monday. Twelve people were hurt.\n"
_RIGHT = "The mill burned on Monday. Nine people were hurt. A dog was saved.\n"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """Two files that differ."""
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(_LEFT, encoding="utf-8")
    right.write_text(_RIGHT, encoding="utf-8")
    return str(left), str(right)


def test_a_file_beside_itself_gives_0(pair: tuple[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["report", pair[0], pair[0]]) == 0
    out, err = capfd.readouterr()
    assert out.startswith("0 contradicting · 2 the same\n")
    assert err == "compare-app: Both sides are the same file.\n"


def test_differences_give_1(pair: tuple[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["report", *pair]) == 1
    out, err = capfd.readouterr()
    assert "1 added" in out.splitlines()[0]
    assert err == ""


@pytest.mark.parametrize("file_format", ["text", "json", "html"])
def test_every_format_goes_to_the_file(pair: tuple[str, str], tmp_path: Path, file_format: str) -> None:
    output = tmp_path / "report"
    assert main(["report", *pair, "--format", file_format, "-o", str(output)]) == 1
    starts = {"text": ("1 ", "2 "), "json": ("{",), "html": ("<!DOCTYPE html>",)}
    assert output.read_text(encoding="utf-8").startswith(starts[file_format])


def test_long_files_are_read_side_by_side_with_the_same_result(
    pair: tuple[str, str], tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = str(tmp_path / "missing.txt")
    told = []
    for long_bytes in (1_000_000, 0):
        monkeypatch.setattr(report, "_LONG_BYTES", long_bytes)
        assert main(["report", *pair]) == 1
        assert main(["report", missing, pair[1]]) == 2
        assert main(["report", pair[0], missing]) == 2
        told.append(capfd.readouterr())
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("options", "is_same"),
    [
        ([], True),
        (["--case-counts"], False),
        (["--punctuation-counts"], True),
        (["--preset", "drafts"], False),
        (["--preset", "outlets"], True),
        (["--preset", "outlets", "--case-counts"], False),
    ],
)
def test_what_counts_is_chosen_by_options(tmp_path: Path, options: list[str], *, is_same: bool) -> None:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text("The State has decided it.\n", encoding="utf-8")
    right.write_text("The state has decided it.\n", encoding="utf-8")
    assert main(["report", str(left), str(right), *options]) == (0 if is_same else 1)


def test_the_floor_goes_into_the_report_and_must_be_a_share(
    pair: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", *pair, "--format", "json", "--preset", "transcript", "--similarity-floor", "0.5"]) == 1
    options = json.loads(capfd.readouterr().out)["options"]
    assert (options["similarity_floor"], options["spelling_counts"], options["case_counts"]) == (0.5, True, False)
    assert main(["report", *pair, "--similarity-floor", "7"]) == 2
    assert "7 is no share of likeness." in capfd.readouterr().err


def test_options_may_stand_anywhere(pair: tuple[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--format", "json", pair[0], "-L", "first", pair[1], "-L", "second"]) == 1
    data = json.loads(capfd.readouterr().out)
    assert (data["left"]["name"], data["right"]["name"]) == ("first", "second")


def test_each_side_can_have_its_own_language_and_encoding(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_bytes("Пожар начался ночью.".encode("koi8-r"))
    right.write_bytes("Пожар начался ночью.".encode("cp1251"))
    options = ["--encoding", "koi8-r", "--encoding", "windows-1251", "--language", "ru", "--language", "uk"]
    assert main(["report", "--format", "json", *options, str(left), str(right)]) == 0
    data = json.loads(capfd.readouterr().out)
    assert [data[side]["encoding"] for side in ("left", "right")] == ["koi8-r", "cp1251"]
    assert [data[side]["language"] for side in ("left", "right")] == ["ru", "uk"]


def test_an_encoding_nobody_knows_is_refused(pair: tuple[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--encoding", "klingon", *pair]) == 2
    assert "“klingon” is not a known encoding." in capfd.readouterr().err


def test_the_language_counts_for_both(pair: tuple[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    main(["report", "--format", "json", "--language", "de-AT", *pair])
    data = json.loads(capfd.readouterr().out)
    assert (data["left"]["language"], data["right"]["language"]) == ("de", "de")


def test_an_empty_document_is_no_trouble(pair: tuple[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["report", os.devnull, pair[1]]) == 1
    assert capfd.readouterr().out.splitlines()[0] == "0 contradicting · 3 added"
    assert main(["report", os.devnull, os.devnull]) == 0


def test_standard_input_is_a_document(
    pair: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(_LEFT.encode())))
    assert main(["report", "-", pair[0]]) == 0
    assert "standard input" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere.txt", "LEFT"], "no file"),
        (["LEFT", "."], "is a folder"),
        (["LEFT", "binary.bin"], "binary.bin"),
        (["-", "-"], "only one of the two sides"),
        (["", "RIGHT"], "name of a file is empty"),
        (["LEFT", "RIGHT", "-o", ""], "name of a file is empty"),
        (["LEFT", "RIGHT", "-o", "no/such/folder/out.txt"], "cannot be written"),
        (["LEFT", "RIGHT", "-o", "."], "is a folder"),
        (["LEFT", "RIGHT", "-o", "LEFT"], "one of the two documents"),
        (["LEFT", "RIGHT", "-o", "linked"], "one of the two documents"),
        (["LEFT", "RIGHT", "--language", "klingon!"], "not a language code"),
        (["LEFT", "RIGHT", "-L", "a", "-L", "b", "-L", "c"], "only two sides"),
        (["LEFT", "huge.txt"], "larger than"),
        (["a\0b", "LEFT"], "not a possible file name"),
    ],
)
def test_trouble_is_one_sentence_and_2(
    arguments: list[str],
    sentence: str,
    pair: tuple[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "binary.bin").write_bytes(bytes(range(256)) * 16)
    (tmp_path / "linked").symlink_to(pair[0])
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(50_000_000)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    given = [{"LEFT": "left.txt", "RIGHT": "right.txt"}.get(argument, argument) for argument in arguments]
    assert main(["report", *given]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("compare-app: ")
    assert sentence in err
    assert len(err.splitlines()) <= 2
    assert "Traceback" not in err
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_trouble(pair: tuple[str, str], capfd: pytest.CaptureFixture[str]) -> None:
    os.chmod(pair[0], 0)
    assert main(["report", *pair]) == 2
    assert "may not be read" in capfd.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["LEFT"], ["LEFT", "RIGHT", "--format", "docx"], ["--nonsense"], ["--revisions", "LEFT", "RIGHT"]]
)
def test_wrong_usage_is_2(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["report", *arguments])
    assert caught.value.code == 2
    assert "usage: compare-app report" in capfd.readouterr().err


def test_undecodable_bytes_are_shown_and_said(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes("\ufeffThe mill burned. ".encode() + b"\xff\xfe\xfd end.\n")
    assert main(["report", str(broken), str(broken), "--format", "json"]) == 0
    out, err = capfd.readouterr()
    assert "\ufffd" in json.loads(out)["left"]["text"]
    assert "broken.txt: " in err


def test_an_existing_report_is_replaced_whole(pair: tuple[str, str], tmp_path: Path) -> None:
    output = tmp_path / "report.txt"
    output.write_text("x" * 100_000)
    output.chmod(0o640)
    assert main(["report", *pair, "-o", str(output)]) == 1
    assert "xxx" not in output.read_text(encoding="utf-8")
    assert stat.S_IMODE(output.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["left.txt", "report.txt", "right.txt"]


def _shell(line: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = f"{sys.executable} -m compare_app"
    return subprocess.run(
        ["bash", "-c", line.replace("compare-app", command)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_reader_that_stops_early_is_no_error(pair: tuple[str, str], tmp_path: Path) -> None:
    done = _shell("compare-app report left.txt right.txt | true; echo ${PIPESTATUS[0]}", tmp_path)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "141"


def test_a_full_disk_is_trouble(pair: tuple[str, str], tmp_path: Path) -> None:
    done = _shell("compare-app report left.txt right.txt > /dev/full", tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("compare-app: ")
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_reports_are_utf_8_whatever_the_terminal_says(pair: tuple[str, str], tmp_path: Path) -> None:
    done = _shell("compare-app report left.txt right.txt", tmp_path, LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="")
    assert done.returncode == 1
    assert "·" in done.stdout


def test_standard_input_that_never_ends_is_refused(pair: tuple[str, str], tmp_path: Path) -> None:
    done = _shell("ulimit -v 4000000; compare-app report - right.txt < /dev/zero", tmp_path)
    assert done.returncode == 2
    assert "larger than" in done.stderr


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("compare-app report left.txt right.txt >&-", 2),
        ("compare-app report left.txt right.txt >&- 2>&-", 2),
        ("compare-app report left.txt right.txt -o /dev/null >&-", 1),
        ("compare-app report left.txt missing.txt 2>&-", 2),
        ("compare-app report left.txt missing.txt 2> /dev/full", 2),
    ],
)
def test_closed_and_full_streams_do_not_change_what_the_exit_code_says(
    pair: tuple[str, str], tmp_path: Path, line: str, code: int
) -> None:
    done = _shell(line, tmp_path)
    assert done.returncode == code
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("output", ["/dev/stdout", "/dev/stderr", ">(cat)"])
def test_a_pipe_can_be_named_as_the_output(pair: tuple[str, str], tmp_path: Path, output: str) -> None:
    done = _shell(f"compare-app report left.txt right.txt -o {output} 2>&1 | cat; echo ${{PIPESTATUS[0]}}", tmp_path)
    assert "1 added" in done.stdout
    assert done.stdout.splitlines()[-1] == "1"


def test_standard_output_named_as_a_file_is_added_to_not_replaced(pair: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "log").write_text("before\n", encoding="utf-8")
    assert _shell("compare-app report left.txt right.txt -o /dev/stdout >> log", tmp_path).returncode == 1
    assert (tmp_path / "log").read_text(encoding="utf-8").startswith("before\n")


def test_the_original_of_one_file_is_compared_with_its_accepted_text(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.docx"
    draft.write_bytes(tracked("Repairs will cost ", "£4", "£6", " million."))
    assert main(["report", "--revisions", str(draft), "--format", "json"]) == 1
    out, err = capfd.readouterr()
    data = json.loads(out)
    assert [data[side]["text"] for side in ("left", "right")] == [
        "Repairs will cost £4 million.",
        "Repairs will cost £6 million.",
    ]
    assert [data[side]["revision"] for side in ("left", "right")] == ["original", "accepted"]
    assert data["left"]["name"] == "draft.docx (original)"
    assert data["summary"]["contradicting"] == 1
    assert "before them" in err


def test_tracked_changes_of_either_side_are_told(
    tmp_path: Path, pair: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.docx"
    draft.write_bytes(tracked("Repairs will cost ", "£4", "£6", " million."))
    main(["report", str(draft), pair[1]])
    assert "--revisions compares its original with its accepted text" in capfd.readouterr().err


def test_a_file_without_tracked_changes_has_no_differences(
    pair: tuple[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", "--revisions", pair[0]]) == 0
    assert "no tracked changes" in capfd.readouterr().err
