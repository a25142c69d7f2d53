"""What a reader can point at: every link and every lone claim, in reading order."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.findings import Finding
from compare_app.core.links import Link, Lone
from compare_app.present.marks import Mark, mark_of_link


@dataclass(frozen=True, slots=True)
class Item:
    """A link, or a claim without one. `left` and `right` are claim indexes; one of them is empty for a lone claim."""

    mark: Mark
    left: tuple[int, ...]
    right: tuple[int, ...]
    link: Link | None = None
    lone: Lone | None = None

    @property
    def moved(self) -> bool:
        """Whether the claim stands elsewhere on the other side, whatever else happened to it."""
        return self.link is not None and self.link.moved

    @property
    def also_moved(self) -> bool:
        """Whether it moved besides what its mark says."""
        return self.moved and self.mark is not Mark.MOVED

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules found in the link, gravest first; empty for a lone claim."""
        if self.link is None:
            return ()
        return tuple(sorted(self.link.findings, key=lambda finding: finding.verdict.gravity))

    @property
    def is_difference(self) -> bool:
        """Whether the item belongs into a list of differences."""
        return self.mark is not Mark.SAME

    def claims(self, side: Side) -> tuple[int, ...]:
        """Claim indexes on `side`."""
        return self.left if side is Side.LEFT else self.right

    def has_mark(self, mark: Mark) -> bool:
        """Whether the item is counted under `mark`: its own, and moved besides."""
        return self.mark is mark or (mark is Mark.MOVED and self.moved)


def items_of(comparison: Comparison) -> tuple[Item, ...]:
    """All links and lone claims in the reading order of the left.

    A claim only the right has stands behind what precedes it on the right. O(n log n).
    """
    placed: list[tuple[tuple[int, int, int], Item]] = []
    for link in comparison.links:
        placed.append(((link.left[0], 0, 0), Item(mark_of_link(link), link.left, link.right, link=link)))
    for lone in comparison.lone_left:
        placed.append(((lone.claim, 0, 0), Item(Mark.REMOVED, (lone.claim,), (), lone=lone)))
    starts, anchors = _anchors(comparison)
    for lone in comparison.lone_right:
        before = bisect_right(starts, lone.claim) - 1
        anchor = anchors[before] if before >= 0 else -1
        placed.append(((anchor, 1, lone.claim), Item(Mark.ADDED, (), (lone.claim,), lone=lone)))
    placed.sort(key=lambda entry: entry[0])
    return tuple(item for _, item in placed)


def _anchors(comparison: Comparison) -> tuple[list[int], list[int]]:
    """Last right claims of the unmoved links, ascending, with the last left claim of each."""
    pairs = sorted((link.right[-1], link.left[-1]) for link in comparison.links if not link.moved)
    return [right for right, _ in pairs], [left for _, left in pairs]
