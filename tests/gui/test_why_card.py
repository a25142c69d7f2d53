"""A card that is filled again shows what a new one would, and nothing of what it showed before."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from compare_app.core.findings import Verdict
from compare_app.core.review import Decision
from compare_app.gui.theme import load_theme
from compare_app.gui.why_card import WhyCard
from compare_app.present.cards import Card
from compare_app.present.marks import Mark, mark_of_verdict
from tests.gui.conftest import Desk

NUMBER = Card(
    mark=mark_of_verdict(Verdict.CONFLICT),
    title="Two figures",
    sentence="Both cannot be true.",
    facts=(("Left", "4"), ("Right", "6"), ("Rule", "Number")),
    key="number",
    kind="number",
    notes=("Ask.",),
)
ADDED = Card(Mark.ADDED, "Only in the right", "It has no counterpart.", (("Nearest", "0.2"),))
WITHIN = Card(mark_of_verdict(Verdict.CONFLICT), "Two places", "In one text.", (), key="within", is_within=True)
CONFIRMED = Card(NUMBER.mark, NUMBER.title, NUMBER.sentence, NUMBER.facts, "number", Decision.CONFIRMED, kind="number")
SEQUENCES = {
    "more to less": ((NUMBER,), (ADDED,)),
    "less to more": ((ADDED,), (NUMBER,)),
    "a decision": ((NUMBER,), (CONFIRMED,)),
    "taken back": ((CONFIRMED,), (NUMBER,)),
    "within": ((ADDED, NUMBER), (WITHIN,)),
    "several": ((WITHIN,), (NUMBER, ADDED, CONFIRMED)),
    "none": ((NUMBER, ADDED), ()),
    "after none": ((), (WITHIN,)),
}


def shown(card: WhyCard) -> list[tuple[object, ...]]:
    """What is seen of a card: words, what is said of them, how the buttons look, and where all of it stands."""
    found: list[tuple[object, ...]] = []
    parts: list[QLabel | QPushButton] = [*card.findChildren(QLabel), *card.findChildren(QPushButton)]
    for part in parts:
        if part.isVisible() and part.text():
            place = part.mapTo(card, part.rect().topLeft()), part.size()
            menu = part.menu() if isinstance(part, QPushButton) else None
            offers = [action.text() for action in menu.actions() if action.isVisible()] if menu is not None else []
            found.append((part.text(), part.accessibleName(), part.toolTip(), part.property("primary"), place, offers))
    return found


@pytest.mark.parametrize("width_px", [700, 300])
@pytest.mark.parametrize("cards", SEQUENCES.values(), ids=SEQUENCES.keys())
def test_a_card_filled_again_is_as_one_that_is_new(
    desk: Desk, cards: tuple[tuple[Card, ...], ...], width_px: int
) -> None:
    filled, new = (WhyCard(load_theme("light")) for _ in range(2))
    for card in (filled, new):
        card.resize(width_px, 400)
        desk.bot.addWidget(card)
        card.show()
        desk.bot.waitExposed(card)
    for several in cards:
        filled.show_cards(several)
        desk.bot.wait(1)
    new.show_cards(cards[-1])
    desk.bot.waitUntil(lambda: sorted(map(str, shown(filled))) == sorted(map(str, shown(new))))
    assert shown(new)


def test_a_jump_makes_no_parts(desk: Desk) -> None:
    desk.open_samples()
    desk.window.actions_by_name["next_contradiction"].trigger()
    before = {*map(id, desk.window.why.findChildren(QPushButton))}
    desk.window.actions_by_name["next_contradiction"].trigger()
    assert {*map(id, desk.window.why.findChildren(QPushButton))} == before
