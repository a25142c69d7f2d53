"""The text with revision marks, as a person reads and copies it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from compare_app.core.spans import Span
from compare_app.gui.one_column.one_column_view import OneColumnView
from compare_app.present.highlights import Weight
from compare_app.present.marks import Mark
from tests.gui.conftest import LEFT, RIGHT, WAIT_MS, Desk


@pytest.fixture
def column(desk: Desk) -> OneColumnView:
    """The one column of the small texts, on screen."""
    desk.open_samples()
    return shown(desk)


def shown(desk: Desk) -> OneColumnView:
    desk.window.actions_by_name["view_one_column"].trigger()
    (view,) = desk.window.findChildren(OneColumnView)
    desk.bot.waitUntil(view.isVisible)
    return view


def test_what_went_and_what_came_stand_in_one_text(column: OneColumnView) -> None:
    text = column.pane.toPlainText()
    assert "It cost £4 £6 million to run last year." in text
    assert "The mayor declined to comment on Monday." in text
    assert "A second branch stays open all week." in text


def test_f8_brings_the_contradiction_into_view_and_a_click_selects(desk: Desk) -> None:
    filler = "\n\n".join(f"Paragraph {n} says nothing that matters to anyone." for n in range(80))
    desk.open(desk.file("left.txt", filler + LEFT + filler), desk.file("right.txt", filler + RIGHT + filler))
    view = shown(desk)
    assert view.pane.verticalScrollBar().value() == 0
    desk.bot.keyClick(desk.window, Qt.Key.Key_F8)  # type: ignore[no-untyped-call]
    found = desk.state.selected
    assert view.pane.verticalScrollBar().value() > 0
    desk.controller.select(None)
    claim = next(claim for claim in view.pane.on_screen.claims() if "£4" in view.pane.shown_document.claims[claim].text)  # type: ignore[union-attr]
    top, bottom = view.pane.on_screen.claim_extent(claim)
    place = QPoint(view.pane.width() // 2, round((top + bottom) / 2))
    desk.bot.mouseClick(view.pane.viewport(), Qt.MouseButton.LeftButton, pos=place)  # type: ignore[no-untyped-call]
    assert desk.state.selected == found


def test_it_is_copied_as_rich_text_and_as_plain_text(desk: Desk, column: OneColumnView) -> None:
    column.pane.selectAll()
    desk.window.actions_by_name["copy"].trigger()
    mime = QGuiApplication.clipboard().mimeData()
    assert "£4</del>" in mime.html()
    assert "[-£4-] {+£6+} million" in mime.text()


def test_a_decision_keeps_the_place(desk: Desk) -> None:
    filler = "\n\n".join(f"Paragraph {n} says nothing that matters to anyone." for n in range(80))
    desk.open(desk.file("left.txt", filler + LEFT + filler), desk.file("right.txt", filler + RIGHT + filler))
    view = shown(desk)
    desk.window.actions_by_name["next_contradiction"].trigger()
    before = view.pane.verticalScrollBar().value()
    desk.window.actions_by_name["dismiss"].trigger()
    assert view.pane.verticalScrollBar().value() == before > 0


def test_the_marks_follow_the_filter(desk: Desk, column: OneColumnView) -> None:
    def marks() -> set[Mark]:
        return {one.mark for one in column.highlights_in(column.pane.on_screen.span())}

    assert Mark.REMOVED in marks()
    desk.window.filtering.show_only(Mark.ADDED)
    assert marks() == {Mark.ADDED}


def test_a_long_text_is_written_a_slice_at_a_time_and_takes_decisions_meanwhile(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("compare_app.gui.in_slices._AT_ONCE", 1)
    monkeypatch.setattr("compare_app.gui.in_slices.SLICE_S", -1.0)
    desk.open_samples()
    view = shown(desk)
    assert view.pane.toPlainText() == "The two texts are being written as one…"
    assert list(view.highlights_in(Span(0, 1_000))) == []
    desk.window.actions_by_name["next_contradiction"].trigger()
    desk.window.actions_by_name["dismiss"].trigger()
    desk.bot.waitUntil(lambda: "£4 £6 million" in view.pane.toPlainText(), timeout=WAIT_MS)
    marks = {(one.mark, one.weight) for one in view.highlights_in(Span(0, 10_000))}
    assert (Mark.CHANGED, Weight.CLAIM) in marks
    assert Mark.CONTRADICTING not in {mark for mark, _ in marks}
    desk.window.actions_by_name["undo"].trigger()
    assert Mark.CONTRADICTING in {one.mark for one in view.highlights_in(Span(0, 10_000))}
