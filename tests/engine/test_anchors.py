"""Anchors: equal claims that stand once, and the heaviest order among links."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from compare_app.core.control import Control
from compare_app.engine.anchors import grown, heaviest_chain, unique_equals
from compare_app.engine.groups import grouped


def test_only_keys_that_stand_once_on_each_side_anchor() -> None:
    assert unique_equals(["a", "b", "b", "c"], ["c", "b", "a", "x"], Control()) == [(0, 2), (3, 0)]


@given(st.permutations(range(6)), st.lists(st.integers(1, 9), min_size=6, max_size=6))
def test_the_heaviest_chain_is_as_heavy_as_the_best_of_all(order: list[int], weights: list[int]) -> None:
    pairs = list(enumerate(order))
    chain = heaviest_chain(pairs, [float(weight) for weight in weights])
    rights = [pairs[index][1] for index in chain]
    assert rights == sorted(rights)
    best = max(
        sum(weights[index] for index in chosen)
        for size in range(1, 7)
        for chosen in combinations(range(6), size)
        if [order[index] for index in chosen] == sorted(order[index] for index in chosen)
    )
    assert sum(weights[index] for index in chain) == best


def test_equal_neighbours_of_an_anchor_are_linked() -> None:
    assert grown([(2, 1)], ["x", "a", "b", "a", "y"], ["a", "b", "a", "z"]) == [(1, 0), (2, 1), (3, 2)]


def test_links_that_share_claims_are_one_group() -> None:
    links = [(0, 0), (0, 1), (2, 1), (4, 4), (5, 3), (1, 3)]
    assert grouped(links) == [((0, 2), (0, 1)), ((1, 5), (3,)), ((4,), (4,))]
