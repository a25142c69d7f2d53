"""The one frozen result that views, reports and scripts read."""

from __future__ import annotations

from compare_app.core.document import Document, Side
from compare_app.core.elsewhere import Elsewhere
from compare_app.core.links import Link, Lone
from compare_app.core.options import Options
from compare_app.core.records import record
from compare_app.core.subjects import Indexes


@record
class Timings:
    """Wall-clock milliseconds each stage took; 0 for a stage that did not run."""

    align_ms: float = 0.0
    words_ms: float = 0.0
    rules_ms: float = 0.0

    @property
    def total_ms(self) -> float:
        """Sum of all stages."""
        return self.align_ms + self.words_ms + self.rules_ms


@record
class Comparison:
    """Two documents and everything found between them. Nothing changes it; a user's decisions live elsewhere.

    Links are in the order of their first left claim. Every claim is either in links or lone, never both and never
    twice. `elsewhere` holds what contradicts although no link joins it, in text order, what lies in one document
    last. `notes` are sentences for the user about anything that was cut short; empty when nothing was.
    """

    left: Document
    right: Document
    links: tuple[Link, ...]
    lone_left: tuple[Lone, ...]
    lone_right: tuple[Lone, ...]
    options: Options = Options()
    timings: Timings = Timings()
    notes: tuple[str, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()

    def document(self, side: Side) -> Document:
        """The document on `side`."""
        return self.left if side is Side.LEFT else self.right

    @property
    def indexes(self) -> Indexes:
        """The claims of both documents by their words."""
        return Indexes.of(self.left, self.right)

    @property
    def removed(self) -> tuple[int, ...]:
        """Claim indexes of the left that no link holds, ascending."""
        return tuple(lone.claim for lone in self.lone_left)

    @property
    def added(self) -> tuple[int, ...]:
        """Claim indexes of the right that no link holds, ascending."""
        return tuple(lone.claim for lone in self.lone_right)
