"""The sheet on which a person chooses what counts as a difference."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from compare_app.core.options import Options
from compare_app.core.records import replace
from compare_app.core.translation import grouped, tr, tr_n
from compare_app.present.choices import CHOICES, PRESETS, preset_of
from compare_app.present.wording import percent

_PATIENCE_MS = 200  # while a slider moves: every change compares again
_STEP = 5  # hundredths of likeness
_HIGHEST = 95


class WhatCounts(QDialog):
    """A choice of presets, a box for each kind of difference, and how alike claims must be. It stays open."""

    wanted = Signal(object)
    """Options."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("whatCounts")
        self.setWindowTitle(tr("What counts"))
        self._options = Options()
        self._similarities: tuple[float, ...] = ()
        self._presets = QComboBox()
        self._boxes = {choice.field: QCheckBox(tr(choice.title)) for choice in CHOICES}
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._floor, self._count = QLabel(), QLabel()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._build()
        self._presets.activated.connect(self._take_preset)
        for box in self._boxes.values():
            box.clicked.connect(self._take_boxes)
        self._slider.valueChanged.connect(self._take_floor)
        self._patience.timeout.connect(lambda: self.wanted.emit(self._options))

    def take_colours(self, palette: QPalette) -> None:
        """Take the colours of the window: a window of its own has none from its parent, nor have its boxes."""
        for part in (self, self._slider, *self._boxes.values()):
            part.setPalette(palette)

    def show_options(self, options: Options) -> None:
        """Show `options`, whoever chose them."""
        self._patience.stop()
        self._options = options
        preset = preset_of(options)
        self._presets.setCurrentIndex(len(PRESETS) if preset is None else PRESETS.index(preset))
        for choice in CHOICES:
            self._boxes[choice.field].setChecked(choice.is_on(options))
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(100 * options.similarity_floor))
        self._show_floor()

    def show_similarities(self, similarities: Sequence[float]) -> None:
        """Count the pairs under the floor among these."""
        self._similarities = tuple(similarities)
        self._show_floor()

    def _build(self) -> None:
        for preset in PRESETS:
            self._presets.addItem(tr(preset.title))
        self._presets.addItem(tr("Own choice"))
        self._presets.setAccessibleName(tr("What is compared"))
        self._slider.setRange(0, _HIGHEST)
        self._slider.setSingleStep(_STEP)
        self._slider.setPageStep(2 * _STEP)
        self._slider.setAccessibleName(tr("How alike claims must be to be paired"))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
        close.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())  # a black one where the window is dark
        close.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._presets)
        layout.addLayout(self._grid())
        layout.addWidget(_heading(tr("How alike claims must be to be paired")))
        row = QHBoxLayout()
        row.addWidget(self._slider, 1)
        row.addWidget(self._floor)
        layout.addLayout(row)
        layout.addWidget(self._count)
        layout.addWidget(close)
        self._count.setObjectName("dim")
        self._floor.setMinimumWidth(150)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.addWidget(_heading(tr("A difference in this alone counts")), 0, 0, 1, 2)
        for row, choice in enumerate(CHOICES, start=1):
            box, example = self._boxes[choice.field], QLabel(tr(choice.example))
            example.setObjectName("dim")
            box.setAccessibleDescription(example.text())
            grid.addWidget(box, row, 0)
            grid.addWidget(example, row, 1)
        return grid

    @Slot(int)
    def _take_preset(self, index: int) -> None:
        if index < len(PRESETS):
            self.show_options(PRESETS[index].options)
            self.wanted.emit(self._options)

    @Slot()
    def _take_boxes(self) -> None:
        for choice in CHOICES:
            self._options = choice.set(self._options, on=self._boxes[choice.field].isChecked())
        self._take(self._options)

    @Slot(int)
    def _take_floor(self, value: int) -> None:
        self._take(replace(self._options, similarity_floor=value / 100))

    def _take(self, options: Options) -> None:
        self.show_options(options)
        self._patience.start()

    def _show_floor(self) -> None:
        floor = self._options.similarity_floor
        self._floor.setText(tr("at least {share}", share=percent(floor)) if floor else tr("the program decides"))
        self._count.setText(self._told_of(floor) if self._similarities else "")

    def _told_of(self, floor: float) -> str:
        count, under = len(self._similarities), sum(similarity < floor for similarity in self._similarities)
        if not floor:
            return tr_n("{count} pair was made.", "{count} pairs were made.", count)
        total = grouped(count)
        return tr_n("{count} pair of {total} falls apart.", "{count} pairs of {total} fall apart.", under, total=total)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
