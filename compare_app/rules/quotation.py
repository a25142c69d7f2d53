"""Other words between quotation marks."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from compare_app.core.facts import Quotation
from compare_app.core.findings import Finding, Verdict
from compare_app.core.translation import marked, tr
from compare_app.facts.claim import ClaimFacts
from compare_app.rules.pair import Pair
from compare_app.rules.rule import Rule

_SAME_QUOTATION = 0.5
"""difflib ratio over words from which two passages are taken as one quotation; chosen by hand."""


def find_quotation(pair: Pair) -> Iterator[Finding]:
    """A shift for each quotation that both sides have in other words. O(quotations² × words²).

    Words that are nothing like each other are one quotation, altered, where they stand between the same words.
    """
    rights = {_words(pair.right, quotation): quotation for quotation in pair.right.quotations}
    lefts = {_words(pair.left, quotation): quotation for quotation in pair.left.quotations}
    if lefts.keys() == rights.keys():
        return
    free = [(one, other) for one in lefts if one not in rights for other in rights if other not in lefts]
    taken: set[tuple[str, ...]] = set()
    for one, other in sorted(free, key=lambda both: (-_likeness(*both), min(both), max(both))):
        if one in taken or other in taken:
            continue
        if _likeness(one, other) >= _SAME_QUOTATION or _are_in_one_place(pair, lefts[one], rights[other]):
            taken.update((one, other))
            yield _finding(pair, lefts[one], rights[other], _what(one, other))


def _may_find(pair: Pair) -> bool:
    return bool(pair.left.quotations and pair.right.quotations)


def _words(claim: ClaimFacts, quotation: Quotation) -> tuple[str, ...]:
    return claim.words.folded[quotation.first : quotation.end]


def _likeness(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    if _holds(left, right) or _holds(right, left):
        return 1.0
    return SequenceMatcher(None, min(left, right), max(left, right), autojunk=False).ratio()


def _holds(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _are_in_one_place(pair: Pair, left: Quotation, right: Quotation) -> bool:
    """Whether the words before and behind both match each other."""
    return pair.word_right_of(left.first - 1) == right.first - 1 >= 0 and pair.word_right_of(left.end) == right.end


def _what(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    if _holds(left, right):
        return marked("The quotation is given shortened on the right.")
    if _holds(right, left):
        return marked("The quotation is given shortened on the left.")
    return marked("The quotation is given in other words.")


def _finding(pair: Pair, left: Quotation, right: Quotation, message: str) -> Finding:
    left_span = pair.left.words.span(left.first, left.end)
    right_span = pair.right.words.span(right.first, right.end)
    return Finding("quotation", Verdict.SHIFT, left_span, right_span, tr(message))


RULE = Rule(
    name="quotation",
    title=marked("Other words between quotation marks"),
    find=find_quotation,
    may_find=_may_find,
    fires=("She called it “a grave mistake for the city”.", "She called it “a serious mistake for the city”."),
    silent=("She called it “a grave mistake”.", 'She called it "a grave mistake".'),
)
