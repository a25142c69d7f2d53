"""Starts the window."""

from __future__ import annotations

import gc
import logging
import signal
import sys
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from compare_app.app.jobs import Input
from compare_app.app.places import Places
from compare_app.app.sessions import is_session
from compare_app.core.document import Side
from compare_app.core.translation import tr
from compare_app.gui.controller import Controller
from compare_app.gui.drops import read_paths
from compare_app.gui.file_watch import FileWatch
from compare_app.gui.first_picture import FirstPicture
from compare_app.gui.indexing import Indexing
from compare_app.gui.job_runner import JobRunner
from compare_app.gui.main_window import MainWindow
from compare_app.gui.missing_files import MissingFiles
from compare_app.gui.place_keeper import PlaceKeeper
from compare_app.gui.preferences import Preferences
from compare_app.gui.qt_texts import translate_qt
from compare_app.gui.sessions import Sessions
from compare_app.gui.state import State
from compare_app.gui.theme import interface_font
from compare_app.gui.window_place import WindowPlace

_log = logging.getLogger(__name__)
_FOLDER = "compare-app"
_FRAME_PX = 48  # a title bar and borders, with some air


def platform_places() -> Places:
    """The folders this system has for a program's settings and data."""
    location = QStandardPaths.StandardLocation
    settings, data = (
        Path(QStandardPaths.writableLocation(where)) / _FOLDER
        for where in (location.GenericConfigLocation, location.GenericDataLocation)
    )
    return Places(settings, data)


def make_window(places: Places) -> tuple[MainWindow, Controller]:
    """A window on nothing yet that keeps what it keeps in `places`, with what drives it. Needs a QApplication."""
    preferences = Preferences(places.settings_file)
    QApplication.setFont(interface_font())  # before there are widgets: style sheets keep what they find
    state = State()
    runner = JobRunner()
    controller = Controller(state, runner)
    sessions = Sessions(state, controller, places)
    window = MainWindow(state, controller, runner, sessions, preferences)
    preferences.changed.connect(lambda _: sessions.set_autosave(preferences.autosave_s))
    sessions.set_autosave(preferences.autosave_s)
    WindowPlace(window, places.window_file)
    watch_files(window, FileWatch(state, controller, window))
    MissingFiles(controller, window).taken_back.connect(window.messages.take_back)
    PlaceKeeper(state, controller, window.view.panes, window)
    Indexing(state, window)
    for owned in (state, runner, controller, sessions, preferences):
        owned.setParent(window)
    return window, controller


def watch_files(window: MainWindow, watch: FileWatch) -> None:
    """Let `window` say and offer what `watch` notices."""
    watch.offered.connect(window.offers.offer)
    watch.withdrawn.connect(window.offers.withdraw)
    watch.told.connect(window.messages.tell)
    watch.taken_back.connect(window.messages.take_back)


def show_fitting(window: MainWindow) -> None:
    """Show `window` in its own size, or filling a screen that has no room for it and its frame."""
    room = window.screen().availableSize()
    if room.width() < window.width() + _FRAME_PX or room.height() < window.height() + _FRAME_PX:
        window.showMaximized()
    else:
        window.show()


def _go_on(window: MainWindow) -> None:
    """What can wait until there is something to look at."""
    runner, sessions = window.findChild(JobRunner), window.findChild(Sessions)
    assert runner is not None  # make_window gave both to the window
    assert sessions is not None
    runner.start()
    sessions.offer_recovery()


def tell_uncaught(window: MainWindow) -> None:
    """From now on log an exception nobody caught, with its traceback, and say in `window` that there was one."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.error("uncaught", exc_info=(kind, error, trace))
        window.messages.tell(
            tr("Something failed inside the program; both documents are as they were."),
            tr("The details are on the standard error output."),
        )

    sys.excepthook = hook


def open_given(controller: Controller, left: Path | None, right: Path | None, labels: tuple[str, str]) -> None:
    """Open what the command line named: a session, or a document on each side."""
    given = {side: path for side, path in zip(Side, (left, right), strict=True) if path is not None}
    names = dict(zip(Side, labels, strict=True))
    if any(is_session(path) for path in given.values()):
        controller.open_dropped(read_paths([str(path) for path in given.values()]), None)
    elif given:
        controller.open_inputs({side: Input(path=str(path), name=names[side]) for side, path in given.items()})


def run_window(left: Path | None = None, right: Path | None = None, *, labels: tuple[str, str] = ("", "")) -> int:
    """Show the window, open what is given, and return the exit code once it was closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Compare")
    signal.signal(signal.SIGINT, lambda *_: application.closeAllWindows())
    awake = QTimer()  # lets Python see Ctrl+C while Qt waits
    awake.start(200)
    window, controller = make_window(platform_places())
    translate_qt(application)
    tell_uncaught(window)
    show_fitting(window)
    gc.freeze()  # what was made by now stays as long as the window
    gc.enable()
    FirstPicture(window, partial(_go_on, window))
    open_given(controller, left, right, labels)
    return application.exec()
