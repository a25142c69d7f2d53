"""What is open is learned by its words before anybody asks for it."""

from __future__ import annotations

from compare_app.core.document import Side
from compare_app.core.records import replace
from compare_app.core.review import Review
from compare_app.core.subjects import Indexes
from compare_app.gui.state import State
from tests.gui.conftest import WAIT_MS, Desk
from tests.report.comparisons import mixed


def is_learned(state: State) -> bool:
    return not any(document is None or document.index.fill(0) for document in state.documents.values())


def test_both_texts_are_learned_once_they_are_compared(desk: Desk) -> None:
    desk.open_samples()
    desk.bot.waitUntil(lambda: is_learned(desk.state), timeout=WAIT_MS)


def test_what_a_review_names_is_learned_before_the_comparison_comes(desk: Desk) -> None:
    left, right = (replace(mixed().document(side)) for side in Side)
    about = Indexes.of(mixed().left, mixed().right).subject((1,), (2,))
    desk.state.set_documents({Side.LEFT: left, Side.RIGHT: right})
    assert not is_learned(desk.state)
    desk.state.set_review(Review().noted(about, "Ask."))
    desk.bot.waitUntil(lambda: is_learned(desk.state), timeout=WAIT_MS)
