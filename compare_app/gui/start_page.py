"""What the window shows while nothing is open: where to drop, what was open lately, samples to try."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from compare_app.app.recent import Recent, forget_missing, read_recent
from compare_app.app.samples import samples
from compare_app.core.document import Side
from compare_app.core.errors import WriteError
from compare_app.core.translation import marked, tr
from compare_app.gui.actions import keys_of
from compare_app.gui.drops import DropTarget, read_paths
from compare_app.gui.pane.invitation import paint_drop_frame
from compare_app.gui.theme import Theme, interface_font, scaled
from compare_app.gui.tool_tips import tool_tip

_WIDTH_PX = 760
_ZONE_PX, _LOW_ZONE_PX, _LEAST_ZONE_PX = 168, 104, 240
_MARGIN_PX = 24
_MOST = 8  # recent ones; the menu has them all
_ZONES = {
    Side.LEFT: (marked("Drop the left document here"), marked("Open left…")),
    Side.RIGHT: (marked("Drop the right document here"), marked("Open right…")),
}


class StartPage(QScrollArea):
    """A place for each side, and two lists; everything is reached by Tab."""

    dropped = Signal(object, object)
    """A Dropped and the Side it fell on, or None."""
    asked = Signal(str)
    """The name of an action."""

    def __init__(self, recent_file: Path, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        self.setAccessibleName(tr("Start"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._recent_file = recent_file
        self._body = QWidget()
        self._rows: list[QBoxLayout] = []  # what stands side by side where there is room
        self._zones = {side: _Zone(side, theme) for side in Side}
        for side, zone in self._zones.items():
            zone.target.dropped.connect(self.dropped)
            zone.button.clicked.connect(partial(self.asked.emit, f"open_{side}"))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`, and the fonts as they were chosen by now; only now there is something to see."""
        for zone in self._zones.values():
            zone.theme = theme
        self.show_lists()

    def take_focus(self) -> None:
        """Give the keyboard to the first button."""
        self._zones[Side.LEFT].button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Set side by side what has room there, and one below the other what has not."""
        super().resizeEvent(event)
        self._set_rows()

    def _set_rows(self) -> None:
        has_room = self.maximumViewportSize().width() >= scaled(_WIDTH_PX) + 2 * _MARGIN_PX
        for row in self._rows:
            row.setDirection(QBoxLayout.Direction.LeftToRight if has_room else QBoxLayout.Direction.TopToBottom)
        self._body.setMaximumWidth(scaled(_WIDTH_PX if has_room else _WIDTH_PX // 2))
        for zone in self._zones.values():
            zone.setFixedHeight(scaled(_ZONE_PX if has_room else _LOW_ZONE_PX))

    @Slot()
    def show_lists(self) -> None:
        """Show what was open lately as it is now."""
        for zone in self._zones.values():
            zone.setParent(None)
        self._rows, self._body = [], QWidget()
        content = QWidget()
        content.setObjectName("startContent")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addStretch(2)
        column.addWidget(_text(tr("Compare two articles"), bold=True, pixels=20))
        column.addWidget(_dim(tr("Claim by claim. Nothing leaves this machine.")))
        column.addSpacing(scaled(8))
        self._add_zones(column)
        column.addSpacing(scaled(12))
        self._add_lists(column)
        column.addStretch(3)
        row = QHBoxLayout(content)
        row.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        row.addStretch(1)
        row.addWidget(self._body, 100)  # the rest is air
        row.addStretch(1)
        self._set_rows()
        self.setWidget(content)

    def _add_zones(self, column: QVBoxLayout) -> None:
        zones = self._row()
        for zone in self._zones.values():
            zone.show_texts()
            zone.setMinimumWidth(scaled(_LEAST_ZONE_PX))
            zones.addWidget(zone, 1)
        column.addLayout(zones)
        ways = self._row()
        ways.setSpacing(4)
        for name, text in (("paste", tr("Paste text")), ("open_any", tr("Open documents or a session…"))):
            ways.addWidget(_link(f"{text}  {keys_of(name)}", "", partial(self.asked.emit, name)))
        ways.addStretch(1)
        column.addLayout(ways)

    def _row(self) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(16)
        self._rows.append(row)
        return row

    def _add_lists(self, column: QVBoxLayout) -> None:
        lists = self._row()
        recents, offered = read_recent(self._recent_file), samples()
        for title, entries in ((tr("Recent"), recents[:_MOST]), (tr("Samples"), offered)):
            if entries:
                lists.addLayout(self._list(title, entries), 1)
        column.addLayout(lists)

    def _list(self, title: str, entries: tuple[Recent, ...]) -> QVBoxLayout:
        found = QVBoxLayout()
        found.setSpacing(2)
        found.addWidget(_text(title, bold=True))
        links = QVBoxLayout()
        links.setSpacing(2)
        for entry in entries:
            links.addWidget(self._entry(entry))
        if any(entry.is_missing for entry in entries):
            links.addWidget(_link(tr("Forget what is missing"), "", self._forget))
        found.addLayout(links)
        found.addStretch(1)
        return found

    def _entry(self, entry: Recent) -> QPushButton:
        text = tr("{title} (missing)", title=entry.title) if entry.is_missing else entry.title
        button = _link(text, "\n".join(entry.paths), lambda: self.dropped.emit(read_paths(entry.paths), None))
        button.setEnabled(not entry.is_missing)
        return button

    def _forget(self) -> None:
        try:
            forget_missing(self._recent_file)
        except WriteError:
            return  # they stay, greyed
        QTimer.singleShot(0, self, self.show_lists)  # not while the button that asked for it is still pressed


class _Zone(QFrame):
    """Where the document of one side is dropped or asked for."""

    def __init__(self, side: Side, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("startZone")
        self.theme = theme
        self._side = side
        self._drag_over = False
        self._label = QLabel()
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setWordWrap(True)
        self.button = QPushButton(autoDefault=True)  # Return presses it, too
        layout = QVBoxLayout(self)
        layout.setSpacing(scaled(12))
        layout.addStretch(1)
        layout.addWidget(self._label)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        self.target = DropTarget(self, side)
        self.target.hovered.connect(self._show_drag)

    def show_texts(self) -> None:
        """Say how a document gets here, with the keys of now."""
        invitation, text = (tr(one) for one in _ZONES[self._side])
        self._label.setText(invitation)
        self._label.setFont(interface_font(15, bold=True))
        self.button.setText(f"{text}  {keys_of(f'open_{self._side}')}")
        self.button.setAccessibleName(text)
        self.button.setAccessibleDescription(invitation)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Frame the zone while something is dragged over it."""
        super().paintEvent(event)
        if self._drag_over:
            with QPainter(self) as painter:
                paint_drop_frame(painter, self.rect(), self.theme)

    @Slot(object, bool)
    def _show_drag(self, _side: Side, over: bool) -> None:  # noqa: FBT001
        self._drag_over = over
        self.update()


def _text(text: str, *, bold: bool = False, pixels: int = 13) -> QLabel:
    label = QLabel(text)
    label.setFont(interface_font(pixels, bold=bold))
    return label


def _dim(text: str) -> QLabel:
    label = _text(text)
    label.setObjectName("dim")
    return label


def _link(text: str, hint: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(text.replace("&", "&&"))
    button.setObjectName("startLink")
    button.setAutoDefault(True)  # Return presses it, too
    button.setToolTip(tool_tip(hint))
    button.setAccessibleDescription(hint)
    button.clicked.connect(lambda _checked=False: act())
    return button
