"""The same said more or less firmly."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.facts import Firmness, Hedge
from compare_app.core.findings import Finding, Verdict
from compare_app.core.spans import Span
from compare_app.core.translation import marked, tr
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.modality import equal_words
from compare_app.facts.signs import HEDGE
from compare_app.rules.elements import Element
from compare_app.rules.pair import Pair
from compare_app.rules.rule import Rule

_NEAR = 4
"""Words behind a hedge among which what it hedges is looked for; chosen by hand."""


def find_modality(pair: Pair) -> Iterator[Finding]:
    """A shift for each passage that hedges in a way the other side does nowhere, in no other words. O(hunks × hedges).

    The future alone is no hedge ("moves to Leeds", "will move to Leeds"), only against one ("may move").
    """
    one, other = _firmness(pair.left), _firmness(pair.right)
    for hunk in pair.hunks:
        left = _hedges_in(pair.left, hunk.lost)
        right = _hedges_in(pair.right, hunk.gained)
        own = _own(pair.left, left, other, pair.right) | _own(pair.right, right, one, pair.left)
        if own - {Firmness.FUTURE} or (own and left and right):
            yield _finding(pair, left, right)


def _own(claim: ClaimFacts, hedges: list[Hedge], others: set[Firmness], other: ClaimFacts) -> set[Firmness]:
    """What `hedges` say of what the `other` side says without: "must pay" and "is ordered to pay" are one."""
    own = {hedge.firmness for hedge in hedges if _is_of_shared(claim, hedge, other)} - others
    return {one for one in own if other.stems.isdisjoint(equal_words(other.language, one))}


def _is_of_shared(claim: ClaimFacts, hedge: Hedge, other: ClaimFacts) -> bool:
    """Whether the other side says the next word with content behind the hedge, or the one before it."""
    folded, function_words = claim.words.folded, lexicon_of(claim.language).function_words
    places = (*range(hedge.end, min(hedge.end + _NEAR, len(folded))), hedge.first - 1)
    near = next((at for at in places if at >= 0 and folded[at] not in function_words), None)
    return near is None or claim.words.stems[near] in other.stems


def _may_find(pair: Pair) -> bool:
    """Whether one side hedges in a way that the other does not."""
    if not (pair.left.signs | pair.right.signs) & HEDGE:
        return False
    return bool(pair.left.hedges or pair.right.hedges) and _firmness(pair.left) != _firmness(pair.right)


def _firmness(claim: ClaimFacts) -> set[Firmness]:
    return {hedge.firmness for hedge in claim.hedges}


def _hedges_in(claim: ClaimFacts, differing: tuple[Element, ...]) -> list[Hedge]:
    if not differing:
        return []
    first, end = differing[0].first, differing[-1].end
    return [hedge for hedge in claim.hedges if hedge.first < end and first < hedge.end]


def _finding(pair: Pair, left: list[Hedge], right: list[Hedge]) -> Finding:
    left_span = pair.left.words.span(left[0].first, left[-1].end) if left else None
    right_span = pair.right.words.span(right[0].first, right[-1].end) if right else None
    return Finding(
        kind="modality",
        verdict=Verdict.SHIFT,
        left=left_span,
        right=right_span,
        message=_message(pair, left_span, right_span),
        left_reading=_reading(pair.left, left_span, left),
        right_reading=_reading(pair.right, right_span, right),
    )


def _message(pair: Pair, left: Span | None, right: Span | None) -> str:
    one, other = left.of(pair.left.text) if left else "", right.of(pair.right.text) if right else ""
    if not one:
        return tr("Not equally firm: said plainly on the left, “{right}” on the right.", right=other)
    if not other:
        return tr("Not equally firm: “{left}” on the left, said plainly on the right.", left=one)
    return tr("Not equally firm: “{left}” on the left, “{right}” on the right.", left=one, right=other)


_FIRMNESS = {
    Firmness.REPORTED: marked("reported"),
    Firmness.POSSIBLE: marked("possible"),
    Firmness.LIKELY: marked("likely"),
    Firmness.CERTAIN: marked("certain"),
    Firmness.FUTURE: marked("in the future"),
    Firmness.INTENDED: marked("intended"),
    Firmness.ADVISED: marked("advised"),
    Firmness.DUTY: marked("a duty"),
}


def _reading(claim: ClaimFacts, span: Span | None, hedges: list[Hedge]) -> str:
    if span is None:
        return tr("said plainly")
    return f"{span.of(claim.text)} → {', '.join(tr(_FIRMNESS[hedge.firmness]) for hedge in hedges)}"


RULE = Rule(
    name="modality",
    title=marked("The same said more or less firmly"),
    find=find_modality,
    may_find=_may_find,
    fires=("The bank will close the branch.", "The bank may close the branch."),
    silent=("The bank might close the branch.", "The bank may close the branch."),
)
