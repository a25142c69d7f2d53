"""What only a process of its own can tell of the window: how long a start takes, and how much memory two texts take.

`python -m tests.benchmarks.fresh_window start` starts the program, off screen, and prints the moment of its first
picture on the clock that all processes share, and the processor time until then. `… memory FOLDER` opens
FOLDER/left.txt and FOLDER/right.txt in it and prints the megabytes (10^6 bytes) that the process holds once they are
compared and on screen, and the most it ever held; what the worker takes is not counted. `… again FOLDER N` compares
them N times more, and prints what it holds after the first of them and after the last.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic, process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from compare_app.gui.main_window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def start_ms() -> tuple[float, float]:
    """Milliseconds from the wish to the end of the first picture, and those of the processor meanwhile."""
    wished = monotonic()
    painted, processor_s = map(float, _told("start"))
    return 1000 * (painted - wished), 1000 * processor_s


def memory_mb(pair: Path) -> tuple[float, float]:
    """Megabytes that the window's process holds with the texts of `pair`, and the most it held."""
    held, most = map(float, _told("memory", str(pair)))
    return held, most


def memory_again_mb(pair: Path, times: int) -> tuple[float, float]:
    """Megabytes it holds after the texts were compared once more, and `times` times more."""
    first, last = map(float, _told("again", str(pair), str(times)))
    return first, last


def _told(*arguments: str) -> list[str]:
    """What this module prints in a process of its own, on a desktop without settings or recent files."""
    with tempfile.TemporaryDirectory() as folder:
        kept = {"XDG_CONFIG_HOME": f"{folder}/settings", "XDG_DATA_HOME": f"{folder}/data"}
        command = [sys.executable, "-m", __name__, *arguments]
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        done = subprocess.run(command, env=environment | kept, capture_output=True, text=True, check=True)
    return done.stdout.split()


def _start() -> None:
    from compare_app.cli.main import window
    from compare_app.gui import application, first_picture

    class Stopwatch(first_picture.FirstPicture):
        """Ends the program where it would go on."""

        def __init__(self, window: QWidget, _then: object) -> None:
            super().__init__(window, self._stop)

        def _stop(self) -> None:
            print(monotonic(), process_time(), flush=True)
            os._exit(0)

    application.FirstPicture = Stopwatch  # type: ignore[attr-defined, assignment]
    sys.argv[1:] = []
    window()


def _memory(pair: Path) -> None:
    def tell(_window: MainWindow) -> None:
        print(*(_line_mb(name) for name in ("VmRSS", "VmHWM")), flush=True)
        os._exit(0)

    _when_settled(pair, tell)


def _again(pair: Path, times: int) -> None:
    from compare_app.gui.controller import Controller

    held: list[float] = []

    def count(window: MainWindow) -> None:
        held.append(_line_mb("VmRSS"))
        if len(held) > times:
            print(held[1], held[-1], flush=True)
            os._exit(0)
        window.findChildren(Controller)[0].recompare()

    _when_settled(pair, count)


def _when_settled(pair: Path, then: Callable[[MainWindow], object]) -> None:
    """Open the texts of `pair`, and call `then` a second after each comparison came: by then it is painted."""
    from PySide6.QtCore import QTimer

    from compare_app.gui import application
    from compare_app.gui.state import State

    show = application.show_fitting

    def shown(window: MainWindow) -> None:
        show(window)
        state = window.findChildren(State)[0]
        state.comparison_changed.connect(
            lambda: state.comparison is not None and QTimer.singleShot(1_000, lambda: then(window))
        )

    application.show_fitting = shown
    application.run_window(pair / "left.txt", pair / "right.txt")


def _line_mb(name: str) -> float:
    """What Linux says of this process's memory under `name`, in megabytes."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:")) * 1024 / 1e6


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["start"]:
            _start()
        case ["memory", folder]:
            _memory(Path(folder))
        case ["again", folder, times]:
            _again(Path(folder), int(times))
