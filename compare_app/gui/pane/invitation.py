"""What an empty pane says, and the frame around a pane that something is dragged over."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen

from compare_app.core.document import Side
from compare_app.core.translation import marked, tr
from compare_app.gui.actions import keys_of
from compare_app.gui.theme import Theme, interface_font, scaled

_ABOVE_PX, _GAP_PX = 48, 8  # over the middle, and between two lines, at the default size of the interface
_BESIDE_PX = 20
_FRAME_PX = 10
_DROP = {Side.LEFT: marked("Drop the left document here"), Side.RIGHT: marked("Drop the right document here")}


def paint_invitation(painter: QPainter, rect: QRect, side: Side, theme: Theme, *, is_expected: bool) -> None:
    """Write in the middle of `rect` how a document gets here, or that one is being read."""
    top = rect.center().y() - scaled(_ABOVE_PX)
    large, normal, small = interface_font(16, bold=True), interface_font(), interface_font(12)
    lines = [(tr("Reading…"), normal, theme.dim)]
    if not is_expected:
        ways = tr(
            "or open a file ({open}), or paste text ({paste})", open=keys_of(f"open_{side}"), paste=keys_of("paste")
        )
        what = tr("Text, Markdown, Word, PDF, web pages and more. Nothing leaves this machine.")
        lines = [(tr(_DROP[side]), large, theme.text), (ways, normal, theme.dim), (what, small, theme.dim)]
    flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap)
    for text, font, colour in lines:
        painter.setFont(font)
        painter.setPen(colour)
        room = QRect(rect.left() + _BESIDE_PX, top, rect.width() - 2 * _BESIDE_PX, rect.height())
        painter.drawText(room, flags, text)
        top += painter.boundingRect(room, flags, text).height() + scaled(_GAP_PX)


def paint_drop_frame(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """Frame `rect`: what is dragged will fall here."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.accent, 2, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(_FRAME_PX, _FRAME_PX, -_FRAME_PX, -_FRAME_PX), 6, 6)
