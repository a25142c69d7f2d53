"""What stands around a figure that a report tells, and whether it is one of another time or of a part."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from compare_app.core.facts import Quantity
from compare_app.core.patterns import pattern
from compare_app.facts.claim import ClaimFacts
from compare_app.facts.figures import number_words
from compare_app.rules.standing import is_rate
from compare_app.rules.told.value import Told, gap, given, holds, phrases_of, words_of, written

CLAUSE = pattern(r"[;:.!?()\[\]\"“”–—]")
"""Signs over which a figure is not told by the words before it; a comma does not part them."""
SIGN = pattern(r"[,;:.!?()\[\]\"“”–—]")
"""The same for words behind it."""
_BESIDE = 2
"""Words before a figure that may make it a part; chosen by hand."""


def figure_told(facts: ClaimFacts, slot: tuple[str, ...], quantity: Quantity, what: int) -> Told:
    """A figure that fills `slot`; the word at `what` says of what it is."""
    return Told(slot, quantity, quantity.first, quantity.end, written(facts, what, what + 1), quantity)


def is_of_another(facts: ClaimFacts, quantity: Quantity) -> bool:
    """Whether words say that the figure is of before, of a part or of somebody else, is added, or only expected.

    They are looked for between the figures of its dimension beside it, and behind it up to the next sign.
    """
    language, folded = facts.language, facts.words.folded
    beside = folded[max(0, quantity.first - _BESIDE) : quantity.first] + folded[quantity.end : quantity.end + 1]
    if not words_of(language, "figures", "part").isdisjoint(beside) or is_rate(facts, quantity):
        return True
    is_change = not words_of(language, "figures", "moved").isdisjoint(
        folded[max(0, quantity.first - 1) : quantity.first]
    )
    return is_change or bool(share_of(facts, quantity)) or is_told_of_another(facts, quantity)


def is_told_of_another(facts: ClaimFacts, quantity: Quantity) -> bool:
    """As `is_of_another`, but for words that make it a part, each one's or a change."""
    language, folded = facts.language, facts.words.folded
    if not words_of(language, "figures", "compared").isdisjoint(folded[max(0, quantity.first - 1) : quantity.first]):
        return True
    if holds(folded, phrases_of(language, "figures", "dated")):
        return True
    said = _beside(facts, quantity)
    if not words_of(language, "figures", "another").isdisjoint(said):
        return True
    is_of_before = holds(said, phrases_of(language, "figures", "before"))
    return is_of_before or not words_of(language, "unsure").isdisjoint(facts.said)


def share_of(facts: ClaimFacts, quantity: Quantity) -> frozenset[str]:
    """Whether words beside the figure say that it is each one's, that of all together, or to be shared."""
    said = _beside(facts, quantity)
    groups = given(facts.language)["divided"]
    return frozenset([group for group in groups if not words_of(facts.language, "divided", group).isdisjoint(said)])


def _beside(facts: ClaimFacts, quantity: Quantity) -> tuple[str, ...]:
    """The words between the figures of its dimension beside it, behind it up to the next sign."""
    alike = [one for one in facts.quantities if one is not quantity and one.dimension == quantity.dimension]
    first = max((one.end for one in alike if one.end <= quantity.first), default=0)
    end = min((one.first for one in alike if one.first >= quantity.end), default=len(facts.words))
    end = next((at for at in range(quantity.end, end) if SIGN.search(gap(facts, at - 1, at))), end)
    return facts.words.folded[first:end]


def nearest_of(facts: ClaimFacts, quantity: Quantity, stems: Collection[str], reach: tuple[int, int]) -> int | None:
    """The word with one of `stems` nearest before the figure, else nearest behind it; None where there is none."""
    return next((at for at in places_around(facts, quantity, reach) if facts.words.stems[at] in stems), None)


def places_around(facts: ClaimFacts, quantity: Quantity, reach: tuple[int, int]) -> Iterator[int]:
    """As many words before and behind the figure as `reach` says, the nearest first, up to a sign or another figure."""
    words = facts.words
    taken = {
        at
        for one in facts.quantities
        if one is not quantity and one.dimension != "ordinal"
        for at in range(one.first, one.end)
    }
    before, behind = reach
    for at in range(quantity.first - 1, max(-1, quantity.first - 1 - before), -1):
        is_figure = at in taken and words.folded[at] not in number_words(facts.language).ordinals
        if is_figure or CLAUSE.search(gap(facts, at, at + 1)):
            break
        yield at
    for at in range(quantity.end, min(len(words), quantity.end + behind)):
        if at in taken or SIGN.search(gap(facts, at - 1, at)):
            break
        yield at
