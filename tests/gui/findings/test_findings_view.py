"""The findings as cards, as a person reviews them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from compare_app.core.resources import resource_path
from compare_app.core.review import Decision
from compare_app.gui.findings.card_list import CardList
from compare_app.gui.findings.finding_card import FindingCard
from compare_app.gui.findings.findings_view import FindingsView
from compare_app.gui.note_edit import NoteEdit
from compare_app.gui.views import FINDINGS, SIDE_BY_SIDE
from compare_app.present.marks import Mark
from tests.gui.conftest import Desk

SAMPLES = resource_path("samples", "swing-bridge")


@pytest.fixture
def findings(desk: Desk) -> FindingsView:
    """The cards of the samples, on screen."""
    desk.open(SAMPLES / "first-draft.txt", SAMPLES / "second-draft.html")
    return shown(desk)


def shown(desk: Desk) -> FindingsView:
    desk.window.actions_by_name[FINDINGS].trigger()
    (view,) = desk.window.findChildren(FindingsView)
    desk.bot.waitUntil(view.isVisible)
    return view


def cards(view: FindingsView) -> list[FindingCard]:
    """The cards on screen, from the top."""
    return sorted((card for card in view.findChildren(FindingCard) if card.isVisible()), key=lambda card: card.y())


def said(card: FindingCard) -> str:
    return " ".join(label.text() for label in card.findChildren(QLabel))


def progress(view: FindingsView) -> str:
    return next(label.text() for label in view.findChildren(QLabel) if "reviewed" in label.text())


def press(desk: Desk, card: FindingCard, text: str) -> None:
    button = next(one for one in card.findChildren(QPushButton) if one.text() == text and one.isVisible())
    desk.bot.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[no-untyped-call]


def test_the_gravest_comes_first_with_its_reason_and_its_place(desk: Desk, findings: FindingsView) -> None:
    count = len(desk.state.agenda().points)
    first = cards(findings)[0]
    assert "⚠" in said(first)
    assert "cannot both be true" in said(first)
    assert f"1 of {count}" in said(first)
    marks = [point.mark.gravity for point in desk.state.agenda().points]
    assert marks == sorted(marks)


def test_buttons_decide_and_take_back_and_the_progress_counts(desk: Desk, findings: FindingsView) -> None:
    count = len(desk.state.agenda().points)
    assert progress(findings) == f"0 of {count} findings reviewed"
    press(desk, cards(findings)[0], "Confirm")
    assert progress(findings) == f"1 of {count} findings reviewed"
    press(desk, cards(findings)[1], "Dismiss")
    assert progress(findings) == f"2 of {count} findings reviewed"
    assert list(desk.state.review.decisions.values()) == [Decision.CONFIRMED, Decision.DISMISSED]
    press(desk, cards(findings)[1], "Bring back")
    press(desk, cards(findings)[0], "Open again")
    assert desk.state.review.decisions == {}


def test_a_dismissed_finding_stays_where_it_was(desk: Desk, findings: FindingsView) -> None:
    before = [said(card).split(" of ")[0] for card in cards(findings)]
    press(desk, cards(findings)[0], "Dismiss")
    assert "×" in said(cards(findings)[0])
    assert len(cards(findings)) == len(before)


def test_the_keys_go_from_card_to_card_and_decide(desk: Desk, findings: FindingsView) -> None:
    points = desk.state.agenda().points
    (focused,) = findings.findChildren(CardList)
    for place in range(3):
        desk.bot.keyClick(focused, Qt.Key.Key_Down)  # type: ignore[no-untyped-call]
        assert desk.state.selected == points[place].item
    desk.bot.keyClick(focused, Qt.Key.Key_End)  # type: ignore[no-untyped-call]
    assert desk.state.selected == points[-1].item
    assert f"{len(points)} of {len(points)}" in said(cards(findings)[-1])
    desk.bot.keyClick(focused, Qt.Key.Key_Home)  # type: ignore[no-untyped-call]
    assert desk.state.selected == points[0].item
    modifier = Qt.KeyboardModifier.ControlModifier
    desk.bot.keyClick(desk.window, Qt.Key.Key_Return, modifier)  # type: ignore[no-untyped-call]
    assert desk.state.review.decisions == {desk.state.agenda().key(0): Decision.CONFIRMED}


def test_what_is_selected_elsewhere_is_brought_into_view(desk: Desk, findings: FindingsView) -> None:
    last = desk.state.agenda().points[-1]
    desk.controller.select(last.item)
    assert any(card.property("current") for card in cards(findings))
    current = next(card for card in cards(findings) if card.property("current"))
    assert current.y() >= 0
    assert current.geometry().bottom() <= findings.findChildren(CardList)[0].viewport().height()


def test_a_card_leads_to_its_place_in_the_texts(desk: Desk, findings: FindingsView) -> None:
    press(desk, cards(findings)[1], "Show in the texts")
    assert desk.window.views.name == SIDE_BY_SIDE
    assert desk.state.selected == desk.state.agenda().points[1].item


def test_the_filter_shows_only_its_kind(desk: Desk, findings: FindingsView) -> None:
    desk.window.filtering.show_only(Mark.SHIFTED)
    assert all("≈" in said(card) for card in cards(findings))
    desk.window.filtering.show_only(Mark.ADDED)
    assert cards(findings) == []
    assert "No finding of this kind." in [label.text() for label in findings.findChildren(QLabel) if label.isVisible()]


def test_a_long_list_needs_no_more_cards_than_a_screen_holds(desk: Desk) -> None:
    names = [
        f"{first}{last}"
        for first in ("Al", "Be", "Ca", "Do", "El", "Fa")
        for last in ("by", "den", "ford", "ham", "ton")
    ]
    left, right = (
        "\n\n".join(
            f"The fire at the mill in {name} killed {count + n} people on Monday." for n, name in enumerate(names)
        )
        for count in (20, 70)
    )
    desk.open(desk.file("left.txt", left), desk.file("right.txt", right))
    view = shown(desk)
    points = desk.state.agenda().points
    assert len(points) >= 30
    bar = view.findChildren(CardList)[0].verticalScrollBar()
    for share in (0.3, 1.0, 0.7, 0.0):
        bar.setValue(round(share * bar.maximum()))
    assert len(view.findChildren(FindingCard)) < 12
    assert cards(view)[0].y() <= 20


def test_more_about_a_card_is_about_that_card(desk: Desk, findings: FindingsView) -> None:
    button = next(one for one in cards(findings)[1].findChildren(QPushButton) if one.text() == "More")
    menu = button.menu()
    assert desk.window.actions_by_name["cut"] in menu.actions()
    menu.aboutToShow.emit()
    assert desk.state.selected == desk.state.agenda().points[1].item


def test_a_note_on_a_finding_is_written_below_the_reasons_and_shown_on_the_card(
    desk: Desk, findings: FindingsView
) -> None:
    press(desk, cards(findings)[1], "Note…")
    (field,) = desk.window.why.findChildren(NoteEdit)
    assert field.isVisible()
    desk.bot.keyClicks(field, "Ask the council.")  # type: ignore[no-untyped-call]
    field.kept.emit()
    assert desk.state.review.finding_notes == {desk.state.agenda().key(1): "Ask the council."}
    assert "Note: Ask the council." in said(cards(findings)[1])


def test_a_click_on_a_card_selects_it(desk: Desk, findings: FindingsView) -> None:
    second = cards(findings)[1]
    desk.bot.mouseClick(second, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))  # type: ignore[no-untyped-call]
    assert desk.state.selected == desk.state.agenda().points[1].item


def test_a_finding_is_copied_as_text(desk: Desk, findings: FindingsView) -> None:
    desk.controller.select(desk.state.agenda().points[0].item)
    desk.window.actions_by_name["copy"].trigger()
    assert "cannot both be true" in QGuiApplication.clipboard().text()
