"""Headlines stand beside each other where nothing better was found for them."""

from __future__ import annotations

import pytest

from compare_app.core.constraints import Constraints
from compare_app.core.control import Control
from compare_app.core.document import Block, BlockKind, Claim, Document
from compare_app.core.options import Options
from compare_app.core.spans import Span
from compare_app.engine.bound import align_bound
from compare_app.engine.groups import Group
from compare_app.engine.headlines import with_headlines

_LEFT = (
    "Two dead in harbour fire",
    "A fire broke out in a warehouse at the harbour of Ostmar on Friday night.",
    "The roof of the warehouse fell in shortly after midnight.",
    "Firemen from three towns came to help.",
)
_RIGHT = (
    "Three die as warehouse burns down",
    "A fire in a warehouse at the harbour of Ostmar broke out late on Friday.",
    "Shortly after midnight the roof of the warehouse fell in.",
    "Firemen from three towns helped.",
)
_STRANGER = (
    "Budget passed at last",
    "Parliament voted for higher taxes on wine.",
    "The opposition walked out before the vote.",
    "Growth was slower than a year ago.",
)


def _article(claims: tuple[str, ...], *, title: bool = True) -> Document:
    text = "\n".join(claims)
    starts = [text.index(claim) for claim in claims]
    spans = [Span(start, start + len(claim)) for start, claim in zip(starts, claims, strict=True)]
    kinds = [BlockKind.TITLE if title and not start else BlockKind.PARAGRAPH for start in starts]
    return Document(
        text,
        tuple(Block(kind, span) for kind, span in zip(kinds, spans, strict=True)),
        tuple(Claim(claim, span, at) for at, (claim, span) in enumerate(zip(claims, spans, strict=True))),
        "en",
    )


def _links(left: Document, right: Document, constraints: Constraints = Constraints()) -> list[Group]:
    found = align_bound(left, right, constraints=constraints, options=Options(), control=Control())
    return [(pairing.left, pairing.right) for pairing in found.pairings]


@pytest.mark.parametrize("constraints", [Constraints(), Constraints(pins=(((3,), (3,)),))], ids=["free", "bound"])
def test_headlines_of_one_story_are_linked(constraints: Constraints) -> None:
    left, right = _article(_LEFT), _article(_RIGHT)
    assert _links(left, right, constraints) == [((at,), (at,)) for at in range(4)]
    assert _links(right, left, constraints) == [((at,), (at,)) for at in range(4)]


def test_a_line_that_is_no_headline_is_not_linked_for_its_place() -> None:
    assert ((0,), (0,)) not in _links(_article(_LEFT, title=False), _article(_RIGHT))


def test_headlines_of_strangers_are_not_linked() -> None:
    assert _links(_article(_LEFT), _article(_STRANGER)) == []


def test_a_cut_parts_the_headlines() -> None:
    cut = Constraints(cuts=(((0,), (0,)),))
    assert ((0,), (0,)) not in _links(_article(_LEFT), _article(_RIGHT), cut)


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        pytest.param([((1,), (0, 1)), ((2,), (2,))], [((0,), (0,)), ((1,), (1,)), ((2,), (2,))], id="joined another"),
        pytest.param([((1,), (0,)), ((2,), (2,))], [((1,), (0,)), ((2,), (2,))], id="has a link of its own"),
        pytest.param([((0,), (0,)), ((1,), (1,))], [((0,), (0,)), ((1,), (1,))], id="linked already"),
        pytest.param([((0, 1), (0, 1)), ((2,), (2,))], [((0,), (0,)), ((1,), (1,)), ((2,), (2,))], id="joined both"),
    ],
)
def test_a_headline_leaves_no_better_link(groups: list[Group], expected: list[Group]) -> None:
    assert with_headlines(groups, (0, 0), (3, 3)) == expected
