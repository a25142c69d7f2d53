"""One side of a link for the rules to read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from compare_app.core.document import Claim, Document
from compare_app.core.records import record
from compare_app.core.spans import Span
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.read import kept_facts


@record
class JoinedClaims:
    """The claims of one side of a link as one text, joined by spaces, with the way back to the document."""

    text: str
    claims: tuple[Claim, ...]
    starts: tuple[int, ...]
    language: str
    date: str

    @classmethod
    def of(cls, document: Document, indexes: Sequence[int]) -> JoinedClaims:
        """The claims of `document` at `indexes`."""
        claims = tuple([document.claims[i] for i in indexes])
        if len(claims) == 1:
            return cls(claims[0].text, claims, (0,), document.language, document.metadata.date)
        starts, start = [], 0
        for claim in claims:
            starts.append(start)
            start += len(claim.text) + 1
        text = " ".join(claim.text for claim in claims)
        return cls(text, claims, tuple(starts), document.language, document.metadata.date)

    def facts(self) -> ClaimFacts:
        """What is read from the text."""
        return kept_facts(self.text, self.language, self.date)

    def in_document(self, span: Span | None) -> Span | None:
        """`span` of the text as a span of the document."""
        if span is None:
            return None
        return Span(self._offset(span.start), self._offset(max(span.start, span.end - 1)) + min(1, span.length))

    def _offset(self, offset: int) -> int:
        piece = bisect_right(self.starts, offset) - 1
        return self.claims[piece].span.start + offset - self.starts[piece]
