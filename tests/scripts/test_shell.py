"""What `make run` does where there is no display, and what the setup says to an old Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_SAMPLES = ("resources/samples/swing-bridge/first-draft.txt", "resources/samples/swing-bridge/second-draft.html")

pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")


def _run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY")
    inherited = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        command,
        cwd=_ROOT,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_samples_become_a_page(tmp_path: Path) -> None:
    report = tmp_path / "build" / "report.html"
    done = _run("scripts/run_samples.sh", *_SAMPLES, PYTHON=sys.executable, REPORT=str(report))
    assert (done.returncode, done.stderr) == (0, "")
    assert "4 contradicting" in done.stdout.splitlines()[0]
    assert done.stdout.splitlines()[-1].endswith(str(report))
    assert report.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_trouble_on_the_way_is_not_hidden(tmp_path: Path) -> None:
    done = _run(
        "scripts/run_samples.sh", "nowhere", _SAMPLES[0], PYTHON=sys.executable, REPORT=str(tmp_path / "report.html")
    )
    assert done.returncode == 2
    assert "nowhere" in done.stderr


def test_an_old_python_is_refused_with_a_way_out(tmp_path: Path) -> None:
    old = tmp_path / "python3.9"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    done = _run("scripts/make_venv.sh", str(old), str(tmp_path / "venv"), ".")
    assert done.returncode == 1
    assert "Python 3.11 or later" in done.stderr
    assert "make PYTHON=" in done.stderr
    assert not (tmp_path / "venv").exists()
