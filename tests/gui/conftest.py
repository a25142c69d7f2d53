"""Windows for the tests; a test that leaves one open fails."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QEventLoop, QThreadPool
from PySide6.QtWidgets import QApplication

from compare_app.app.jobs import Input
from compare_app.app.places import Places
from compare_app.app.seen_hints import write_seen
from compare_app.core.document import Side
from compare_app.gui.application import make_window
from compare_app.gui.controller import Controller
from compare_app.gui.hints import HINTS
from compare_app.gui.job_runner import JobRunner
from compare_app.gui.main_window import MainWindow
from compare_app.gui.sessions import Sessions
from compare_app.gui.state import State

WAIT_MS = 20_000
_MOST_ROUNDS = 10_000
_POOL_MS = 5_000  # for what a test gave to Qt's pool to be done
LEFT = (
    "Council to close the library\n\nThe library will close in May. It cost £4 million to run last year.\n\n"
    "Readers have signed a petition against the plan. The mayor declined to comment on Monday.\n\n"
    "The building on Mill Street opened in 1962.\n"
)
RIGHT = (
    "Council to close the library\n\nThe library will close in May. It cost £6 million to run last year.\n\n"
    "Readers have signed a petition against the plan.\n\n"
    "The building on Mill Street opened in 1962. A second branch stays open all week.\n"
)


def settle() -> None:
    """Let Qt do all there is to do at once: what was posted, and what that posted."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # which a loop of Qt's alone would deliver
    dispatcher = QAbstractEventDispatcher.instance()
    for _ in range(_MOST_ROUNDS):
        if not dispatcher.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
            return
    pytest.fail("Qt never comes to rest")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything below this folder needs Qt."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("gui")


@dataclass(frozen=True, slots=True)
class Desk:
    """A window with what a test needs around it."""

    window: MainWindow
    controller: Controller
    state: State
    bot: QtBot
    folder: Path

    @property
    def runner(self) -> JobRunner:
        """What runs the window's jobs."""
        return self.window.findChildren(JobRunner)[0]

    @property
    def sessions(self) -> Sessions:
        """What saves and recovers."""
        return self.window.findChildren(Sessions)[0]

    def file(self, name: str, text: str) -> Path:
        """A new file with `text`."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def open(self, left: Path, right: Path) -> None:
        """Open two files and wait for the comparison."""
        with self.bot.waitSignal(self.state.comparison_changed, timeout=WAIT_MS):
            self.controller.open_inputs({Side.LEFT: Input(path=str(left)), Side.RIGHT: Input(path=str(right))})
        self.wait_for_comparison()

    def wait_for_comparison(self) -> None:
        """Wait until there is a result."""
        self.bot.waitUntil(lambda: self.state.comparison is not None, timeout=WAIT_MS)

    def open_samples(self) -> None:
        """Open the two small texts of this module."""
        self.open(self.file("left.txt", LEFT), self.file("right.txt", RIGHT))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Folders of this test alone for what a window keeps."""
    places = Places(tmp_path / "settings", tmp_path / "data")
    write_seen(places.hints_file, (hint.name for hint in HINTS))  # newcomers have a test of their own
    return places


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, places: Places) -> Iterator[Desk]:
    """An empty window on screen."""
    folder = tmp_path / "documents"
    folder.mkdir()
    window, controller = make_window(places)
    window.show()
    qtbot.waitExposed(window)
    desk = Desk(window, controller, window.state, qtbot, folder)
    yield desk
    desk.sessions.give_up()  # nobody is there to answer whether to save
    window.close()
    window.deleteLater()
    settle()


@pytest.fixture(autouse=True)
def _no_window_left(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if isinstance(QApplication.instance(), QApplication):
        left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        assert not left, f"{request.node.name} left windows open: {left}"
        assert QThreadPool.globalInstance().waitForDone(_POOL_MS), f"{request.node.name} left work in Qt's pool"


@pytest.fixture(autouse=True, scope="session")
def _nothing_on_the_clipboard() -> Iterator[None]:
    """Qt's platform without a screen would look at what Python put there after Python has ended."""
    yield
    if isinstance(QApplication.instance(), QApplication):
        QApplication.clipboard().clear()
