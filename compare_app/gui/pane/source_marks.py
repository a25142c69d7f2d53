"""The marks of a side that is being edited, on its source as it is at this moment."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.document import Side
from compare_app.core.records import replace
from compare_app.core.spans import Span
from compare_app.gui.state import State
from compare_app.present.highlights import Highlight
from compare_app.present.source_map import SourceMap
from compare_app.present.typed import Typed


class SourceMarks:
    """Keeps the marks of the last comparison where they belong while the source is typed in, until the next one."""

    def __init__(self, state: State, side: Side, source: str) -> None:
        self._state, self._side = state, side
        self._given: tuple[str, Typed] | None = (source, Typed())
        self.take()

    @property
    def are_known(self) -> bool:
        """Whether it is known where marks belong: of a long text in Markdown it is not."""
        return self._map.is_known

    def follow(self, start: int, end: int, inserted: int) -> None:
        """`inserted` code points were typed over [start, end) of the source."""
        self._typed.replace(start, end, inserted)
        if self._given is not None:
            self._given[1].replace(start, end, inserted)

    def give(self, source: str) -> None:
        """The source as it is now is being compared."""
        self._given = source, Typed()

    def take(self) -> None:
        """Mark what was found in the source that was given last."""
        document = self._state.documents[self._side]
        if self._given is not None and document is not None:
            source, self._typed = self._given
            self._map, self._given = SourceMap(document.text, source), None

    def highlights_in(self, span: Span) -> Iterator[Highlight]:
        """The marked ranges that reach into `span` of the source, claims first, in its code points."""
        asked = Span(self._text_offset(span.start), self._text_offset(span.end) + 1)
        for highlight in self._state.highlights_in(self._side, asked):
            placed = self._placed(highlight.span)
            if placed is not None:
                yield replace(highlight, span=placed)

    def claim_start(self, claim: int) -> int | None:
        """Where a claim begins in the source, None where it is not found there any more."""
        document = self._state.documents[self._side]
        placed = None if document is None else self._placed(document.claims[claim].span)
        return None if placed is None else placed.start

    def source_offset(self, offset: int) -> int:
        """Where the code point at `offset` of the text stands in the source; 0 where it is not found."""
        placed = self._placed(Span(offset, offset + 1))
        return 0 if placed is None else placed.start

    def claim_at(self, offset: int) -> int | None:
        """The claim at `offset` of the source, or the next one; None behind the last."""
        document = self._state.documents[self._side]
        touched = range(0) if document is None else document.claims_touched(Span(self._text_offset(offset), 1 << 60))
        return next(iter(touched), None)

    def _placed(self, span: Span) -> Span | None:
        then = self._map.to_source(span)
        return None if then is None else self._typed.now(then)

    def _text_offset(self, offset: int) -> int:
        return self._map.to_text(self._typed.then(offset))
