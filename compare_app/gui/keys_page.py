"""All actions with their keys, each of which can be changed; keys that mean something already are told."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from compare_app.core.translation import tr
from compare_app.gui.actions import ACTIONS, MENUS, ActionSpec, menu_name, rival_of
from compare_app.gui.key_rules import is_needed
from compare_app.gui.preferences import Preferences
from compare_app.gui.theme import interface_font, scaled

_ROW_PX = 26


class KeysPage(QWidget):
    """A table of actions above a field for the keys of the one that is current."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._specs = sorted((spec for spec in ACTIONS if spec.name), key=lambda spec: MENUS.index(spec.menu))
        self._table = QTableWidget(len(self._specs), 3)
        self._edit = QKeySequenceEdit()
        self._message = QLabel()
        self._set_up_table()
        self._edit.setMaximumSequenceLength(1)
        self._edit.setClearButtonEnabled(True)
        self._edit.setAccessibleName(tr("Keys of the action"))
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        own = QPushButton(tr("Its own keys"))
        own.clicked.connect(self._give_own)
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Press new keys:")))
        row.addWidget(self._edit, 1)
        row.addWidget(own)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 12, 4, 4)
        layout.addWidget(self._table, 1)
        layout.addLayout(row)
        layout.addWidget(self._message)
        self.show_keys()
        self._table.currentCellChanged.connect(self._show_current)
        self._edit.editingFinished.connect(self._take)
        self._table.setCurrentCell(0, 0)

    def show_keys(self) -> None:
        """Show the keys as they are now, changed ones bold."""
        for row, spec in enumerate(self._specs):
            texts = (menu_name(spec.menu), spec.plain_text, spec.keys_text)
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFont(interface_font(bold=column == 2 and spec.keys_now != spec.keys))
                self._table.setItem(row, column, item)

    def choose(self, action: str) -> None:
        """Make `action` current."""
        names = [spec.name for spec in self._specs]
        self._table.setCurrentCell(names.index(action), 0)

    @property
    def message(self) -> str:
        """What is said of the keys pressed last."""
        return self._message.text()

    def _set_up_table(self) -> None:
        table = self._table
        table.setObjectName("keysTable")
        table.setAccessibleName(tr("Actions and their keys"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(scaled(_ROW_PX))
        table.setHorizontalHeaderLabels([tr("Menu"), tr("Action"), tr("Keys")])
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(2, scaled(150))

    def _current(self) -> ActionSpec:
        return self._specs[max(0, self._table.currentRow())]

    @Slot()
    def _show_current(self) -> None:
        self._edit.setKeySequence(QKeySequence(self._current().keys_now))
        self._message.clear()

    @Slot()
    def _take(self) -> None:
        spec = self._current()
        keys = self._edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if keys != spec.keys_now:
            self._give(spec, keys)

    @Slot()
    def _give_own(self) -> None:
        self._give(self._current(), None)

    def _give(self, spec: ActionSpec, keys: str | None) -> None:
        wanted = spec.keys if keys is None else keys
        rival = rival_of(spec.name, wanted)
        if is_needed(wanted):
            self._refuse(spec, tr("{keys} is needed for typing and moving. Add Ctrl or Alt.", keys=wanted))
            return
        if rival is not None:
            said = tr(
                "{keys} means “{action}” already. Give that other keys first.",
                keys=rival.keys_text,
                action=rival.plain_text,
            )
            self._refuse(spec, said)
            return
        self._preferences.set_keys(spec.name, None if keys == spec.keys else keys)
        self.show_keys()
        self._show_current()

    def _refuse(self, spec: ActionSpec, why: str) -> None:
        self._edit.setKeySequence(QKeySequence(spec.keys_now))
        self._message.setText(why)
