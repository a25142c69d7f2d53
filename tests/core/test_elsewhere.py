"""Two places without a link: which ends belong together, and in which order."""

from __future__ import annotations

import pytest

from compare_app.core.document import Side
from compare_app.core.elsewhere import Elsewhere, Place
from compare_app.core.findings import Verdict
from compare_app.core.spans import Span


def place(side: Side, claim: int) -> Place:
    return Place(side, claim, Span(0, 1))


@pytest.mark.parametrize(
    ("verdict", "first", "second"),
    [
        (Verdict.CONFLICT, place(Side.LEFT, 0), place(Side.RIGHT, 0)),
        (Verdict.POSSIBLE, place(Side.RIGHT, 0), place(Side.LEFT, 0)),
        (Verdict.POSSIBLE, place(Side.LEFT, 1), place(Side.LEFT, 0)),
        (Verdict.POSSIBLE, place(Side.LEFT, 1), place(Side.LEFT, 1)),
    ],
)
def test_what_is_never_said(verdict: Verdict, first: Place, second: Place) -> None:
    with pytest.raises(ValueError, match=r"order|conflict"):
        Elsewhere("number", verdict, first, second, "Said.")


@pytest.mark.parametrize("side", list(Side))
def test_both_ends_on_one_side_lie_within(side: Side) -> None:
    assert Elsewhere("number", Verdict.POSSIBLE, place(side, 0), place(side, 1), "Said.").is_within
    assert not Elsewhere("number", Verdict.UPDATED, place(Side.LEFT, 5), place(Side.RIGHT, 1), "Said.").is_within
