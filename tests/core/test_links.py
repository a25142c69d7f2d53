"""Links and lone claims refuse what cannot be."""

from __future__ import annotations

import pytest

from compare_app.core.links import Link, Lone, Relation


@pytest.mark.parametrize(("left", "right"), [((), (0,)), ((0,), ())])
def test_a_link_needs_both_sides(left: tuple[int, ...], right: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="both sides"):
        Link(left, right, Relation.SAME, 1.0)


@pytest.mark.parametrize("similarity", [-0.1, 1.1, float("nan")])
def test_a_similarity_is_a_share(similarity: float) -> None:
    with pytest.raises(ValueError, match="similarity"):
        Link((0,), (0,), Relation.SAME, similarity)
    with pytest.raises(ValueError, match="similarity"):
        Lone(0, 1, similarity)
