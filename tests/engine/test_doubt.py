"""Which links a second look bears out: what stands around them, and how alike their letters run."""

from __future__ import annotations

from compare_app.core.control import Control
from compare_app.engine.doubt import SecondLook
from compare_app.engine.features import extract
from compare_app.engine.gaps import Pair
from compare_app.engine.similarity import pair_similarity

_OURS = "Automatic doors help the elderly, who often carry bags and cannot push a heavy handle."
_THEIRS = "A heavy handle may break; the elderly dislike automatic doors."  # the same words, otherwise put together
_LEFT = ["The council met on Monday.", "A vote was put off.", _OURS, "Rain had fallen.", "Nobody spoke."]
_RIGHT = ["The council met on Monday.", "Lorries queued outside.", _THEIRS, "Two lamps failed.", "Nobody spoke."]
_PAIR = (2, 2)
_AROUND = [(0, 0), (1, 1), (3, 3), (4, 4)]


def _stands(sure: list[Pair], *, link_cost: float = 0.3, are_drafts: bool = True, times: int = 1) -> bool:
    left, right = ([text * times for text in side] for side in (_LEFT, _RIGHT))
    look = SecondLook(extract(left, right, ["en"], Control()), left, right, link_cost, are_drafts)
    return look.borne_out([_PAIR], sure) == [_PAIR]


def test_letters_are_asked_in_drafts_alone() -> None:
    assert not _stands(_AROUND[:1])
    assert _stands(_AROUND[:1], link_cost=0.1, are_drafts=False)


def test_neighbours_with_partners_bear_a_link_out() -> None:
    assert _stands(_AROUND)
    assert not _stands([_AROUND[0], _AROUND[3]])


def test_amid_claims_without_partners_a_link_is_dearer_in_any_documents() -> None:
    alike = pair_similarity(extract(_LEFT, _RIGHT, ["en"], Control()), *_PAIR)
    below, above = alike - 0.05, alike - 0.1
    assert not _stands([], link_cost=below, are_drafts=False)
    assert _stands([], link_cost=above, are_drafts=False)
    assert _stands(_AROUND[:3], link_cost=below, are_drafts=False)


def test_the_letters_of_enormous_claims_are_not_compared() -> None:
    assert not _stands([], link_cost=0.1)
    assert _stands([], link_cost=0.1, times=200)


def test_claims_linked_with_several_stand() -> None:
    features = extract(_LEFT, _RIGHT, ["en"], Control())
    look = SecondLook(features, _LEFT, _RIGHT, link_cost=0.3, are_drafts=True)
    assert look.borne_out([(2, 2), (2, 3)], []) == [(2, 2), (2, 3)]


def test_no_neighbour_is_missed_at_the_ends_of_the_documents() -> None:
    features = extract([_OURS], [_THEIRS], ["en"], Control())
    cost = pair_similarity(features, 0, 0) - 0.05
    assert SecondLook(features, [_OURS], [_THEIRS], cost, are_drafts=False).borne_out([(0, 0)], []) == [(0, 0)]
