"""The setup knows which system libraries are missing, and how to say so."""

from __future__ import annotations

import runpy
import shutil
import sys
from pathlib import Path

import pytest

from tests.screens.session import PROGRAMS

_SCRIPT = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "qt_libraries.py"))

_LDD = """\
plugins/platforms/libqxcb.so:
\tlinux-vdso.so.1 (0x00007ffd3a5f2000)
\tlibxcb-cursor.so.0 => not found
\tlibxcb.so.1 => /lib/x86_64-linux-gnu/libxcb.so.1 (0x00007f1e2c000000)
lib/libQt6Widgets.so.6:
\tlibEGL.so.1 => not found
\tlibxcb-cursor.so.0 => not found
"""


def test_missing_libraries_are_named_once() -> None:
    assert _SCRIPT["missing_libraries"](_LDD) == ("libEGL.so.1", "libxcb-cursor.so.0")


def test_nothing_missing_is_nothing_to_say() -> None:
    assert _SCRIPT["missing_libraries"]("\tlibz.so.1 => /lib/libz.so.1 (0x1)\n\tstatically linked\n") == ()


def test_the_line_to_type_fits_the_user() -> None:
    assert _SCRIPT["install_line"](as_root=False).startswith("sudo apt-get install ")
    assert _SCRIPT["install_line"](as_root=True).startswith("apt-get install ")
    assert "libxcb-cursor0" in _SCRIPT["install_line"](as_root=True)


def test_the_readme_names_the_same_line() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert f"\n{_SCRIPT['install_line'](as_root=False)}\n" in readme


def test_the_programs_of_an_x_session_are_those_its_tests_start() -> None:
    assert tuple(_SCRIPT["X_PROGRAMS"]) == PROGRAMS


def test_what_was_left_out_is_said_at_the_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda program: None if program == "openbox" else f"/usr/bin/{program}")
    assert _SCRIPT["main"](["--left-out"]) == 0
    assert capsys.readouterr().out == "LEFT OUT: the tests in a real X session, which need openbox.\n"
