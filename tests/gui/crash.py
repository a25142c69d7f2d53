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
from compare_app.gui.sessions import Sessions


def main() -> None:
    """Open two files, save them where a session is named, dismiss the first contradiction, and die once it is kept."""
    settings, data, left, right, *session = map(Path, sys.argv[1:])
    application = QApplication([])
    places = Places(settings, data)
    window, controller = make_window(places)
    window.show()

    def die_once_kept() -> None:
        if any(places.recovery.glob("*/decisions.compare")):
            os.kill(os.getpid(), signal.SIGKILL)

    def decide() -> None:
        if window.state.comparison is not None:
            for path in session:
                window.findChildren(Sessions)[0].save_at_once(path)
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
