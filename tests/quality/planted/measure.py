"""Lays what was planted beside what was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from compare_app import compare
from compare_app.core.comparison import Comparison
from compare_app.core.document import Document
from compare_app.core.findings import Finding, Verdict
from compare_app.core.spans import Span
from tests.quality.planted.texts import Planted, PlantedTexts

OUTCOMES = ("found and named", "found, other name", "only possible", "missed", "silent", "not silent")
_ALARMS = (Verdict.CONFLICT, Verdict.POSSIBLE)
_LESSER = (Verdict.UPDATED, Verdict.POSSIBLE)


class Marked(NamedTuple):
    """A finding, on a link or elsewhere, with the indexes of its claims."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    finding: Finding


class Measured:
    """The comparison of two texts, and for each planted change what became of it."""

    def __init__(self, texts: PlantedTexts) -> None:
        self.texts = texts
        self.comparison = compare(texts.left, texts.right)
        self._marked = [*_linked(self.comparison), *_elsewhere(self.comparison)]

    @cached_property
    def outcomes(self) -> dict[Planted, str]:
        """One of OUTCOMES for each planted change; for a harmless one "silent" or "not silent"."""
        return {change: self._outcome(change) for change in self.texts.changes}

    def counts(self) -> dict[str, Counter[str]]:
        """How many changes had each outcome, by what was planted: conflict, shift, harmless."""
        found: dict[str, Counter[str]] = {}
        for change, outcome in self.outcomes.items():
            found.setdefault(change.verdict or "harmless", Counter())[outcome] += 1
        return found

    def false_counts(self) -> tuple[int, int, int]:
        """Conflicts, possible conflicts and shifts that stand where none was planted."""
        verdicts = Counter(marked.finding.verdict for marked in self.unplanted())
        return verdicts[Verdict.CONFLICT], verdicts[Verdict.POSSIBLE], verdicts[Verdict.SHIFT]

    def unplanted(self) -> list[Marked]:
        """Findings on no planted change that asks for one; a conflict where only a shift was planted is one too."""
        asked = [change for change in self.texts.changes if change.verdict]
        return [marked for marked in self._marked if not any(self._answers(marked, change) for change in asked)]

    def on(self, change: Planted) -> list[Marked]:
        """Findings whose words meet the planted ones on both sides."""
        left, right = _place(self.texts.left, change.left), _place(self.texts.right, change.right)
        return [
            marked
            for marked in self._marked
            if _meets(marked.finding.left, left, _claims(marked.left, self.texts.left))
            and _meets(marked.finding.right, right, _claims(marked.right, self.texts.right))
        ]

    def is_linked(self, change: Planted) -> bool:
        """Whether the two claims that the change joins are linked."""
        left, right = _place(self.texts.left, change.left), _place(self.texts.right, change.right)
        one, other = self.texts.left.claim_at(left.start), self.texts.right.claim_at(right.start)
        return any(one in link.left and other in link.right for link in self.comparison.links)

    def lines(self, *, everything: bool) -> Iterator[str]:
        """What was not found as planted, and each finding that nobody planted; `everything`: also what was found."""
        for change, outcome in self.outcomes.items():
            said = [f"{m.finding.verdict}/{m.finding.kind}: {m.finding.message}" for m in self.on(change)]
            if everything or outcome not in ("found and named", "silent") or change.missed:
                linked = "" if self.is_linked(change) else " [not linked]"
                why = f" (known: {change.missed})" if change.missed else ""
                yield f"{outcome}{linked}{why}: {change.left!r} | {change.right!r}"
                yield from (f"    {line}" for line in said)
        for marked in self.unplanted():
            yield f"unplanted {marked.finding.verdict}/{marked.finding.kind}: {marked.finding.message}"
            yield f"    {' '.join(self.texts.left.claims[i].text for i in marked.left)}"
            yield f"    {' '.join(self.texts.right.claims[j].text for j in marked.right)}"

    def _outcome(self, change: Planted) -> str:
        found = self.on(change)
        if change.verdict is None:
            return "not silent" if any(m in self.unplanted() for m in found) else "silent"
        said = [marked.finding for marked in found if marked.finding.verdict == change.verdict]
        if said:
            named = not change.kinds or {one.kind for one in said} <= set(change.kinds)
            return "found and named" if named else "found, other name"
        return "only possible" if any(m.finding.verdict in _LESSER for m in found) else "missed"

    def _answers(self, marked: Marked, change: Planted) -> bool:
        wanted = _ALARMS if change.verdict == Verdict.CONFLICT else (change.verdict,)
        return marked.finding.verdict in wanted and marked in self.on(change)


def _linked(comparison: Comparison) -> Iterator[Marked]:
    for link in comparison.links:
        for finding in link.findings:
            yield Marked(link.left, link.right, finding)


def _elsewhere(comparison: Comparison) -> Iterator[Marked]:
    """What was found between the two documents where no link joins the claims."""
    for one in comparison.elsewhere:
        if not one.is_within:
            finding = Finding(one.kind, one.verdict, one.first.span, one.second.span, one.message)
            yield Marked((one.first.claim,), (one.second.claim,), finding)


def _claims(indexes: tuple[int, ...], document: Document) -> Span:
    return Span(document.claims[indexes[0]].span.start, document.claims[indexes[-1]].span.end)


def _place(document: Document, words: str) -> Span:
    """Where `words` stand in the document, whatever its line breaks; raises ValueError unless exactly once."""
    if document.text.count(words) != 1:
        raise ValueError(f"{words!r} stands {document.text.count(words)} times")
    start = document.text.index(words)
    return Span(start, start + len(words))


def _meets(found: Span | None, planted: Span, claims: Span) -> bool:
    """Whether a finding's words meet the planted ones; where it has none on this side, whether its claims do."""
    span = claims if found is None else found
    return span.start < planted.end and planted.start < span.end
