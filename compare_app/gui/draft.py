"""A text that is being edited, from the file it came from to what was typed last."""

from __future__ import annotations

from compare_app.app.editing import Editable
from compare_app.app.jobs import Input

_REMEMBERED = 3  # inputs of a draft: the one read last, one under way and one behind it


class Draft:
    """A side that was edited: what it was, what it is now, and what of it the controller was given."""

    def __init__(self, source: Editable, given: Input | None) -> None:
        self.first = self.source = source
        self.text = source.text
        self._given = [given]

    @property
    def given(self) -> Input | None:
        """What the controller was given last."""
        return self._given[-1]

    @property
    def home(self) -> str:
        """The path of the file it was edited from, also before the program started; empty where it has none."""
        return self.source.path or (self.given.edited_from if self.given is not None else "")

    def give(self, given: Input) -> None:
        """Remember what the controller is given."""
        self._given = [*self._given[1 - _REMEMBERED :], given]

    def is_of(self, given: Input | None) -> bool:
        """Whether what was opened on a side is this draft, or a moment of it."""
        return any(one is given for one in self._given)

    @property
    def is_saved(self) -> bool:
        """Whether a file, or the clipboard it came from, has the text as it is."""
        return self.text == self.source.text
