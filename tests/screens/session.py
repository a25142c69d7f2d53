"""A private X display with a window manager, and windows driven by keys and mouse as a person would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = ("Xvfb", "openbox", "xdotool")
PICTURES = "import"
"""The program that saves what is on screen as a PNG, of ImageMagick."""
_SERVER = ("Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-screen", "0")
_WAIT_S = 20.0
_STEP_S = 0.15  # for a window to answer to a key


def missing_programs(*more: str) -> tuple[str, ...]:
    """Programs a session needs, and `more`, that this machine does not have."""
    return tuple(program for program in (*PROGRAMS, *more) if shutil.which(program) is None)


def wait_until(holds: Callable[[], bool], what: str) -> None:
    """Return once `holds` does. Raises TimeoutError, which says `what` was waited for, after 20 seconds."""
    ends = time.monotonic() + _WAIT_S
    while not holds():
        if time.monotonic() > ends:
            raise TimeoutError(f"waited in vain for {what}")
        time.sleep(0.05)


@contextmanager
def running(
    command: Sequence[str],
    *,
    env: Mapping[str, str] | None = None,
    stdout: int | None = None,
    stderr: int | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is ended with the context, unless it ended before."""
    with subprocess.Popen(command, env=env, stdout=stdout, stderr=stderr) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.wait(timeout=_WAIT_S)


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

    def answers(self, *command: str) -> bool:
        """Whether a program on the display ends well."""
        done = subprocess.run(command, env=self.environment, check=False, capture_output=True, timeout=_WAIT_S)
        return done.returncode == 0

    def key(self, *keys: str) -> None:
        """Press `keys`, one after the other, and let the window answer."""
        for key in keys:
            self.run("xdotool", "key", key)
            time.sleep(_STEP_S)

    def type(self, text: str) -> None:
        """Type `text` into whatever has the keyboard."""
        self.run("xdotool", "type", "--delay", "20", text)

    def picture(self, path: Path) -> None:
        """Save what is on the whole display as a PNG."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.run(PICTURES, "-window", "root", str(path))

    @property
    def frame(self) -> Path:
        """The file in which the server keeps what is on screen, in the format of xwd."""
        return Path(self.home, "Xvfb_screen0")

    @contextmanager
    def window(self, arguments: Sequence[str], title: str) -> Iterator[str]:
        """The window of `compare-app arguments`, once one with `title` in its name is there; its X identifier."""
        with running([sys.executable, "-m", "compare_app", *arguments], env=self.environment) as program:
            yield self.window_named(title, program)

    def window_named(self, title: str, program: subprocess.Popen[bytes]) -> str:
        """The X identifier of the window with `title` in its name, once `program` shows it."""
        found: list[str] = []

        def is_there() -> bool:
            if program.poll() is not None:
                raise RuntimeError(f"the program ended with {program.returncode} before it showed {title}")
            found[:] = self.windows(title)
            return bool(found)

        wait_until(is_there, f"a window named {title}")
        return found[0]

    def windows(self, title: str) -> list[str]:
        """The X identifiers of the windows on screen with `title`, a regular expression, in their names."""
        done = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", title],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.split()


@contextmanager
def x_session(size: str = "1280x800") -> Iterator[Session]:
    """An X display of `size` with openbox on it, on the first number that is free; gone afterwards."""
    with (
        tempfile.TemporaryDirectory(prefix="compare-app-screens-") as home,
        running([*_SERVER, f"{size}x24", "-fbdir", home], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server,
    ):
        assert server.stdout is not None  # it was asked for
        number = server.stdout.readline().decode().strip()  # the server writes it when it is ready
        session = Session(f":{number}", home)
        with running(["openbox"], env=session.environment, stderr=subprocess.DEVNULL):
            wait_until(lambda: session.answers("xdotool", "get_num_desktops"), "a window manager")
            yield session
