"""Which words differ, in texts short and endless."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_app.core.control import Control
from compare_app.engine import differing as module
from compare_app.engine.differing import differing
from compare_app.engine.phrases import Region

_WORDS = st.lists(st.sampled_from("abcdef"), max_size=30)


def _kept(words: Sequence[str], spans: Sequence[tuple[int, int]]) -> list[str]:
    taken = {at for start, end in spans for at in range(start, end)}
    return [word for at, word in enumerate(words) if at not in taken]


@pytest.mark.parametrize("most_cells", [400_000_000, 20, 0])
@given(left=_WORDS, right=_WORDS)
def test_what_is_left_over_is_equal_and_parts_the_regions(most_cells: int, left: list[str], right: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_MOST_CELLS", most_cells)
        regions = differing(left, right, Control())
    ours, theirs = [(r.start, r.end) for r in regions], [(r.from_, r.to) for r in regions]
    assert _kept(left, ours) == _kept(right, theirs)
    for before, after in pairwise(regions):
        assert after.start - before.end == after.from_ - before.to > 0


def test_long_texts_are_cut_at_runs_that_stand_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_CELLS", 100)
    words = [f"word{n}" for n in range(40)]
    changed = [*words[:10], "new", *words[11:30], *words[32:]]
    assert differing(words, changed, Control()) == [Region(10, 11, 10, 11), Region(30, 32, 30, 30)]


def test_a_long_text_of_other_words_is_replaced_between_what_both_ends_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_CELLS", 100)
    left, right = [f"left{n}" for n in range(40)], [f"right{n}" for n in range(30)]
    assert differing(["the", *left, "end"], ["the", *right, "end"], Control()) == [Region(1, 41, 1, 31)]
