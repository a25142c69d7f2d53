"""What counts is chosen on a sheet, compared at once, and undone like everything else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QLabel, QSlider

from compare_app.core.document import Side
from compare_app.core.options import Options
from compare_app.gui.what_counts import WhatCounts
from compare_app.present.choices import CHOICES, PRESETS, preset_of
from tests.gui.conftest import Desk

STORY = "The State has decided it. It rained all day on Monday, they say.\n\nShare on Facebook\n"


@pytest.fixture
def sheet(desk: Desk) -> WhatCounts:
    """The sheet over two texts that differ in a capital letter alone."""
    desk.open(desk.file("left.txt", STORY), desk.file("right.txt", STORY.replace("State", "state")))
    desk.bot.keyClick(desk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call]
    (found,) = desk.window.findChildren(WhatCounts)
    return found


def box(sheet: WhatCounts, title: str) -> QCheckBox:
    return next(one for one in sheet.findChildren(QCheckBox) if one.text() == title)


def said(sheet: WhatCounts) -> str:
    return " ".join(label.text() for label in sheet.findChildren(QLabel))


def counted(desk: Desk) -> str:
    assert desk.state.summary is not None
    return desk.state.summary.sentence


def test_a_choice_compares_again_at_once_and_is_undone(desk: Desk, sheet: WhatCounts) -> None:
    desk.controller.select(0)
    with desk.bot.waitSignal(desk.state.comparison_changed):
        box(sheet, "Capital letters").click()
    assert "1 changed" in counted(desk)
    assert desk.state.comparison is not None
    assert desk.state.comparison.options == Options(case_counts=True)
    assert desk.state.selected == 0
    assert desk.window.actions_by_name["undo"].text() == "Undo counting “Capital letters”"
    with desk.bot.waitSignal(desk.state.comparison_changed):
        desk.window.actions_by_name["undo"].trigger()
    assert counted(desk) == "0 contradicting · 2 the same"
    assert not box(sheet, "Capital letters").isChecked()
    sheet.close()


def test_a_preset_sets_every_box_and_a_box_makes_it_an_own_choice(desk: Desk, sheet: WhatCounts) -> None:
    presets = sheet.findChild(QComboBox)
    assert isinstance(presets, QComboBox)
    assert presets.currentText() == "Outlet against outlet"
    with desk.bot.waitSignal(desk.state.comparison_changed):
        presets.setCurrentIndex(0)
        presets.activated.emit(0)
    assert {choice.field for choice in CHOICES if box(sheet, choice.title).isChecked()} == {
        choice.field for choice in CHOICES if choice.is_on(PRESETS[0].options)
    }
    with desk.bot.waitSignal(desk.state.comparison_changed):
        box(sheet, "Punctuation").click()
    assert presets.currentText() == "Own choice"
    sheet.close()


def test_the_slider_counts_live_what_falls_apart(desk: Desk, sheet: WhatCounts) -> None:
    right = STORY.replace("It rained all day on Monday, they say.", "It snowed all night on Monday, they say.")
    desk.open(desk.file("left.txt", STORY), desk.file("right.txt", right))
    slider = sheet.findChild(QSlider)
    assert isinstance(slider, QSlider)
    slider.setValue(90)
    assert "1 pair of 2 falls apart." in said(sheet)
    assert "at least 90%" in said(sheet)
    desk.bot.waitUntil(lambda: "1 removed" in counted(desk))
    slider.setValue(0)
    assert "the program decides" in said(sheet)
    assert "apart" not in said(sheet)
    desk.bot.waitUntil(lambda: "removed" not in counted(desk))
    sheet.close()


def test_the_sheet_takes_the_colours_of_the_window(desk: Desk, sheet: WhatCounts) -> None:
    for theme in ("dark", "light"):
        desk.window.actions_by_name[f"theme_{theme}"].trigger()
        sheet.close()
        desk.window.actions_by_name["what_counts"].trigger()
        palette = box(sheet, "Punctuation").palette()
        is_dark = palette.windowText().color().lightness() > palette.base().color().lightness()
        assert is_dark is (theme == "dark")
    sheet.close()


def test_furniture_is_compared_and_set_aside_again(desk: Desk, sheet: WhatCounts) -> None:
    def claims() -> int:
        document = desk.state.documents[Side.LEFT]
        return 0 if document is None else len(document.claims)

    assert claims() == 2
    for count in (3, 2):
        with desk.bot.waitSignal(desk.state.comparison_changed):
            box(sheet, "Lines that are set aside").click()
        assert claims() == count
    sheet.close()


def test_every_switch_of_the_options_has_a_row_and_every_preset_its_name() -> None:
    assert {choice.field for choice in CHOICES} == {name for name in Options.__match_args__ if name.endswith("_counts")}
    assert [preset_of(preset.options) for preset in PRESETS] == list(PRESETS)
    assert preset_of(Options(similarity_floor=0.11)) is None


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_boxes_are_seen_and_so_is_whether_they_are_ticked(desk: Desk, sheet: WhatCounts, scheme: str) -> None:
    desk.window.actions_by_name[f"theme_{scheme}"].trigger()
    capitals = box(sheet, "Capital letters")
    empty = _lightnesses(capitals)
    assert max(empty) - min(empty) > 90
    with desk.bot.waitSignal(desk.state.comparison_changed):
        capitals.click()
    assert _lightnesses(capitals) != empty
    assert sheet.findChildren(QDialogButtonBox)[0].buttons()[0].icon().isNull()


def _lightnesses(box: QCheckBox) -> list[int]:
    """Along the middle of the little square, where no text is."""
    picture = box.grab().toImage()
    return [picture.pixelColor(x, picture.height() // 2).lightness() for x in range(14)]
