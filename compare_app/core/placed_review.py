"""A review laid upon one comparison: of which links and claims it speaks, and what it says in vain."""

from __future__ import annotations

from collections.abc import Container, Mapping

from compare_app.core.comparison import Comparison
from compare_app.core.finding_names import placed_findings
from compare_app.core.lazy import lazy
from compare_app.core.links import Link
from compare_app.core.records import field, record
from compare_app.core.review import Judgement, Review
from compare_app.core.subjects import ClaimGroup, Indexes, Subject


@record(slots=False)  # without slots, for the claims are kept once they were asked for
class PlacedReview:
    """Pins, cuts, judgements and notes by where their claims stand in one comparison."""

    judgements: Mapping[ClaimGroup, Judgement] = field(factory=dict)
    notes: Mapping[ClaimGroup, str] = field(factory=dict)
    pins: tuple[ClaimGroup, ...] = ()
    cuts: tuple[ClaimGroup, ...] = ()

    @classmethod
    def of(cls, comparison: Comparison, review: Review) -> PlacedReview:
        """`review` upon `comparison`. O(length of the texts), and nothing for a review without them."""
        if not (review.judgements or review.notes or review.pins or review.cuts):
            return cls()
        indexes = comparison.indexes
        judgements = ((_place_judged(about, indexes), said) for about, said in review.judgements.items())
        notes = {about: indexes.place(about, edited=True) for about in review.notes}
        return cls(
            {group: said for group, said in judgements if group is not None},
            _together(review, notes),
            tuple(at for pin in review.pins if (at := indexes.place(pin, edited=True)) is not None),
            tuple(at for cut in review.cuts if (at := indexes.place(cut, edited=True)) is not None),
        )

    @lazy
    def _claims(self) -> tuple[frozenset[int], frozenset[int]]:
        """All claims of the left and of the right that anything is about."""
        groups = (*self.judgements, *self.notes, *self.pins, *self.cuts)
        left, right = (frozenset(claim for group in groups for claim in group[side]) for side in (0, 1))
        return left, right

    def speaks_of(self, left: tuple[int, ...], right: tuple[int, ...]) -> bool:
        """Whether anything was said about any of these claims."""
        about_left, about_right = self._claims
        return not (about_left.isdisjoint(left) and about_right.isdisjoint(right))

    def judgement(self, link: Link) -> Judgement | None:
        """What the person said of the claims that `link` joins."""
        if not self.judgements:
            return None
        exact = self.judgements.get((link.left, link.right))
        return exact or next((said for group, said in self.judgements.items() if _holds(link, group)), None)

    def is_pinned(self, link: Link) -> bool:
        """Whether the person said that the claims of `link` belong together."""
        return (link.left, link.right) in self.pins

    def is_cut(self, left: tuple[int, ...], right: tuple[int, ...]) -> bool:
        """Whether the person parted one of these claims from what it was linked with."""
        return any(set(cut_left) & set(left) or set(cut_right) & set(right) for cut_left, cut_right in self.cuts)

    def notes_on(self, left: tuple[int, ...], right: tuple[int, ...]) -> tuple[str, ...]:
        """The notes on any of these claims."""
        if not self.notes:
            return ()
        return tuple(
            text for group, text in self.notes.items() if set(group[0]) & set(left) or set(group[1]) & set(right)
        )


def lost_decisions(comparison: Comparison, review: Review, keys: Container[str] | None = None) -> int:
    """How many decisions of `review` are about what `comparison` has not: gone words, or what no rule finds now.

    `keys` are those of all its findings, where they are known.
    """
    lost = _lost_findings(comparison, review, keys)
    if not (review.pins or review.cuts or review.judgements or review.notes):
        return lost
    indexes = comparison.indexes
    places = [indexes.place(about, edited=True) for about in (*review.pins, *review.cuts, *review.notes)]
    places += [_place_judged(about, indexes) for about in review.judgements]
    return lost + places.count(None)


def _place_judged(about: Subject, indexes: Indexes) -> ClaimGroup | None:
    """What was said of a pair is not carried over to other words: they may contradict after all."""
    return indexes.place(about)


def _together(review: Review, placed: Mapping[Subject, ClaimGroup | None]) -> dict[ClaimGroup, str]:
    """The notes by their places; of several in one place all."""
    notes: dict[ClaimGroup, str] = {}
    for about, group in placed.items():
        if group is not None:
            notes[group] = "\n".join(filter(None, (notes.get(group), review.notes[about])))
    return notes


def _holds(link: Link, group: ClaimGroup) -> bool:
    return set(group[0]) <= set(link.left) and set(group[1]) <= set(link.right)


def _lost_findings(comparison: Comparison, review: Review, known: Container[str] | None) -> int:
    said = (*review.decisions, *review.finding_notes)
    if not said:
        return 0
    keys = frozenset(one.key for one in placed_findings(comparison)) if known is None else known
    return sum(key not in keys for key in said)
