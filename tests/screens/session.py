"""A private X display with a window manager, and a window driven by keys and mouse as a person would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = ("Xvfb", "openbox", "xdotool", "import")
_WAIT_S = 20.0


def missing_programs() -> tuple[str, ...]:
    """Programs a session needs that this machine does not have."""
    return tuple(program for program in PROGRAMS if shutil.which(program) is None)


@dataclass(frozen=True, slots=True)
class Session:
    """A display such as ":77"; everything runs there."""

    display: str
    home: str
    """A folder for what the program keeps, so that nothing of the person's own is read or changed."""

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a program on this display."""
        kept = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
        return {**kept, "DISPLAY": self.display, "XDG_CONFIG_HOME": self.home, "XDG_DATA_HOME": self.home}

    def run(self, *command: str) -> str:
        """Run a program on the display to its end; returns what it printed."""
        done = subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True, timeout=_WAIT_S
        )
        return done.stdout.strip()

    def key(self, *keys: str) -> None:
        """Press `keys`, one after the other, and let the window answer."""
        for key in keys:
            self.run("xdotool", "key", key)
            time.sleep(0.15)

    def picture(self, path: Path) -> None:
        """Save what is on the whole display as a PNG."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.run("import", "-window", "root", str(path))

    @contextmanager
    def window(self, arguments: Sequence[str], title: str) -> Iterator[str]:
        """The window of `compare-app arguments`, once one with `title` in its name is there; its X identifier."""
        program = subprocess.Popen([sys.executable, "-m", "compare_app", *arguments], env=self.environment)
        try:
            yield self._wait_for(title, program)
        finally:
            program.terminate()
            program.wait(timeout=_WAIT_S)

    def _wait_for(self, title: str, program: subprocess.Popen[bytes]) -> str:
        ends = time.monotonic() + _WAIT_S
        while time.monotonic() < ends and program.poll() is None:
            found = subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--name", title],
                env=self.environment,
                capture_output=True,
                text=True,
                check=False,
            ).stdout.split()
            if found:
                return found[0]
            time.sleep(0.1)
        raise TimeoutError(f"no window named {title}")


@contextmanager
def x_session(size: str = "1280x800", number: int = 77) -> Iterator[Session]:
    """An X display of `size` with openbox on it, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="compare-app-screens-") as home:
        yield from _session(Session(f":{number}", home), size)


def _session(session: Session, size: str) -> Iterator[Session]:
    server = subprocess.Popen(["Xvfb", session.display, "-screen", "0", f"{size}x24"], stderr=subprocess.DEVNULL)
    manager = None
    try:
        time.sleep(0.7)
        manager = subprocess.Popen(["openbox"], env=session.environment, stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        yield session
    finally:
        for process in filter(None, (manager, server)):
            process.terminate()
            process.wait(timeout=_WAIT_S)
