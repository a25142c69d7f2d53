"""Joins differences that a reader takes for one phrase."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.records import record
from compare_app.engine.tokenise import is_word


@record
class Region:
    """Tokens `start` to `end` of the left stand against `from_` to `to` of the right, all half-open."""

    start: int
    end: int
    from_: int
    to: int

    @property
    def size(self) -> int:
        """Tokens of the longer side."""
        return max(self.end - self.start, self.to - self.from_)


def joined_phrases(regions: Sequence[Region], left: Sequence[str]) -> list[Region]:
    """`regions`, between which something is kept, with those joined where that is too little to help a reader. `left`
    are the folded tokens of that side.

    Few kept words between two long differences are chance ("of the"), as in Neil Fraser's semantic cleanup ("Writing:
    Diff Strategies", 2006): a run is given up when it has no more words than either neighbour has tokens.
    """
    joined: list[Region] = []
    for region in regions:
        while joined and _is_chance(joined[-1], region, left):
            last = joined.pop()
            region = Region(last.start, region.end, last.from_, region.to)
        joined.append(region)
    return joined


_CHARACTERS_PER_TOKEN = 4  # of a kept word: "of", "the", "and" weigh less than one changed word. Chosen by hand.


_LONG = 2  # tokens: two single words that changed are told apart better than joined. Chosen by hand.


def _is_chance(first: Region, second: Region, left: Sequence[str]) -> bool:
    shorter = min(first.size, second.size)
    if shorter < _LONG or second.start - first.end > shorter:
        return False
    kept = left[first.end : second.start]
    return sum(len(token) for token in kept if is_word(token)) / _CHARACTERS_PER_TOKEN < shorter
