"""The text of an editor, kept beside it: Qt's own copy is never read back whole."""

from __future__ import annotations

from compare_app.core.spans import Span
from compare_app.gui.text_positions import TextPositions


class TextModel:
    """One text that follows the changes an editor tells in UTF-16 units. A change is O(length)."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.units = utf16_length(text)
        self._positions: TextPositions | None = None

    @property
    def positions(self) -> TextPositions:
        """The converter of the text as it is now."""
        if self._positions is None:
            self._positions = TextPositions(self.text)
        return self._positions

    def replace(self, start: int, removed: int, inserted: str) -> Span:
        """Put `inserted` in place of `removed` units from unit `start` on; returns the code points that gave way."""
        first, last = self.positions.to_code_points(start), self.positions.to_code_points(start + removed)
        self.text = f"{self.text[:first]}{inserted}{self.text[last:]}"
        self.units += utf16_length(inserted) - removed
        self._positions = None
        return Span(first, last)


def utf16_length(text: str) -> int:
    """Number of UTF-16 units of `text`."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
