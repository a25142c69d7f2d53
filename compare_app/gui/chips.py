"""The chips above the panes: summary, legend and filter at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from compare_app.core.translation import grouped, tr
from compare_app.gui.actions import keys_of
from compare_app.gui.theme import interface_font
from compare_app.present.filters import Filter
from compare_app.present.marks import Mark
from compare_app.present.summary import Summary, counted_mark

_NO_FILTER = (Mark.SAME,)
_MARGIN_PX = 12
_SPACING_PX = 8


class Chips(QWidget):
    """One button a mark: glyph, count, word, in the mark's colour. Where there is no room the words give way."""

    chosen = Signal(object)
    """The Mark to show alone, or None for all."""
    all_wanted = Signal()
    """What any filter hides is to be shown again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buttons: dict[Mark, QToolButton] = {}
        self._summary: Summary | None = None
        self._filter = Filter()
        self._short_px, self._long_px = 0, 0
        self._remeasure = QTimer(self, singleShot=True, interval=0)  # once all chips have the new letters
        self._remeasure.timeout.connect(self._measure)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_MARGIN_PX, 6, _MARGIN_PX, 6)
        layout.setSpacing(_SPACING_PX)
        for mark in Mark:
            self._buttons[mark] = self._button(mark)
            layout.addWidget(self._buttons[mark])
        layout.addStretch()
        self._hint = QLabel()
        self._hint.setObjectName("dim")
        layout.addWidget(self._hint)
        self._all = self._all_button()
        layout.addWidget(self._all)
        self.show_summary(None)

    def show_summary(self, summary: Summary | None) -> None:
        """Show the counts of `summary`, or nothing."""
        self._summary = summary
        for mark, button in self._buttons.items():
            count = self._count(mark)
            button.setAccessibleName(tr("Show only: {count}", count=counted_mark(count, mark)))
            button.setVisible(summary is not None and (count > 0 or mark is Mark.CONTRADICTING))
            button.setEnabled(count > 0 and mark not in _NO_FILTER)
        if summary is None:
            self._hint.setText(tr("Not compared yet"))
        else:
            self._hint.setText(tr("Click a kind to show only it") if summary.has_marks else "")
        self._measure()

    def show_filter(self, chosen: Filter) -> None:
        """Press the chip of what is shown alone, release all others, and say what else is hidden."""
        for own, button in self._buttons.items():
            button.setChecked(own is chosen.mark)
        self._filter = chosen
        again = tr("Show everything again")
        self._all.setToolTip(f"{chosen.sentence}\n{again} ({keys_of('show_all')})")
        self._all.setAccessibleDescription(chosen.sentence)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for the chips without their words."""
        return QSize(self._short_px + self._all_px(""), super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Letters of another size take other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._remeasure.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show the words while there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def _measure(self) -> None:
        self._short_px, self._long_px = (self._write(words=words) for words in (False, True))
        self._fit()
        self.updateGeometry()

    def _fit(self) -> None:
        has_room = self._long_px + (self._all_px("") if self._filter.is_active else 0) <= self.width()
        self._write(words=has_room)
        left_px = self.width() - (self._long_px if has_room else self._short_px)
        is_filtered = self._filter.is_active
        hint_px = self._hint.sizeHint().width() + _SPACING_PX
        self._hint.setVisible(bool(self._hint.text()) and not is_filtered and left_px >= hint_px)
        self._all.setVisible(is_filtered)
        told = tr("Filter: {filter}", filter=self._filter.sentence)
        self._all.setText(f"{told}  ×" if self._all_px(told) <= left_px else tr("Show all  ×"))

    def _write(self, *, words: bool) -> int:
        """Write glyph, count and, where asked for, the word on every chip; returns the pixels that takes."""
        for mark, button in self._buttons.items():
            count = self._count(mark)
            told = f"{mark.glyph} {counted_mark(count, mark)}"
            button.setText(told if words else f"{mark.glyph} {grouped(count)}")
            button.setToolTip("" if words else told)
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        return sum(button.sizeHint().width() + _SPACING_PX for button in shown) + 2 * _MARGIN_PX

    def _count(self, mark: Mark) -> int:
        return self._summary.count(mark) if self._summary else 0

    def _all_px(self, told: str) -> int:
        """Pixels that the button which shows all takes with what it says, or with as little as possible."""
        metrics = QFontMetrics(self._all.font())
        return metrics.horizontalAdvance(f"{told}  ×" if told else tr("Show all  ×")) + _SPACING_PX + 24

    def _all_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("showAll")
        button.setAccessibleName(tr("Show everything again"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.all_wanted)
        button.hide()
        return button

    def _button(self, mark: Mark) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("chip", mark.value)
        button.setCheckable(True)
        button.setFont(interface_font(bold=mark is Mark.CONTRADICTING))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._choose, mark))
        return button

    def _choose(self, mark: Mark) -> None:
        self.chosen.emit(mark if self._buttons[mark].isChecked() else None)
