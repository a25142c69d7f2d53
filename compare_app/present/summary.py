"""How much of each kind a comparison holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare_app.present.items import Item
from compare_app.present.marks import Mark


@dataclass(frozen=True, slots=True)
class Summary:
    """Number of items under each mark, in the order of `Mark`. A moved item that also changed counts under both."""

    counts: tuple[tuple[Mark, int], ...]

    @property
    def has_differences(self) -> bool:
        """Whether anything is marked."""
        return any(count for mark, count in self.counts if mark is not Mark.SAME)

    @property
    def sentence(self) -> str:
        """ "0 contradicting · 14 changed · 61 the same": what no item has is left out, but never the contradictions."""
        if not any(count for _, count in self.counts):
            return "Nothing to compare"
        told = [(mark, count) for mark, count in self.counts if count or mark is Mark.CONTRADICTING]
        return " · ".join(f"{count} {mark.word}" for mark, count in told)

    def count(self, mark: Mark) -> int:
        """Number of items under `mark`."""
        return dict(self.counts)[mark]


def summarise(items: Sequence[Item]) -> Summary:
    """The counts of `items` under every mark."""
    return Summary(tuple((mark, sum(item.has_mark(mark) for item in items)) for mark in Mark))
