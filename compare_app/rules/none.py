"""None of a thing on one side, some of it on the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from compare_app.core.facts import Quantity
from compare_app.core.findings import Finding, Verdict
from compare_app.core.records import record
from compare_app.core.translation import marked, tr
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.stems import stem
from compare_app.rules.pair import Pair
from compare_app.rules.rule import Rule

_NEAR = 5
"""Words behind a figure, or behind the word that says none, among which their thing is looked for; chosen by hand."""
_MOST_OTHER = 2
"""Content words behind the thing that the claim of none may have and the other lack; chosen by hand."""
_AMOUNTS = frozenset(("", "mass", "volume", "area", "length", "money"))
"""Dimensions of figures that tell how much there is of a thing."""


@record
class _Event:
    """Words (half-open) of the side that has none of a thing, and of the other that gives a figure of it."""

    none: tuple[int, int]
    some: tuple[int, int]


def find_none(pair: Pair) -> Iterator[Finding]:
    """A finding where one side says that there is none of a thing of which the other gives a figure. O(words²)."""
    event = _event(pair.left, pair.right)
    if event is not None:
        yield _finding(pair, event, is_left=True)
    event = _event(pair.right, pair.left)
    if event is not None:
        yield _finding(pair, event, is_left=False)


def counts_none(pair: Pair) -> bool:
    """Whether this rule judges the pair, so that no other need say that one side denies."""
    return _may_find(pair) and any(find_none(pair))


def _may_find(pair: Pair) -> bool:
    left, right = pair.left, pair.right
    none = none_words(left.language)
    says = none.isdisjoint(left.said), none.isdisjoint(right.said)
    if says[0] == says[1]:
        return False
    return bool((right if says[1] else left).quantities)


@cache
def none_words(language: str) -> frozenset[str]:
    """The words that say that there is none of a thing."""
    return frozenset(lexicon_of(language).negation.get("none", ()))


@cache
def _things(language: str) -> Mapping[str, int]:
    """By stem: the number of the group of words that tell one event ("death", "died", "killed")."""
    groups = lexicon_of(language).negation.get("same_event", ())
    return {stem(word, language): number for number, group in enumerate(groups) for word in group.split()}


def _key(base: str, language: str) -> str | int:
    return _things(language).get(base, base)


def _event(denies: ClaimFacts, says: ClaimFacts) -> _Event | None:
    """What `denies` has none of and `says` gives a figure of, if both tell of the same."""
    if says.negations or compares(denies):
        return None
    function_words = lexicon_of(denies.language).function_words
    for negation in denies.negations:
        cue = negation.cue
        if denies.words.folded[cue] not in none_words(denies.language):
            continue
        first = cue + 1 + _described(denies, cue + 1)
        for at in range(first, min(first + _NEAR, len(denies.words))):
            if denies.words.folded[at] in function_words:
                continue
            for quantity, thing in _figures_of(says, _key(denies.words.stems[at], denies.language)):
                if _say_the_same(denies, says, quantity, (cue, at)):
                    return _Event((cue, at + 1), (quantity.first, max(quantity.end, thing + 1)))
    return None


def compares(claim: ClaimFacts) -> bool:
    """Whether a thing is measured by others: "no crowd was as large as the 54,000"."""
    given = lexicon_of(claim.language).negation.get("comparing", ())
    return any(claim.words.folded.count(word) >= least for word, least in given)


def _described(claim: ClaimFacts, first: int) -> int:
    """How many words from `first` say only of whom something is denied: "of those arrested"."""
    descriptions = lexicon_of(claim.language).negation.get("of_whom", ())
    behind = claim.words.folded[first:]
    found = (said for said in map(str.split, descriptions) if behind[: len(said)] == tuple(said))
    return next((len(said) + 1 for said in found), 0)


def _figures_of(claim: ClaimFacts, key: str | int) -> Iterator[tuple[Quantity, int]]:
    """The figures above nought close to the thing, each with the word that names it."""
    stems = claim.words.stems
    for quantity in claim.quantities:
        if quantity.low <= 0 or quantity.dimension.split(" ")[0] not in _AMOUNTS:
            continue
        for at in (*range(quantity.end, min(quantity.end + _NEAR, len(stems))), quantity.first - 1, quantity.first - 2):
            if at >= 0 and _key(stems[at], claim.language) == key:
                yield quantity, at
                break


def _say_the_same(denies: ClaimFacts, says: ClaimFacts, quantity: Quantity, event: tuple[int, int]) -> bool:
    """Whether the other claim has what stands between the word of none and the thing, and most of what follows.

    "No children died" and "12 people died" are of different people; "no oil has leaked" and "30 tonnes have leaked"
    are not, for a measure tells how much of it.
    """
    lexicon = lexicon_of(denies.language)
    plain = lexicon.function_words | frozenset(lexicon.negation.get("anybody", ()))
    there = {_key(base, denies.language) for base in says.words.stems}
    missing = [
        at
        for at, (word, base) in enumerate(zip(denies.words.folded, denies.words.stems, strict=True))
        if at not in event and word not in plain and _key(base, denies.language) not in there
    ]
    counted = [at for at in missing if event[0] < at < event[1]]
    if missing and not says.said.isdisjoint(lexicon.negation.get("all", ())):
        return False
    return (not counted or bool(quantity.dimension)) and len(missing) - len(counted) <= _MOST_OTHER


def _finding(pair: Pair, event: _Event, *, is_left: bool) -> Finding:
    denies, says = (pair.left, pair.right) if is_left else (pair.right, pair.left)
    none, some = denies.words.span(*event.none), says.words.span(*event.some)
    left, right = (none, some) if is_left else (some, none)
    return Finding(
        kind="none",
        verdict=Verdict.CONFLICT,
        left=left,
        right=right,
        message=tr(
            "“{left}” on the left, “{right}” on the right{where}.",
            left=left.of(pair.left.text),
            right=right.of(pair.right.text),
            where="",
        ),
    )


RULE = Rule(
    name="none",
    title=marked("None on one side, some on the other"),
    find=find_none,
    may_find=_may_find,
    fires=("There were no deaths in the fire.", "Three people died in the fire."),
    silent=("No children died in the fire.", "Three people died in the fire."),
)
