"""How an event ended: votes, scores, verdicts and other outcomes, causes, and where it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from compare_app.core.facts import Quantity
from compare_app.core.patterns import pattern
from compare_app.facts.claim import ClaimFacts
from compare_app.rules.agreeing import agree
from compare_app.rules.told.phrases import phrases_in, phrases_under
from compare_app.rules.told.value import Told, content, given, holds, phrases_of, words_of

_RESULT = pattern(r"(?<![\d.,:–-])(\d{1,3})\s?[-–]\s?(\d{1,3})(?![\d.,:–-]*\d)")
_DENIED = 3
"""Words before a phrase among which a word of denial turns it round; chosen by hand."""
_CHARGE = 6
"""Words behind "of" that say of what somebody is acquitted; chosen by hand."""
_JOINT = 4
"""Words between two counts of votes; chosen by hand."""
_BEHIND = 3
"""Words behind a phrase or a distance that still belong to it; chosen by hand."""
_TALLY = 2


def read_tallies(facts: ClaimFacts) -> Iterator[Told]:
    """Votes for and against: "by 27 to 24", "by 29 votes to 22", "151 in favour and 161 against"."""
    if len(facts.quantities) < _TALLY or words_of(facts.language, "votes", "words").isdisjoint(facts.said):
        return
    counts = [one for one in facts.quantities if not one.dimension and one.exact and one.value % 1 == 0]
    for one, other in pairwise(counts):
        if _are_votes(facts, one, other):
            yield Told(("tally",), tuple(sorted((one.value, other.value))), one.first, other.end)


def _are_votes(facts: ClaimFacts, one: Quantity, other: Quantity) -> bool:
    folded, language = facts.words.folded, facts.language
    joint = folded[one.end : other.first]
    if len(joint) > _JOINT or words_of(language, "votes", "between").isdisjoint(joint):
        return False
    if not words_of(language, "votes", "opening").isdisjoint(folded[max(0, one.first - 1) : one.first]):
        return False
    sides = words_of(language, "votes", "sides")
    joins = not words_of(language, "votes", "joining").isdisjoint(joint)
    return not joins or not sides.isdisjoint((*joint, *folded[other.end : other.end + 2]))


def read_scores(facts: ClaimFacts) -> Iterator[Told]:
    """How a match ended: "beat Rovers 3-1"; not where a claim tells two results, or that of a part."""
    language, said = facts.language, facts.said
    results = list(_RESULT.finditer(facts.text))
    if len(results) != 1 or not words_of(language, "scores", "part").isdisjoint(said):
        return
    is_won = not words_of(language, "scores", "won").isdisjoint(said)
    if not is_won and not holds(facts.words.folded, phrases_of(language, "scores", "phrases")):
        return
    first, end = results[0].span()
    inside = [
        at
        for at, (start, stop) in enumerate(zip(facts.words.starts, facts.words.ends, strict=True))
        if start < end and first < stop
    ]
    yield Told(("score",), tuple(sorted(map(int, results[0].groups()))), inside[0], inside[-1] + 1)


def read_directions(facts: ClaimFacts) -> Iterator[Told]:
    """Where something lies: "30 kilometres north of the capital", "18 miles to the north"."""
    opposed = _opposed(facts.language)
    for quantity in facts.quantities:
        if quantity.dimension != "length":
            continue
        behind = content(facts, range(quantity.end, min(len(facts.words), quantity.end + _BEHIND)))
        if behind and (way := facts.words.folded[behind[0]]) in opposed:
            yield Told(("direction",), (quantity, way, opposed[way]), quantity.first, behind[0] + 1)


@cache
def _opposed(language: str) -> Mapping[str, str]:
    pairs = [pair.split("=") for pair in given(language)["direction"]["opposed"].split()]
    return {one: other for left, right in pairs for one, other in ((left, right), (right, left))}


def lie_one_way(one: tuple[Quantity, str, str], other: tuple[Quantity, str, str]) -> bool:
    """Whether two ways do not exclude each other: the other way at the same distance does."""
    return not agree(one[0], other[0]) or one[2] != other[1]


def read_outcomes(facts: ClaimFacts) -> Iterator[Told]:
    """What became of it, one of two: acquitted or found guilty, admitted or denied, resigned or dismissed."""
    language = facts.language
    for name in ("unsure", "since"):
        if not words_of(language, name).isdisjoint(facts.said):
            return
    for told in read_tallies(facts):
        if min(told.value):
            yield Told(("outcome", "accord"), "divided", told.first, told.end)
    for first, end, group, value in phrases_in(facts, phrases_under(language, "outcomes")):
        if not _is_denied(facts, first, end) and not _is_other_sense(facts, first, end):
            yield Told(("outcome", group), value, first, end)


def _is_denied(facts: ClaimFacts, first: int, end: int) -> bool:
    """Whether a word of denial outside the phrase stands right before it or denies a word of it."""
    return any(
        first - _DENIED <= one.cue < first or (one.focus is not None and first <= one.focus < end and one.cue < first)
        for one in facts.negations
    )


def _is_other_sense(facts: ClaimFacts, first: int, end: int) -> bool:
    """Whether what is admitted or denied is no deed ("denied bail"), or it was done to somebody ("was admitted")."""
    folded, language = facts.words.folded, facts.language
    if folded[first] not in words_of(language, "outcomes_but", "active"):
        return False
    if not words_of(language, "outcomes_but", "behind").isdisjoint(folded[end : end + _BEHIND]):
        return True
    return not words_of(language, "outcomes_but", "before").isdisjoint(folded[max(0, first - 2) : first])


def charges_differ(a: ClaimFacts, one: Told, b: ClaimFacts, other: Told) -> bool:
    """Whether each says of what else: "acquitted of fraud", "convicted of perjury"."""
    mine, theirs = _charges(a, one.end), _charges(b, other.end)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _charges(facts: ClaimFacts, end: int) -> set[str]:
    """The stems of the words with content behind "of" behind word `end`."""
    folded = facts.words.folded
    of = next((at for at in range(end, min(len(folded), end + _BEHIND + 1)) if folded[at] == "of"), None)
    if of is None:
        return set()
    return {facts.words.stems[at] for at in content(facts, range(of + 1, min(len(folded), of + 1 + _CHARGE)))}


def read_causes(facts: ClaimFacts) -> Iterator[Told]:
    """What brought it about: "faulty brakes had caused the accident", "started by a cigarette"."""
    language, said = facts.language, facts.said
    if words_of(language, "cause", "words").isdisjoint(said) or facts.negations:
        return
    if words_of(language, "unsure").isdisjoint(said):
        for first, end, _, value in phrases_in(facts, phrases_under(language, "causes")):
            yield Told(("cause",), value, first, end)
