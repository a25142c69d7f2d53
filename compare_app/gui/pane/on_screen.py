"""What of a page is on screen, and where it stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextBlock

from compare_app.core.spans import Span
from compare_app.gui.pane.marks_painter import Margin
from compare_app.gui.pane.page_layout import PageLayout
from compare_app.present.highlights import Highlight

if TYPE_CHECKING:
    from compare_app.gui.pane.document_pane import DocumentPane

EYE = 0.3
"""Share of the viewport's height where a reader looks for what was asked for."""
_SLIVER_PX = 4.0  # of a line above the first whole one: less than anyone can read
_UNSEEN_PX = 60.0  # a line or two below the viewport: a ring is not closed at its edge
_BEYOND_PX = 2.0  # how far outside the viewport something is said to stand that is not on screen


class OnScreen:
    """Looks through the viewport of `pane` at what `layout` lays out; heights are viewport pixels."""

    def __init__(self, pane: DocumentPane, layout: PageLayout) -> None:
        self._pane, self._layout = pane, layout
        self._blocks: Sequence[tuple[QTextBlock, float]] = ()
        self._blocks_at: tuple[float, ...] = ()

    def blocks(self) -> Sequence[tuple[QTextBlock, float]]:
        """Blocks of Qt's text that are on screen, with their tops; kept until something moves."""
        block, y, bottom = *self._pane.first_block(), self._pane.viewport().height()
        place = (block.blockNumber(), y, bottom)
        if self._blocks_at == (*place, self._layout.generation):
            return self._blocks
        found = []
        with self._layout.guessing(allowed=False):
            while block.isValid() and y < bottom:
                height = self._layout.blockBoundingRect(block).height()  # first, so that whoever looks finds lines
                found.append((block, y))
                y += height
                block = self._layout.next_shown(block.next())
        self._blocks, self._blocks_at = found, (*place, self._layout.generation)
        return found

    def block_rects(self) -> Iterator[tuple[int, QRectF]]:
        """The document's blocks on screen by index, with the boxes of their lines."""
        page = self._layout.page
        for block, top in self.blocks() if page is not None else ():
            index = page.block_at(self._layout.span_of(block).start) if page is not None else None
            if index is not None and block.length() > 1:
                yield index, self._layout.lines_rect(block, top)

    def span(self) -> Span:
        """Code points on screen, whole blocks."""
        if self._layout.page is None:
            return Span(0, 0)
        spans = [self._layout.span_of(block) for block, _ in self.blocks()]
        return Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)

    def claims(self) -> Iterator[int]:
        """Indexes of the claims on screen, whole blocks."""
        if self._layout.page is not None:
            yield from self._layout.page.claims_in(self.span())

    def claim_extent(self, claim: int) -> tuple[float, float]:
        """Top and bottom of a claim; beyond the viewport's edge when it is not on screen."""
        assert self._layout.page is not None  # only a page has claims
        return self.span_extent(self._layout.page.document.claims[claim].span)

    def span_extent(self, span: Span) -> tuple[float, float]:
        """The same for any code points: those in the first paragraph of `span`."""
        for block, top in self.blocks():
            if self._layout.span_of(block).contains(span.start):
                rects = self._layout.line_rects(block, top, span)
                if rects:
                    return rects[0].top(), rects[-1].bottom()
        above = span.start < self.span().start
        edge = -_BEYOND_PX if above else self._pane.viewport().height() + _BEYOND_PX
        return edge, edge

    def margin_of(self, highlight: Highlight) -> Margin:
        """The margin beside the beginnings of the lines that `highlight` stands in."""
        assert self._layout.page is not None  # only a page has marks
        block = self._pane.document().findBlock(self._layout.page.positions.to_utf16(highlight.span.start))
        is_right = block.textDirection() is Qt.LayoutDirection.RightToLeft
        return Margin(self._layout.text_right if is_right else self._layout.text_left, is_right)

    def highlights(self) -> Iterator[tuple[Highlight, list[QRectF]]]:
        """What is marked in the paragraphs on screen, each with its rectangles, one a line."""
        page = self._layout.page
        assert page is not None  # only a page has marks
        end = self._pane.viewport().height() + _UNSEEN_PX
        for block, top in self.blocks():
            for highlight in page.highlights_in(self._layout.span_of(block)):
                rects = self._layout.line_rects(block, top, highlight.span)
                yield highlight, [rect for rect in rects if rect.bottom() > _SLIVER_PX and rect.top() < end]

    def rects_of(self, find: Callable[[Span], Iterable[Span]]) -> Iterator[QRectF]:
        """Rectangles, one a line, of what `find` finds in the paragraphs on screen."""
        for block, top in self.blocks():
            for span in find(self._layout.span_of(block)):
                yield from self._layout.line_rects(block, top, span)

    def claim_at_height(self, y: float) -> int | None:
        """The claim at or next below `y`, None on a page without claims below."""
        page = self._layout.page
        if page is None:
            return None
        for block, top in self.blocks():
            if top + self._layout.blockBoundingRect(block).height() < y:
                continue
            for claim in page.claims_in(self._layout.span_of(block)):
                rects = self._layout.line_rects(block, top, page.document.claims[claim].span)
                if rects and rects[-1].bottom() >= y:
                    return claim
        return None
