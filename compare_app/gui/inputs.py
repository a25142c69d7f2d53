"""What each side was opened from, and what of it is still to be read."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from compare_app.app.jobs import Input, Kept
from compare_app.core.document import Document, Side
from compare_app.core.kept import kept_keys
from compare_app.core.records import replace


class Inputs:
    """Three shelves by side: read before, to be read, and given up before it was read."""

    def __init__(self) -> None:
        self.opened: dict[Side, Input] = {}
        self.pending: dict[Side, Input | Kept] = {}
        self._unread: dict[Side, Input | Kept] = {}  # their sides are empty

    def restore(self, opened: Mapping[Side, Input]) -> None:
        """All that was opened is `opened`; nothing else is to be read."""
        self.opened, self.pending, self._unread = dict(opened), {}, {}

    def ask(self, inputs: Mapping[Side, Input | Kept], *, besides: bool) -> None:
        """Read `inputs`, `besides` or instead of what is to be read."""
        self.pending = {**self.pending, **inputs} if besides else dict(inputs)
        self._unread = {side: given for side, given in self._unread.items() if side not in inputs}

    def ask_again(self, documents: Mapping[Side, Document | None]) -> None:
        """Read all sides again; a side whose reading was given up is read after all."""
        self.pending = {**self._unread, **self.again(tuple(Side), documents), **self.pending}

    def again(self, sides: Collection[Side], documents: Mapping[Side, Document | None]) -> dict[Side, Input]:
        """What was opened on `sides`, with what the person brought back into the comparison since."""
        kept = {side: kept_keys(document) for side, document in documents.items() if document is not None}
        return {side: replace(given, kept=kept.get(side, ())) for side, given in self.opened.items() if side in sides}

    def take(self, side: Side) -> Input | Kept | None:
        """What was read on `side` now, None where nothing was to be."""
        given = self.pending.pop(side, None)
        self._unread.pop(side, None)
        if isinstance(given, Input):
            self.opened[side] = given
        return given

    def give_up(self, sides: Collection[Side], documents: Mapping[Side, Document | None]) -> None:
        """Wait for `sides` no more; what was to fill an empty one is read when the user compares again."""
        given_up = {side: self.pending.pop(side) for side in tuple(self.pending) if side in sides}
        self._unread |= {side: given for side, given in given_up.items() if documents[side] is None}

    def swap(self) -> None:
        """Exchange left and right."""
        self.opened = {side.other: given for side, given in self.opened.items()}
        self.pending = {side.other: given for side, given in self.pending.items()}
        self._unread = {side.other: given for side, given in self._unread.items()}
