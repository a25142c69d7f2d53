"""What a reader can point at, in reading order: every link, every lone claim, every two places without a link."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Generator, Iterator

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.elsewhere import Elsewhere, Place
from compare_app.core.findings import Finding, Verdict
from compare_app.core.links import Link, Lone
from compare_app.core.placed_review import PlacedReview
from compare_app.core.records import record
from compare_app.core.review import Decision, Judgement, Review, elsewhere_key, finding_key
from compare_app.core.steps import finished
from compare_app.present.marks import Mark, mark_of_link, mark_of_verdict

_STEP = 1_000  # links between two steps: about 3 ms


@record
class Item:
    """A link, a claim without one, or places that disagree without one. `left` and `right` are claim indexes.

    One of them is empty for a lone claim and for what lies in one document. `elsewhere` holds two where both
    documents contradict themselves in the same claims. `dismissed` are the findings that a person left out;
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
    def notes(self) -> tuple[str, ...]:
        """All that a person wrote here."""
        return self.claim_notes + self.finding_notes

    @property
    def is_listed(self) -> bool:
        """Whether the item belongs into a list: what is marked, was dismissed, or has a note."""
        return self.mark is not Mark.SAME or bool(self.notes)

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
    """All links, lone claims and places that disagree without a link, in the reading order of the left.

    A claim only the right has stands behind what precedes it on the right. What `review` dismisses has no say in a
    mark. O(n log n).
    """
    return finished(items_in_steps(comparison, review))


def items_in_steps(comparison: Comparison, review: Review) -> Generator[None, None, tuple[Item, ...]]:
    """The same, handing over after every few milliseconds of work."""
    laid = PlacedReview.of(comparison, review)
    placed: list[tuple[tuple[int, int, int], Item]] = []
    for count, link in enumerate(comparison.links):
        placed.append(((link.left[0], 0, 0), _of_link(comparison, link, review, laid)))
        if count % _STEP == 0:
            yield
    for lone in comparison.lone_left:
        placed.append(((lone.claim, 0, 0), _of_lone(Mark.REMOVED, (lone.claim,), (), lone, laid)))
    yield
    starts, anchors = _anchors(comparison)

    def behind(claim: int) -> tuple[int, int, int]:
        before = bisect_right(starts, claim) - 1
        return anchors[before] if before >= 0 else -1, 1, claim

    for lone in comparison.lone_right:
        placed.append((behind(lone.claim), _of_lone(Mark.ADDED, (), (lone.claim,), lone, laid)))
    for item in _of_elsewhere(comparison, review):
        placed.append(((item.left[0], 0, 1) if item.left else behind(item.right[0]), item))
    yield
    placed.sort(key=lambda entry: entry[0])
    yield
    return tuple(item for _, item in placed)


def _of_link(comparison: Comparison, link: Link, review: Review, laid: PlacedReview) -> Item:
    judgement = laid.judgement(link)
    dismissed: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    if link.findings and (review.judges_findings or review.finding_notes or judgement):
        keyed = [(finding, finding_key(comparison, link, finding)) for finding in link.findings]
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


def _of_lone(mark: Mark, left: tuple[int, ...], right: tuple[int, ...], lone: Lone, laid: PlacedReview) -> Item:
    notes, is_cut = laid.notes_on(left, right), laid.is_cut(left, right)
    return Item(mark, left, right, lone=lone, claim_notes=notes, is_cut=is_cut)


def _is_dismissed(finding: Finding, key: str, review: Review, judgement: Judgement | None) -> bool:
    """Whether a finding has no say: by itself, by its rule, or as the pair was judged not to contradict."""
    agrees = judgement is Judgement.AGREES and finding.verdict in (Verdict.CONFLICT, Verdict.POSSIBLE)
    return review.dismisses(finding.kind, key) or (agrees and review.decisions.get(key) is not Decision.CONFIRMED)


def _of_elsewhere(comparison: Comparison, review: Review) -> Iterator[Item]:
    for group in _together(comparison):
        key = elsewhere_key(comparison, group[0])
        is_dismissed = review.dismisses(group[0].kind, key)
        sides = {
            side: tuple(sorted(place.claim for found in group for place in found.places if place.side is side))
            for side in Side
        }
        yield Item(
            Mark.DISMISSED if is_dismissed else mark_of_verdict(group[0].verdict),
            sides[Side.LEFT],
            sides[Side.RIGHT],
            elsewhere=group,
            dismissed=group if is_dismissed else (),
            finding_notes=(review.finding_notes[key],) if key in review.finding_notes else (),
        )


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
