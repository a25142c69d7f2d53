"""Where somebody came in a contest, and the how manieth of its kind something is."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.facts.claim import ClaimFacts
from compare_app.rules.told.value import Told, word_groups, words_of

_REACH = 4
"""Words between a name and its place; chosen by hand."""
_BEHIND = 4
"""Words behind a noun among which is said that others are counted; chosen by hand."""


def read_ranks(facts: ClaimFacts) -> Iterator[Told]:
    """The place of each that is named: "Old Harry came third"."""
    verbs = words_of(facts.language, "ranks", "verbs")
    if verbs.isdisjoint(facts.said) or facts.negations:
        return
    for quantity in facts.quantities:
        if quantity.dimension != "ordinal" or facts.words.folded[max(0, quantity.first - 1)] not in verbs:
            continue
        name = next((one for one in reversed(facts.names) if 0 < quantity.first - one.end <= _REACH), None)
        if name is not None:
            slot = "rank", facts.words.folded[name.end - 1]
            yield Told(slot, quantity.value, quantity.first - 1, quantity.end)


def read_nth(facts: ClaimFacts) -> Iterator[Told]:
    """The how manieth victory, strike or attempt it is."""
    groups = word_groups(facts.language, "nth")
    if groups.keys().isdisjoint(facts.stems):
        return
    others = words_of(facts.language, "nth_of", "others")
    for quantity in facts.quantities:
        end = quantity.end
        if quantity.dimension != "ordinal" or end >= len(facts.words) or facts.words.stems[end] not in groups:
            continue
        if others.isdisjoint(facts.words.folded[end + 1 : end + 1 + _BEHIND]):
            yield Told(("nth", groups[facts.words.stems[end]]), quantity.value, quantity.first, end + 1)
