"""A difference as a person hears it who does not see the window."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.translation import grouped, tr
from compare_app.present.items import Item
from compare_app.present.wording import cut, one_line, side_word

_MOST_LETTERS = 600  # of a claim: half a minute of speech


def spoken_item(comparison: Comparison, item: Item, listed: Sequence[int], number: int, preferred: Side) -> str:
    """ "changed, left, 4 of 31: The bridge opens in May."

    The side is `preferred` where the item has a claim there, else the other; `number` is its place among the items
    and `listed` are those that are shown, ascending. What is not among them has no count.
    """
    side = preferred if item.claims(preferred) else preferred.other
    document = comparison.document(side)
    text = one_line(" ".join(document.claims[claim].text for claim in item.claims(side)))
    where = side_word(side)
    words = cut(text, _MOST_LETTERS)
    place, count = bisect_left(listed, number), len(listed)
    if place == count or listed[place] != number:
        return tr("{mark}, {side}: {words}", mark=item.mark.word, side=where, words=words)
    return tr(
        "{mark}, {side}, {place} of {count}: {words}",
        mark=item.mark.word,
        side=where,
        place=grouped(place + 1),
        count=grouped(count),
        words=words,
    )
