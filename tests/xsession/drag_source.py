"""`python -m tests.xsession.drag_source ROW…`: a window of another program, with rows to be dragged away.

A row is a path, several paths with ":" between them, a link, or words after "text:".
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

TITLE = "Drag source"
ROW_PX = 60
_TEXT = "text:"
_SHOWN = 24  # letters


class Row(QLabel):
    """Offers files as a file manager does when it is dragged, links and words as a browser."""

    def __init__(self, given: str) -> None:
        super().__init__(given[:_SHOWN])
        self._given = given
        self.setFixedSize(200, ROW_PX)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin to drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            drag = QDrag(self)
            drag.setMimeData(_offered(self._given))
            drag.exec(Qt.DropAction.CopyAction)


def _offered(given: str) -> QMimeData:
    data = QMimeData()
    if given.startswith(_TEXT):
        data.setText(given.removeprefix(_TEXT))
    elif "://" in given:
        data.setUrls([QUrl(given)])
    else:
        data.setUrls([QUrl.fromLocalFile(path) for path in given.split(os.pathsep)])
    return data


def main() -> int:
    """Show a row for each argument until the window is closed."""
    application = QApplication(sys.argv)
    window = QWidget()
    window.setWindowTitle(TITLE)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for given in sys.argv[1:]:
        layout.addWidget(Row(given))
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
