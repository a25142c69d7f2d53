"""All keys on one page, in the sections of the menus, to be searched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from compare_app.core.translation import tr
from compare_app.gui.actions import MENUS, ActionSpec, menu_name
from compare_app.gui.theme import interface_font
from compare_app.present.matching import matched

_SIZE_PX = (520, 500)


class KeyboardPage(QDialog):
    """A field, and below it the actions that have keys; a section without any of what was typed is left out."""

    def __init__(self, specs: Sequence[ActionSpec], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._field = QLineEdit()
        self._tree = QTreeWidget()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setIcon(QIcon())  # a black one where the window is dark
        close.setText(tr("Close"))
        buttons.rejected.connect(self.reject)
        self._build(specs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        for part in (self._field, self._tree, buttons):
            layout.addWidget(part)
        self.resize(*_SIZE_PX)
        self._field.textEdited.connect(self._look)

    def _build(self, specs: Sequence[ActionSpec]) -> None:
        self._field.setPlaceholderText(tr("Search actions and keys"))
        self._field.setAccessibleName(tr("Search actions and keys"))
        self._tree.setAccessibleName(tr("Keys by menu"))
        self._tree.setColumnCount(2)
        self._tree.setHeaderHidden(True)
        self._tree.setRootIsDecorated(False)
        self._tree.setIndentation(12)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.header().setStretchLastSection(False)
        for menu in MENUS:
            section = QTreeWidgetItem([menu_name(menu)])
            section.setFont(0, interface_font(bold=True))
            section.setFlags(Qt.ItemFlag.ItemIsEnabled)
            section.addChildren([_row(spec) for spec in specs if spec.menu == menu and spec.name and spec.keys_now])
            self._tree.addTopLevelItem(section)
        self._tree.expandAll()

    @Slot(str)
    def _look(self, typed: str) -> None:
        for number in range(self._tree.topLevelItemCount()):
            section = self._tree.topLevelItem(number)
            assert section is not None  # it was counted
            rows = [row for place in range(section.childCount()) if (row := section.child(place)) is not None]
            for row in rows:
                row.setHidden(not _answers(typed, row))
            section.setHidden(all(row.isHidden() for row in rows))


def _row(spec: ActionSpec) -> QTreeWidgetItem:
    row = QTreeWidgetItem([spec.plain_text, spec.keys_text])
    row.setFont(1, interface_font(bold=True))
    row.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{spec.plain_text}: {spec.keys_text}")
    return row


def _answers(typed: str, row: QTreeWidgetItem) -> bool:
    """Whether what was typed names the action of `row` or stands in its keys."""
    return matched(typed, row.text(0)) is not None or typed.strip().lower() in row.text(1).lower()
