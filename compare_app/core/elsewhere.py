"""What two claims say of the same thing although no link joins them."""

from __future__ import annotations

from compare_app.core.document import Side
from compare_app.core.findings import Verdict
from compare_app.core.records import record
from compare_app.core.spans import Span


@record
class Place:
    """One end: words of the claim with index `claim` on `side`. `span` counts code points of that document.

    `reading` says the fact as read, empty where the span says it all.
    """

    side: Side
    claim: int
    span: Span
    reading: str = ""


@record
class Elsewhere:
    """Another value for the same thing in another place, found by the rule `kind`; never a conflict.

    `first` lies on the left and `second` on the right, or both lie on one side in text order: then that document
    may contradict itself, which is no difference between the two. `message` is one sentence that an editor can act
    on. Raises ValueError on ends in another order, and on the verdict conflict.
    """

    kind: str
    verdict: Verdict
    first: Place
    second: Place
    message: str

    def __post_init__(self) -> None:
        if self.verdict is Verdict.CONFLICT:
            raise ValueError("claims that no link joins are never called a conflict")
        is_ordered = self.first.claim < self.second.claim if self.is_within else self.first.side is Side.LEFT
        if not is_ordered:
            raise ValueError("the ends are out of order")

    @property
    def is_within(self) -> bool:
        """Whether both ends lie in one document."""
        return self.first.side is self.second.side

    @property
    def order(self) -> tuple[bool, str, int, int]:
        """What sorts them in text order, those inside one document last."""
        return self.is_within, self.first.side.value, self.first.span.start, self.second.span.start

    @property
    def places(self) -> tuple[Place, Place]:
        """Both ends."""
        return self.first, self.second
