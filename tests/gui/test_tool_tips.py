"""Tool tips as they are laid out."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from compare_app.gui.tool_tips import tool_tip

SHORT = "22 years on the left, twelve years on the right: experience."


@pytest.mark.parametrize(("text", "lines"), [(SHORT, 1), (f"{SHORT}\nNote: <b>Ask.</b>", 2)])
def test_a_short_sentence_stands_on_one_line_letter_by_letter(qtbot: QtBot, text: str, lines: int) -> None:
    label = QLabel(tool_tip(text))
    label.setWordWrap(True)  # as Qt does where a tip is markup
    qtbot.addWidget(label)
    label.adjustSize()
    assert label.width() >= label.fontMetrics().horizontalAdvance(SHORT)
    assert label.height() < (lines + 0.8) * label.fontMetrics().lineSpacing()


def test_a_long_one_is_wrapped(qtbot: QtBot) -> None:
    label = QLabel(tool_tip(SHORT * 4))
    label.setWordWrap(True)
    qtbot.addWidget(label)
    label.adjustSize()
    assert label.width() < label.fontMetrics().horizontalAdvance(SHORT * 2)
