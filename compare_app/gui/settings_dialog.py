"""The dialog of settings, made from their table; what is changed in it holds at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from compare_app.app.settings import SETTINGS, Choice, Kind, Setting
from compare_app.core.translation import marked, tr
from compare_app.gui.keys_page import KeysPage
from compare_app.gui.preferences import Preferences
from compare_app.gui.theme import interface_font, scaled

_OWN_FONT = marked("As designed")
_FIELD_PX = 220
_HELP_PX = 300
_INSET_PX = 8


class SettingsDialog(QDialog):
    """A page of fields and a page of keys."""

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preferences = preferences
        self._fields: dict[str, _Field] = {}
        self._keys = KeysPage(preferences)
        tabs = QTabWidget()
        tabs.tabBar().setDrawBase(False)
        tabs.setAccessibleName(tr("Settings"))
        tabs.addTab(self._general(), tr("General"))
        tabs.addTab(self._keys, tr("Keys"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(tabs)
        layout.addWidget(self._buttons())

    def field(self, name: str) -> QWidget:
        """What the setting `name` is set with."""
        return self._fields[name].widget

    def _general(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(4, 16, 4, 4)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        for group, settings in groupby(SETTINGS, key=lambda setting: setting.group):
            heading = QLabel(tr(group))
            heading.setFont(interface_font(14, bold=True))
            heading.setContentsMargins(0, 12 if grid.count() else 0, 0, 2)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 3)
            for setting in settings:
                self._add(grid, setting)
        grid.setRowStretch(grid.rowCount(), 1)
        return page

    def _add(self, grid: QGridLayout, setting: Setting) -> None:
        field = _field_of(setting, self._preferences)
        self._fields[setting.name] = field
        field.widget.setFixedWidth(scaled(_FIELD_PX))
        field.widget.setAccessibleName(tr(setting.label))
        field.widget.setAccessibleDescription(tr(setting.help))
        label = QLabel(tr(setting.label))
        label.setBuddy(field.widget)
        said = QLabel(tr(setting.help))
        said.setObjectName("dim")
        said.setWordWrap(True)
        said.setFixedWidth(scaled(_HELP_PX))
        said.ensurePolished()
        said.setMinimumHeight(said.heightForWidth(scaled(_HELP_PX)))
        row = grid.rowCount()
        for column, part in enumerate((label, field.widget, said)):
            grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignVCenter)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setIcon(QIcon())  # a black one where the window is dark
        close.setText(tr("Close"))
        reset = buttons.addButton(tr("Reset all"), QDialogButtonBox.ButtonRole.ResetRole)
        reset.clicked.connect(self._reset)
        buttons.rejected.connect(self.reject)
        return buttons

    @Slot()
    def _reset(self) -> None:
        self._preferences.reset()
        for field in self._fields.values():
            field.show_value()
        self._keys.show_keys()


class _Field:
    """One setting and the widget it is set with."""

    widget: QWidget

    def __init__(self, setting: Setting, preferences: Preferences) -> None:
        self.setting, self.preferences = setting, preferences

    def show_value(self) -> None:
        """Show what is set now."""
        raise NotImplementedError


class _NumberField(_Field):
    """A spin box."""

    def __init__(self, setting: Setting, preferences: Preferences) -> None:
        super().__init__(setting, preferences)
        self.box: QSpinBox | QDoubleSpinBox
        if setting.kind is Kind.WHOLE:
            self.box = QSpinBox(minimum=int(setting.least), maximum=int(setting.most))
        else:
            self.box = QDoubleSpinBox(minimum=setting.least, maximum=setting.most, singleStep=setting.step, decimals=1)
        if setting.unit:
            self.box.setSuffix(f" {setting.unit}")
        self.box.setKeyboardTracking(False)
        self.box.lineEdit().setTextMargins(_INSET_PX, 0, 0, 0)  # level with the boxes of choices; no style reaches it
        self.widget = self.box
        self.show_value()
        self.box.valueChanged.connect(lambda value: preferences.set(setting.name, round(value, 1)))

    def show_value(self) -> None:
        """Show what is set now."""
        value = self.preferences.settings.number(self.setting.name)
        if isinstance(self.box, QSpinBox):
            self.box.setValue(int(value))
        else:
            self.box.setValue(value)


class _ChoiceField(_Field):
    """A box of choices, fonts among them."""

    def __init__(self, setting: Setting, preferences: Preferences) -> None:
        super().__init__(setting, preferences)
        self.box = QComboBox()
        for choice in _choices(setting):
            self.box.addItem(tr(choice.label) if choice.label else choice.value, choice.value)
        self.widget = self.box
        self.show_value()
        self.box.currentIndexChanged.connect(lambda _: preferences.set(setting.name, self.box.currentData()))

    def show_value(self) -> None:
        """Show what is set now; a font this system does not have as the program's own."""
        self.box.setCurrentIndex(max(0, self.box.findData(self.preferences.settings.text(self.setting.name))))


def _choices(setting: Setting) -> Iterator[Choice]:
    if setting.kind is Kind.CHOICE:
        yield from setting.choices
    else:
        yield Choice("", _OWN_FONT)
        yield from (Choice(family, "") for family in QFontDatabase.families())


def _field_of(setting: Setting, preferences: Preferences) -> _Field:
    is_number = setting.kind in (Kind.WHOLE, Kind.SHARE)
    return (_NumberField if is_number else _ChoiceField)(setting, preferences)
