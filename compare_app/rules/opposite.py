"""Opposite words in the same place."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.findings import Finding, Verdict
from compare_app.core.translation import marked, tr
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.classes import members_at
from compare_app.facts.opposites import with_particle
from compare_app.rules.answers import ends_on_a_day
from compare_app.rules.pair import Pair
from compare_app.rules.polarity import may_be_opposite, read_flips
from compare_app.rules.rule import Rule
from compare_app.rules.voice import read_voices
from compare_app.rules.wording import around


def find_opposite(pair: Pair) -> Iterator[Finding]:
    """A finding for each two opposites in one place that no negation cancels, nor an end: "closed until Friday"."""
    if ends_on_a_day(pair.left, pair.right) or ends_on_a_day(pair.right, pair.left):
        return
    for i, j in read_flips(pair).opposites or _turned(pair):
        if _are_of_one_class(pair, i, j):
            continue
        here, there = (i, i + _count_said(pair.left, i)), (j, j + _count_said(pair.right, j))
        left, right = pair.left.words.span(*here), pair.right.words.span(*there)
        one, other = left.of(pair.left.text), right.of(pair.right.text)
        yield Finding(
            kind="opposite",
            verdict=Verdict.CONFLICT,
            left=left,
            right=right,
            message=tr(
                "“{left}” on the left and “{right}” on the right are opposites{where}.",
                left=one,
                right=other,
                where=around(pair, here, there),
            ),
        )


def _turned(pair: Pair) -> tuple[tuple[int, int], ...]:
    """Opposite verbs in two voices: "the council rejected the plan", "the plan was approved by the council"."""
    voices = read_voices(pair) if may_be_opposite(pair) else None
    if voices is None or voices.has_one_verb or not voices.has_one_agent:
        return ()
    is_cancelled = (voices.left.denial is None) != (voices.right.denial is None)
    return () if is_cancelled else ((voices.left.verb, voices.right.verb),)


def _count_said(claim: ClaimFacts, at: int) -> int:
    """1, or 2 for a verb with its particle ("ruled out")."""
    return 2 if with_particle(claim.words.folded, at, claim.language) != claim.words.folded[at] else 1


def _are_of_one_class(pair: Pair, left: int, right: int) -> bool:
    """Whether the rule of closed classes judges these words ("north" and "south")."""
    language = pair.left.language
    one = {member.group for member in members_at(pair.left.words, left, language=language)}
    return any(member.group in one for member in members_at(pair.right.words, right, language=language))


RULE = Rule(
    name="opposite",
    title=marked("Opposite words in the same place"),
    find=find_opposite,
    may_find=may_be_opposite,
    fires=("Shares rose by two per cent.", "Shares fell by two per cent."),
    silent=("The hotel is not expensive.", "The hotel is cheap."),
    source="WordNet 3.0 antonyms and a list of our own",
)
