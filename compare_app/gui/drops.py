"""What was dropped, pasted or chosen, as inputs: files in order, or text and HTML; never a path as text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextDocumentFragment
from PySide6.QtWidgets import QWidget

from compare_app.app.jobs import Input
from compare_app.app.sessions import is_session
from compare_app.core.document import Side
from compare_app.core.records import record
from compare_app.core.translation import marked, tr
from compare_app.present.wording import cut, one_line

_NAME_LENGTH = 60  # code points of a first line that become a name
_TOO_MANY = marked("There are more than two files; the first two are compared.")
_NOT_BESIDE = marked("A session holds both documents; the other files were not opened.")
_ONLINE = marked("A link was dropped. This program never goes on line.")
_ONLINE_HINT = marked("Save the page in your browser (Ctrl+S) and drop the saved file.")


@record
class Dropped:
    """Inputs in order, at most two, or the path of a session; a sentence with what to do about what was not taken."""

    inputs: tuple[Input, ...] = ()
    session: str = ""
    message: str = ""
    hint: str = ""


def read_paths(paths: Sequence[str]) -> Dropped:
    """The session among `paths`, else the files, of which only the first two have a side to go to."""
    session = next((path for path in paths if is_session(Path(path))), "")
    if session:
        return Dropped(session=session, message=tr(_NOT_BESIDE) if len(paths) > 1 else "")
    inputs = tuple(Input(path=path) for path in paths[: len(Side)])
    return Dropped(inputs, message=tr(_TOO_MANY) if len(paths) > len(Side) else "")


def read_mime(mime: QMimeData) -> Dropped:
    """What `mime` holds: local files first, then HTML, then text."""
    if mime.hasUrls():
        paths = [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]
        return read_paths(paths) if paths else Dropped(message=tr(_ONLINE), hint=tr(_ONLINE_HINT))
    text = mime.text() or QTextDocumentFragment.fromHtml(mime.html()).toPlainText()
    if not text.strip():
        return Dropped(message=tr("There is no text to compare in what was pasted or dropped."))
    name = _name_of(text)
    if mime.hasHtml():
        return Dropped((Input(content=mime.html(), format="clipping", name=name),))
    return Dropped((Input(content=text, name=name),))


def _name_of(text: str) -> str:
    return cut(one_line(text.strip().split("\n", 1)[0]), _NAME_LENGTH)


class DropTarget(QObject):
    """Makes a widget take drops; `side` is where one document goes, None for the first free side."""

    dropped = Signal(object, object)
    """A Dropped and the Side it fell on, or None."""
    hovered = Signal(object, bool)
    """The Side under a drag, or None, and whether the drag is still there."""

    def __init__(self, widget: QWidget, side: Side | None) -> None:
        super().__init__(widget)
        self._side = side
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take drags with files, HTML or text; leave every other event alone."""
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove if isinstance(event, QDropEvent | QDragEnterEvent):
                mime = event.mimeData()
                if mime.hasUrls() or mime.hasText() or mime.hasHtml():
                    event.setDropAction(Qt.DropAction.CopyAction)
                    event.accept()
                    self.hovered.emit(self._side, True)  # noqa: FBT003
                return True
            case QEvent.Type.DragLeave:
                self.hovered.emit(self._side, False)  # noqa: FBT003
                return True
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self.hovered.emit(self._side, False)  # noqa: FBT003
                self.dropped.emit(read_mime(event.mimeData()), self._side)
                return True
        return super().eventFilter(watched, event)
