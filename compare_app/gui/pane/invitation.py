"""What an empty pane says, and the frame around a pane that something is dragged over."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from compare_app.core.document import Side
from compare_app.core.translation import marked, tr
from compare_app.gui.actions import keys_of
from compare_app.gui.theme import Theme, interface_font, scaled

_LINE_PX = 24  # at the default size of the interface
_FRAME_PX = 10
_DROP = {Side.LEFT: marked("Drop the left document here"), Side.RIGHT: marked("Drop the right document here")}


def paint_invitation(painter: QPainter, rect: QRect, side: Side, theme: Theme) -> None:
    """Write in the middle of `rect` how a document gets here."""
    keys = keys_of(f"open_{side}")
    top = rect.center().y() - 2 * scaled(_LINE_PX)
    lines = (
        (tr(_DROP[side]), interface_font(16, bold=True), theme.text),
        (
            tr("or open a file ({open}), or paste text ({paste})", open=keys, paste=keys_of("paste")),
            interface_font(),
            theme.dim,
        ),
        (
            tr("Text, Markdown and saved web pages. Nothing leaves this machine."),
            interface_font(12),
            theme.dim,
        ),
    )
    for number, (text, font, colour) in enumerate(lines):
        painter.setFont(font)
        painter.setPen(colour)
        line = QRect(rect.left(), top + number * scaled(_LINE_PX + 2), rect.width(), scaled(_LINE_PX))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, text)


def paint_drop_frame(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """Frame `rect`: what is dragged will fall here."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.accent, 2, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(_FRAME_PX, _FRAME_PX, -_FRAME_PX, -_FRAME_PX), 6, 6)
