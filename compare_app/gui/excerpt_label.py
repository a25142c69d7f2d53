"""An excerpt as a widget: as high as its width makes it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from compare_app.core.spans import Span
from compare_app.gui.marked_text import MarkedText
from compare_app.gui.theme import Theme
from compare_app.present.excerpts import Excerpt

_GUESSED_PX = 280
BESIDE_PX = 2  # on each side of the text, for what is drawn around its words


class ExcerptLabel(QWidget):
    """Shows one excerpt with its marks."""

    def __init__(self, theme: Theme, font_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._font_px = theme, font_px
        self._excerpt = Excerpt("", (), Span(0, 0))
        self._laid_out: tuple[int, MarkedText] | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_excerpt(self, excerpt: Excerpt, theme: Theme) -> None:
        """Show `excerpt` in the colours of `theme`."""
        self._excerpt, self._theme, self._laid_out = excerpt, theme, None
        self.setAccessibleName(excerpt.text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """It has."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Pixels of all lines."""
        return self._text(width).height_px

    def sizeHint(self) -> QSize:  # noqa: N802
        """The size in a column of usual width."""
        return QSize(_GUESSED_PX, self.heightForWidth(max(_GUESSED_PX, self.width())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """It may be made narrow."""
        return QSize(80, 20)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The text with its marks."""
        del event
        with QPainter(self) as painter:
            self._text(self.width()).paint(painter, BESIDE_PX, 0)

    def _text(self, width: int) -> MarkedText:
        if self._laid_out is None or self._laid_out[0] != width:
            text = MarkedText(self._excerpt, self._theme, width - 2 * BESIDE_PX, self._font_px)
            self._laid_out = (width, text)
        return self._laid_out[1]
