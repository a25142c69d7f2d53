"""What is painted: pixels of a pane, not calls."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from compare_app.app.documents import Document
from compare_app.core.document import Claim, Side
from compare_app.core.spans import Span
from compare_app.gui.pane.document_pane import DocumentPane
from compare_app.gui.theme import load_theme
from compare_app.present.highlights import Highlight, Weight
from compare_app.present.marks import Mark
from tests.gui.conftest import settle

TEXT = "Heading of it\n\n" + "\n\n".join(
    f"Sentence number {i} stands here. Another one follows it." for i in range(400)
)


def pane_on(qtbot: QtBot, text: str = TEXT) -> tuple[DocumentPane, Document]:
    document = Document.from_text(text, language="en")
    pane = DocumentPane(Side.LEFT, load_theme("light"))
    qtbot.addWidget(pane)
    pane.resize(600, 400)
    pane.show()
    pane.set_document(document)
    settle()
    return pane, document


def mark_added(pane: DocumentPane, *claims: Claim) -> None:
    marks = [Highlight(claim.span, Mark.ADDED, Weight.CLAIM, 0) for claim in claims]
    pane.set_highlights(lambda span: [mark for mark in marks if mark.span.overlaps(span)])


def has_colour(pane: DocumentPane, colour: QColor) -> bool:
    image = pane.viewport().grab().toImage()
    return any(
        image.pixelColor(x, y).rgb() == colour.rgb() for x in range(0, image.width(), 2) for y in range(image.height())
    )


def columns(pane: DocumentPane, claim: int) -> tuple[int, int]:
    """The first and last column of pixels in which a claim marked as added has its ground."""
    top, bottom = pane.on_screen.claim_extent(claim)
    image, tint = pane.viewport().grab().toImage(), pane.theme.marks[Mark.ADDED].tint.rgb()
    y = round((top + bottom) / 2)
    found = [x for x in range(image.width()) if image.pixelColor(x, y).rgb() == tint]
    return found[0], found[-1]


def top_row(pane: DocumentPane, scale: float) -> set[int]:
    """The colours of the uppermost row of pixels on a screen of `scale`."""
    image = QImage(pane.viewport().size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    pane.viewport().render(image)
    return {image.pixelColor(x, 0).rgb() for x in range(image.width())}


def _all_of(marks: list[Highlight], _: Span) -> list[Highlight]:
    return marks


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_nothing_of_the_line_above_is_seen_at_the_upper_edge(qtbot: QtBot, scale: float) -> None:
    pane, document = pane_on(qtbot, "Gypsy jugglers, quayside players and a happy jury. " * 60)
    words = [Highlight(claim.span, Mark.CHANGED, Weight.WORDS, 0) for claim in document.claims]
    for marks in ([], words):
        pane.set_highlights(partial(_all_of, marks))
        for line in range(1, 20):
            pane.verticalScrollBar().setValue(line)
            assert top_row(pane, scale) == {pane.theme.base.rgb()}


def test_a_new_theme_repaints_every_ground_at_once(qtbot: QtBot) -> None:
    pane, document = pane_on(qtbot)
    mark_added(pane, document.claims[1])
    assert has_colour(pane, load_theme("light").marks[Mark.ADDED].tint)
    pane.set_theme(load_theme("dark"))
    assert has_colour(pane, load_theme("dark").marks[Mark.ADDED].tint)


def test_every_claim_can_be_brought_to_the_height_asked_for(qtbot: QtBot) -> None:
    pane, document = pane_on(qtbot)
    for claim in (300, len(document.claims) - 1, 150, 799):
        pane.bring_to(claim, 120)
        top, _ = pane.on_screen.claim_extent(claim)
        assert abs(top - 120) <= 25, f"claim {claim} stands at {top}"


def test_a_claim_out_of_sight_lies_beyond_the_edge_it_would_come_from(qtbot: QtBot) -> None:
    pane, document = pane_on(qtbot)
    pane.bring_to(400, 100)
    assert pane.on_screen.claim_extent(0)[1] < 0
    assert pane.on_screen.claim_extent(len(document.claims) - 1)[0] > pane.viewport().height()


def test_resizing_keeps_what_is_at_the_top(qtbot: QtBot) -> None:
    pane, _ = pane_on(qtbot)
    pane.bring_to(500, 0)
    before = pane.on_screen.span().start
    pane.resize(320, 400)
    settle()
    assert pane.on_screen.span().start == before


def test_a_right_to_left_paragraph_begins_at_the_right(qtbot: QtBot) -> None:
    pane, document = pane_on(qtbot, "قالت الشرطة إن 12 شخصا قتلوا.\n\nA line that runs to the right.")
    mark_added(pane, *document.claims)
    arabic, english = (columns(pane, claim) for claim in range(2))
    assert arabic[0] > english[0] + 100
    assert arabic[1] > pane.viewport().width() - 100
    marks = (Highlight(claim.span, Mark.ADDED, Weight.CLAIM, 0) for claim in document.claims)
    margins = [pane.on_screen.margin_of(mark) for mark in marks]
    assert [margin.is_right for margin in margins] == [True, False]  # where the lines begin
    assert abs(margins[0].text_edge - arabic[1]) < 3
    assert abs(margins[1].text_edge - english[0]) < 3


def test_a_single_paragraph_has_its_margin(qtbot: QtBot) -> None:
    pane, document = pane_on(qtbot, "He said no.")
    mark_added(pane, document.claims[0])
    assert columns(pane, 0)[0] > 30


def test_an_empty_document_can_be_shown(qtbot: QtBot) -> None:
    pane, _ = pane_on(qtbot, "")
    assert pane.toPlainText() == ""
    assert list(pane.on_screen.claims()) == []


def test_the_last_words_stay_in_sight_at_the_very_end(qtbot: QtBot) -> None:
    pane, document = pane_on(qtbot, "One thing is said here.\n\n" * 60 + "The end comes here.\n\n\n")
    bar = pane.verticalScrollBar()
    for _ in range(3):  # the first time lines are laid out that were only guessed before
        bar.setValue(bar.maximum())
        settle()
    top, bottom = pane.on_screen.claim_extent(len(document.claims) - 1)
    assert 0 <= top < bottom <= pane.viewport().height()


def test_who_hears_of_a_jump_sees_all_that_is_on_screen(qtbot: QtBot) -> None:
    pane, document = pane_on(qtbot, "\n\n".join(f"Ward {number} had a well. " * 9 for number in range(90)))
    seen: list[int] = []
    pane.view_changed.connect(lambda: seen.append(pane.on_screen.blocks()[-1][0].blockNumber()))
    pane.bring_to(len(document.claims) // 2, 0)
    lowest = pane.cursorForPosition(QPoint(200, pane.viewport().height() - 4)).blockNumber()
    assert seen == [lowest]
