"""What pins and cuts ask, and which of them cannot hold together."""

from __future__ import annotations

import pytest

from compare_app.core.constraints import Constraints, constraints_of
from compare_app.core.subjects import ClaimGroup, Indexes
from tests.engine.claims import document

TEXTS = document(["It rained.", "It snowed.", "It was hot."]), document(["Rain fell.", "Snow fell.", "Heat came."])


@pytest.mark.parametrize(
    ("pins", "cuts"),
    [
        ((((0,), ()),), ()),
        ((), (((), (0,)),)),
        ((((0,), (0,)), ((0, 1), (2,))), ()),
        ((((0, 1), (0,)),), (((1,), (0,)),)),
    ],
)
def test_what_cannot_be_honoured_is_refused(pins: tuple[ClaimGroup, ...], cuts: tuple[ClaimGroup, ...]) -> None:
    with pytest.raises(ValueError, match="pin"):
        Constraints(pins, cuts)


def test_of_what_was_decided_the_last_pin_holds_and_holds_against_a_cut() -> None:
    indexes = Indexes.of(*TEXTS)
    first, second = indexes.subject((0,), (0,)), indexes.subject((0, 1), (1,))
    cut = indexes.subject((1, 2), (1,))
    gone = Indexes.of(TEXTS[1], TEXTS[1]).subject((2,), (2,))
    found = constraints_of((first, second, gone), (cut,), indexes)
    assert found == Constraints((((0, 1), (1,)),), (((2,), (1,)),))
    assert found.mirrored.mirrored == found
