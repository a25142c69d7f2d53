"""Starts the window."""

from __future__ import annotations

import logging
import signal
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from compare_app.app.jobs import Input
from compare_app.core.document import Side
from compare_app.gui.controller import Controller
from compare_app.gui.job_runner import JobRunner
from compare_app.gui.main_window import MainWindow
from compare_app.gui.state import State
from compare_app.gui.theme import interface_font

_log = logging.getLogger(__name__)
_FRAME_PX = 48  # a title bar and borders, with some air


def make_window() -> tuple[MainWindow, Controller]:
    """A window on nothing yet, with what drives it. Needs a QApplication."""
    state = State()
    runner = JobRunner()
    controller = Controller(state, runner)
    window = MainWindow(state, controller, runner)
    for owned in (state, runner, controller):
        owned.setParent(window)
    return window, controller


def show_fitting(window: MainWindow) -> None:
    """Show `window` in its own size, or filling a screen that has no room for it and its frame."""
    room = window.screen().availableSize()
    if room.width() < window.width() + _FRAME_PX or room.height() < window.height() + _FRAME_PX:
        window.showMaximized()
    else:
        window.show()


def tell_uncaught(window: MainWindow) -> None:
    """From now on log an exception nobody caught, with its traceback, and say in `window` that there was one."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.error("uncaught", exc_info=(kind, error, trace))
        window.messages.tell(
            "Something failed inside the program; both documents are as they were.",
            "The details are on the standard error output.",
        )

    sys.excepthook = hook


def run_window(left: Path | None = None, right: Path | None = None, *, labels: tuple[str, str] = ("", "")) -> int:
    """Show the window, open what is given, and return the exit code once it was closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("Compare")
    application.setFont(interface_font())
    signal.signal(signal.SIGINT, lambda *_: application.closeAllWindows())
    awake = QTimer()  # lets Python see Ctrl+C while Qt waits
    awake.start(200)
    window, controller = make_window()
    tell_uncaught(window)
    show_fitting(window)
    given = {side: path for side, path in zip(Side, (left, right), strict=True) if path is not None}
    names = dict(zip(Side, labels, strict=True))
    if given:
        controller.open_inputs({side: Input(path=str(path), name=names[side]) for side, path in given.items()})
    return application.exec()
