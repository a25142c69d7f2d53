"""Tells a conflict from a chance meeting: what else differs between two claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from compare_app.core.facts import ClaimFacts
from compare_app.core.findings import Finding, Verdict
from compare_app.core.spans import Span
from compare_app.rules.pair import Element, Pair

_MOST_PASSAGES = 1
"""Unexplained differing passages under which a conflict stands. Chosen on halves of vitaminc_real_revpairs
(2026-11-23): precision .93 and more at 0, .77 to .85 at 1 and 2, falling after."""
_SMALL_SHARE = 0.15
"""Share of the shorter claim's content words that may differ in one passage more; chosen by hand for long claims."""


def in_frame(pair: Pair, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """`findings` with each conflict lowered to possible where too much else differs to be sure of one event."""
    if not any(finding.verdict is Verdict.CONFLICT for finding in findings) or _is_close(pair, findings):
        return findings
    return tuple(
        replace(finding, verdict=Verdict.POSSIBLE) if finding.verdict is Verdict.CONFLICT else finding
        for finding in findings
    )


def _is_close(pair: Pair, findings: tuple[Finding, ...]) -> bool:
    """Whether little differs beside what the findings explain."""
    left = [finding.left for finding in findings if finding.left is not None]
    right = [finding.right for finding in findings if finding.right is not None]
    passages = words = 0
    for hunk in pair.hunks:
        lost = sum(1 for _ in _unexplained(pair.left, pair.left_elements[slice(*hunk.left)], left))
        gained = sum(1 for _ in _unexplained(pair.right, pair.right_elements[slice(*hunk.right)], right))
        passages += bool(lost or gained)
        words += max(lost, gained)
    share = words / max(1, min(pair.content))
    if share > 0.5:
        return False
    return passages <= _MOST_PASSAGES or (passages == _MOST_PASSAGES + 1 and share <= _SMALL_SHARE)


def _unexplained(claim: ClaimFacts, elements: Iterable[Element], spans: list[Span]) -> Iterator[Element]:
    """The content words that no finding covers."""
    for element in elements:
        at = claim.words.starts[element.first]
        if element.is_content and not any(span.contains(at) for span in spans):
            yield element
