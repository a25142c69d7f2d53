"""The chips above the panes: summary, legend and filter at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from compare_app.gui.theme import interface_font
from compare_app.present.marks import Mark
from compare_app.present.summary import Summary

_NO_FILTER = (Mark.SAME,)


class Chips(QWidget):
    """One button a mark: glyph, count, word, in the mark's colour."""

    chosen = Signal(object)
    """The Mark to show alone, or None for all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._buttons: dict[Mark, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(8)
        for mark in Mark:
            self._buttons[mark] = self._button(mark)
            layout.addWidget(self._buttons[mark])
        layout.addStretch()
        self._hint = QLabel("Click a kind to show only it")
        self._hint.setObjectName("dim")
        layout.addWidget(self._hint)
        self.show_summary(None)

    def show_summary(self, summary: Summary | None) -> None:
        """Show the counts of `summary`, or nothing."""
        for mark, button in self._buttons.items():
            count = summary.count(mark) if summary else 0
            button.setText(f"{mark.glyph} {count} {mark.word}")
            button.setAccessibleName(f"Show only the {count} {mark.word}")
            button.setVisible(summary is not None and (count > 0 or mark is Mark.CONTRADICTING))
            button.setEnabled(count > 0 and mark not in _NO_FILTER)
        self._hint.setVisible(summary is not None and summary.has_differences)

    def show_filter(self, mark: Mark | None) -> None:
        """Press the chip of `mark`, release all others."""
        for own, button in self._buttons.items():
            button.setChecked(own is mark)
        self._hint.setText("Click a kind to show only it" if mark is None else "Click it again to show all")

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
