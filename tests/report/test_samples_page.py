"""The page of the sample drafts shows each of their words once a side."""

from __future__ import annotations

from collections import Counter

import pytest

from compare_app import Comparison, compare, read_document
from compare_app.core.document import Side
from compare_app.core.resources import resource_path
from compare_app.present.items import items_of
from compare_app.report.page_rows import page_rows


@pytest.fixture(scope="module")
def samples() -> Comparison:
    """The comparison that `make run` shows."""
    folder = resource_path("samples", "swing-bridge")
    return compare(read_document(folder / "first-draft.txt"), read_document(folder / "second-draft.html"))


@pytest.mark.parametrize("side", list(Side))
def test_no_word_is_lost_and_none_shown_twice(side: Side, samples: Comparison) -> None:
    cells = [row.left if side is Side.LEFT else row.right for row in page_rows(samples, items_of(samples))]
    texts = [cell.aside for cell in cells]
    texts += ["".join(piece.text for piece in claim.pieces) for cell in cells for claim in cell.claims]
    document = samples.left if side is Side.LEFT else samples.right
    assert Counter(" ".join(texts).split()) == Counter(document.text.split())


@pytest.mark.parametrize("side", list(Side))
def test_what_did_not_move_keeps_its_order(side: Side, samples: Comparison) -> None:
    cells = [row.left if side is Side.LEFT else row.right for row in page_rows(samples, items_of(samples))]
    starts = [
        "".join(piece.text for piece in claim.pieces) for cell in cells for claim in cell.claims if not claim.moved
    ]
    document = samples.left if side is Side.LEFT else samples.right
    order = {claim.text: number for number, claim in enumerate(document.claims)}
    places = [order[text] for text in starts]
    assert places == sorted(places)
