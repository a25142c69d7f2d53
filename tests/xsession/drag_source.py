"""`python -m tests.xsession.drag_source FILE…`: a window of another program, with one row a file to be dragged away."""

from __future__ import annotations

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

TITLE = "Drag source"
ROW_PX = 60


class Row(QLabel):
    """Offers its file as a file manager does when it is dragged."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._path = path
        self.setFixedSize(200, ROW_PX)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin to drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(self._path)])
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)


def main() -> int:
    """Show a row for each file until the window is closed."""
    application = QApplication(sys.argv)
    window = QWidget()
    window.setWindowTitle(TITLE)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for path in sys.argv[1:]:
        layout.addWidget(Row(path))
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
