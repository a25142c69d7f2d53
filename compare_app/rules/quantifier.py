"""How much of a whole, or how far, is said otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from compare_app.core.findings import Finding, Verdict
from compare_app.core.translation import marked, tr
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.modality import chance_words, levels
from compare_app.facts.signs import SCALE, SCALES
from compare_app.rules.elements import Element
from compare_app.rules.pair import Pair
from compare_app.rules.rule import Rule
from compare_app.rules.wording import quoted_on

_EXCLUDES = 3
"""Steps on the scale of quantifiers from which two cannot both be true: "all" and "some" differ by 3 but may both
hold, so only "none" and "few" against "most" and "all" are called a conflict, and "rarely" against "often" and
"always"; chosen by hand."""


def find_quantifier(pair: Pair) -> Iterator[Finding]:
    """A finding for each two quantifiers or degrees in one passage that say other amounts. O(hunks)."""
    for name in SCALES:
        scale = levels(pair.left.language, name)
        if scale.keys().isdisjoint(pair.left.words.folded) or scale.keys().isdisjoint(pair.right.words.folded):
            continue
        for hunk in pair.hunks:
            left = _word_in(pair.left, hunk.lost, name, scale)
            right = _word_in(pair.right, hunk.gained, name, scale)
            if left and right and scale[left.key] != scale[right.key]:
                yield _finding(pair, left, right, name, scale)


def _may_find(pair: Pair) -> bool:
    """Whether the sides hold words of one scale that say other amounts, wherever they stand."""
    left, right = pair.left, pair.right
    one, other = ({claim.words.folded[at] for at in claim.bearing(SCALE)} for claim in (left, right))
    return any(_say_other_amounts(one, other, levels(left.language, name)) for name in SCALES)


def _say_other_amounts(left: set[str], right: set[str], scale: Mapping[str, int]) -> bool:
    one, other = ({scale[word] for word in words if word in scale} for words in (left, right))
    return bool(one and other) and len(one | other) > 1


def _word_in(claim: ClaimFacts, differing: tuple[Element, ...], name: str, scale: Mapping[str, int]) -> Element | None:
    """The one word of the scale in the passage, with the word itself as its key; None for none or several."""
    folded = claim.words.folded
    found = [
        one._replace(key=folded[one.first])
        for one in differing
        if not one.fact
        and folded[one.first] in scale
        and folded[one.first : one.first + 2] not in _all_but(claim.language)
        and (_is_of_chance(claim, one.first) == (name == "chances"))
    ]
    return found[0] if len(found) == 1 else None


@cache
def _all_but(language: str) -> frozenset[tuple[str, ...]]:
    """Phrases that say less than their first word: "all but two"."""
    return frozenset(tuple(phrase) for phrase in lexicon_of(language).negation.get("all_but", ()))


def _is_of_chance(claim: ClaimFacts, at: int) -> bool:
    """Whether the word at `at` says how likely something is: "little chance"."""
    return at + 1 < len(claim.words) and claim.words.folded[at + 1] in chance_words(claim.language)


def _finding(pair: Pair, left: Element, right: Element, name: str, scale: Mapping[str, int]) -> Finding:
    low, high = sorted((scale[left.key], scale[right.key]))
    excludes = name != "degrees" and high - low >= _EXCLUDES and low < _EXCLUDES
    sure = Verdict.POSSIBLE if name == "chances" else Verdict.CONFLICT
    left_span, right_span = pair.left.words.span(left.first, left.end), pair.right.words.span(right.first, right.end)
    return Finding(
        kind="quantifier",
        verdict=sure if excludes else Verdict.SHIFT,
        left=left_span,
        right=right_span,
        message=tr(
            "“{left}” on the left, “{right}” on the right{where}.",
            left=quoted_on(pair.left, left.first, left.end),
            right=quoted_on(pair.right, right.first, right.end),
            where="",
        ),
    )


RULE = Rule(
    name="quantifier",
    title=marked("How much of a whole is said otherwise"),
    find=find_quantifier,
    may_find=_may_find,
    signs=SCALE,
    fires=("All members of the panel agreed.", "Few members of the panel agreed."),
    silent=("Each member of the panel agreed.", "Every member of the panel agreed."),
)
