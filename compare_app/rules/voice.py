"""Reads who does what to whom where one side says it in the active and the other in the passive voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from compare_app.core.facts import Firmness
from compare_app.core.records import record
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.facts.names import list_words
from compare_app.facts.opposites import are_opposite
from compare_app.rules.one_date import can_be_same
from compare_app.rules.pair import Pair
from compare_app.rules.parties import party_lexicon

_SIGN = re.compile(r"[,;:.!?()\[\]\"“”–—]")
_LONGEST_PARTY = 6
"""Words of a party that is read; chosen by hand: longer ones hold clauses of their own."""
_Words = tuple[int, int]
"""Word indexes, half-open."""


@record
class Clause:
    """Who does it (`agent`), the index of the verb, and to whom (`patient`); `rest` holds all else with content.

    `denial` is the index of the word that denies the verb, None where it is said plainly; `is_now` says that the verb
    tells of the present ("is led by", "leads"), `firmness` how its helping words hedge.
    """

    agent: _Words
    verb: int
    patient: _Words
    denial: int | None
    is_now: bool
    firmness: frozenset[Firmness]
    rest: frozenset[str]


@record
class Voices:
    """The same thing said in two voices, of the same patient: verbs of one stem, or opposites."""

    left: Clause
    right: Clause
    has_one_agent: bool
    has_one_verb: bool


@lru_cache(maxsize=1)
def read_voices(pair: Pair) -> Voices | None:
    """The clauses of `pair` where one is the other turned to the passive voice; swapped claims give them mirrored.

    None where both say more than that, each something else, tell of different days or one hedges: these may be two
    events. O(words²).
    """
    passive = party_lexicon(pair.left.language, "passive")
    if passive.isdisjoint(pair.left.said) and passive.isdisjoint(pair.right.said):
        return None
    if _are_of_two_times(pair):
        return None
    for left, right in _clauses(pair.left, pair.right):
        found = _joined(pair, left, right)
        if found is not None:
            return found
    for right, left in _clauses(pair.right, pair.left):
        found = _joined(pair, left, right)
        if found is not None:
            return found
    return None


def _are_of_two_times(pair: Pair) -> bool:
    """Whether no day of one side is one of the other, or one side alone looks back ("had approved")."""
    before = party_lexicon(pair.left.language, "pluperfect")
    if before.isdisjoint(pair.left.said) != before.isdisjoint(pair.right.said):
        return True
    left, right = pair.left.moments, pair.right.moments
    return bool(left and right) and not any(can_be_same(one, other) for one in left for other in right)


def _clauses(turned: ClaimFacts, plain: ClaimFacts) -> Iterator[tuple[Clause, Clause]]:
    """Each passive clause of `turned` with each active one of `plain` around the same verb or its opposite."""
    for one in _passive_clauses(turned):
        verb = turned.words.folded[one.verb]
        for at, word in enumerate(plain.words.folded):
            is_same = plain.words.stems[at] == turned.words.stems[one.verb]
            if is_same or are_opposite(verb, word, plain.language):
                other = _active_clause(plain, at)
                if other is not None:
                    yield one, other


def _joined(pair: Pair, left: Clause, right: Clause) -> Voices | None:
    patient, agent = (
        [_content(claim, part) for claim, part in ((pair.left, one), (pair.right, other))]
        for one, other in ((left.patient, right.patient), (left.agent, right.agent))
    )
    if not patient[0] or patient[0] != patient[1] or left.firmness != right.firmness or (left.rest and right.rest):
        return None
    is_one_verb = pair.left.words.stems[left.verb] == pair.right.words.stems[right.verb]
    return Voices(left, right, has_one_agent=agent[0] == agent[1], has_one_verb=is_one_verb)


def _passive_clauses(claim: ClaimFacts) -> Iterator[Clause]:
    """ "The plan was approved by the council"."""
    words, language = claim.words, claim.language
    passive, be = party_lexicon(language, "passive"), party_lexicon(language, "be")
    for at, word in enumerate(words.folded):
        if word not in passive or at < 2 or at + 1 >= len(words):
            continue
        first = _group_start(claim, at - 1)
        if be.isdisjoint(words.folded[first : at - 1]):
            continue
        start, end = _start(claim, first), _end(claim, at + 1)
        if first > start and end > at + 1:
            yield _clause(claim, agent=(at + 1, end), verb=at - 1, patient=(start, first), group=first)


def _active_clause(claim: ClaimFacts, verb: int) -> Clause | None:
    """ "The council approved the plan", or "the judge, who leads the inquiry,"."""
    words, language = claim.words, claim.language
    first = _group_start(claim, verb)
    is_passive = not party_lexicon(language, "be").isdisjoint(words.folded[first:verb])
    if is_passive and not words.folded[verb].endswith("ing"):
        return None
    start, end = _start(claim, first), _end(claim, verb + 1)
    if first - start == 1 and words.folded[start] in party_lexicon(language, "relative"):
        start, first = _start(claim, start), start
    if start == first or end == verb + 1:
        return None
    return _clause(claim, agent=(start, first), verb=verb, patient=(verb + 1, end), group=first)


def _clause(claim: ClaimFacts, *, agent: _Words, verb: int, patient: _Words, group: int) -> Clause:
    denial = next((n.cue for n in claim.negations if group <= n.cue < verb), None)
    inside = {*range(*agent), *range(*patient), verb}
    for first, end in ((fact.first, fact.end) for facts in (claim.moments, claim.clocks) for fact in facts):
        inside.update(range(first, end))
    rest = frozenset(claim.words.stems[at] for at in range(len(claim.words)) if at not in inside and _says(claim, at))
    firmness = frozenset([hedge.firmness for hedge in claim.hedges if group <= hedge.first < verb])
    return Clause(agent, verb, patient, denial, _is_now(claim, group, verb), firmness, rest)


def _is_now(claim: ClaimFacts, group: int, verb: int) -> bool:
    words, now = claim.words.folded, party_lexicon(claim.language, "now")
    return not now.isdisjoint(words[group:verb]) or words[verb].endswith("s")


def _group_start(claim: ClaimFacts, verb: int) -> int:
    """The first of the helping and denying words right before a verb."""
    words, language = claim.words, claim.language
    helpers = party_lexicon(language, "helpers") | party_lexicon(language, "be") | party_lexicon(language, "perfect")
    cues = {negation.cue for negation in claim.negations}
    first = verb
    while first and (words.folded[first - 1] in helpers or first - 1 in cues):
        first -= 1
    return first


def _start(claim: ClaimFacts, first: int) -> int:
    """Where the party begins that ends before word `first`: behind a sign or at the claim's start, else `first`."""
    words, start = claim.words, first
    relative = party_lexicon(claim.language, "relative")
    while start:
        is_parted = start < first and _SIGN.search(claim.text, words.ends[start - 1], words.starts[start])
        if is_parted:
            break
        if not _may_name(claim, start - 1) and words.folded[start - 1] not in relative:
            return first
        start -= 1
    return start if _is_short(start, first) else first


def _end(claim: ClaimFacts, first: int) -> int:
    """Where the party ends that begins with word `first`: at a sign, a function word, or a date; else `first`."""
    words, end = claim.words, first
    dated = {moment.first for moment in claim.moments}
    while end < len(words) and _may_name(claim, end) and end not in dated:
        end += 1
        if end < len(words) and _SIGN.search(claim.text, words.ends[end - 1], words.starts[end]):
            break
    is_list = end < len(words) and words.folded[end] in list_words(claim.language)
    return first if is_list or not _is_short(first, end) else end


def _is_short(first: int, end: int) -> bool:
    return end - first <= _LONGEST_PARTY


def _may_name(claim: ClaimFacts, at: int) -> bool:
    return _says(claim, at) or claim.words.folded[at] in party_lexicon(claim.language, "party_words")


def _says(claim: ClaimFacts, at: int) -> bool:
    return claim.words.folded[at] not in lexicon_of(claim.language).function_words


def _content(claim: ClaimFacts, part: _Words) -> frozenset[str]:
    return frozenset([claim.words.stems[at] for at in range(*part) if _says(claim, at)])
