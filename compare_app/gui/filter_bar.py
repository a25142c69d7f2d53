"""The line above the documents that says what is shown: by words, verdict and rule, and what is hidden."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from compare_app.core.findings import Verdict
from compare_app.core.records import replace
from compare_app.core.translation import grouped, tr
from compare_app.gui.actions import keys_of
from compare_app.gui.bar_buttons import bar_button, bar_switch
from compare_app.gui.word_field import WordField
from compare_app.present.filters import VERDICT_NAMES, Filter
from compare_app.present.wording import kind_name

_PATIENCE_MS = 150  # while someone types: the list is made anew for every change


class FilterBar(QWidget):
    """A field, two choices and two switches that make one Filter."""

    wanted = Signal(object)
    """A Filter."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._filter = Filter()
        self._field = WordField()
        self._verdict, self._rule = QComboBox(), QComboBox()
        self._facts = self._switch(tr("Facts only"), tr("Hides what is only said in other words."), "facts_only")
        self._same = self._switch(
            tr("Hide the same"), tr("Hides what is the same, but for a paragraph around every difference."), "hide_same"
        )
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._build()
        self._field.textEdited.connect(lambda: self._patience.start())
        self._patience.timeout.connect(self._tell)
        for choice in (self._verdict, self._rule):
            choice.activated.connect(self._tell)
        for switch in (self._facts, self._same):
            switch.clicked.connect(self._tell)
        self.hide()

    def open(self) -> None:
        """Show the line with the keyboard in its field."""
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def show_rules(self, rules: Sequence[tuple[str, int]]) -> None:
        """Offer `rules`, each with the number of what it found."""
        with QSignalBlocker(self._rule):
            self._rule.clear()
            self._rule.addItem(tr("Any rule"), "")
            for rule, count in rules:
                self._rule.addItem(tr("{rule} ({count})", rule=kind_name(rule), count=grouped(count)), rule)
        self.show_filter(self._filter)

    def show_filter(self, chosen: Filter) -> None:
        """Show `chosen`, whoever chose it."""
        self._filter = chosen
        if chosen.text != self._field.text():
            self._patience.stop()
            self._field.setText(chosen.text)
        self._verdict.setCurrentIndex(self._verdict.findData(chosen.verdict.value if chosen.verdict else ""))
        self._rule.setCurrentIndex(max(0, self._rule.findData(chosen.rule)))
        self._facts.setChecked(chosen.facts_only)
        self._same.setChecked(chosen.hides_same)

    @Slot()
    def _tell(self) -> None:
        self._patience.stop()
        verdict = self._verdict.currentData()
        self.wanted.emit(
            replace(
                self._filter,
                text=self._field.text(),
                verdict=Verdict(verdict) if verdict else None,
                rule=self._rule.currentData() or "",
                facts_only=self._facts.isChecked(),
                hides_same=self._same.isChecked(),
            )
        )

    def _build(self) -> None:
        self._field.setPlaceholderText(tr("Show only claims with…"))
        self._field.setAccessibleName(tr("Show only claims with these words"))
        self._field.setClearButtonEnabled(True)
        self._field.setFixedWidth(240)
        self._verdict.addItem(tr("Any verdict"), "")
        for verdict, name in VERDICT_NAMES.items():
            self._verdict.addItem(tr(name), verdict.value)
        self._rule.addItem(tr("Any rule"), "")
        self._rule.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._verdict.setAccessibleName(tr("Verdict"))
        self._rule.setAccessibleName(tr("Rule"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 12, 5)
        layout.setSpacing(6)
        for part in (self._field, self._verdict, self._rule, self._facts, self._same):
            layout.addWidget(part)
        layout.addStretch()
        layout.addWidget(self._close_button())

    def _switch(self, text: str, description: str, action: str) -> QToolButton:
        return bar_switch(text, description, tip=f"{description} ({keys_of(action)})")

    def _close_button(self) -> QToolButton:
        tip = tr("Close the filter and show all ({keys})", keys=keys_of("cancel"))
        button = bar_button("×", name=tr("Close the filter"), tip=tip)
        button.clicked.connect(self.closed)
        return button
