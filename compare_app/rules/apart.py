"""Tells whether two claims speak of two things, or of two parts or times of one."""

from __future__ import annotations

import math

from compare_app.core.facts import Quantity
from compare_app.core.findings import Finding, Verdict
from compare_app.core.records import replace
from compare_app.core.spans import Span
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.rules.pair import Pair
from compare_app.rules.subjects import have_two_subjects

_OPENING = 4
"""Words with which a claim may begin with another time ("by the end of last year", "his older brother"); by hand."""
_BEGINNING = 2
"""Words with which the name of what a claim is about may begin ("the east tower"); chosen by hand."""
_VALUED = ("number", "date")
_OF_A_TIME = (*_VALUED, "class")
"""Kinds that may differ from one time to another: "earlier served as mayor", "later served as governor"."""
_TURNING = ("opposite", "negation")
"""Kinds that are true of the other part of a whole: "three are dead", "nine are alive"."""
_WHOLE = 100.0
"""All of a thing in percent."""


def not_of_two_things(pair: Pair, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """`findings` without those on figures that are parts of one, or on another time or part."""
    kinds = {finding.kind for finding in findings}
    is_opposed = "opposite" in kinds
    parts = parts_of_one(pair, is_opposed=is_opposed) if "number" in kinds else ()
    is_turned = not kinds.isdisjoint(_TURNING) and not pair.is_alike
    if (parts and is_opposed) or (is_turned and _count_other_parts(pair)):
        return tuple([finding for finding in findings if not finding.verdict.is_alarm])
    if is_opposed and _are_bounded_apart(pair):
        findings = tuple([finding for finding in findings if finding.kind != "opposite"])
    if parts and not pair.is_alike:
        findings = tuple([finding for finding in findings if finding.left not in parts])
    if not kinds.isdisjoint(_OF_A_TIME) and not pair.is_alike and _tells_of_another(pair):
        findings = tuple([finding for finding in findings if finding.kind not in _OF_A_TIME])
    if not kinds.isdisjoint(_VALUED) and not pair.is_alike and have_two_subjects(pair):
        findings = tuple([finding for finding in findings if finding.kind not in _VALUED])
    return findings


def less_sure_of_two_things(pair: Pair, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """`findings`, possible at most where the claims begin with two of a kind, each with its own figure."""
    return tuple([_less_sure(one) for one in findings]) if _tell_of_two_things(pair, findings) else findings


def _less_sure(finding: Finding) -> Finding:
    return replace(finding, verdict=Verdict.POSSIBLE) if finding.verdict is Verdict.CONFLICT else finding


def _tell_of_two_things(pair: Pair, findings: tuple[Finding, ...]) -> bool:
    """Whether the claims begin with two of a kind, of which each has its own figure: "the east tower", "the west"."""
    ordinals = [pair.left.words.starts[one.first] for one in pair.left.quantities if one.dimension == "ordinal"]
    begins = [
        finding.kind in ("class", "opposite") or (finding.left is not None and finding.left.start in ordinals)
        for finding in findings
    ]
    opening = [_is_opening(pair, finding) for finding in findings]
    return any(map(all, zip(begins, opening, strict=True))) and any(
        finding.kind in _VALUED and not begin for finding, begin in zip(findings, begins, strict=True)
    )


def _is_opening(pair: Pair, finding: Finding) -> bool:
    """Whether both claims begin with the finding, or with an article and it."""
    if finding.left is None or finding.right is None:
        return False
    left, right = pair.left.words.starts[:_BEGINNING], pair.right.words.starts[:_BEGINNING]
    return finding.left.start in left and finding.right.start in right


def _tells_of_another(pair: Pair) -> bool:
    """Whether one side alone begins with another time, a part or somebody else, or speaks of a part: "last season"."""
    given = lexicon_of(pair.left.language).numbers
    opening, anywhere = given.get("of_another", ()), given.get("of_part", ())
    for claim, own in ((pair.left, pair.left_own), (pair.right, pair.right_own)):
        if not own.isdisjoint(anywhere) or not own.intersection(claim.words.folded[:_OPENING]).isdisjoint(opening):
            return True
    return False


def _count_other_parts(pair: Pair) -> bool:
    """Whether each side counts a part and both make up a whole that one of them tells: "three of 12", "nine"."""
    left, right = (_counts(claim) for claim in (pair.left, pair.right))
    rest = {0.0, *(left ^ right)}
    return any(
        one + other + third in left | right
        for one in left - right
        for other in right - left
        for third in rest - {one, other}
    )


def _counts(claim: ClaimFacts) -> set[float]:
    """The plain counts, and how many times something was: "lost only twice in 10 races"."""
    return {one.value for one in claim.quantities if one.dimension in ("", "times")}


def _are_bounded_apart(pair: Pair) -> bool:
    """Whether one side says less than a figure and the other more than another, so that opposites of them agree.

    "Fewer than one in five is able", "more than 80 percent are unable". So do "30 percent" and "the other 70 percent".
    """
    return any(
        (below.low == 0 < below.value and above.high == math.inf and above.value != below.value)
        or _are_complements(below, above)
        for one, other in ((pair.left, pair.right), (pair.right, pair.left))
        for below in one.quantities
        for above in other.quantities
    )


def _are_complements(left: Quantity, right: Quantity) -> bool:
    """Whether two shares make up the whole: "about 70 percent women", "fewer than a third men"."""
    if left.dimension != "percent" or right.dimension != "percent" or left.value == right.value:
        return False
    return left.low + right.low <= _WHOLE <= left.high + right.high


def parts_of_one(pair: Pair, *, is_reworded: bool = False, is_opposed: bool = False) -> tuple[Span, ...]:
    """Figures of the left that make up another one, said on both sides, with their partner.

    "Won 12 of 13" and "lost one of 13". In a rewording, and beside opposites, the whole may be said on one side ("all
    but two of the 19", "seventeen"); in a rewording it may be one of the two ("lost 24 of 61", "left with 37").
    """
    left, right = ({one.value for one in claim.quantities} for claim in (pair.left, pair.right))
    said = left | right if is_reworded or is_opposed else left & right
    if not said and not any(one.dimension == "percent" for one in pair.left.quantities):
        return ()
    slots = ((slot.left, slot.right) for slot in pair.slots)
    return tuple(
        [
            pair.left.words.span(one.first, one.end)
            for one, other in slots
            if isinstance(one, Quantity)
            and isinstance(other, Quantity)
            and (
                _are_parts(one.value, other.value, said, is_reworded=is_reworded)
                or one.value + other.value in _remainders(said, (left ^ right) - {one.value, other.value})
                or _are_complements(one, other)
            )
        ]
    )


def _remainders(wholes: set[float], parts: set[float]) -> set[float]:
    """What is left of each whole without one part: of 17, one of whom died, 12 are well and four ill."""
    return {whole - part for whole in wholes for part in parts}


def _are_parts(one: float, other: float, said: set[float], *, is_reworded: bool) -> bool:
    return one + other in said or (is_reworded and abs(one - other) in said - {one, other, 1.0})
