"""What there is to point at in a comparison, before anybody decided anything, in the order in which it is read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.elsewhere import Elsewhere
from compare_app.core.links import Link, Lone
from compare_app.core.records import record
from compare_app.core.review import elsewhere_key, finding_key


@record
class Entry:
    """A link, a claim without one, or places that disagree without one. `left` and `right` are claim indexes.

    One of them is empty for a lone claim and for what lies in one document. `elsewhere` holds two where both
    documents contradict themselves in the same claims.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    link: Link | None = None
    lone: Lone | None = None
    elsewhere: tuple[Elsewhere, ...] = ()

    @property
    def has_findings(self) -> bool:
        """Whether a rule found something here."""
        return bool(self.elsewhere or (self.link is not None and self.link.findings))


def entries_of(comparison: Comparison) -> tuple[Entry, ...]:
    """All links, lone claims and places that disagree without a link, in the reading order of the left.

    A claim only the right has stands behind what precedes it on the right. O(n log n).
    """
    placed = [((link.left[0], 0, 0), Entry(link.left, link.right, link=link)) for link in comparison.links]
    placed += [((lone.claim, 0, 0), Entry((lone.claim,), (), lone=lone)) for lone in comparison.lone_left]
    starts, anchors = _anchors(comparison)

    def behind(claim: int) -> tuple[int, int, int]:
        before = bisect_right(starts, claim) - 1
        return anchors[before] if before >= 0 else -1, 1, claim

    placed += [(behind(lone.claim), Entry((), (lone.claim,), lone=lone)) for lone in comparison.lone_right]
    for entry in _of_elsewhere(comparison):
        placed.append(((entry.left[0], 0, 1) if entry.left else behind(entry.right[0]), entry))
    placed.sort(key=lambda one: one[0])
    return tuple(entry for _, entry in placed)


def as_found(comparison: Comparison) -> Iterator[Entry]:
    """All links and lone claims one after the other, as the comparison has them: nothing is ordered first."""
    for link in comparison.links:
        yield Entry(link.left, link.right, link=link)
    for lone in comparison.lone_left:
        yield Entry((lone.claim,), (), lone=lone)
    for lone in comparison.lone_right:
        yield Entry((), (lone.claim,), lone=lone)


def finding_keys(comparison: Comparison, entry: Entry) -> tuple[str, ...]:
    """What names the findings of the link in a review, in its order, or what disagrees without a link.

    Of `comparison` only the documents are looked at.
    """
    if entry.elsewhere:
        return (elsewhere_key(comparison, entry.elsewhere[0]),)
    if entry.link is None:
        return ()
    return tuple(finding_key(comparison, entry.link, finding) for finding in entry.link.findings)


def _of_elsewhere(comparison: Comparison) -> Iterator[Entry]:
    for group in _together(comparison):
        left, right = (
            tuple(sorted(place.claim for found in group for place in found.places if place.side is side))
            for side in Side
        )
        yield Entry(left, right, elsewhere=group)


def _together(comparison: Comparison) -> list[tuple[Elsewhere, ...]]:
    """Each alone, but the same contradiction in the same claims of both documents as one."""
    within = {}
    for found in comparison.elsewhere:
        if found.is_within and found.first.side is Side.LEFT:
            within[elsewhere_key(comparison, found)] = found
    groups: list[tuple[Elsewhere, ...]] = []
    for found in comparison.elsewhere:
        if found.is_within and found.first.side is Side.RIGHT:
            twin = within.pop(elsewhere_key(comparison, found), None)
            if twin is not None:
                groups.remove((twin,))
                groups.append((twin, found))
                continue
        groups.append((found,))
    return groups


def _anchors(comparison: Comparison) -> tuple[list[int], list[int]]:
    """Last right claims of the unmoved links, ascending, with the last left claim of each."""
    pairs = sorted((link.right[-1], link.left[-1]) for link in comparison.links if not link.moved)
    return [right for right, _ in pairs], [left for _, left in pairs]
