"""The gutter between the panes: lines from each visible claim to its counterpart."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPainterPathStroker, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from compare_app.core.document import Side
from compare_app.core.records import record
from compare_app.core.translation import tr
from compare_app.gui.pane.document_pane import DocumentPane
from compare_app.gui.state import State
from compare_app.gui.theme import Theme, interface_font
from compare_app.present.items import Item
from compare_app.present.marks import Mark

WIDTH_PX = 64
_BADGE_PX = 9.0
_HIT_PX = 9.0  # a thin line is caught this wide
_UNCONNECTED = (Mark.SAME, Mark.REWORDED, Mark.DISMISSED)
_FAR = 0.35  # opacity of a line whose other end is off screen


@record
class _Connector:
    item: int
    mark: Mark
    path: QPainterPath
    middle: QPointF
    moved: bool
    far: bool
    linked: bool

    @property
    def has_badge(self) -> bool:
        """Whether a disc with the mark's glyph stands on its middle."""
        return self.mark is Mark.CONTRADICTING and not self.far

    def is_at(self, point: QPointF) -> bool:
        """Whether `point` lies on the badge, or on the line or close by."""
        stroker = QPainterPathStroker()
        stroker.setWidth(_HIT_PX)
        from_middle = QLineF(self.middle, point).length()
        return (self.has_badge and from_middle <= _BADGE_PX + 1) or stroker.createStroke(self.path).contains(point)


class Connectors(QWidget):
    """Draws only what is visible in at least one pane."""

    item_chosen = Signal(int)

    def __init__(
        self, state: State, panes: dict[Side, DocumentPane], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state = state
        self._panes = panes
        self._drawn: list[_Connector] = []
        self._offsets = dict.fromkeys(Side, 0.0)  # pixels from the top of this gutter to that of each pane
        self.setFixedWidth(WIDTH_PX)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Connectors between the two documents"))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the connectors, the selected and the gravest last."""
        del event
        self._drawn = list(self._connectors())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.window)
        painter.setPen(self._theme.line)
        for x in (0, self.width() - 1):
            painter.drawLine(x, 0, x, self.height())
        for connector in sorted(self._drawn, key=lambda c: (c.item == self._state.selected, -c.mark.gravity)):
            self._draw(painter, connector)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click on a connector selects its item."""
        hit = self._at(event.position())
        if hit is not None:
            self.item_chosen.emit(hit.item)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show that a connector can be clicked."""
        shape = Qt.CursorShape.ArrowCursor if self._at(event.position()) is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)

    def _at(self, point: QPointF) -> _Connector | None:
        return next((c for c in sorted(self._drawn, key=lambda c: c.mark.gravity) if c.is_at(point)), None)

    def _connectors(self) -> Iterator[_Connector]:
        here = self.mapTo(self.window(), QPointF(0, 0)).y()
        for side, pane in self._panes.items():
            self._offsets[side] = pane.viewport().mapTo(self.window(), QPointF(0, 0)).y() - here
        for number in sorted(filter(self._state.is_shown, self._visible_items())):
            item = self._state.items[number]
            if item.left and item.right and item.mark not in _UNCONNECTED and len(item.elsewhere) < 2:
                yield self._connector(number, item)

    def _visible_items(self) -> set[int]:
        found: set[int] = set()
        for side, pane in self._panes.items():
            document = self._state.documents[side]
            if document is None or self._state.comparison is None:
                return set()
            for claim in pane.on_screen.claims():
                found.update(self._state.items_at(side, claim))
        return found

    def _connector(self, number: int, item: Item) -> _Connector:
        left, left_far = self._middle_of(Side.LEFT, item)
        right, right_far = self._middle_of(Side.RIGHT, item)
        width = float(self.width())
        path = QPainterPath(QPointF(0, left))
        path.cubicTo(width / 2, left, width / 2, right, width, right)
        middle = QPointF(width / 2, (left + right) / 2)
        return _Connector(number, item.mark, path, middle, item.moved, left_far or right_far, item.link is not None)

    def _middle_of(self, side: Side, item: Item) -> tuple[float, bool]:
        """Height of the middle of the item's claims on `side`, and whether that is off screen."""
        pane = self._panes[side]
        extents = [pane.on_screen.claim_extent(claim) for claim in item.claims(side)]
        middle = (min(top for top, _ in extents) + max(bottom for _, bottom in extents)) / 2
        return middle + self._offsets[side], not 0 <= middle <= pane.viewport().height()

    def _draw(self, painter: QPainter, connector: _Connector) -> None:
        selected = connector.item == self._state.selected
        ink = QColor(self._theme.marks[connector.mark].ink)
        if connector.far and not selected:
            ink.setAlphaF(_FAR)
        pen = QPen(ink, 3.0 if selected or connector.mark is Mark.CONTRADICTING else 1.6)
        if connector.moved:
            pen.setStyle(Qt.PenStyle.DashLine)
        elif not connector.linked:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(connector.path)
        if connector.has_badge:
            painter.setPen(QPen(ink, 1.5))
            painter.setBrush(self._theme.base)
            painter.drawEllipse(connector.middle, _BADGE_PX, _BADGE_PX)
            painter.setFont(interface_font(11, bold=True))
            box = QRectF(0, 0, 2 * _BADGE_PX, 2 * _BADGE_PX)
            box.moveCenter(connector.middle)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, connector.mark.glyph)
