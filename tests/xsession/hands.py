"""What a hand does on a real display: it puts windows somewhere, drags, and finds the button that is filled."""

from __future__ import annotations

import sys
import time

import pytest

from compare_app.present.themes import theme_colours
from tests.screens.session import Session, missing_programs
from tests.xsession.screen import Box, box_of

_MISSING = missing_programs()
NEEDS_X = [
    pytest.mark.gui,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="an X session is a matter of Linux"),
    pytest.mark.skipif(bool(_MISSING), reason=f"a real X session needs {', '.join(_MISSING)}"),
]
SCREEN = "1600x1000"  # with less room the window fills it
APP_AT, APP_SIZE = (220, 40), (1040, 720)
_BUTTON_PX = 30
_STEPS = 12  # of a drag: a program notices one by how the pointer moves


def place(session: Session, window: str, at: tuple[int, int], size: tuple[int, int] | None = None) -> None:
    """Move a window, and give it a size."""
    if size is not None:
        session.run("xdotool", "windowsize", "--sync", window, *map(str, size))
    session.run("xdotool", "windowmove", window, *map(str, at))


def corner(session: Session, window: str) -> tuple[int, int]:
    """Where the inside of a window begins on the screen."""
    told = dict(line.split("=") for line in session.run("xdotool", "getwindowgeometry", "--shell", window).splitlines())
    return int(told["X"]), int(told["Y"])


def drag(session: Session, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press at `start`, move to `end` and let go, as a hand does."""
    session.run("xdotool", "mousemove", *map(str, start), "mousedown", "1")
    for step in range(1, _STEPS + 1):
        x, y = (round(a + (b - a) * step / _STEPS) for a, b in zip(start, end, strict=True))
        session.run("xdotool", "mousemove", str(x), str(y))
        time.sleep(0.03)
    time.sleep(0.2)
    session.run("xdotool", "mouseup", "1")


def primary_button(session: Session) -> Box | None:
    """The button on screen that is filled with the accent's colour."""
    return box_of(session.frame, theme_colours("light")["accent"], least_px=_BUTTON_PX)
