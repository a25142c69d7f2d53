"""Takes decisions along from one comparison to the next, when a text was edited or read anew."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence, Set

from compare_app.core.claim_matches import Matches, match_claims
from compare_app.core.comparison import Comparison
from compare_app.core.document import Document, Side
from compare_app.core.finding_names import PlacedFinding, of_elsewhere, of_link, placed_findings
from compare_app.core.links import Link
from compare_app.core.records import field, record, replace
from compare_app.core.review import FindingName, Review
from compare_app.core.subjects import ClaimGroup, Subject


@record
class Carried:
    """A review that speaks of another comparison now, and what its keys and subjects are called there."""

    review: Review
    keys: Mapping[str, str] = field(factory=dict)
    subjects: Mapping[Subject, Subject] = field(factory=dict)


def carried(review: Review, before: Comparison, after: Comparison, keys: Container[str] | None = None) -> Carried:
    """`review`, made for `before`, with everything that is still to be found in `after` named as it is there.

    Pins, cuts and notes follow their claims. What was said of a finding follows where the same rule finds the same
    words in these claims; a judgement of a pair, where no finding came or went in it. So nothing new is hidden by
    what was said of something else. What cannot be placed keeps its name, and findings one that can be read. `keys`
    are those of all findings of `after`, where they are known.
    """
    is_swapped = after.left is before.right or after.right is before.left
    if is_swapped or review == Review(dismissed_rules=review.dismissed_rules):
        return Carried(review)
    known = frozenset(one.key for one in placed_findings(after)) if keys is None else keys
    lost = frozenset(key for key in review.finding_keys if key not in known)
    is_same = before.left is after.left and before.right is after.right
    if is_same and not lost and not review.strays:
        return Carried(review)
    move = _Move(review, before, after, lost)
    new_keys, subjects = move.keys(), {} if is_same else move.subjects()
    made = renamed(review, new_keys, subjects)
    strays = move.strays(lost - new_keys.keys())
    return Carried(made if strays == made.strays else replace(made, strays=strays), new_keys, subjects)


def renamed(review: Review, keys: Mapping[str, str], subjects: Mapping[Subject, Subject]) -> Review:
    """`review` with other names for what `keys` and `subjects` name. `review` itself where they name nothing of it."""
    made = replace(
        review,
        decisions={keys.get(key, key): said for key, said in review.decisions.items()},
        finding_notes={keys.get(key, key): text for key, text in review.finding_notes.items()},
        strays={keys.get(key, key): name for key, name in review.strays.items()},
        pins=tuple(subjects.get(pin, pin) for pin in review.pins),
        cuts=tuple(subjects.get(cut, cut) for cut in review.cuts),
        judgements={subjects.get(about, about): said for about, said in review.judgements.items()},
        notes={subjects.get(about, about): text for about, text in review.notes.items()},
    )
    return review if made == review else made


class _Move:
    """What of one review is where in the comparison after. `lost` are the keys that `after` does not know."""

    def __init__(self, review: Review, before: Comparison, after: Comparison, lost: Set[str]) -> None:
        self._review, self._before, self._after = review, before, after
        self._matches = {side: _matches(before.document(side), after.document(side)) for side in Side}
        self._groups = {(link.left, link.right) for link in after.links} if lost else set()
        touched = _findings_in(before, self._is_touched) if lost else ()
        self._lost: dict[str, PlacedFinding | FindingName] = {one.key: one for one in touched if one.key in lost}
        self._lost |= {key: name for key, name in review.strays.items() if key in lost and key not in self._lost}

    def keys(self) -> dict[str, str]:
        """By the key of a finding before, its key now, where that is another."""
        wanted = {key: where for key in sorted(self._lost) if (where := self._place_now(self._lost[key])) is not None}
        left, right = ({claim for where in wanted.values() for claim in where[side]} for side in (0, 1))
        near = [
            *_findings_in(self._after, lambda link: not (left.isdisjoint(link.left) and right.isdisjoint(link.right)))
        ]
        taken = set(self._review.finding_keys)
        keys: dict[str, str] = {}
        for key, where in wanted.items():
            what = self._lost[key]
            fitting = [one.key for one in near if one.is_like(what) and _meet(one.group, where)]
            if free := [now for now in fitting if now not in taken]:
                keys[key] = free[0]
                taken.add(free[0])
        return keys

    def strays(self, keys: Set[str]) -> dict[str, FindingName]:
        """The names of the findings `keys`, where they can be had."""
        found = {key: self._lost[key] for key in sorted(keys & self._lost.keys())}
        return {key: one.name_in(self._before) if isinstance(one, PlacedFinding) else one for key, one in found.items()}

    def subjects(self) -> dict[Subject, Subject]:
        """By what pins, cuts, judgements and notes were about, its name now, where that is another."""
        review = self._review
        followed = ((about, self._now(about, edited=True)) for about in {*review.pins, *review.cuts, *review.notes})
        judged = ((about, self._now_judged(about)) for about in review.judgements)
        return {about: now for about, now in (*judged, *followed) if now is not None and now != about}

    def _is_touched(self, link: Link) -> bool:
        """Whether the claims of `link` are others now, or joined otherwise: only then its findings have other keys."""
        now = self._follow((link.left, link.right))
        if now is None or now not in self._groups:
            return True
        pairs = zip(Side, (link.left, link.right), now, strict=True)
        return any(
            _words(self._before.document(side), was) != _words(self._after.document(side), at)
            for side, was, at in pairs
        )

    def _place_now(self, one: PlacedFinding | FindingName) -> ClaimGroup | None:
        if isinstance(one, PlacedFinding):
            return self._follow(one.group)
        return self._after.indexes.place(one.about, edited=True)

    def _now(self, about: Subject, *, edited: bool) -> Subject | None:
        group = self._before.indexes.place(about, edited=edited)
        now = None if group is None else self._follow(group)
        return None if now is None else self._after.indexes.subject(*now)

    def _now_judged(self, about: Subject) -> Subject | None:
        now = self._now(about, edited=False)
        at, at_now = self._before.indexes.place(about), None if now is None else self._after.indexes.place(now)
        if at is None or at_now is None or _findings(self._before, at) != _findings(self._after, at_now):
            return None
        return now

    def _follow(self, group: ClaimGroup) -> ClaimGroup | None:
        """The claims of `group` as they are now; None where one of them is gone."""
        ends = []
        for side, claims in zip(Side, group, strict=True):
            now = [self._matches[side].get(claim) for claim in claims]
            if None in now:
                return None
            ends.append(tuple(sorted({claim for claim in now if claim is not None})))
        return ends[0], ends[1]


def _matches(before: Document, after: Document) -> Matches:
    if before is after:
        return {claim: claim for claim in range(len(after.claims))}
    return match_claims(_texts(before), _texts(after))


def _texts(document: Document) -> Sequence[str]:
    return [claim.text for claim in document.claims]


def _meet(group: ClaimGroup, other: ClaimGroup) -> bool:
    """Whether they have a claim in common on every side on which the second has any."""
    return all(set(ours) & set(theirs) for ours, theirs in zip(group, other, strict=True) if theirs)


def _words(document: Document, claims: Sequence[int]) -> list[str]:
    return [document.claims[claim].text for claim in claims]


def _findings_in(comparison: Comparison, holds: Callable[[Link], bool]) -> Iterator[PlacedFinding]:
    """The findings of the links for which `holds`, and those that no link joins."""
    for link in comparison.links:
        if link.findings and holds(link):
            yield from (of_link(comparison, link, finding) for finding in link.findings)
    yield from (of_elsewhere(comparison, found) for found in comparison.elsewhere)


def _findings(comparison: Comparison, group: ClaimGroup) -> frozenset[tuple[str, tuple[str, ...]]]:
    links = (link for link in comparison.links if set(group[0]) <= set(link.left) and set(group[1]) <= set(link.right))
    found = (of_link(comparison, link, finding) for link in links for finding in link.findings)
    return frozenset((one.kind, one.words) for one in found)
