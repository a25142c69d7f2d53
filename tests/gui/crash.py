"""A window whose process is killed right after something was decided; run by test_sessions."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from compare_app.app.jobs import Input
from compare_app.app.places import Places
from compare_app.core.document import Side
from compare_app.gui.application import make_window


def main() -> None:
    """Open two files, dismiss the first contradiction, and die once that is kept."""
    settings, data, left, right = map(Path, sys.argv[1:])
    application = QApplication([])
    places = Places(settings, data)
    window, controller = make_window(places)
    window.show()

    def die_once_kept() -> None:
        if any(places.recovery.glob("*/decisions.compare")):
            os.kill(os.getpid(), signal.SIGKILL)

    def decide() -> None:
        if window.state.comparison is not None:
            window.navigation.next_contradiction()
            window.actions_by_name["dismiss"].trigger()
            watch.start(1)

    watch = QTimer(window)
    watch.timeout.connect(die_once_kept)
    window.state.comparison_changed.connect(decide)
    controller.open_inputs({Side.LEFT: Input(path=str(left)), Side.RIGHT: Input(path=str(right))})
    application.exec()


if __name__ == "__main__":
    main()
