"""The setup knows which system libraries are missing, and how to say so."""

from __future__ import annotations

import runpy
from pathlib import Path

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
