"""Connectors, overview and scrolling: the two sides stay joined."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage

from compare_app.core.document import BlockKind, Side
from compare_app.gui.connectors import Connectors
from compare_app.gui.overview import Overview
from compare_app.gui.pane.document_pane import DocumentPane
from compare_app.present.marks import Mark
from tests.gui.conftest import Desk

LONG_LEFT = "\n\n".join(f"Paragraph {i} tells of the {i * 37}th of many houses in the old town." for i in range(200))
LONG_RIGHT = LONG_LEFT.replace("tells of the 3700th", "tells of the 3800th")
LONG_RIGHT = f"An opening that only this side has, about ships and their masters.\n\n{LONG_RIGHT}"


def open_long(desk: Desk) -> None:
    desk.open(desk.file("left.txt", LONG_LEFT), desk.file("right.txt", LONG_RIGHT))


def levels(desk: Desk, left: int, right: int) -> tuple[float, float]:
    """Heights of two claims on the window, in pixels."""
    tops = []
    for side, claim in ((Side.LEFT, left), (Side.RIGHT, right)):
        pane = desk.window.view.panes[side]
        tops.append(pane.viewport().mapTo(desk.window, QPointF(0, pane.on_screen.claim_extent(claim)[0])).y())
    return tops[0], tops[1]


def test_f8_brings_both_sides_level(desk: Desk) -> None:
    open_long(desk)
    desk.window.navigation.next_contradiction()
    assert desk.state.selected is not None
    item = desk.state.items[desk.state.selected]
    left, right = levels(desk, item.left[0], item.right[0])
    assert abs(left - right) <= 1
    assert 0 < left < desk.window.height()


def test_back_from_the_findings_both_sides_stand_where_they_stood(desk: Desk) -> None:
    desk.window.resize(1280, 800)
    wrapped = [f"House {i} had rooms for guests. " + "In each stood a bed, a table and a lamp. " * 5 for i in range(30)]
    texts = ["\n\n".join([*wrapped, f"The town cost £{cost} million.", *wrapped[:3]]) for cost in (4, 6)]
    desk.open(desk.file("left.txt", texts[0]), desk.file("right.txt", texts[1]))
    desk.window.navigation.next_contradiction()
    claim = desk.state.items[desk.state.selected or 0].left[0]
    before = levels(desk, claim, claim)
    tall = desk.window.views.height() + desk.window.why.height() // 2
    desk.window.actions_by_name["view_findings"].trigger()
    desk.bot.waitUntil(lambda: desk.window.views.height() > tall)  # without the list and the card
    desk.window.actions_by_name["view_side_by_side"].trigger()
    desk.bot.waitUntil(lambda: desk.window.views.height() < tall)
    assert levels(desk, claim, claim) == before
    assert before[0] == before[1]


def test_both_headlines_are_seen_when_the_comparison_arrives(desk: Desk) -> None:
    opening = "A headline that only the right has\n\n" + "\n\n".join(
        f"A line about ship {i} and its master." for i in range(3)
    )
    desk.open(desk.file("left.txt", LONG_LEFT), desk.file("right.txt", f"{opening}\n\n{LONG_LEFT}"))
    for pane in desk.window.view.panes.values():
        assert pane.on_screen.claim_extent(0)[0] >= 0
    desk.window.view.panes[Side.LEFT].verticalScrollBar().setValue(2)
    assert desk.window.view.panes[Side.RIGHT].on_screen.claim_extent(0)[0] < 0


def test_scrolling_one_side_takes_the_other_along(desk: Desk) -> None:
    open_long(desk)
    bar = desk.window.view.panes[Side.LEFT].verticalScrollBar()
    bar.setValue(240)
    visible = list(desk.window.view.panes[Side.LEFT].on_screen.claims())
    middle = visible[len(visible) // 2]
    partner = next(item.right[0] for item in desk.state.items if item.left == (middle,))
    assert partner in list(desk.window.view.panes[Side.RIGHT].on_screen.claims())


def test_the_end_of_one_side_stands_beside_the_end_of_the_other(desk: Desk) -> None:
    open_long(desk)
    bar = desk.window.view.panes[Side.LEFT].verticalScrollBar()
    bar.setValue(bar.maximum())
    last = len(desk.state.items) - 1
    assert desk.state.items[last].right[0] in list(desk.window.view.panes[Side.RIGHT].on_screen.claims())


def test_scrolling_alone_when_asked(desk: Desk) -> None:
    open_long(desk)
    desk.window.actions_by_name["scroll_together"].trigger()
    before = desk.window.view.panes[Side.RIGHT].on_screen.span()
    desk.window.view.panes[Side.LEFT].verticalScrollBar().setValue(240)
    assert desk.window.view.panes[Side.RIGHT].on_screen.span() == before


def test_swapping_the_sides_takes_the_ring_along(desk: Desk) -> None:
    desk.open_samples()
    desk.window.navigation.next_contradiction()
    desk.window.actions_by_name["go_to_list"].trigger()  # no text cursor blinks in a pane without the keyboard
    desk.window.actions_by_name["swap_sides"].trigger()
    desk.wait_for_comparison()
    selected = desk.state.selected
    assert selected is not None
    assert desk.state.items[selected].mark is Mark.CONTRADICTING
    desk.controller.select(selected)  # level, now that the window has its size
    swapped = pictures(desk)
    desk.controller.select(None)
    assert pictures(desk) != swapped
    desk.controller.select(selected)
    assert pictures(desk) == swapped


def pictures(desk: Desk) -> list[QImage]:
    """What both panes show."""
    return [pane.viewport().grab().toImage() for pane in desk.window.view.panes.values()]


def test_a_click_on_a_connector_selects_its_item(desk: Desk) -> None:
    desk.open_samples()
    gutter = desk.window.findChild(Connectors)
    assert gutter is not None
    image = gutter.grab().toImage()
    red = desk.window.view.panes[Side.LEFT].theme.marks[Mark.CONTRADICTING].ink
    spot = first_of(image, red.rgb())
    desk.bot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=spot)  # type: ignore[no-untyped-call]
    assert desk.state.selected is not None
    assert desk.state.items[desk.state.selected].mark is Mark.CONTRADICTING


def test_a_click_on_the_overview_goes_there(desk: Desk) -> None:
    open_long(desk)
    bar = desk.window.findChildren(Overview)[0]
    end = QPoint(bar.width() // 2, bar.height() - 2)
    desk.bot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=end)  # type: ignore[no-untyped-call]
    document = desk.state.documents[Side.LEFT]
    assert document is not None
    assert len(document.claims) - 1 in list(desk.window.view.panes[Side.LEFT].on_screen.claims())


def first_of(image: QImage, colour: int) -> QPoint:
    """The first pixel of `colour`."""
    for y in range(image.height()):
        for x in range(2, image.width() - 2):
            if image.pixelColor(x, y).rgb() == colour:
                return QPoint(x, y)
    raise AssertionError("no such colour")


def test_wherever_one_jumps_the_claim_is_in_sight_on_both_sides_and_level(desk: Desk) -> None:
    sentences = [
        " ".join(
            f"House {i} of row {row} in the old town had {i * row + 3} rooms, a yard and a well." for i in range(6)
        )
        for row in range(160)
    ]
    left = "\n\n".join(sentences)
    right = "\n\n".join(f"{text} Of row {row} nobody knew more." for row, text in enumerate(sentences))
    desk.open(
        desk.file("left.txt", left), desk.file("right.txt", right.replace("a yard and a well", "a yard and a pond"))
    )
    numbers = [number for number in desk.state.visible_differences() if desk.state.items[number].link is not None]
    far_and_near = numbers[::41] + numbers[::-67] + numbers[5:9]
    for number in far_and_near:
        desk.controller.select(number)
        item = desk.state.items[number]
        tops = levels(desk, item.left[0], item.right[0])
        assert abs(tops[0] - tops[1]) <= 1
        for side, claim in ((Side.LEFT, item.left[0]), (Side.RIGHT, item.right[0])):
            pane = desk.window.view.panes[side]
            top, bottom = pane.on_screen.claim_extent(claim)
            assert 0 <= top < bottom <= pane.viewport().height()


_MENU = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in ("Home", "News", "Sport", "Weather", "Letters"))
_STORY = "".join(f"<p>In year {1700 + i} ward {i} had {i * 3} wells.</p>" for i in range(60))
_WEB = f"<html><body><nav><ul>{_MENU}</ul></nav><article><h1>Wells of the wards</h1>{_STORY}</article></body></html>"


def headline_height(pane: DocumentPane) -> float:
    """How far below the top of the pane its first claim stands."""
    return pane.viewport().y() + pane.on_screen.claim_extent(0)[0]


def test_a_web_page_opens_at_its_headline_level_with_the_other_and_its_menu_stands_above(desk: Desk) -> None:
    text = "Wells of the wards\n\n" + "\n\n".join(f"In year {1700 + i} ward {i} had {i * 3} wells." for i in range(60))
    desk.open(desk.file("left.txt", text.replace("ward 1 had 3", "ward 1 had 4")), desk.file("right.html", _WEB))
    left, right = (desk.window.view.panes[side] for side in Side)
    assert right.shown_document is not None
    assert right.shown_document.blocks[0].kind is BlockKind.FURNITURE
    desk.bot.waitUntil(lambda: headline_height(left) == headline_height(right))
    assert right.on_screen.span().start == right.shown_document.text.index("Wells of the wards")
    desk.window.navigation.next_difference()  # nothing of the first screen is passed over
    assert desk.state.selected_claims() == ((2,), (2,))
    desk.controller.select(None)
    right.verticalScrollBar().setValue(0)
    assert right.shown_document.text.startswith("Home")
    assert right.on_screen.span().start == 0
    assert left.verticalScrollBar().value() == 0
