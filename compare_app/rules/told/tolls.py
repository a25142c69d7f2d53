"""How many came to harm or were arrested, by who they are: "nine officers were hurt", "killed two workers"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from compare_app.core.facts import Quantity
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.language import lexicon_of
from compare_app.rules.stated import TOLL, toll_words
from compare_app.rules.told.figures import figure_told, is_of_another
from compare_app.rules.told.value import Told, content, gap, words_of

_BEHIND = 7
"""Words behind a figure among which is said what became of those it counts; chosen by hand."""
_NOUN = 3
"""Words of those that are counted; chosen by hand."""


def read_tolls(facts: ClaimFacts) -> Iterator[Told]:
    """Each number of those of whom one thing became, with who they are."""
    outcomes = toll_words(facts.language)
    if outcomes.keys().isdisjoint(facts.stems):
        return
    people = words_of(facts.language, "toll", "people")
    for quantity in facts.quantities:
        if quantity.dimension or quantity.value < 1 or is_of_another(facts, quantity):
            continue
        found = _active(facts, quantity, outcomes, people) or _passive(facts, quantity, outcomes, people)
        if found is not None and not (found[0] is None and _is_of_somebody(facts, quantity)):
            head, what = found
            who = "" if head is None or facts.words.folded[head] in people else facts.words.stems[head]
            yield figure_told(facts, (TOLL, outcomes[facts.words.stems[what]], who), quantity, what)


def _passive(
    facts: ClaimFacts, quantity: Quantity, outcomes: Mapping[str, str], people: Collection[str]
) -> tuple[int | None, int] | None:
    """Who is counted, None for nobody in particular, and the word for what became of them: "nine were hurt".

    None for "one has died", who is one of those spoken of before.
    """
    head: int | None = None
    for at in range(quantity.end, min(len(facts.words), quantity.end + _BEHIND)):
        if _is_parted(facts, at):
            return None
        if facts.words.stems[at] in outcomes:
            is_one_of_them = quantity.value == 1 and head is None and at > quantity.end
            return None if is_one_of_them else (head, at)
        if facts.words.folded[at] in lexicon_of(facts.language).function_words:
            continue
        if head is not None and facts.words.folded[head] in people:
            continue  # "nine people lost their lives"
        if head is not None and at != head + 1:
            return None
        head = at
    return None


def _active(
    facts: ClaimFacts, quantity: Quantity, outcomes: Mapping[str, str], people: Collection[str]
) -> tuple[int | None, int] | None:
    """The same where the word stands right before the figure: "killed two workers"."""
    before = quantity.first - 1
    if before < 0 or facts.words.stems[before] not in outcomes or gap(facts, before, quantity.first).strip():
        return None
    head = None
    for at in range(quantity.end, min(len(facts.words), quantity.end + _NOUN)):
        if _is_parted(facts, at) or not content(facts, (at,)):
            break
        head = at
        if facts.words.folded[at] in people:
            break
    return head, before


def _is_of_somebody(facts: ClaimFacts, quantity: Quantity) -> bool:
    """Whether a figure tells of what age somebody was: "a man of 71 was killed"; not so "a total of 71"."""
    before = facts.words.folded[max(0, quantity.first - 2) : quantity.first]
    return before[-1:] == ("of",) and words_of(facts.language, "toll", "sums").isdisjoint(before)


def _is_parted(facts: ClaimFacts, at: int) -> bool:
    """Whether more than a space or a hyphen stands before the word at `at`."""
    return bool(gap(facts, at - 1, at).strip(" -"))
