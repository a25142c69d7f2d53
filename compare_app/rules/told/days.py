"""On which day a report says that something happened: "the vote came on Wednesday night"."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.facts import Moment
from compare_app.core.patterns import pattern
from compare_app.facts.claim import ClaimFacts
from compare_app.rules.told.phrases import phrases_in, phrases_under
from compare_app.rules.told.value import Told, words_of, written

_REACH = 6
"""Words between what happened and its day; chosen by hand."""
_SIGN = pattern(r"[,;:.!?()\"“”–—]")


def read_days(facts: ClaimFacts) -> Iterator[Told]:
    """The day of what happens once in a report: a vote, a match, a strike."""
    return _read_days(facts, "days")


def read_days_once(facts: ClaimFacts) -> Iterator[Told]:
    """The day of what nobody does twice: "takes office on 1 October"."""
    return _read_days(facts, "days_once")


def may_be_one_night(one: ClaimFacts, other: ClaimFacts) -> bool:
    """Whether a claim says that it was near midnight, so that another day may be meant."""
    near = words_of(one.language, "figures", "midnight")
    return not near.isdisjoint(one.said) or not near.isdisjoint(other.said)


def _read_days(facts: ClaimFacts, name: str) -> Iterator[Told]:
    days = [one for one in facts.moments if one.weekday is not None or one.day is not None]
    if not days or facts.negations or not words_of(facts.language, "unsure").isdisjoint(facts.said):
        return
    for first, end, group, _ in phrases_in(facts, phrases_under(facts.language, name)):
        day = next((one for one in days if 0 <= one.first - end <= _REACH and not _is_parted(facts, end, one)), None)
        if day is not None:
            yield Told(("day", group), day, day.first, day.end, written(facts, first, end))


def _is_parted(facts: ClaimFacts, end: int, day: Moment) -> bool:
    """Whether a sign or a word that begins another clause stands between word `end` - 1 and the day."""
    words = facts.words
    if _SIGN.search(facts.text, words.ends[end - 1], words.starts[day.first]):
        return True
    return not words_of(facts.language, "figures", "clause").isdisjoint(words.folded[end : day.first])
