"""What a person decided, as entries of the JSON report: each names its subject by places in that very report."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.comparison import Comparison
from compare_app.core.exchange import Data
from compare_app.core.placed_review import PlacedReview
from compare_app.core.review import Decision, Review, elsewhere_key, finding_key
from compare_app.core.subjects import ClaimGroup, Indexes, Subject


def review_entries(comparison: Comparison, review: Review) -> list[Data]:
    """Findings decided or noted, pairs pinned, cut or judged, claims noted, rules dismissed; not what is gone."""
    if review == Review():
        return []
    rules = [{"rule": kind, "decision": Decision.DISMISSED.value} for kind in review.dismissed_rules]
    return [*_about_findings(comparison, review), *_about_claims(comparison, review), *rules]


def _about_findings(comparison: Comparison, review: Review) -> Iterator[Data]:
    for link in comparison.links:
        for place, finding in enumerate(link.findings):
            said = _said(finding_key(comparison, link, finding), review)
            if said:
                yield {"left_claim": link.left[0], "finding": place, **said}
    for place, elsewhere in enumerate(comparison.elsewhere):
        said = _said(elsewhere_key(comparison, elsewhere), review)
        if said:
            yield {"elsewhere": place, **said}


def _said(key: str, review: Review) -> Data:
    decision, note = review.decisions.get(key), review.finding_notes.get(key)
    return {**({"decision": decision.value} if decision else {}), **({"note": note} if note else {})}


def _about_claims(comparison: Comparison, review: Review) -> Iterator[Data]:
    laid = PlacedReview.of(comparison, review)
    for group, judgement in laid.judgements.items():
        yield {**_claims(group), "judgement": judgement.value}
    for group, note in laid.notes.items():
        yield {**_claims(group), "note": note}
    if review.pins or review.cuts:
        indexes = comparison.indexes
        yield from _bonds(review.pins, "pinned", indexes)
        yield from _bonds(review.cuts, "cut", indexes)


def _bonds(subjects: tuple[Subject, ...], decision: str, indexes: Indexes) -> Iterator[Data]:
    for subject in subjects:
        group = indexes.place(subject, edited=True)
        if group is not None:
            yield {**_claims(group), "decision": decision}


def _claims(group: ClaimGroup) -> Data:
    return {"left_claims": list(group[0]), "right_claims": list(group[1])}
