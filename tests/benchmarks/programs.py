"""The programs that are timed, and how one run is measured."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_DIFFLIB = """
import sys
from difflib import SequenceMatcher
left, right = (open(path, encoding="utf-8").read().split() for path in sys.argv[1:])
print(len(SequenceMatcher(None, left, right).get_opcodes()))
"""

# Linux counts the memory of the process that starts a program as the program's own, so a small one starts it.
_TIMER = """
import os, sys, time
started = time.perf_counter()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[
    (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)])
_, status, usage = os.wait4(child, 0)
unit = 1024 if sys.platform == "darwin" else 1
print(time.perf_counter() - started, usage.ru_maxrss / unit, os.waitstatus_to_exitcode(status))
"""


@dataclass(frozen=True, slots=True)
class Program:
    """A program that compares two files. `once`: so slow that one run must do."""

    name: str
    command: Callable[[Path, Path], list[str]]
    once: bool = False

    @property
    def is_here(self) -> bool:
        """Whether it is installed."""
        return shutil.which(self.command(Path(), Path())[0]) is not None


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the whole process: wall-clock seconds and peak resident memory in megabytes (10^6 bytes)."""

    seconds: float
    peak_mb: float


def _compare_app(left: Path, right: Path) -> list[str]:
    given = [str(left), str(right), "--format", "json", "--output", os.devnull]
    return [sys.executable, "-m", "compare_app", "report", *given]


OURS = Program("compare-app", _compare_app)
PEERS = (
    Program("wdiff", lambda left, right: ["wdiff", str(left), str(right)]),
    Program("git", lambda left, right: ["git", "diff", "--no-index", "--word-diff", str(left), str(right)]),
    Program("difflib", lambda left, right: [sys.executable, "-c", _DIFFLIB, str(left), str(right)], once=True),
)


def measure(command: list[str]) -> Run:
    """Run `command` to its end. Raises RuntimeError unless it exits with 0 or 1, as programs of this kind do."""
    timer = [sys.executable, "-I", "-S", "-c", _TIMER, *command]
    done = subprocess.run(timer, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
    seconds, peak_kb, code = done.stdout.split()[-3:]
    if code not in ("0", "1"):
        raise RuntimeError(f"{command[0]} ended with {code}")
    return Run(float(seconds), float(peak_kb) * 1024 / 1e6)
