"""A side is edited in place, compared as one types, and saved when asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from compare_app.app.jobs import Input
from compare_app.core.document import Side
from compare_app.gui import editing
from compare_app.gui.dialogs import Answer
from compare_app.gui.overview import Overview
from compare_app.gui.pane.editor import Editor, SourceEdit
from compare_app.gui.pane.marks_painter import ROOM_PX
from compare_app.gui.pane.page_layout import MARGIN_PX
from compare_app.gui.preferences import Preferences
from compare_app.gui.text_model import TextModel, utf16_length
from compare_app.gui.theme import Fonts, load_theme, reading_font, use_fonts
from compare_app.present.highlights import Weight
from compare_app.present.marks import Mark
from tests.gui.conftest import LEFT, RIGHT, WAIT_MS, Desk
from tests.gui.test_corrections import press, put_cursor
from tests.gui.test_window import drop, files


@pytest.fixture(autouse=True)
def _gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody answers when the window of a test closes over an unsaved text."""
    monkeypatch.setattr(editing, "ask_about_edited_text", lambda *_: Answer.GIVE_UP)


@pytest.fixture(autouse=True)
def _fonts_as_at_first() -> Iterator[None]:
    yield
    use_fonts(Fonts())


_TEXTS = st.text(st.sampled_from("aé \n😀火"), max_size=12)
_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("replace"), st.integers(0, 40), st.integers(0, 40), _TEXTS),
        st.tuples(st.sampled_from(["undo", "redo", "all", "back"]), st.just(0), st.just(0), st.just("")),
    ),
    max_size=12,
)


@settings(max_examples=150, deadline=None)
@given(_TEXTS, _STEPS)
def test_the_model_follows_any_edit(qapp: QApplication, text: str, steps: list[tuple[str, int, int, str]]) -> None:
    edit = SourceEdit(text, load_theme("light"))
    for what, start, end, inserted in steps:
        cursor = edit.textCursor()
        if what == "replace":
            length = len(edit.model.text)
            first, last = sorted((min(start, length), min(end, length)))
            cursor.setPosition(utf16_length(edit.model.text[:first]))
            cursor.setPosition(utf16_length(edit.model.text[:last]), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(inserted)
        elif what == "all":
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.removeSelectedText()
        elif what == "back":
            cursor.deletePreviousChar()
        else:
            getattr(edit, what)()
        assert edit.model.text == edit.toPlainText()
        assert edit.model.units == edit.document().characterCount() - 1 == utf16_length(edit.model.text)
    edit.deleteLater()


@given(_TEXTS, st.integers(0, 12), st.integers(0, 12), _TEXTS)
def test_a_model_counts_in_units_and_cuts_in_code_points(text: str, start: int, end: int, inserted: str) -> None:
    first, last = sorted((min(start, len(text)), min(end, len(text))))
    model = TextModel(text)
    model.replace(utf16_length(text[:first]), utf16_length(text[first:last]), inserted)
    assert model.text == text[:first] + inserted + text[last:]
    assert model.units == utf16_length(model.text)


def editor(desk: Desk) -> SourceEdit:
    """The one editor open."""
    (found,) = [one for one in desk.window.findChildren(Editor) if one.isVisible()]
    return found.edit


def edit(desk: Desk, side: Side, words: str = "Council") -> SourceEdit:
    put_cursor(desk, side, words)
    press(desk, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    return editor(desk)


def type_at_the_end(desk: Desk, text: str) -> None:
    found = editor(desk)
    found.moveCursor(QTextCursor.MoveOperation.End)
    with desk.bot.waitSignal(desk.state.comparison_changed, timeout=WAIT_MS):
        desk.bot.keyClicks(found, text)  # type: ignore[no-untyped-call]


def counted(desk: Desk) -> str:
    assert desk.state.summary is not None
    return desk.state.summary.sentence


def test_what_is_typed_is_compared_and_undone_by_the_editor(desk: Desk) -> None:
    desk.open_samples()
    before = counted(desk)
    found = edit(desk, Side.LEFT, "The mayor")
    assert "left.txt" in " ".join(label.text() for label in desk.window.findChildren(QLabel))
    type_at_the_end(desk, "A second branch stays open all week.")
    assert "added" not in counted(desk)
    assert desk.state.documents[Side.LEFT] is not None
    assert found.hasFocus()
    with desk.bot.waitSignal(desk.state.comparison_changed, timeout=WAIT_MS):
        desk.bot.keyClick(found, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call]
    assert counted(desk) == before
    assert desk.file("left.txt", LEFT).read_text(encoding="utf-8") == LEFT
    press(desk, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    assert not [one for one in desk.window.findChildren(Editor) if one.isVisible()]
    assert desk.window.view.focused_side() is Side.LEFT


def test_what_was_found_stays_until_the_new_comparison_is_there(desk: Desk) -> None:
    desk.open_samples()
    edit(desk, Side.LEFT)
    seen = []
    desk.state.comparison_changed.connect(lambda: seen.append(desk.state.comparison))
    type_at_the_end(desk, "It rained.")
    assert len(seen) == 1
    assert seen[0] is not None


def marked(edit: SourceEdit, mark: Mark) -> list[str]:
    """The words on screen in the editor that are under `mark`, whole claims left out."""
    found = (highlight for highlight, rects in edit.placed_highlights() if rects)
    return [one.span.of(edit.model.text) for one in found if one.mark is mark and one.weight is not Weight.CLAIM]


def test_marks_stay_with_their_words_while_one_types(desk: Desk) -> None:
    desk.open_samples()
    found = edit(desk, Side.LEFT)
    assert marked(found, Mark.CONTRADICTING) == ["£4 million"]
    found.moveCursor(QTextCursor.MoveOperation.Start)
    first = desk.state.comparison
    found.insertPlainText("😀 Some words before ")
    assert marked(found, Mark.CONTRADICTING) == ["£4 million"]
    desk.bot.waitUntil(lambda: desk.state.comparison is not first, timeout=WAIT_MS)
    assert marked(found, Mark.CONTRADICTING) == ["£4 million"]
    assert found.textCursor().position() == len("😀 Some words before ") + 1  # in Qt's units


def test_the_keyboard_goes_from_the_editor_to_its_page_and_nowhere_between(desk: Desk, qapp: QApplication) -> None:
    desk.open_samples()
    edit(desk, Side.RIGHT)
    met: list[QWidget | None] = []
    listening = qapp.focusChanged.connect(lambda _, now: met.append(now))
    press(desk, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    qapp.focusChanged.disconnect(listening)
    assert met == [desk.window.view.panes[Side.RIGHT]]


def test_the_way_goes_on_from_the_cursor_of_the_editor(desk: Desk) -> None:
    desk.open_samples()
    found = edit(desk, Side.LEFT)
    found.moveCursor(QTextCursor.MoveOperation.Start)
    desk.window.navigation.next_contradiction()
    assert found.model.text[found.cursor_offset :].startswith("It cost £4 million")
    assert found.hasFocus()
    found.moveCursor(QTextCursor.MoveOperation.End)
    desk.window.navigation.next_contradiction()
    assert "only contradiction" in desk.window.messages.text
    desk.window.navigation.previous_difference()  # what only the right says: the cursor has no place to go to
    desk.window.navigation.previous_difference()
    assert found.model.text[found.cursor_offset :].startswith("The mayor declined")


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End])
def test_a_key_moves_the_cursor_of_the_editor_out_of_what_is_selected(desk: Desk, key: Qt.Key) -> None:
    desk.open_samples()
    desk.window.navigation.next_contradiction()
    press(desk, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    found = editor(desk)
    before = found.cursor_offset
    QTest.keyClick(found, key)  # let go, it reached the page below, whose cursor had stayed
    assert found.cursor_offset > before


def test_what_belongs_to_the_claim_at_the_cursor_stands_beside_it(desk: Desk) -> None:
    lines = [f"In year {1700 + i} ward {i} had {i * 3} wells." for i in range(120)]
    others = [line.replace("180 wells", "190 wells") for line in lines]
    desk.open(desk.file("left.txt", "\n\n".join(lines)), desk.file("right.txt", "\n\n".join(others)))
    found = edit(desk, Side.LEFT, "In year 1700")
    desk.window.navigation.next_contradiction()
    assert desk.state.selected is not None
    other = desk.window.view.panes[Side.RIGHT]
    partner = desk.state.items[desk.state.selected].right[0]
    here = found.viewport().mapToGlobal(found.cursorRect().topLeft()).y()
    there = other.viewport().mapToGlobal(QPointF(0, other.on_screen.claim_extent(partner)[0])).y()
    assert abs(here - there) <= other.fontMetrics().lineSpacing()


def test_a_click_on_the_overview_goes_there_in_the_editor(desk: Desk) -> None:
    text = "\n\n".join(f"In year {1700 + i} ward {i} had {i * 3} wells." for i in range(120))
    desk.open(desk.file("left.txt", text), desk.file("right.txt", text.replace("180 wells", "190 wells")))
    found = edit(desk, Side.LEFT, "In year 1700")
    (overview, *_) = desk.window.view.findChildren(Overview)
    overview.wanted.emit(text.index("ward 60"))
    assert found.model.text[found.cursor_offset :].startswith("ward 60")


def test_a_text_too_long_to_be_marked_says_so(desk: Desk) -> None:
    text = "# A *long* report\n\n" + "\n\n".join(f"In year {i} ward {i} had {i * 3} wells." for i in range(4_000))
    desk.open(desk.file("left.md", text), desk.file("right.md", text.replace("180 wells", "190 wells")))
    edit(desk, Side.LEFT, "In year 1 ")
    assert desk.window.messages.text == "“left.md” is too long to be marked while it is edited."


def test_what_is_selected_takes_the_cursor_to_no_other_place_when_it_is_compared(desk: Desk) -> None:
    desk.open_samples()
    desk.window.navigation.next_contradiction()
    edit(desk, Side.LEFT, "Readers have")
    type_at_the_end(desk, "It rained.")
    found = editor(desk)
    assert found.textCursor().atEnd()
    assert desk.state.selected is not None


def test_escape_ends_editing_and_compares_what_was_typed_last(desk: Desk) -> None:
    desk.open_samples()
    found = edit(desk, Side.RIGHT)
    desk.bot.keyClicks(found, "Now: ")  # type: ignore[no-untyped-call]
    with desk.bot.waitSignal(desk.state.comparison_changed, timeout=WAIT_MS):
        press(desk, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    document = desk.state.documents[Side.RIGHT]
    assert document is not None
    assert "Now: " in document.text


def test_it_is_saved_when_asked_and_read_from_its_file_again(desk: Desk, tmp_path: Path) -> None:
    desk.open_samples()
    edit(desk, Side.LEFT)
    type_at_the_end(desk, "It rained.")
    path = Path(desk.controller.input_of(Side.LEFT).name)  # type: ignore[union-attr]
    assert path.name == "left.txt"
    desk.window.actions_by_name["save_edited"].trigger()
    assert (desk.folder / "left.txt").read_text(encoding="utf-8") == f"{LEFT}It rained."
    with desk.bot.waitSignal(desk.state.comparison_changed, timeout=WAIT_MS):
        press(desk, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    desk.wait_for_comparison()
    assert desk.controller.input_of(Side.LEFT) == Input(path=str(desk.folder / "left.txt"))


@pytest.mark.parametrize("writes", [True, False])
def test_it_asks_before_it_writes_over_what_another_program_wrote(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, *, writes: bool
) -> None:
    desk.open_samples()
    edit(desk, Side.LEFT)
    type_at_the_end(desk, "Mine.")
    desk.file("left.txt", "Theirs.\n")
    asked: list[str] = []

    def answer(_parent: QWidget, message: str) -> bool:
        asked.append(message)
        return writes

    monkeypatch.setattr(editing, "ask_to_overwrite", answer)
    desk.window.actions_by_name["save_edited"].trigger()
    assert "left.txt" in asked[0]
    written = (desk.folder / "left.txt").read_text(encoding="utf-8")
    assert written == (f"{LEFT}Mine." if writes else "Theirs.\n")


def test_a_pasted_text_is_edited_and_saved_where_one_says(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk.bot.waitSignal(desk.state.comparison_changed, timeout=WAIT_MS):
        desk.controller.open_inputs(
            {Side.LEFT: Input(content=LEFT, name="Pasted text"), Side.RIGHT: Input(content=RIGHT)}
        )
    desk.wait_for_comparison()
    edit(desk, Side.LEFT)
    type_at_the_end(desk, "It rained.")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(desk.folder / "kept.txt"), ""))
    desk.window.actions_by_name["save_edited"].trigger()
    assert (desk.folder / "kept.txt").read_text(encoding="utf-8") == f"{LEFT}It rained."


def test_a_page_says_why_it_cannot_be_edited(desk: Desk) -> None:
    page = desk.file("page.html", "<html><body><h1>Council</h1><p>Council met. It rained.</p></body></html>")
    desk.open(page, desk.file("right.txt", RIGHT))
    desk.window.view.panes[Side.LEFT].setFocus()
    press(desk, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    assert "“page.html” cannot be edited here." in desk.window.messages.text
    desk.window.actions_by_name["view_pairs"].trigger()
    press(desk, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    assert "No side is chosen to edit." in desk.window.messages.text


@pytest.mark.parametrize("side", Side)
def test_from_the_button_of_a_card_the_side_last_read_is_edited(desk: Desk, side: Side) -> None:
    desk.open_samples()
    put_cursor(desk, side, "It cost")
    desk.window.navigation.next_contradiction()
    (confirm,) = [one for one in desk.window.why.findChildren(QPushButton) if one.text() == "Confirm"]
    confirm.setFocus()
    desk.bot.keyClick(confirm, Qt.Key.Key_Space)  # type: ignore[no-untyped-call]
    assert desk.window.view.focused_side() is None
    press(desk, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    found = editor(desk)
    assert found.accessibleName() == f"Text of the {side.value} document"
    assert found.model.text[found.cursor_offset :].startswith("It cost")


def test_where_only_the_other_side_has_a_text_that_one_is_edited(desk: Desk) -> None:
    path = desk.file("right.txt", RIGHT)
    with desk.bot.waitSignal(desk.state.documents_changed, timeout=WAIT_MS):
        desk.controller.open_inputs({Side.RIGHT: Input(path=str(path))})
    press(desk, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    assert editor(desk).accessibleName() == "Text of the right document"


def test_an_unsaved_edit_has_a_star_at_its_side_and_at_the_window_until_it_is_saved(desk: Desk) -> None:
    desk.open_samples()
    assert (starred(desk), desk.window.isWindowModified()) == ([], False)
    edit(desk, Side.LEFT)
    type_at_the_end(desk, "It rained.")
    assert (starred(desk), desk.window.isWindowModified()) == ([Side.LEFT], True)
    assert desk.window.view.headers[Side.LEFT].accessibleName().endswith("Edited, not saved.")
    press(desk, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    press(desk, Qt.Key.Key_Backslash, Qt.KeyboardModifier.AltModifier)
    desk.wait_for_comparison()
    assert (starred(desk), desk.window.isWindowModified()) == ([Side.RIGHT], True)
    desk.window.view.panes[Side.LEFT].setFocus()  # the text that is at risk is saved wherever the keyboard is
    press(desk, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert (desk.folder / "left.txt").read_text(encoding="utf-8") == f"{LEFT}It rained."
    assert (starred(desk), desk.window.isWindowModified()) == ([], False)
    desk.wait_for_comparison()


def test_what_is_typed_and_taken_back_leaves_no_star(desk: Desk) -> None:
    desk.open_samples()
    found = edit(desk, Side.RIGHT)
    desk.bot.keyClicks(found, "x")  # type: ignore[no-untyped-call]
    assert starred(desk) == [Side.RIGHT]
    desk.bot.keyClick(found, Qt.Key.Key_Backspace)  # type: ignore[no-untyped-call]
    assert starred(desk) == []


def starred(desk: Desk) -> list[Side]:
    """The sides whose title on screen ends in a star, however long it is."""
    headers = desk.window.view.headers
    return [side for side in Side if any(label.text().endswith(" *") for label in headers[side].findChildren(QLabel))]


def test_a_text_in_no_file_is_saved_without_being_edited_first(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk.bot.waitSignal(desk.state.comparison_changed, timeout=WAIT_MS):
        left = desk.file("left.txt", LEFT)
        desk.controller.open_inputs({Side.LEFT: Input(path=str(left)), Side.RIGHT: Input(content=RIGHT)})
    desk.wait_for_comparison()
    path = desk.folder / "kept.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press(desk, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    desk.bot.waitUntil(lambda: desk.controller.input_of(Side.RIGHT) == Input(path=str(path)), timeout=WAIT_MS)
    assert path.read_text(encoding="utf-8") == RIGHT
    desk.wait_for_comparison()


def test_an_edited_text_that_is_replaced_can_be_brought_back(desk: Desk) -> None:
    desk.open_samples()
    edit(desk, Side.LEFT)
    type_at_the_end(desk, "Never saved.")
    desk.open(desk.file("other.txt", RIGHT), desk.file("right.txt", RIGHT))
    assert "was replaced and is not saved" in desk.window.messages.text
    assert not [one for one in desk.window.findChildren(Editor) if one.isVisible()]
    desk.window.actions_by_name["undo"].trigger()
    desk.bot.waitUntil(lambda: "Never saved." in getattr(desk.state.documents[Side.LEFT], "text", ""), timeout=WAIT_MS)


def test_a_window_with_an_unsaved_text_asks_before_it_closes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open_samples()
    edit(desk, Side.LEFT)
    type_at_the_end(desk, "Half.")
    monkeypatch.setattr(editing, "ask_about_edited_text", lambda *_: Answer.GO_BACK)
    assert not desk.window.close()
    monkeypatch.setattr(editing, "ask_about_edited_text", lambda *_: Answer.SAVE)
    assert desk.window.findChildren(editing.Editing)[0].may_close()
    assert (desk.folder / "left.txt").read_text(encoding="utf-8") == f"{LEFT}Half."


def test_a_swap_takes_the_edited_text_along(desk: Desk) -> None:
    desk.open_samples()
    edit(desk, Side.LEFT)
    type_at_the_end(desk, "It rained.")
    desk.window.actions_by_name["swap_sides"].trigger()
    desk.wait_for_comparison()
    desk.window.view.panes[Side.RIGHT].setFocus()
    desk.window.actions_by_name["save_edited"].trigger()
    assert (desk.folder / "left.txt").read_text(encoding="utf-8") == f"{LEFT}It rained."


def test_a_file_dropped_on_the_editor_is_no_text(qtbot: QtBot) -> None:
    found = SourceEdit("Text.", load_theme("light"))
    qtbot.addWidget(found)
    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/a.txt")])
    words.setText("One.\u2029Two.\r\n")
    assert not found.canInsertFromMimeData(files)
    found.insertFromMimeData(files)
    found.insertFromMimeData(words)
    assert found.model.text == "One.\nTwo.\nText."


def test_beside_an_edited_text_there_is_room_for_every_glyph_of_a_line(desk: Desk) -> None:
    desk.open_samples()
    assert edit(desk, Side.LEFT).document().documentMargin() >= ROOM_PX
    assert MARGIN_PX >= ROOM_PX


def test_of_a_paragraph_without_end_only_what_is_seen_is_painted(desk: Desk) -> None:
    words = "The council said that repairs would cost more than it had set aside and no boats could pass " * 1_500
    desk.open(desk.file("left.txt", words), desk.file("right.txt", words.replace("more", "less", 1)))
    desk.window.actions_by_name["next_difference"].trigger()
    page = desk.window.view.panes[Side.RIGHT]
    found = edit(desk, Side.LEFT, "The council")
    for placed in (page.on_screen.highlights(), found.placed_highlights()):
        lines = [len(rects) for _, rects in placed]
        assert 10 < max(lines) < 100  # of more than a thousand: the path around them grows with their square
    found.moveCursor(QTextCursor.MoveOperation.End)
    (_, rects), *_ = found.placed_highlights()
    assert rects[0].top() < 0 < rects[-1].bottom() < found.viewport().height()


def line_tops(edit: QPlainTextEdit, words: str, lines: int) -> list[float]:
    """How far below the first one the lines of the paragraph begin that starts with `words`."""
    block = edit.document().find(words).block()
    edit.document().documentLayout().blockBoundingRect(block)  # lays it out
    layout = block.layout()
    assert layout.lineCount() >= lines
    return [layout.lineAt(number).y() - layout.lineAt(0).y() for number in range(lines)]


@pytest.mark.parametrize("spacing", [1.2, 1.6, 2.0])
def test_the_lines_of_an_edited_text_are_as_far_apart_as_those_of_the_page(desk: Desk, spacing: float) -> None:
    long = "In the long run every ward of the town had a well, a market and a bridge. " * 12
    desk.open(desk.file("left.txt", f"{LEFT}\n{long}\n\nThe end came later.\n"), desk.file("right.txt", RIGHT))
    pane = desk.window.view.panes[Side.LEFT]
    found = edit(desk, Side.LEFT)
    (preferences,) = desk.window.findChildren(Preferences)
    preferences.set("line_spacing", spacing)
    pane.bring_to(len(pane.shown_document.claims) - 3, 0)  # type: ignore[union-attr]
    assert line_tops(found, "In the long run", 5) == line_tops(pane, "In the long run", 5)
    at = found.model.text.index("In the long run")
    found.put_cursor_at(at)
    desk.bot.keyClicks(found, "Once more: ")  # type: ignore[no-untyped-call]
    assert line_tops(found, "Once more", 5) == line_tops(pane, "In the long run", 5)
    desk.bot.keyClick(found, Qt.Key.Key_Down)  # type: ignore[no-untyped-call]
    assert found.cursor_offset > at + 40  # the next line, not the next paragraph
    assert found.cursor_offset < at + 200
    above = found.document().find("Once more").block()
    height = found.document().documentLayout().blockBoundingRect(above).height()
    assert height == pytest.approx(above.layout().lineCount() * reading_font().pixelSize() * spacing, abs=1)


@pytest.mark.parametrize("side", Side)
def test_a_file_dropped_on_the_editor_is_opened_on_its_side(desk: Desk, side: Side) -> None:
    desk.open_samples()
    found = edit(desk, side)
    drop(found.viewport(), files(desk.file("third.txt", RIGHT.replace("1962", "1972"))))
    desk.bot.waitUntil(lambda: desk.state.documents[side].source.name == "third.txt", timeout=WAIT_MS)  # type: ignore[union-attr]
    assert desk.state.documents[side.other].source.name != "third.txt"  # type: ignore[union-attr]
    desk.wait_for_comparison()


def test_an_edited_text_in_a_session_knows_the_file_it_came_from(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open_samples()
    edit(desk, Side.RIGHT)
    type_at_the_end(desk, "It rained.")
    press(desk, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    path = desk.folder / "work.compare"
    assert desk.sessions.save_at_once(path)
    desk.open(desk.file("one.txt", LEFT), desk.file("two.txt", RIGHT))
    drop(desk.window, files(path))
    desk.bot.waitUntil(lambda: "It rained." in getattr(desk.state.documents[Side.RIGHT], "text", ""), timeout=WAIT_MS)
    desk.wait_for_comparison()
    proposed: list[str] = []

    def choose(_parent: QWidget, _title: str, path: str) -> tuple[str, str]:
        proposed.append(path)
        return path, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    press(desk, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert proposed == [str(desk.folder / "right.txt")]
    assert (desk.folder / "right.txt").read_text(encoding="utf-8") == f"{RIGHT}It rained."
    desk.bot.waitUntil(lambda: desk.controller.input_of(Side.RIGHT) == Input(path=proposed[0]), timeout=WAIT_MS)
    desk.wait_for_comparison()
