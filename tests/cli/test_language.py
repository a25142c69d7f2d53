"""The command line speaks the language of the environment, argparse's own words included."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from compare_app.cli.argparse_words import ARGPARSE_WORDS

_SAMPLES = Path(__file__).parents[2] / "resources" / "samples" / "swing-bridge"


def _run(language: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LANGUAGE": language, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "compare_app", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("word", ARGPARSE_WORDS)
def test_argparse_says_the_words_that_are_listed(word: str) -> None:
    source = Path(argparse.__file__).read_text(encoding="utf-8")
    assert any(quoted in source for quoted in (repr(word), repr(word)[1:-1]))


def test_help_and_complaints_are_in_german() -> None:
    assert _run("de", "report", "--help").stdout.startswith("Aufruf: compare-app report [Optionen] LEFT RIGHT")
    refused = _run("de", "report", "--format", "odt", "one", "two")
    assert (refused.returncode, "Fehler: Argument --format" in refused.stderr) == (2, True)
    assert "Es gibt keine Datei „nowhere“." in _run("de", "report", "nowhere", "two").stderr


@pytest.mark.parametrize(
    ("language", "first"), [("ko", "모순 4 · "), ("de", "4 widersprüchlich · "), ("C", "4 contra")]
)
def test_a_report_is_in_the_language_of_the_environment(language: str, first: str) -> None:
    done = _run(language, "report", str(_SAMPLES / "first-draft.txt"), str(_SAMPLES / "second-draft.html"))
    assert done.stdout.startswith(first)


def test_the_page_names_its_language() -> None:
    pair = (str(_SAMPLES / "first-draft.txt"), str(_SAMPLES / "second-draft.html"))
    page = _run("de", "report", *pair, "--format", "html").stdout
    assert '<html lang="de">' in page
    assert "<h1>Was sich unterscheidet</h1>" in page
