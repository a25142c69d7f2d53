"""A file that holds two texts, opened on both sides."""

from __future__ import annotations

from pathlib import Path

from compare_app.app.jobs import Input
from compare_app.core.document import Revision, Side
from compare_app.core.translation import tr
from compare_app.gui.controller import Controller
from compare_app.gui.slots import Slots
from compare_app.gui.state import State
from compare_app.present.document_facts import revision_name


class Revisions:
    """Compares the original of a file's tracked changes, or its left column, with what became of it."""

    def __init__(self, state: State, controller: Controller) -> None:
        self._state, self._controller = state, controller

    def slots(self) -> Slots:
        """Comparing the two."""
        return {"compare_revisions": self.compare_revisions}

    def compare_revisions(self) -> None:
        """Open the file of two texts that is open on both sides, the earlier text or the left column on the left."""
        path = next(filter(None, map(self._path, Side)), "")
        if not path:
            self._controller.tell(
                tr("No open file holds tracked changes."),
                tr("Open a Word document that does, or a table of two columns."),
            )
            return
        name = Path(path).name
        self._controller.open_inputs(
            {
                side: Input(path=path, name=revision_name(name, revision), revision=revision)
                for side, revision in zip(Side, Revision, strict=True)
            }
        )

    def _path(self, side: Side) -> str:
        """The file of two texts that is open on `side`, "" where none is."""
        document, given = self._state.documents[side], self._controller.input_of(side)
        has_two = document is not None and document.source.revision is not None
        return given.path if has_two and given is not None else ""
