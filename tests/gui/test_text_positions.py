"""Qt counts UTF-16 units, the program counts code points; both must mean the same place."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from compare_app.app.documents import Document
from compare_app.gui.pane.page import Page, line_breaks
from compare_app.gui.text_positions import TextPositions
from compare_app.gui.theme import load_theme

TEXTS = st.text(st.sampled_from("aé 한😀𝒜\n") | st.characters(codec="utf-16"), max_size=60)


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS)
def test_every_offset_goes_there_and_back(text: str) -> None:
    positions = TextPositions(text)
    for offset in range(len(text) + 1):
        units = positions.to_utf16(offset)
        assert units == utf16_length(text[:offset])
        assert positions.to_code_points(units) == offset


@given(TEXTS, st.lists(st.integers(0, 60)))
def test_breaks_on_screen_count_for_qt_alone(text: str, offsets: list[int]) -> None:
    breaks = sorted({offset for offset in offsets if offset <= len(text)})
    positions = TextPositions(text, breaks)
    shown = "\n".join(text[start:end] for start, end in pairwise([0, *breaks, len(text)]))
    for offset in range(len(text) + 1):
        passed = sum(place <= offset for place in breaks)
        assert positions.to_utf16(offset) == utf16_length(shown[: offset + passed])
        assert positions.to_code_points(positions.to_utf16(offset)) == offset


def test_a_paragraph_too_long_for_qt_is_broken_on_screen() -> None:
    text = "word " * 5_000 + "x" * 25_000
    shown = Page(Document.from_claims([text], language="en"), load_theme("light")).shown_text
    assert max(map(len, shown.split("\n"))) <= 10_000
    assert shown.replace("\n", "") == text
    assert all(line.endswith(" ") for line in shown.split("\n")[:2])


def test_only_the_long_one_of_many_paragraphs_is_broken() -> None:
    short, long = "word " * 1_999 + "end.", "word " * 4_000 + "end."
    assert line_breaks(f"{short}\n\n{long}\n{short}") == [len(short) + 2 + 10_000, len(short) + 2 + 20_000]


def test_the_middle_of_a_pair_is_its_start() -> None:
    assert TextPositions("a😀b").to_code_points(2) == 1


def test_qt_keeps_every_position_of_a_document(qtbot: QtBot) -> None:
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)

    @given(TEXTS)
    def keeps(text: str) -> None:
        shown = Page(Document.from_text(text, language="en"), load_theme("light")).shown_text
        edit.setPlainText(shown)
        assert edit.document().characterCount() - 1 == utf16_length(shown)
        assert len(shown) == len(Document.from_text(text, language="en").text)

    keeps()
