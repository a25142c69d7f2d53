"""Names for findings that can be read: what a key, made from the same words, cannot be turned back into."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.elsewhere import Elsewhere
from compare_app.core.findings import Finding
from compare_app.core.links import Link
from compare_app.core.records import record
from compare_app.core.review import FindingName, elsewhere_key, finding_key
from compare_app.core.subjects import ClaimGroup


@record
class PlacedFinding:
    """A finding by its key, its claims in one comparison, and what tells it from the others of these claims."""

    key: str
    group: ClaimGroup
    kind: str
    words: tuple[str, ...]
    """The words it is about, ascending: they may change sides."""

    def is_like(self, other: PlacedFinding | FindingName) -> bool:
        """Whether the same rule found the same words."""
        return (self.kind, self.words) == (other.kind, other.words)

    def name_in(self, comparison: Comparison) -> FindingName:
        """Its name, for when the comparison is gone."""
        return FindingName(self.kind, self.words, comparison.indexes.subject(*self.group))


def placed_findings(comparison: Comparison) -> Iterator[PlacedFinding]:
    """All findings of `comparison`."""
    for link in comparison.links:
        for finding in link.findings:
            yield of_link(comparison, link, finding)
    for found in comparison.elsewhere:
        yield of_elsewhere(comparison, found)


def of_link(comparison: Comparison, link: Link, finding: Finding) -> PlacedFinding:
    """`finding` of `link`."""
    spans = (finding.span(side) for side in Side)
    words = [span.of(comparison.document(side).text) if span else "" for side, span in zip(Side, spans, strict=True)]
    key, group = finding_key(comparison, link, finding), (link.left, link.right)
    return PlacedFinding(key, group, finding.kind, tuple(sorted(words)))


def of_elsewhere(comparison: Comparison, found: Elsewhere) -> PlacedFinding:
    """What no link joins."""
    words = sorted(place.span.of(comparison.document(place.side).text) for place in found.places)
    left, right = (tuple(place.claim for place in found.places if place.side is side) for side in Side)
    return PlacedFinding(elsewhere_key(comparison, found), (left, right), f"elsewhere {found.kind}", tuple(words))
