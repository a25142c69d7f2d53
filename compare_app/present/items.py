"""What a reader can point at, as a person decided: every link, every lone claim, every two places without a link."""

from __future__ import annotations

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.elsewhere import Elsewhere, Place
from compare_app.core.findings import Finding, Verdict
from compare_app.core.links import Link, Lone
from compare_app.core.placed_review import PlacedReview
from compare_app.core.records import record
from compare_app.core.review import Decision, Judgement, Review
from compare_app.present.entries import Entry, entries_of, finding_keys
from compare_app.present.marks import Mark, mark_of_link, mark_of_verdict

_NOTHING = PlacedReview()


@record
class Item:
    """An entry with what was decided about it. `dismissed` are the findings that a person left out;
    `judgement` is what a person said of the pair, `notes` what a person wrote about its claims and findings. A person
    put the pair together where it `is_pinned`, and parted one of its claims from another where it `is_cut`.
    """

    mark: Mark
    left: tuple[int, ...]
    right: tuple[int, ...]
    link: Link | None = None
    lone: Lone | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
    dismissed: tuple[Finding | Elsewhere, ...] = ()
    judgement: Judgement | None = None
    claim_notes: tuple[str, ...] = ()
    finding_notes: tuple[str, ...] = ()
    is_pinned: bool = False
    is_cut: bool = False

    @property
    def entry(self) -> Entry:
        """The same as if nothing was decided."""
        return Entry(self.left, self.right, self.link, self.lone, self.elsewhere)

    @property
    def notes(self) -> tuple[str, ...]:
        """All that a person wrote here."""
        return self.claim_notes + self.finding_notes

    @property
    def is_listed(self) -> bool:
        """Whether the item belongs into a list: what is marked, was dismissed, or has a note."""
        return self.mark is not Mark.SAME or bool(self.notes)

    @property
    def listed_under(self) -> Mark | None:
        """The mark under which a list has the item, None where it has not."""
        return self.mark if self.is_listed else None

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
        """What the rules found in the link, gravest first, but for what was dismissed; empty without a link."""
        if self.link is None:
            return ()
        held = (finding for finding in self.link.findings if finding not in self.dismissed)
        return tuple(sorted(held, key=lambda finding: finding.verdict.gravity))

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of what was found here and has a say; empty where the item is not marked."""
        if not (self.elsewhere or (self.link is not None and self.link.findings)) or not self.is_marked:
            return frozenset()
        return frozenset(found.kind for found in self.elsewhere or self.findings)

    @property
    def has_conflict(self) -> bool:
        """Whether a rule found that both sides cannot be true."""
        return any(finding.verdict is Verdict.CONFLICT for finding in self.findings)

    @property
    def places(self) -> tuple[Place, ...]:
        """The ends of what disagrees without a link."""
        return tuple(place for found in self.elsewhere for place in found.places)

    @property
    def is_marked(self) -> bool:
        """Whether the item is marked in the texts."""
        return self.mark not in (Mark.SAME, Mark.DISMISSED)

    @property
    def is_difference(self) -> bool:
        """Whether the item tells the documents apart: a document that contradicts itself does not."""
        return self.is_marked and not any(found.is_within for found in self.elsewhere)

    def claims(self, side: Side) -> tuple[int, ...]:
        """Claim indexes on `side`."""
        return self.left if side is Side.LEFT else self.right

    def has_mark(self, mark: Mark) -> bool:
        """Whether the item is counted under `mark`: its own, and moved or dismissed besides."""
        besides = (mark is Mark.MOVED and self.moved) or (mark is Mark.DISMISSED and bool(self.dismissed))
        return self.mark is mark or besides


def items_of(comparison: Comparison, review: Review = Review()) -> tuple[Item, ...]:
    """The entries of `comparison` in their order. What `review` dismisses has no say in a mark. O(n log n)."""
    decided = Decided(comparison, review)
    return tuple(decided.item(entry) for entry in entries_of(comparison))


class Decided:
    """Makes items of entries as a review has it. Of `comparison` only the documents are looked at."""

    def __init__(self, comparison: Comparison, review: Review) -> None:
        self._comparison, self._review = comparison, review
        self._laid = PlacedReview.of(comparison, review)
        self._asks_for_findings = review.judges_findings or bool(review.finding_notes)

    def item(self, entry: Entry, keys: tuple[str, ...] | None = None) -> Item:
        """The item of `entry`; `keys` are its `finding_keys` where they are known."""
        if entry.elsewhere:
            return self._of_elsewhere(entry, keys)
        laid = self._laid if self._laid.speaks_of(entry.left, entry.right) else _NOTHING
        if entry.link is None:
            notes, is_cut = laid.notes_on(entry.left, entry.right), laid.is_cut(entry.left, entry.right)
            mark = Mark.REMOVED if entry.left else Mark.ADDED
            return Item(mark, entry.left, entry.right, lone=entry.lone, claim_notes=notes, is_cut=is_cut)
        return self._of_link(entry, entry.link, laid, keys)

    def _of_link(self, entry: Entry, link: Link, laid: PlacedReview, keys: tuple[str, ...] | None) -> Item:
        judgement, review = laid.judgement(link), self._review
        dismissed: tuple[Finding, ...] = ()
        notes: tuple[str, ...] = ()
        if link.findings and (self._asks_for_findings or judgement):
            keyed = tuple(zip(link.findings, keys or finding_keys(self._comparison, entry), strict=True))
            dismissed = tuple(finding for finding, key in keyed if _is_dismissed(finding, key, review, judgement))
            notes = tuple(review.finding_notes[key] for _, key in keyed if key in review.finding_notes)
        mark = Mark.CONTRADICTING if judgement is Judgement.CONTRADICTS else mark_of_link(link, dismissed)
        return Item(
            mark,
            link.left,
            link.right,
            link=link,
            dismissed=dismissed,
            judgement=judgement,
            claim_notes=laid.notes_on(link.left, link.right),
            finding_notes=notes,
            is_pinned=laid.is_pinned(link),
            is_cut=laid.is_cut(link.left, link.right),
        )

    def _of_elsewhere(self, entry: Entry, keys: tuple[str, ...] | None) -> Item:
        group, review = entry.elsewhere, self._review
        (key,) = keys or finding_keys(self._comparison, entry)
        is_dismissed = review.dismisses(group[0].kind, key)
        return Item(
            Mark.DISMISSED if is_dismissed else mark_of_verdict(group[0].verdict),
            entry.left,
            entry.right,
            elsewhere=group,
            dismissed=group if is_dismissed else (),
            finding_notes=(review.finding_notes[key],) if key in review.finding_notes else (),
        )


def _is_dismissed(finding: Finding, key: str, review: Review, judgement: Judgement | None) -> bool:
    """Whether a finding has no say: by itself, by its rule, or as the pair was judged not to contradict."""
    agrees = judgement is Judgement.AGREES and finding.verdict.is_alarm
    return review.dismisses(finding.kind, key) or (agrees and review.decisions.get(key) is not Decision.CONFIRMED)
