"""What a person does with the window, and sees."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget

from compare_app.app.jobs import Input
from compare_app.core.document import Side
from compare_app.gui.note_edit import NoteEdit
from compare_app.present.marks import Mark
from tests.gui.conftest import LEFT, RIGHT, WAIT_MS, Desk
from tests.readers.packages import tracked
from tests.readers.test_clipping import CASES


def drop(target: QWidget, mime: QMimeData) -> None:
    action, button, modifier = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(10, 10), action, mime, button, modifier))
    QApplication.sendEvent(target, QDropEvent(QPointF(10, 10), action, mime, button, modifier))


def files(*paths: object) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_two_files_dropped_on_the_window_are_compared(desk: Desk) -> None:
    drop(desk.window, files(desk.file("one.txt", LEFT), desk.file("two.txt", RIGHT)))
    desk.wait_for_comparison()
    assert [desk.state.documents[side].source.name for side in Side] == ["one.txt", "two.txt"]  # type: ignore[union-attr]
    assert desk.state.summary is not None
    assert desk.state.summary.count(Mark.CONTRADICTING) == 1


def test_files_dropped_one_after_the_other_each_on_its_pane(desk: Desk) -> None:
    drop(desk.window.view.panes[Side.RIGHT].viewport(), files(desk.file("right.txt", RIGHT)))
    desk.bot.waitUntil(lambda: desk.state.documents[Side.RIGHT] is not None, timeout=WAIT_MS)
    assert desk.state.documents[Side.LEFT] is None
    drop(desk.window.view.panes[Side.LEFT].viewport(), files(desk.file("left.txt", LEFT)))
    desk.wait_for_comparison()
    assert "£4 million" in desk.window.view.panes[Side.LEFT].toPlainText()
    assert "£6 million" in desk.window.view.panes[Side.RIGHT].toPlainText()


def test_a_dropped_file_never_shows_its_path_as_text(desk: Desk) -> None:
    path = desk.file("left.txt", LEFT)
    drop(desk.window.view.panes[Side.LEFT].viewport(), files(path))
    desk.bot.waitUntil(lambda: desk.state.documents[Side.LEFT] is not None, timeout=WAIT_MS)
    assert str(path) not in desk.window.view.panes[Side.LEFT].toPlainText()


def note_field(desk: Desk) -> QWidget:
    desk.window.navigation.next_contradiction()
    desk.window.actions_by_name["note"].trigger()
    (field,) = desk.window.why.findChildren(NoteEdit)
    return field.viewport()


def line_of_bar(desk: Desk, action: str, bar: QWidget) -> QWidget:
    desk.window.actions_by_name[action].trigger()
    (field,) = bar.findChildren(QLineEdit)
    return field


FIELDS: dict[str, Callable[[Desk], QWidget]] = {
    "note": note_field,
    "find": lambda desk: line_of_bar(desk, "find", desk.window.finding.bar),
    "filter": lambda desk: line_of_bar(desk, "filter", desk.window.filtering.bar),
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_file_dropped_on_a_field_is_opened_and_its_path_is_no_words(desk: Desk, field: str) -> None:
    desk.open_samples()
    target, third = FIELDS[field](desk), desk.file("third.txt", RIGHT.replace("1962", "1972"))
    mime = files(third)
    mime.setText(str(third))  # as file managers add it
    drop(target, mime)
    desk.bot.waitUntil(lambda: desk.state.documents[Side.RIGHT].source.name == "third.txt", timeout=WAIT_MS)  # type: ignore[union-attr]
    desk.wait_for_comparison()
    assert "third" not in getattr(target, "text", str)()
    assert not desk.state.review.finding_notes


def test_what_was_not_searched_is_told_as_long_as_it_is_shown(desk: Desk) -> None:
    words = "The council said that repairs would cost more than it had set aside and no boats could pass " * 250
    desk.open(desk.file("left.txt", words), desk.file("right.txt", words.replace("more", "less", 1)))
    assert "not searched" in desk.window.messages.text
    desk.window.messages.clear()
    (said,) = [
        one for one in desk.window.statusBar().findChildren(QLabel) if "Not everything was searched" in one.text()
    ]
    assert "20,000 characters" in said.toolTip()
    assert "20,000 characters" in said.accessibleDescription()
    desk.open_samples()
    assert "Not everything" not in said.text()
    assert said.toolTip() == ""


def test_a_dropped_link_says_that_the_program_does_not_go_on_line(desk: Desk) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/article")])
    drop(desk.window, mime)
    assert "never goes on line" in desk.window.messages.text
    assert desk.state.documents == {Side.LEFT: None, Side.RIGHT: None}


def test_pasted_texts_fill_the_free_sides(desk: Desk) -> None:
    for text in (LEFT, RIGHT):
        QGuiApplication.clipboard().setText(text)
        desk.window.actions_by_name["paste"].trigger()
    desk.wait_for_comparison()
    assert desk.state.documents[Side.LEFT].source.name == "Council to close the library"  # type: ignore[union-attr]


def test_an_empty_clipboard_is_told(desk: Desk) -> None:
    QGuiApplication.clipboard().clear()  # some platforms then give no data at all, others empty ones
    desk.window.actions_by_name["paste"].trigger()
    assert "There is no text" in desk.window.messages.text


def test_all_that_was_selected_in_a_word_processor_is_compared_under_its_first_line(desk: Desk) -> None:
    case = next(case for case in CASES if case["name"].startswith("Word"))
    for _ in Side:
        mime = QMimeData()
        mime.setHtml(case["html"])  # some programs give no plain text beside it
        drop(desk.window, mime)
        desk.bot.waitUntil(lambda: not desk.runner.is_busy, timeout=WAIT_MS)
    desk.wait_for_comparison()
    left = desk.state.documents[Side.LEFT]
    assert left is not None
    assert left.source.name == "Council to close the library"
    assert [claim.text for claim in left.claims] == [text for _, text in case["blocks"]]


def test_keys_walk_through_all_differences_and_say_when_there_is_no_more(desk: Desk) -> None:
    desk.open_samples()
    seen = []
    for _ in desk.state.visible_rows():
        desk.window.actions_by_name["next_difference"].trigger()
        seen.append(desk.state.selected)
    assert seen == sorted(row.item for row in desk.state.visible_rows())
    desk.window.actions_by_name["next_difference"].trigger()
    assert "No difference further down." in desk.window.messages.text
    for _ in desk.state.visible_rows()[1:]:
        desk.window.actions_by_name["previous_difference"].trigger()
    assert desk.state.selected == seen[0]


def test_what_was_said_at_the_last_difference_goes_when_one_goes_on(desk: Desk) -> None:
    desk.open_samples()
    act = desk.window.actions_by_name
    act["next_contradiction"].trigger()
    act["next_contradiction"].trigger()
    assert desk.window.messages.text == "This is the only contradiction."
    act["next_difference"].trigger()
    assert desk.window.messages.text == ""
    assert not desk.window.messages.isVisible()


def test_where_there_is_no_contradiction_none_is_said_to_come_after(desk: Desk) -> None:
    desk.open(desk.file("one.txt", LEFT), desk.file("two.txt", LEFT + "\n\nA last word.\n"))
    desk.window.actions_by_name["next_contradiction"].trigger()
    assert desk.window.messages.text == "No contradiction was found."


def test_where_nothing_contradicts_the_key_goes_to_what_possibly_does(desk: Desk) -> None:
    one = "A short line.\n\nA quake of magnitude 6.8 struck the island, officials said.\n\nThe end.\n"
    other = "A short line.\n\nA 6.3-magnitude quake hit the place at dawn, an agency said.\n\nThe end.\n"
    desk.open(desk.file("one.txt", one), desk.file("two.txt", other))
    act = desk.window.actions_by_name
    act["next_contradiction"].trigger()
    assert desk.state.selected in desk.state.numbers_under(Mark.POSSIBLE)
    act["next_contradiction"].trigger()
    assert desk.window.messages.text == "No contradiction was found, and this is the only possible conflict."


def test_the_card_says_nothing_of_what_the_filter_hides(desk: Desk) -> None:
    desk.open_samples()
    desk.window.actions_by_name["next_contradiction"].trigger()
    desk.window.filtering.show_only(Mark.ADDED)
    said = " ".join(label.text() for label in desk.window.why.findChildren(QLabel))
    assert "Select a marked claim" in said
    assert "Difference" not in " ".join(label.text() for label in desk.window.statusBar().findChildren(QLabel))
    desk.window.filtering.show_only(None)
    said = " ".join(label.text() for label in desk.window.why.findChildren(QLabel))
    assert "cannot both be true" in said


def test_f8_finds_the_contradiction_and_the_card_says_why(desk: Desk) -> None:
    desk.open_samples()
    desk.bot.keyClick(desk.window, Qt.Key.Key_F8)  # type: ignore[no-untyped-call]
    assert desk.state.selected is not None
    assert desk.state.items[desk.state.selected].mark is Mark.CONTRADICTING
    said = " ".join(label.text() for label in desk.window.why.findChildren(QLabel))
    assert "cannot both be true" in said
    assert "£4 million" in said
    assert "£6 million" in said


def test_a_click_on_a_claim_selects_it_everywhere_and_levels_both_sides(desk: Desk) -> None:
    desk.open_samples()
    left, right = (desk.window.view.panes[side] for side in Side)
    claim = next(i for i, c in enumerate(desk.state.documents[Side.LEFT].claims) if "£4" in c.text)  # type: ignore[union-attr]
    top, bottom = left.on_screen.claim_extent(claim)
    desk.bot.mouseClick(left.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(280, round((top + bottom) / 2)))  # type: ignore[no-untyped-call]
    assert desk.state.selected is not None
    item = desk.state.items[desk.state.selected]
    assert item.left == (claim,)
    heights = [pane.mapTo(desk.window, QPointF(0, 0)).y() + pane.viewport().y() for pane in (left, right)]
    tops = [
        left.on_screen.claim_extent(item.left[0])[0] + heights[0],
        right.on_screen.claim_extent(item.right[0])[0] + heights[1],
    ]
    assert abs(tops[0] - tops[1]) <= 1
    index = desk.window.differences.currentIndex()
    assert "Number" in str(index.siblingAtColumn(0).data())


def test_a_line_of_the_list_selects_everywhere(desk: Desk) -> None:
    desk.open_samples()
    desk.window.differences.selectRow(0)
    assert desk.state.selected == desk.state.visible_rows()[0].item


def test_a_chip_shows_only_its_kind_and_escape_shows_all(desk: Desk) -> None:
    desk.open_samples()
    everything = list(desk.state.visible_rows())
    chip = next(one for one in desk.window.findChildren(QToolButton) if one.property("chip") == Mark.ADDED.value)
    desk.bot.mouseClick(chip, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]
    assert {row.mark for row in desk.state.visible_rows()} == {Mark.ADDED}
    assert desk.window.differences.model().rowCount() == 1
    desk.window.actions_by_name["cancel"].trigger()
    assert list(desk.state.visible_rows()) == everything


def test_a_file_that_cannot_be_read_says_so_and_the_panes_keep_what_they_had(desk: Desk) -> None:
    desk.open_samples()
    before = desk.state.documents[Side.LEFT]
    desk.controller.open_inputs({Side.LEFT: Input(path=str(desk.folder / "missing.txt"))})
    desk.bot.waitUntil(lambda: "missing.txt" in desk.window.messages.text, timeout=WAIT_MS)
    assert desk.state.documents[Side.LEFT] is before
    assert desk.state.comparison is not None


def test_one_bad_file_of_two_does_not_keep_the_good_one_out(desk: Desk) -> None:
    good = desk.file("good.txt", RIGHT)
    drop(desk.window, files(desk.folder / "missing.txt", good))
    desk.bot.waitUntil(lambda: desk.state.documents[Side.RIGHT] is not None, timeout=WAIT_MS)
    assert "missing.txt" in desk.window.messages.text
    assert desk.state.documents[Side.LEFT] is None


def test_cancel_ends_a_long_job_and_keeps_what_was_open(desk: Desk) -> None:
    desk.open_samples()
    kept = dict(desk.state.documents)
    long = desk.file("long.txt", "\n\n".join(f"The sentence number {i} says {i * 7} things. " * 5 for i in range(8000)))
    with desk.bot.waitSignal(desk.runner.progressed, timeout=WAIT_MS):
        desk.controller.open_inputs({Side.LEFT: Input(path=str(long)), Side.RIGHT: Input(path=str(long))})
    desk.bot.keyClick(desk.window, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call]
    assert "Cancelled" in desk.window.messages.text
    assert not desk.runner.is_busy
    with desk.bot.assertNotEmitted(desk.state.documents_changed, wait=200):
        pass
    assert desk.state.documents == kept
    assert desk.state.comparison is not None


def test_a_new_comparison_replaces_the_one_under_way(desk: Desk) -> None:
    long = desk.file("long.txt", "\n\n".join(f"The sentence number {i} says {i * 7} things. " * 5 for i in range(8000)))
    with desk.bot.waitSignal(desk.runner.progressed, timeout=WAIT_MS):
        desk.controller.open_inputs({Side.LEFT: Input(path=str(long)), Side.RIGHT: Input(path=str(long))})
    desk.open_samples()
    assert desk.state.documents[Side.LEFT].source.name == "left.txt"  # type: ignore[union-attr]


def test_swapping_the_sides_mirrors_the_result(desk: Desk) -> None:
    desk.open_samples()
    first = desk.state.summary
    assert first is not None
    desk.window.actions_by_name["swap_sides"].trigger()
    desk.wait_for_comparison()
    second = desk.state.summary
    assert second is not None
    assert second.count(Mark.ADDED) == first.count(Mark.REMOVED)
    assert second.count(Mark.CONTRADICTING) == first.count(Mark.CONTRADICTING)


def test_the_same_text_twice_says_that_nothing_differs(desk: Desk) -> None:
    desk.open(desk.file("one.txt", LEFT), desk.file("two.txt", LEFT))
    assert not desk.state.visible_rows()
    assert "No differences" in desk.window.messages.text


def test_markup_in_a_document_stays_text(desk: Desk) -> None:
    hostile = "<b>Bold</b> claim about <img src=x onerror=alert(1)> costs £5 million.\n"
    other = desk.file("two.txt", hostile.replace("£5 million", "<i>£9 million</i>"))
    desk.open(desk.file("one<b>.txt", hostile), other)
    desk.window.actions_by_name["next_difference"].trigger()
    assert "<img src=x" in desk.window.view.panes[Side.LEFT].toPlainText()
    labels = [label for label in desk.window.findChildren(QLabel) if "<" in label.text()]
    assert any("<b>" in label.text() for label in labels)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    tips = [widget.toolTip() for widget in desk.window.findChildren(QWidget)]
    tips += [str(desk.window.differences.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole))]
    assert any("one&lt;b&gt;.txt" in tip for tip in tips)
    assert not [tip for tip in tips if "<b>" in tip or "<i>" in tip or "<img" in tip]


def test_a_name_is_whole_in_the_title_of_the_window(desk: Desk) -> None:
    desk.open(desk.file("a[*]b.txt", LEFT), desk.file("two\nlines.txt", RIGHT))
    handle = desk.window.windowHandle()
    assert handle is not None
    assert handle.title() == "a[*]b.txt – two lines.txt – Compare"


def test_one_file_with_tracked_changes_is_compared_with_itself_by_the_key_that_is_told(desk: Desk) -> None:
    draft = desk.folder / "draft.docx"
    draft.write_bytes(tracked("Repairs will cost ", "£4", "£6", " million."))
    drop(desk.window, files(draft))
    desk.bot.waitUntil(lambda: desk.state.documents[Side.LEFT] is not None, timeout=WAIT_MS)
    assert "“draft.docx”: It holds tracked changes" in desk.window.messages.text
    assert desk.window.actions_by_name["compare_revisions"].shortcut().toString() in desk.window.messages.text
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    desk.bot.keyClick(desk.window, Qt.Key.Key_T, modifiers)  # type: ignore[no-untyped-call]
    desk.wait_for_comparison()
    assert desk.window.view.panes[Side.LEFT].toPlainText() == "Repairs will cost £4 million."
    assert desk.window.view.panes[Side.RIGHT].toPlainText() == "Repairs will cost £6 million."
    assert desk.state.documents[Side.LEFT].source.name == "draft.docx (original)"  # type: ignore[union-attr]
    assert desk.window.messages.text == ""


def test_where_no_changes_were_tracked_it_is_told(desk: Desk) -> None:
    desk.open_samples()
    desk.window.actions_by_name["compare_revisions"].trigger()
    assert "No open file holds tracked changes." in desk.window.messages.text


def test_two_files_of_one_name_are_told_apart_by_their_folders(desk: Desk) -> None:
    old, new = (desk.folder / name for name in ("old", "new"))
    for folder in (old, new):
        folder.mkdir()
    desk.open(desk.file("old/d.txt", LEFT), desk.file("new/d.txt", RIGHT))
    assert desk.window.windowTitle() == "old/d.txt – new/d.txt – Compare[*]"
    shown = [label.text() for header in desk.window.view.headers.values() for label in header.findChildren(QLabel)]
    assert [text.split(" · ")[0] for text in shown if "d.txt" in text] == ["old/d.txt", "new/d.txt"]
    desk.open(old / "d.txt", desk.file("e.txt", RIGHT))
    assert desk.window.windowTitle() == "d.txt – e.txt – Compare[*]"
