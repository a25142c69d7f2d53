"""Sees to the system libraries that Qt's wheel expects and a bare Debian does not have.

    python scripts/qt_libraries.py [--x-session | --left-out]

Says nothing where all are there. Where some are missing it installs them when it runs as root, and otherwise names
the exact line to type. Exits with 0 when Qt can start, with 1 when it cannot. Uses the standard library only.
With --x-session it sees to the programs as well that the tests in a real X session start; without them those tests
are skipped, and --left-out says so, for the end of a run, where it is read.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

# What `objdump -p` says Qt's core, gui, widgets, print support and its xcb and offscreen plugins need, as Debian 12
# packages; what their packages pull in is left out: libxcb-cursor0 brings image, render-util, shm and util,
# libxkbcommon-x11-0 brings xkb, libfontconfig1 brings freetype and one font. (Mesa brings four of these today.)
PACKAGES = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-shape0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxkbcommon-x11-0",
)
X_PROGRAMS = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool"}
"""By name of the program, the Debian package it is in."""
_SCREEN_READER = ("at-spi2-core", "dbus", "python3-pyatspi")  # the bus that assistive programs listen to
_PROBES = (
    "lib/libQt6Widgets.so.6",
    "lib/libQt6PrintSupport.so.6",
    "plugins/platforms/libqxcb.so",
    "plugins/platforms/libqoffscreen.so",
)


def missing_libraries(listing: str) -> tuple[str, ...]:
    """Names of the libraries that `listing`, the output of ldd, calls not found; sorted, each once."""
    return tuple(sorted({line.split()[0] for line in listing.splitlines() if line.rstrip().endswith("=> not found")}))


def install_line(*, as_root: bool) -> str:
    """The command that installs the packages, as a person would type it."""
    return f"{'' if as_root else 'sudo '}apt-get install --no-install-recommends {' '.join(PACKAGES)}"


def _missing() -> tuple[str, ...]:
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        return ()
    folder = Path(spec.origin).parent / "Qt"
    files = [str(folder / probe) for probe in _PROBES if (folder / probe).exists()]
    listing = subprocess.run(["ldd", *files], capture_output=True, text=True, check=False)
    return missing_libraries(listing.stdout)


def missing_programs() -> tuple[str, ...]:
    """Packages of the programs for a real X session that are not there."""
    return tuple(package for program, package in X_PROGRAMS.items() if shutil.which(program) is None)


def _install(packages: Sequence[str]) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(["apt-get", "-qq", *command], env=environment, stdin=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def main(arguments: Sequence[str]) -> int:
    """Exit code: 0 when Qt's system libraries are there, 1 when some are still missing."""
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return 0
    if "--left-out" in arguments:
        if packages := missing_programs():
            print(f"LEFT OUT: the tests in a real X session, which need {', '.join(packages)}.", flush=True)
        return 0
    missing = _missing()
    is_root = os.geteuid() == 0
    may_install = is_root and shutil.which("apt-get") is not None
    if missing and may_install:
        print(f"Installing the system libraries Qt needs ({', '.join(missing)} missing) …", flush=True)
        _install(PACKAGES)
        missing = _missing()
    if "--x-session" in arguments and (packages := missing_programs()):
        print(f"The tests in a real X session need {', '.join(packages)}.", flush=True)
        if may_install:
            _install((*packages, *_SCREEN_READER))
    if not missing:
        return 0
    print(f"Qt cannot start: {', '.join(missing)} missing. On Debian or Ubuntu:", file=sys.stderr)
    print(f"    {install_line(as_root=is_root)}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
