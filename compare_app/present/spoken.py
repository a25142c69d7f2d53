"""A difference as a person hears it who does not see the window."""

from __future__ import annotations

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
    and `listed` are those that are shown. What is not among them has no count.
    """
    side = preferred if item.claims(preferred) else preferred.other
    document = comparison.document(side)
    text = one_line(" ".join(document.claims[claim].text for claim in item.claims(side)))
    where = side_word(side)
    words = cut(text, _MOST_LETTERS)
    if number not in listed:
        return tr("{mark}, {side}: {words}", mark=item.mark.word, side=where, words=words)
    place, count = listed.index(number) + 1, len(listed)
    return tr(
        "{mark}, {side}, {place} of {count}: {words}",
        mark=item.mark.word,
        side=where,
        place=grouped(place),
        count=grouped(count),
        words=words,
    )
