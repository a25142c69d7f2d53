"""A person drags documents in from another program, walks the findings, decides, loses the program, and goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.gui.conftest import LEFT, RIGHT
from tests.screens.session import Session, running, wait_until, x_session
from tests.xsession.drag_source import ROW_PX, TITLE
from tests.xsession.hands import APP_AT, APP_SIZE, NEEDS_X, SCREEN, corner, drag, place, primary_button

pytestmark = NEEDS_X
_APP = [sys.executable, "-m", "compare_app"]
_LEFT_PANE, _RIGHT_PANE, _TOOL_BAR = (0.25, 0.5), (0.75, 0.5), (0.4, 0.06)  # shares of the window
_BOTH = "^left.txt – right.txt – Compare"
_MORE_LEFT, _MORE_RIGHT = f"{LEFT.rstrip()} It has 40 rooms.\n", f"{RIGHT.rstrip()} It has 50 rooms.\n"


@pytest.fixture
def session() -> Iterator[Session]:
    """A display of this test alone."""
    with x_session(SCREEN) as session:
        yield session


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two drafts with two contradictions."""
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text(_MORE_LEFT, encoding="utf-8")
    right.write_text(_MORE_RIGHT, encoding="utf-8")
    return left, right


@contextmanager
def window(session: Session, *arguments: object, title: str = "^Compare$") -> Iterator[subprocess.Popen[bytes]]:
    """The program on the display, its window in its place and with the keyboard; Qt warns of nothing."""
    with running([*_APP, *map(str, arguments)], env=session.environment, stderr=subprocess.PIPE) as app:
        found = session.window_named(title, app)
        place(session, found, APP_AT, APP_SIZE)
        session.run("xdotool", "windowactivate", "--sync", found)
        yield app
        assert app.stderr is not None
        assert app.stderr.read().decode() == ""


def close(session: Session, app: subprocess.Popen[bytes]) -> None:
    """Close the window by key; there is nothing to ask."""
    activate(session)
    session.key("ctrl+w")
    assert app.wait(timeout=20) == 0


def activate(session: Session, title: str = "Compare$") -> None:
    """Give the keyboard to the window with this title."""
    (found,) = session.windows(title)
    session.run("xdotool", "windowactivate", "--sync", found)


def wait_for_title(session: Session, title: str) -> None:
    wait_until(lambda: bool(session.windows(title)), f"the title {title}")


def drag_row(session: Session, row: int, share: tuple[float, float]) -> None:
    """Drag a row of the other program to a place in the window."""
    (source,), (target,) = session.windows(TITLE), session.windows("Compare$")
    from_x, from_y = corner(session, source)
    to_x, to_y = corner(session, target)
    end = to_x + round(share[0] * APP_SIZE[0]), to_y + round(share[1] * APP_SIZE[1])
    drag(session, (from_x + 60, from_y + ROW_PX * row + ROW_PX // 2), end)


def kept(session: Session) -> dict[str, Any]:
    """What is kept for a crash of what was decided."""
    (path,) = Path(session.home).glob("**/decisions.compare")
    return dict(json.loads(path.read_text(encoding="utf-8"))["review"])


def decided(session: Session) -> tuple[int, ...]:
    """How many decisions, pins and cuts are kept."""
    try:
        review = kept(session)
    except (OSError, ValueError):
        return ()  # being written
    return tuple(len(review[name]) for name in ("decisions", "pins", "cuts"))


def test_everything_that_can_be_dragged_is_taken_or_refused(session: Session, files: tuple[Path, Path]) -> None:
    rows = ["https://example.org/news", str(files[0].parent), f"text:{LEFT}", *map(str, files)]
    source_line = [sys.executable, "-m", "tests.xsession.drag_source", *rows, os.pathsep.join(map(str, files))]
    with window(session) as app, running(source_line, env=session.environment) as source:
        place(session, session.window_named(TITLE, source), (0, 40))
        for refused in (0, 1):
            drag_row(session, refused, _LEFT_PANE)
        drag_row(session, 2, _LEFT_PANE)
        wait_for_title(session, "^Council to close the library – Compare")  # and nothing of what was refused
        drag_row(session, 4, _RIGHT_PANE)
        wait_for_title(session, "^Council to close the library – right.txt – Compare")
        drag_row(session, 3, _LEFT_PANE)
        wait_for_title(session, _BOTH)
        drag_row(session, 2, _RIGHT_PANE)
        wait_for_title(session, "^left.txt – Council to close the library – Compare")
        drag_row(session, 5, _TOOL_BAR)
        wait_for_title(session, _BOTH)
        close(session, app)


def test_a_review_survives_the_end_of_the_program(session: Session, files: tuple[Path, Path]) -> None:
    saved = files[0].parent / "reviewed.compare"
    with window(session, *files, title=_BOTH) as app:
        decide(session)
        save(session, saved)
        session.key("shift+F8", "ctrl+BackSpace")  # the first is open again, and that is in no file
        wait_until(lambda: decided(session) == (1, 1, 0), "the last decision to be kept")
        before = kept(session)
        app.kill()
        app.wait(timeout=20)
    with window(session) as app:
        wait_until(lambda: primary_button(session) is not None, "the offer to recover")
        click_primary(session)
        wait_for_title(session, _BOTH)
        wait_until(lambda: decided(session) == (1, 1, 0), "what was recovered to be kept")
        assert kept(session) == before
        session.key("ctrl+s")
        wait_until(lambda: review_in(saved) == before, "the session to hold it")
        close(session, app)


def decide(session: Session) -> None:
    """Confirm one contradiction with the mouse and dismiss one by key; walk back, cut and undo that; walk on, pin."""
    session.key("F8")
    wait_until(lambda: primary_button(session) is not None, "the button that confirms")
    click_primary(session)
    wait_until(lambda: primary_button(session) is None, "the button to go")
    session.key("F8", "ctrl+Delete")
    wait_until(lambda: decided(session) == (2, 0, 0), "both decisions to be kept")
    session.key("alt+Up", "alt+Up", "alt+Up", "ctrl+shift+l")
    wait_until(lambda: decided(session) == (2, 0, 1), "the cut to be kept")
    session.key("ctrl+z")
    wait_until(lambda: decided(session) == (2, 0, 0), "the cut to be undone")
    session.key("alt+Down", "ctrl+l", "alt+Down", "ctrl+l")
    wait_until(lambda: decided(session) == (2, 1, 0), "the pin to be kept")


def click_primary(session: Session) -> None:
    button = primary_button(session)
    assert button is not None
    session.run("xdotool", "mousemove", *button.middle, "click", "1")


def save(session: Session, path: Path) -> None:
    """Save the session under a new name."""
    session.key("ctrl+s")
    wait_for_title(session, "^Save the session$")
    activate(session, "^Save the session$")
    session.key("ctrl+a")
    session.type(str(path))
    session.key("Return")
    wait_until(path.exists, "the saved session")
    activate(session)


def review_in(path: Path) -> dict[str, Any]:
    """What was decided, as the session at `path` holds it."""
    return dict(json.loads(path.read_text(encoding="utf-8"))["review"])
