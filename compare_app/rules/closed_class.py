"""Two members of one class in the same place: another colour, country, room, office."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from compare_app.core.facts import Clock
from compare_app.core.findings import Finding, Verdict
from compare_app.core.lexicon import load_lexicon
from compare_app.core.translation import marked, tr
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.classes import Member, exclude, members_at, one_word_classes, soft_classes
from compare_app.facts.signs import CLASS
from compare_app.facts.stems import stem
from compare_app.rules.class_names import class_name
from compare_app.rules.elements import Element, Hunk
from compare_app.rules.pair import Pair
from compare_app.rules.rule import Rule
from compare_app.rules.wording import around

_LONGEST_HUNK = 4
"""Elements of a replaced passage in which members are looked for; chosen by hand."""
_BESIDE = 2
"""Words before and behind a passage that may belong to one list with it; chosen by hand."""

_KIN = "kin"
"""The class of relatives: what somebody is, or has."""


def find_closed_class(pair: Pair) -> Iterator[Finding]:
    """A finding for each replaced member of a class whose two members do not both stand on one side."""
    for hunk in pair.hunks:
        if not hunk.is_replaced or hunk.longest > _LONGEST_HUNK:
            continue
        lefts = _members(pair.left, hunk.lost)
        rights = _members(pair.right, hunk.gained) if lefts else []
        found = _differing(lefts, rights, pair.left.language)
        if found and found[0].group in one_word_classes(pair.left.language) and hunk.longest > 1:
            continue
        if found and _is_had(pair.left, found[0]) != _is_had(pair.right, found[1]):
            continue
        if found and not _is_listed(pair, *found) and not _is_beside(pair, hunk, *found):
            yield _finding(pair, *found)


def _may_find(pair: Pair) -> bool:
    """Whether each side has a member of a class that excludes one of the other, wherever they stand."""
    left, right, language = pair.left.members, pair.right.members, pair.left.language
    of_one_class = [(one, other) for one in left for other in right if one.group == other.group] if left else []
    return any(exclude(one, other, language=language) for one, other in of_one_class)


def _members(claim: ClaimFacts, replaced: tuple[Element, ...]) -> list[Member]:
    """Members that touch the replaced words; a phrase may start one word before them.

    Words of figures and dates are no members, but "midnight" is one beside "morning".
    """
    first, end = replaced[0].first, replaced[-1].end
    facts = [element for element in replaced if element.fact and not isinstance(element.fact, Clock)]
    taken = {at for element in facts for at in range(element.first, element.end)}
    found: list[Member] = []
    for at in range(max(0, first - 1), end):
        if at not in taken:
            found.extend(m for m in members_at(claim.words, at, language=claim.language) if m.end > first)
    return found


def _differing(lefts: list[Member], rights: list[Member], language: str) -> tuple[Member, Member] | None:
    """The first two members of one class that differ, if no member of that class is on both sides."""
    for left in lefts:
        for right in rights:
            if exclude(left, right, language=language):
                names = {m.name for m in lefts if m.group == left.group}
                if not names & {m.name for m in rights if m.group == left.group}:
                    return left, right
    return None


def _is_listed(pair: Pair, left: Member, right: Member) -> bool:
    """Whether a member stands among the other side's differing words too: a list in another order."""
    lost = [element.first for hunk in pair.hunks for element in hunk.lost]
    gained = [element.first for hunk in pair.hunks for element in hunk.gained]
    return _has(pair.right, gained, left) or _has(pair.left, lost, right)


def _is_beside(pair: Pair, hunk: Hunk, left: Member, right: Member) -> bool:
    """Whether the other side's member stands right beside the passage too: "mixed to good", "mixed or average"."""
    return _has(pair.left, _around(hunk.lost, pair.left), right) or _has(
        pair.right, _around(hunk.gained, pair.right), left
    )


def _is_had(claim: ClaimFacts, member: Member) -> bool:
    """Whether somebody leaves or has a relative: "leaves a wife" says nothing against "was a father"."""
    if member.group != _KIN:
        return False
    before = claim.words.stems[max(0, member.first - _BESIDE) : member.first]
    return not _having(claim.language).isdisjoint(before)


@cache
def _having(language: str) -> frozenset[str]:
    return frozenset([stem(word, language) for word in load_lexicon(language, "classes").get("having", ())])


def _around(replaced: tuple[Element, ...], claim: ClaimFacts) -> list[int]:
    first, end = replaced[0].first, replaced[-1].end
    return [*range(max(0, first - _BESIDE), first), *range(end, min(end + _BESIDE, len(claim.words)))]


def _has(claim: ClaimFacts, differing: list[int], member: Member) -> bool:
    return any(
        found.group == member.group and found.name == member.name
        for at in differing
        for found in members_at(claim.words, at, language=claim.language)
    )


def _finding(pair: Pair, left: Member, right: Member) -> Finding:
    left_span, right_span = pair.left.words.span(left.first, left.end), pair.right.words.span(right.first, right.end)
    one, other = left_span.of(pair.left.text), right_span.of(pair.right.text)
    where = around(pair, (left.first, left.end), (right.first, right.end))
    return Finding(
        kind="class",
        verdict=Verdict.POSSIBLE if left.group in soft_classes(pair.left.language) else Verdict.CONFLICT,
        left=left_span,
        right=right_span,
        message=tr("“{left}” on the left, “{right}” on the right{where}.", left=one, right=other, where=where),
        left_reading=f"{one} → {class_name(left.group)}",
        right_reading=f"{other} → {class_name(right.group)}",
    )


RULE = Rule(
    name="class",
    title=marked("Another colour, country, office or the like in the same place"),
    find=find_closed_class,
    may_find=_may_find,
    signs=CLASS,
    fires=("The talks were held in Germany.", "The talks were held in France."),
    silent=("They sell red, blue and green paint.", "They sell green, red and blue paint."),
    source="word lists of our own; states after the United Nations",
)
