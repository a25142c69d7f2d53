"""A person drags two files from another program on to the window, walks the findings, decides, and saves."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from compare_app.present.themes import theme_colours
from tests.gui.conftest import LEFT, RIGHT
from tests.screens.session import Session, missing_programs, running, wait_until, x_session
from tests.xsession.drag_source import ROW_PX, TITLE
from tests.xsession.screen import Box, box_of

_MISSING = missing_programs()
pytestmark = [
    pytest.mark.gui,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="an X session is a matter of Linux"),
    pytest.mark.skipif(bool(_MISSING), reason=f"a real X session needs {', '.join(_MISSING)}"),
]
_APP_AT, _APP_SIZE = (220, 40), (1040, 720)
_BUTTON_PX = 30
_STEPS = 12  # of a drag: a program notices one by how the pointer moves


@pytest.fixture
def session() -> Iterator[Session]:
    """A display of this test alone."""
    with x_session("1600x1000") as session:  # with less room the window fills the screen
        yield session


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


def test_two_files_are_dragged_in_and_reviewed(session: Session, tmp_path: Path) -> None:
    files = [tmp_path / "left.txt", tmp_path / "right.txt"]
    for file, text in zip(files, (LEFT, RIGHT), strict=True):
        file.write_text(text, encoding="utf-8")
    source_line = [sys.executable, "-m", "tests.xsession.drag_source", *map(str, files)]
    app_line = [sys.executable, "-m", "compare_app"]
    with (
        running(app_line, env=session.environment, stderr=subprocess.PIPE) as app,
        running(source_line, env=session.environment) as source,
    ):
        window, other = session.window_named("^Compare$", app), session.window_named(TITLE, source)
        place(session, window, _APP_AT, _APP_SIZE)
        place(session, other, (0, 40))
        drag_both(session, other, window)
        review_and_save(session, window, tmp_path)
        session.key("ctrl+w")
        assert app.wait(timeout=20) == 0
        assert app.stderr is not None
        assert app.stderr.read().decode() == ""  # Qt warned of nothing


def drag_both(session: Session, other: str, window: str) -> None:
    """Drag the first file on to the left pane and the second on to the right one."""
    for number, (share, title) in enumerate(
        ((0.25, "^left.txt – Compare$"), (0.75, "^left.txt – right.txt – Compare$"))
    ):
        from_x, from_y = corner(session, other)
        to_x, to_y = corner(session, window)
        start = (from_x + 60, from_y + ROW_PX * number + ROW_PX // 2)
        drag(session, start, (to_x + round(share * _APP_SIZE[0]), to_y + _APP_SIZE[1] // 2))
        wait_until(lambda title=title: bool(session.windows(title)), f"the title {title}")  # type: ignore[misc]


def primary_button(session: Session) -> Box | None:
    """The button on screen that is filled with the accent's colour."""
    return box_of(session.frame, theme_colours("light")["accent"], least_px=_BUTTON_PX)


def review_and_save(session: Session, window: str, folder: Path) -> None:
    """Go to the contradiction by key, confirm it with the mouse where the button is seen, and save the session."""
    session.run("xdotool", "windowactivate", "--sync", window)
    session.key("F8")
    wait_until(lambda: primary_button(session) is not None, "the button that confirms")
    button = primary_button(session)
    assert button is not None
    session.run("xdotool", "mousemove", *button.middle, "click", "1")
    wait_until(lambda: primary_button(session) is None, "the button to go")
    saved = folder / "reviewed.compare"
    session.key("ctrl+s")
    time.sleep(1)
    session.key("ctrl+a")
    session.type(str(saved))
    session.key("Return")
    wait_until(saved.exists, "the saved session")
    assert "confirmed" in json.dumps(json.loads(saved.read_text(encoding="utf-8")))
