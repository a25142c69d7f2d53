"""What is set holds at once and at the next start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QSpinBox,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from compare_app.app.places import Places
from compare_app.app.settings import SETTINGS
from compare_app.core.document import Side
from compare_app.core.translation import language_shown, tr
from compare_app.gui.actions import keys_of, use_keys
from compare_app.gui.application import make_window, open_given
from compare_app.gui.keys_page import KeysPage
from compare_app.gui.preferences import Preferences
from compare_app.gui.settings_dialog import SettingsDialog
from compare_app.gui.theme import Fonts, load_theme, use_fonts
from compare_app.present.marks import Mark
from tests.gui.conftest import WAIT_MS, Desk


@pytest.fixture(autouse=True)
def _as_at_first() -> Iterator[None]:
    yield
    use_fonts(Fonts())
    use_keys({})


@pytest.fixture
def dialog(desk: Desk) -> Iterator[SettingsDialog]:
    """The dialog."""
    desk.window.actions_by_name["show_settings"].trigger()
    (found,) = desk.window.findChildren(SettingsDialog)
    yield found
    if shiboken6.isValid(found):  # a test may have closed it
        found.close()


def pick(dialog: SettingsDialog, name: str, value: str) -> None:
    box = dialog.field(name)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))


def enter(dialog: SettingsDialog, name: str, value: float) -> None:
    box = dialog.field(name)
    assert isinstance(box, QSpinBox | QDoubleSpinBox)
    box.setValue(value)  # type: ignore[arg-type]


def press(desk: Desk, dialog: SettingsDialog, action: str, key: Qt.Key, *, alone: bool = False) -> str:
    """Give `action` Ctrl and `key`, or `key` alone, on the page of keys; returns what is said."""
    (page,) = dialog.findChildren(KeysPage)
    page.choose(action)
    (edit,) = page.findChildren(QKeySequenceEdit)
    modifier = Qt.KeyboardModifier.NoModifier if alone else Qt.KeyboardModifier.ControlModifier
    desk.bot.keyClick(edit, key, modifier)  # type: ignore[no-untyped-call]
    edit.editingFinished.emit()
    return page.message


def preferences(desk: Desk) -> Preferences:
    return desk.window.findChildren(Preferences)[0]


def test_every_setting_has_a_field_with_its_words(dialog: SettingsDialog) -> None:
    said = [label.text() for label in dialog.findChildren(QLabel)]
    for setting in SETTINGS:
        assert dialog.field(setting.name).accessibleName() == setting.label
        assert setting.label in said
        assert setting.help in said


def test_colours_change_at_once(desk: Desk, dialog: SettingsDialog) -> None:
    for scheme, palette in (("contrast", "default"), ("dark", "red-green"), ("light", "quiet")):
        pick(dialog, "scheme", scheme)
        pick(dialog, "palette", palette)
        theme = load_theme(scheme, palette)
        assert desk.window.palette().color(QPalette.ColorRole.Window) == theme.window
        assert desk.window.view.panes[Side.LEFT].theme.marks[Mark.ADDED].ink == theme.marks[Mark.ADDED].ink
        assert desk.window.actions_by_name[f"theme_{scheme}"].isChecked()


def test_letters_grow_at_once_and_the_place_stays(desk: Desk, dialog: SettingsDialog) -> None:
    filler = "\n\n".join(f"Paragraph {n} says nothing that matters to anyone." for n in range(120))
    desk.open(desk.file("left.txt", filler), desk.file("right.txt", filler + "\n\nA last word."))
    pane = desk.window.view.panes[Side.LEFT]
    pane.verticalScrollBar().setValue(80)
    top = pane.on_screen.span().start
    height = pane.on_screen.claim_extent(next(pane.on_screen.claims()))
    enter(dialog, "reading_size", 24)
    enter(dialog, "line_spacing", 2.0)
    assert pane.on_screen.span().start == top
    after = pane.on_screen.claim_extent(next(pane.on_screen.claims()))
    assert after[1] - after[0] > 1.5 * (height[1] - height[0])


def test_menus_grow_and_shrink_to_what_they_were(desk: Desk, dialog: SettingsDialog) -> None:
    desk.open_samples()

    def sizes() -> list[int]:
        return [label.font().pixelSize() for label in desk.window.findChildren(QLabel) if label.isVisible()]

    before = sizes()
    for size in (22, 11, 17):
        enter(dialog, "interface_size", size)
        assert sizes() != before
    enter(dialog, "interface_size", 13)
    assert sizes() == before


@pytest.mark.parametrize("width", [900, 1280])
def test_no_word_on_a_chip_is_cut_when_letters_grow(desk: Desk, dialog: SettingsDialog, width: int) -> None:
    desk.window.resize(width, 800)
    desk.open_samples()
    chips = [button for button in desk.window.findChildren(QToolButton) if button.property("chip")]

    def is_whole() -> bool:
        return all(chip.sizeHint().width() <= chip.width() for chip in chips if chip.isVisible())

    for size in (24, 13, 17):
        enter(dialog, "interface_size", size)
        desk.bot.waitUntil(is_whole, timeout=2_000)


def test_keys_are_given_and_mean_the_same_at_the_next_start(
    desk: Desk, dialog: SettingsDialog, places: Places, qtbot: QtBot
) -> None:
    desk.open_samples()
    assert press(desk, dialog, "next_contradiction", Qt.Key.Key_J) == ""
    dialog.close()
    desk.window.activateWindow()
    desk.bot.waitUntil(desk.window.isActiveWindow, timeout=WAIT_MS)
    desk.bot.keyClick(desk.window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call]
    assert desk.state.selected is not None
    use_keys({})
    other, _ = make_window(places)
    assert other.actions_by_name["next_contradiction"].shortcut().toString() == "Ctrl+J"
    assert "Ctrl+J" in other.actions_by_name["next_contradiction"].toolTip()
    other.close()
    other.deleteLater()


def test_keys_that_mean_something_already_are_told_and_not_given(desk: Desk, dialog: SettingsDialog) -> None:
    said = press(desk, dialog, "next_contradiction", Qt.Key.Key_E)
    assert said == "Ctrl+E means “Save report” already. Give that other keys first."
    assert keys_of("next_contradiction") == "F8"
    press(desk, dialog, "save_report", Qt.Key.Key_J)
    assert press(desk, dialog, "next_contradiction", Qt.Key.Key_E) == ""
    assert keys_of("next_contradiction") == "Ctrl+E"


def test_the_field_that_finds_tells_the_keys_it_has_now(desk: Desk, dialog: SettingsDialog) -> None:
    find = desk.window.actions_by_name["find"]
    assert find.iconText() == "Find in both  Ctrl+F"
    press(desk, dialog, "find", Qt.Key.Key_J)
    assert find.iconText() == "Find in both  Ctrl+J"
    preferences(desk).set_keys("find", "")
    assert find.iconText() == "Find in both"


def test_keys_that_type_or_move_are_not_given(desk: Desk, dialog: SettingsDialog) -> None:
    said = press(desk, dialog, "quit", Qt.Key.Key_Q, alone=True)
    assert said == "Q is needed for typing and moving. Add Ctrl or Alt."
    assert keys_of("quit") == "Ctrl+Q"
    assert press(desk, dialog, "quit", Qt.Key.Key_F9, alone=True) == ""


def test_everything_can_be_set_as_at_first(desk: Desk, dialog: SettingsDialog) -> None:
    pick(dialog, "palette", "quiet")
    enter(dialog, "reading_size", 20)
    press(desk, dialog, "next_contradiction", Qt.Key.Key_J)
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Reset all"]
    button.click()
    assert preferences(desk).settings.values == {}
    assert keys_of("next_contradiction") == "F8"
    size = dialog.field("reading_size")
    assert isinstance(size, QSpinBox)
    assert size.value() == 15


def test_what_was_set_is_so_at_the_next_start(desk: Desk, dialog: SettingsDialog, places: Places) -> None:
    pick(dialog, "palette", "red-green")
    enter(dialog, "autosave_s", 9)
    again = Preferences(places.settings_file)
    assert again.settings.text("palette") == "red-green"
    assert again.autosave_s == 9


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("reading_size = = 3", "The settings file is damaged"),
        ('scheme = "pink"', "scheme"),
        ('[keys]\nundo = "Ctrl+E"', "undo"),
        ('[keys]\nundo = "Ctrl+Foo"', "undo"),
        ('[keys]\nundo = "Shift"', "undo"),
        ('[keys]\nundo = "Ctrl+J,Foo"', "undo"),
        ('[keys]\nundo = "Ctrl+E,J"', "undo"),
        ('[keys]\nundo = "Space"', "undo"),
        ('[keys]\nquit = "Q"', "quit"),
        ('[keys]\nquit = "Shift+Tab"', "quit"),
        ('[keys]\nno_such_action = "F2"', "no_such_action"),
    ],
)
def test_a_damaged_file_is_told_and_stops_no_start(places: Places, qtbot: QtBot, content: str, said: str) -> None:
    places.settings_file.parent.mkdir()
    places.settings_file.write_text(content, encoding="utf-8")
    window, _ = make_window(places)
    window.show()
    qtbot.waitUntil(lambda: said in window.messages.text)
    assert (keys_of("undo"), keys_of("quit"), keys_of("close")) == ("Ctrl+Z", "Ctrl+Q", "Ctrl+W")
    window.close()
    window.deleteLater()


def test_what_is_opened_at_the_start_does_not_hide_that_settings_are_damaged(
    places: Places, qtbot: QtBot, tmp_path: Path
) -> None:
    places.settings_file.parent.mkdir()
    places.settings_file.write_text("= 3", encoding="utf-8")
    (tmp_path / "one.txt").write_text("One thing is said here.", encoding="utf-8")
    window, controller = make_window(places)
    window.show()
    open_given(controller, tmp_path / "one.txt", tmp_path / "one.txt", ("", ""))
    qtbot.waitUntil(lambda: window.state.comparison is not None, timeout=WAIT_MS)
    assert "The settings file is damaged" in window.messages.text
    window.close()
    window.deleteLater()


def test_settings_that_cannot_be_kept_are_told_and_hold(desk: Desk, places: Places) -> None:
    places.settings.write_text("a file where the folder should be")
    preferences(desk).set("reading_size", 20)
    assert "What you set holds until the program ends." in desk.window.messages.text
    assert preferences(desk).settings.value("reading_size") == 20


def test_the_language_is_the_chosen_one_else_that_of_environment_or_system(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.toml"
    preferences = Preferences(file)
    assert language_shown() == "en"
    preferences.set("language", "ko")
    assert language_shown() == "en"
    preferences = Preferences(file)  # as at the next start
    assert (language_shown(), tr("Close")) == ("ko", "닫기")
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("de_AT"))
    preferences.reset()
    Preferences(file)
    assert (language_shown(), tr("Close")) == ("de", "Schließen")


def test_another_language_leaves_the_window_whole_and_says_when_it_comes(desk: Desk, dialog: SettingsDialog) -> None:
    desk.open_samples()
    pick(dialog, "language", "de")
    assert desk.window.messages.text == "Menus and messages change their language at the next start."
    explained = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("from the next start on" in text for text in explained)
    desk.window.messages.clear()
    pick(dialog, "language", "")
    assert desk.window.messages.text == ""
    pick(dialog, "language", "de")
    dialog.close()
    desk.window.navigation.next_contradiction()
    said = [label.text() for label in desk.window.why.findChildren(QLabel)]
    assert "Left" in said
    assert "Links" not in said
