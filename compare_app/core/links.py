"""What joins claims of the left to claims of the right."""

from __future__ import annotations

from enum import StrEnum

from compare_app.core.document import Side
from compare_app.core.findings import Finding
from compare_app.core.records import record
from compare_app.core.spans import Span


class Relation(StrEnum):
    """What a link says of its claims."""

    SAME = "same"
    """Equal after normalisation."""
    REWORDED = "reworded"
    """The same said in other words."""
    CHANGED = "changed"
    """A detail gained or lost, or a shift."""
    CONTRADICTS = "contradicts"
    """Both cannot be true."""


class EditKind(StrEnum):
    """What happened to the words under an edit."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    FORM = "form"
    """Only case, quotation marks, dashes, spacing or spelling differ."""


@record
class Edit:
    """One difference inside a link; what lies between two edits is equal to the letter.

    Spans are code points of the two documents, half-open; each lies inside one claim. `left` is empty for an insert,
    `right` for a delete: an empty span says where in its claim the words would stand.
    """

    kind: EditKind
    left: Span
    right: Span

    def span(self, side: Side) -> Span:
        """The span on `side`."""
        return self.left if side is Side.LEFT else self.right


@record
class Link:
    """Claims of the left aligned with claims of the right (1:1, 1:n, n:1, n:m), as ascending claim indexes.

    `similarity` lies in [0, 1]; `moved` says that the link stands out of the order the other links follow. Edits are
    in the order of the left. Raises ValueError on an empty side or a similarity out of range.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    relation: Relation
    similarity: float
    moved: bool = False
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __post_init__(self) -> None:
        if not self.left or not self.right:
            raise ValueError("a link needs a claim on both sides")
        _refuse_out_of_range(self.similarity)


@record
class Lone:
    """A claim without a link, with the nearest claim of the other side, or None, and its similarity in [0, 1].

    "Not matched" is not "omitted": the nearest candidate lets the user judge. Raises ValueError on a similarity out
    of range.
    """

    claim: int
    nearest: int | None = None
    similarity: float = 0.0

    def __post_init__(self) -> None:
        _refuse_out_of_range(self.similarity)


def _refuse_out_of_range(similarity: float) -> None:
    if not 0.0 <= similarity <= 1.0:
        raise ValueError(f"similarity out of [0, 1]: {similarity}")
