"""Puts together again what comes from the worker in portions, with a little work for each: the window never waits."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.app.entries import entry_from_data
from compare_app.core.comparison import Comparison
from compare_app.core.document import Block, Claim, Document
from compare_app.core.exchange import Data, blocks_from_data, claims_from_data, document_from_parts
from compare_app.core.lazy import know
from compare_app.core.links import Link, Lone
from compare_app.core.records import replace
from compare_app.present.entries import Entry


class ArrivingDocument:
    """A document of which the head has come."""

    def __init__(self, head: Data) -> None:
        self._head = head
        self._blocks: list[Block] = []
        self._claims: list[Claim] = []
        self._words = 0

    def take_blocks(self, data: Sequence[Data]) -> None:
        """The next blocks."""
        self._blocks += blocks_from_data(data)

    def take_claims(self, data: Sequence[Data]) -> None:
        """The next claims."""
        claims = claims_from_data(data, self._head["text"])
        self._claims += claims
        self._words += sum(len(claim.text.split()) for claim in claims)

    def whole(self) -> Document:
        """The document, once all of it has come."""
        document = document_from_parts(self._head, tuple(self._blocks), tuple(self._claims))
        know(document, "words", self._words)
        return document


class ArrivingComparison:
    """A comparison of which all has come but its links and lone claims."""

    def __init__(self, frame: Comparison) -> None:
        self.frame = frame
        self._links: list[Link] = []
        self._lone_left: list[Lone] = []
        self._lone_right: list[Lone] = []

    def take(self, data: Sequence[Data]) -> tuple[Entry, ...]:
        """The next entries."""
        entries = tuple(entry_from_data(entry, self.frame) for entry in data)
        for entry in entries:
            if entry.link is not None:
                self._links.append(entry.link)
            elif entry.lone is not None:
                (self._lone_left if entry.left else self._lone_right).append(entry.lone)
        return entries

    def whole(self) -> Comparison:
        """The comparison, once all of it has come."""
        return replace(
            self.frame,
            links=tuple(self._links),
            lone_left=tuple(self._lone_left),
            lone_right=tuple(sorted(self._lone_right, key=lambda lone: lone.claim)),
        )
