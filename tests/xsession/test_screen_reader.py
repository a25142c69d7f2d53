"""A screen reader is told what is selected, over the bus that it listens to."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gui.conftest import LEFT, RIGHT
from tests.screens.session import missing_programs, running, wait_until, x_session

_PYTHON = "/usr/bin/python3"  # the system's own: pyatspi is not to be had from PyPI
_IMPORT = "import sys; sys.path.append('/usr/lib/python3/dist-packages'); import pyatspi"
_LISTEN = f"""{_IMPORT}
pyatspi.Registry.registerEventListener(lambda event: print(event.any_data, flush=True), "object:announcement")
print("listening", flush=True)
pyatspi.Registry.start()
"""
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def missing() -> list[str]:
    """What the bus of assistive programs needs and this machine lacks."""
    lacks = [*missing_programs(), *([] if shutil.which("dbus-daemon") else ["dbus-daemon"])]
    if not any(Path(known).exists() for known in _LAUNCHERS):
        lacks.append("at-spi2-core")
    if (
        not Path(_PYTHON).exists()
        or subprocess.run([_PYTHON, "-c", _IMPORT], capture_output=True, check=False).returncode
    ):
        lacks.append("python3-pyatspi")
    return lacks


_MISSING = missing() if sys.platform.startswith("linux") else ["Linux"]
pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(bool(_MISSING), reason=f"a screen reader's bus needs {', '.join(_MISSING)}"),
]


def test_what_is_selected_is_announced_on_the_bus(tmp_path: Path) -> None:
    files = [tmp_path / "left.txt", tmp_path / "right.txt"]
    for file, text in zip(files, (LEFT, RIGHT), strict=True):
        file.write_text(text, encoding="utf-8")
    heard = tmp_path / "heard.txt"
    launcher = next(known for known in _LAUNCHERS if Path(known).exists())
    bus_line = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    app_line = [sys.executable, "-m", "compare_app", *map(str, files)]
    quiet = subprocess.DEVNULL
    with (
        x_session() as session,
        running(bus_line, env=session.environment, stdout=subprocess.PIPE, stderr=quiet) as bus,
        heard.open("wb") as told,
    ):
        assert bus.stdout is not None  # it was asked for
        address = bus.stdout.readline().decode().strip()
        env = {
            **session.environment,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONPATH": "",
        }
        with (
            running([launcher, "--launch-immediately"], env=env, stdout=quiet, stderr=quiet),
            running([_PYTHON, "-c", _LISTEN], env=env, stdout=told.fileno(), stderr=quiet),
        ):
            wait_until(lambda: "listening" in heard.read_text(encoding="utf-8"), "the listener")
            with running(app_line, env={**env, "PYTHONPATH": str(Path.cwd())}, stderr=quiet) as app:
                window = session.window_named("^left.txt – right.txt – Compare$", app)
                session.run("xdotool", "windowactivate", "--sync", window)
                session.key("F8")
                sentence = "contradicting, left, 1 of 3: It cost £4 million to run last year."
                wait_until(lambda: sentence in heard.read_text(encoding="utf-8").splitlines(), "the announcement")
