"""The command that opens the window: what it says when it cannot."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

import compare_app
from compare_app.cli.main import main, window


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"compare-app {compare_app.__version__}\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_it_names_the_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "compare-app: There is no display to open a window on.",
        "  compare-app report LEFT RIGHT compares without a window.",
    ]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What a stand-in for the window was asked to open."""
    calls: list[tuple[object, ...]] = []

    def run_window(left: Path | None, right: Path | None, *, labels: tuple[str, str]) -> int:
        calls.append((left, right, labels))
        return 0

    application = ModuleType("compare_app.gui.application")
    application.run_window = run_window  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "compare_app.gui.application", application)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return calls


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], (None, None, ("", ""))),
        (["a.txt"], (Path("a.txt"), None, ("", ""))),
        (["a.txt", "b.html", "-L", "A"], (Path("a.txt"), Path("b.html"), ("A", ""))),
        (["./report", "b"], (Path("report"), Path("b"), ("", ""))),
    ],
)
def test_the_window_is_given_what_was_typed(
    arguments: list[str], expected: tuple[object, ...], opened: list[tuple[object, ...]]
) -> None:
    assert main(arguments) == 0
    assert opened == [expected]


def test_the_desktop_command_never_writes_a_report(
    opened: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["compare-app-window", "report"])
    assert window() == 0
    assert opened == [(Path("report"), None, ("", ""))]


def test_missing_system_libraries_are_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setitem(sys.modules, "compare_app.gui.application", None)
    assert main([]) == 2
    assert "window cannot be opened" in capsys.readouterr().err


def test_more_than_two_files_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["a", "b", "c"])
    assert caught.value.code == 2
    assert "usage: compare-app" in capsys.readouterr().err


def test_a_bug_is_trouble_and_not_a_difference(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("compare_app.cli.main._write_report", broken)
    assert main(["report", "a", "b"]) == 2
    assert "program failed" in capsys.readouterr().err
    assert "ZeroDivisionError" in caplog.text


def test_ctrl_c_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("compare_app.cli.main._write_report", interrupted)
    assert main(["report", "a", "b"]) == 130
    assert capsys.readouterr().err == ""
