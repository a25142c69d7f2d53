"""The page about the command line says what --help says."""

from __future__ import annotations

import pytest

from compare_app.app.reporting import report_formats
from compare_app.cli.main import main
from compare_app.cli.manual import main as write_manual
from compare_app.cli.manual import manual
from compare_app.core.resources import resource_path


def test_the_page_is_up_to_date() -> None:
    assert resource_path("docs", "command-line.md").read_text(encoding="utf-8") == manual()
    assert write_manual(["--check"]) == 0


@pytest.mark.parametrize("arguments", [["--help"], ["report", "--help"]])
def test_help_is_the_page(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 0
    printed = capsys.readouterr().out
    assert printed in manual()
    assert all(len(line) <= 80 for line in printed.splitlines())


def test_every_format_is_named() -> None:
    assert ", ".join(report_formats()[:-1]) in manual()
