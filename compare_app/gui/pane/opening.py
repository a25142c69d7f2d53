"""Where a page is opened: at the headline, with the menus and share links of a web page above, to be scrolled to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare_app.core.document import BlockKind
from compare_app.gui.pane.page_layout import PageLayout

if TYPE_CHECKING:
    from compare_app.gui.pane.document_pane import DocumentPane


class Opening:
    """Knows the place at which `pane` is opened, which `layout` lays out."""

    def __init__(self, pane: DocumentPane, layout: PageLayout) -> None:
        self._pane, self._layout = pane, layout

    @property
    def offset(self) -> int:
        """Code point of the first block that was not set aside; the very start where nothing is above it."""
        blocks = self._pane.blocks
        place = next((at for at, block in enumerate(blocks) if block.kind is not BlockKind.FURNITURE), 0)
        return blocks[place].span.start if place else 0

    @property
    def is_reached(self) -> bool:
        """Whether the page stands there, or above."""
        page, line = self._layout.page, self._pane.verticalScrollBar().value()
        return line == 0 or page is None or line <= self._layout.line_above(page.positions.to_utf16(self.offset), 0)

    def show(self) -> None:
        """Go there."""
        if self._layout.page is not None:
            self._pane.bring_offset_to(self.offset, 0)
