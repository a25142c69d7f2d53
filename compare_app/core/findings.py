"""What a rule says of two linked claims."""

from __future__ import annotations

from enum import StrEnum

from compare_app.core.document import Side
from compare_app.core.records import record
from compare_app.core.spans import Span


class Verdict(StrEnum):
    """How grave a finding is, gravest first. Only a conflict makes a link contradict."""

    CONFLICT = "conflict"
    """Both cannot be true."""
    UPDATED = "updated"
    """A dated figure superseded by a later one."""
    POSSIBLE = "possible"
    """Worth a look, not sure."""
    SHIFT = "shift"
    """Said more or less firmly, by someone else, or in other quoted words."""

    @property
    def gravity(self) -> int:
        """0 for the gravest verdict, rising."""
        return _ORDER[self]

    @property
    def is_alarm(self) -> bool:
        """Whether it says that both are not true at one time, for sure or possibly."""
        return self is Verdict.CONFLICT or self is Verdict.POSSIBLE


_ORDER = {verdict: place for place, verdict in enumerate(Verdict)}


@record
class Finding:
    """What the rule `kind` found. Spans are code points of the two texts, half-open, or None where a side has none.

    `message` is one sentence that an editor can act on. `left_reading` and `right_reading` say the facts as read
    ("three years ago → 2021, from the dateline 21 June 2024"), empty where the span says it all.
    """

    kind: str
    verdict: Verdict
    left: Span | None
    right: Span | None
    message: str
    left_reading: str = ""
    right_reading: str = ""

    def span(self, side: Side) -> Span | None:
        """The span on `side`, None where that side has none."""
        return self.left if side is Side.LEFT else self.right
