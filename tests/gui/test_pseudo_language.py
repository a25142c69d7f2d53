"""In a language made up of the English texts, 40 % longer and in brackets, nothing is left in English or cut off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QTabBar,
    QTabWidget,
    QWidget,
)

from compare_app.core import translation
from compare_app.gui.dialogs import ask_about_edited_text, ask_to_overwrite, ask_to_save, show_about
from tests.gui.conftest import LEFT, RIGHT, Desk, settle
from tests.pseudo import Pseudo

_SIZES = ((1280, 800), (900, 600))
_VIEWS = ("view_side_by_side", "view_pairs", "view_one_column", "view_findings")
_KEYS = re.compile(r"\b(?:Ctrl|Alt|Shift|Del|Backspace|Return|Esc|Up|Down|F\d+)\b[+\\\w,.]*")
_NAMES = re.compile(r"Compare|Swing bridge|(?:left|right)(?:\.txt)?|UTF-8|ms\b|px\b|English|Deutsch|GBP|/\S+")
_WORD = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture(autouse=True)
def _pseudo(monkeypatch: pytest.MonkeyPatch) -> None:
    """Comes before the window: what a window asks for is this language."""
    monkeypatch.setattr(translation, "_catalogue", lambda _codes: ("en", Pseudo()))
    translation.use_language()


def _shown(desk: Desk) -> list[QWidget]:
    return [part for top in _tops() for part in (top, *top.findChildren(QWidget)) if part.isVisibleTo(top)]


def _tops() -> list[QWidget]:
    return [top for top in QApplication.topLevelWidgets() if top.isVisible()]


def _texts(part: QWidget) -> Iterator[str]:
    """All that `part` shows or says, but what is a person's own."""
    yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.whatsThis())
    if isinstance(part, QLabel | QAbstractButton):
        yield part.text()
    if isinstance(part, QLineEdit):
        yield part.placeholderText()
    if isinstance(part, QTabBar):
        yield from (part.tabText(tab) for tab in range(part.count()))
    if isinstance(part, QComboBox) and part.count() < 20:  # a list of fonts is longer
        yield from (part.itemText(item) for item in range(part.count()))
    if isinstance(part, QMenu):
        yield part.title()


def _left_in_english(text: str) -> str:
    """What of `text` no translation has brought: it stands outside of brackets and is no name, key or document."""
    rest = re.sub(r"<[^>]*>", "", text)
    while rest != (shorter := re.sub(r"\[[^\[\]]*\]", "", rest)):
        rest = shorter
    rest = rest.partition("[")[0]  # cut where space ended
    said = {sentence.strip() for sentence in re.split(r"(?<=[.])\s|\n", f"{LEFT}\n{RIGHT}")}
    if any(sentence and sentence in rest for sentence in said) or _is_from_worker(rest):
        return ""
    rest = _NAMES.sub("", _KEYS.sub("", rest))
    return rest if _WORD.search(rest) else ""


def _is_from_worker(text: str) -> bool:
    """Whether a rule said it: rules speak in a process of their own, which this made-up language does not reach."""
    return "£" in text


def _untranslated(desk: Desk) -> set[str]:
    own = (part for part in _shown(desk) if not part.objectName().startswith("qt_"))  # Qt brings its texts itself
    return {rest for part in own for text in _texts(part) if (rest := _left_in_english(text))}


def _cut_off(desk: Desk) -> set[str]:
    """Labels and buttons with less room than their words take, and those that stand outside of their window."""
    found = set()
    for part in _shown(desk):
        if part.visibleRegion().isEmpty() or not isinstance(part, QLabel | QAbstractButton) or not part.text():
            continue
        if isinstance(part, QLabel) and part.wordWrap():
            is_cut = part.heightForWidth(part.width()) > part.height() + 1
        else:
            is_cut = part.minimumWidth() != 1 and part.sizeHint().width() > part.width() + 1
        left = part.mapTo(part.window(), QPoint(0, 0)).x()
        if is_cut or left < 0 or left + part.width() > part.window().width():
            found.add(f"{type(part).__name__} {part.text()!r}: {part.sizeHint().width()} in {part.width()}")
    return found


def _narrow_columns(desk: Desk) -> set[str]:
    """Columns on screen that have less width than their heading takes."""
    headers = [part for part in _shown(desk) if isinstance(part, QHeaderView) and not part.visibleRegion().isEmpty()]
    return {
        str(header.model().headerData(column, header.orientation()))
        for header in headers
        if header.orientation() is Qt.Orientation.Horizontal
        for column in range(header.count())
        if header.sectionSizeHint(column) > header.sectionSize(column)
    }


def _actions(desk: Desk) -> Iterator[tuple[str, QAction]]:
    yield from desk.window.actions_by_name.items()


def test_no_action_and_no_menu_is_left_in_english(desk: Desk) -> None:
    left = {
        f"{name}: {text}"
        for name, action in _actions(desk)
        for text in (action.text(), action.iconText(), action.toolTip(), action.whatsThis())
        if _left_in_english(text)
    }
    menus = {menu.title() for menu in desk.window.menuBar().findChildren(QMenu) if _left_in_english(menu.title())}
    assert not left | menus


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("view", _VIEWS)
def test_a_view_is_whole(desk: Desk, view: str, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    desk.open_samples()
    desk.window.actions_by_name["next_contradiction"].trigger()
    desk.window.actions_by_name[view].trigger()
    settle()
    assert not _untranslated(desk)
    assert not _cut_off(desk)
    assert not _narrow_columns(desk)


@pytest.mark.parametrize("size", _SIZES)
@pytest.mark.parametrize("bar", ["find", "filter"])
def test_a_bar_is_whole(desk: Desk, bar: str, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    desk.open_samples()
    desk.window.actions_by_name[bar].trigger()
    settle()
    assert not _untranslated(desk)
    assert not _cut_off(desk)


@pytest.mark.parametrize("size", _SIZES)
def test_the_start_page_is_whole(desk: Desk, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    settle()
    assert not _untranslated(desk)
    assert not _cut_off(desk)


@pytest.mark.parametrize("dialog", ["show_settings", "show_keys", "what_counts", "command_palette"])
def test_a_dialog_is_whole(desk: Desk, dialog: str) -> None:
    desk.open_samples()
    desk.window.actions_by_name[dialog].trigger()
    settle()
    try:
        assert not _untranslated(desk)
        assert not _cut_off(desk)
    finally:
        for top in _tops():
            if isinstance(top, QDialog) or top.windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup:
                top.close()


def test_every_page_of_the_settings_is_whole(desk: Desk) -> None:
    desk.window.actions_by_name["show_settings"].trigger()
    (tabs,) = desk.window.findChildren(QTabWidget)
    try:
        for page in range(tabs.count()):
            tabs.setCurrentIndex(page)
            settle()
            assert not _untranslated(desk)
            assert not _cut_off(desk)
            assert not _narrow_columns(desk)
    finally:
        tabs.window().close()


_QUESTIONS: dict[str, Callable[[QWidget], object]] = {
    "about": show_about,
    "decisions": ask_to_save,
    "edited": partial(ask_about_edited_text, name="left.txt"),
    "overwrite": partial(ask_to_overwrite, message=""),
}


@pytest.mark.parametrize("question", _QUESTIONS)
def test_a_question_is_whole(desk: Desk, question: str) -> None:
    found: list[set[str]] = []

    def look() -> None:
        (box,) = [top for top in _tops() if isinstance(top, QMessageBox)]
        found.extend((_untranslated(desk), _cut_off(desk)))
        box.reject()

    QTimer.singleShot(50, look)
    _QUESTIONS[question](desk.window)
    desk.bot.waitUntil(lambda: bool(found))
    assert found == [set(), set()]


def test_no_button_of_the_print_preview_is_cut_off(desk: Desk) -> None:
    desk.open_samples()
    desk.window.actions_by_name["print"].trigger()
    desk.bot.waitUntil(lambda: any(isinstance(top, QDialog) for top in _tops()))
    (preview,) = [top for top in _tops() if isinstance(top, QDialog)]
    settle()
    try:
        assert not _left_in_english(preview.windowTitle())
        assert not _cut_off(desk)
    finally:
        preview.close()
