"""A review laid upon one comparison: which of its links and claims it speaks of, and what it says in vain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from compare_app.core.comparison import Comparison
from compare_app.core.links import Link
from compare_app.core.records import field, record
from compare_app.core.review import Judgement, Review, elsewhere_key, finding_key
from compare_app.core.subjects import ClaimGroup, Indexes, Subject


@record
class PlacedReview:
    """Judgements and notes by where their claims stand. `lost` counts decisions about what is no longer there."""

    judgements: Mapping[ClaimGroup, Judgement] = field(factory=dict)
    notes: Mapping[ClaimGroup, str] = field(factory=dict)
    lost: int = 0

    @classmethod
    def of(cls, comparison: Comparison, review: Review) -> PlacedReview:
        """`review` upon `comparison`. O(length of the texts), and next to nothing for an empty review."""
        lost = _lost_findings(comparison, review)
        subjects = (*review.pins, *review.cuts, *review.judgements, *review.notes)
        if not subjects:
            return cls(lost=lost)
        indexes = Indexes.of(comparison.left, comparison.right)
        # What was said of a pair is not carried over to other words: they may contradict after all.
        judgements = {about: indexes.place(about) for about in review.judgements}
        notes = {about: indexes.place(about, edited=True) for about in review.notes}
        bound = [indexes.place(about, edited=True) for about in (*review.pins, *review.cuts)]
        lost += [*judgements.values(), *notes.values(), *bound].count(None)
        return cls(
            {group: review.judgements[about] for about, group in judgements.items() if group is not None},
            _together(review, notes),
            lost,
        )

    def judgement(self, link: Link) -> Judgement | None:
        """What the person said of the claims that `link` joins."""
        if not self.judgements:
            return None
        exact = self.judgements.get((link.left, link.right))
        return exact or next((said for group, said in self.judgements.items() if _holds(link, group)), None)

    def notes_on(self, left: tuple[int, ...], right: tuple[int, ...]) -> tuple[str, ...]:
        """The notes on any of these claims."""
        return tuple(
            text for group, text in self.notes.items() if set(group[0]) & set(left) or set(group[1]) & set(right)
        )


def _together(review: Review, placed: Mapping[Subject, ClaimGroup | None]) -> dict[ClaimGroup, str]:
    """The notes by their places; of several in one place all."""
    notes: dict[ClaimGroup, str] = {}
    for about, group in placed.items():
        if group is not None:
            notes[group] = "\n".join(filter(None, (notes.get(group), review.notes[about])))
    return notes


def _holds(link: Link, group: ClaimGroup) -> bool:
    return set(group[0]) <= set(link.left) and set(group[1]) <= set(link.right)


def _lost_findings(comparison: Comparison, review: Review) -> int:
    keys = (*review.decisions, *review.finding_notes)
    known = frozenset(_finding_keys(comparison)) if keys else frozenset()
    return sum(key not in known for key in keys)


def _finding_keys(comparison: Comparison) -> Iterator[str]:
    for link in comparison.links:
        for finding in link.findings:
            yield finding_key(comparison, link, finding)
    for found in comparison.elsewhere:
        yield elsewhere_key(comparison, found)
