"""Names for claims that outlive another reading of their text: their words, and which claim of these words it is."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.claim_index import ClaimIndex, ClaimName
from compare_app.core.document import Document
from compare_app.core.records import record

ClaimGroup = tuple[tuple[int, ...], tuple[int, ...]]
"""Ascending indexes of claims of the left and of the right."""


@record
class Subject:
    """Claims of the left and of the right that a person said something about; one side may be empty."""

    left: tuple[ClaimName, ...] = ()
    right: tuple[ClaimName, ...] = ()

    def __post_init__(self) -> None:
        if not self.left and not self.right:
            raise ValueError("a subject needs a claim")

    @property
    def mirrored(self) -> Subject:
        """The same with the sides exchanged."""
        return Subject(self.right, self.left)


@record
class Indexes:
    """The claims of both documents by their words."""

    left: ClaimIndex
    right: ClaimIndex

    @classmethod
    def of(cls, left: Document, right: Document) -> Indexes:
        """Those of two documents, which keep them."""
        return cls(left.index, right.index)

    def subject(self, left: Sequence[int], right: Sequence[int]) -> Subject:
        """The name of claims on both sides."""
        return Subject(tuple(map(self.left.name, left)), tuple(map(self.right.name, right)))

    def place(self, subject: Subject, *, edited: bool = False) -> ClaimGroup | None:
        """Where the claims of `subject` stand, the sides exchanged where they stand only so; None where one is gone.

        With `edited` claims count that were edited a little since.
        """
        for given, find_edited in ((subject, False), (subject.mirrored, False), (subject, edited)):
            left = {self.left.find(name, edited=find_edited) for name in given.left}
            right = {self.right.find(name, edited=find_edited) for name in given.right}
            if None not in left | right:
                return _ascending(left), _ascending(right)
        return None


def _ascending(claims: set[int | None]) -> tuple[int, ...]:
    return tuple(sorted(claim for claim in claims if claim is not None))
