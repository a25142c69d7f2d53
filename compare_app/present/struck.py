"""Where the claims stand that only the left has, in a text made of the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare_app.core.comparison import Comparison
from compare_app.core.document import Document
from compare_app.core.records import record
from compare_app.present.items import Item


@record
class Struck:
    """Claims that only the left has: within a paragraph behind a claim of the right, or as paragraphs behind it."""

    inline: dict[int, list[int]]
    blocks: dict[int, list[list[int]]]


def struck_after(comparison: Comparison, items: Sequence[Item], item_of: Mapping[int, int]) -> Struck:
    """Where each claim that only the left has stood: behind what its predecessor became on the right.

    A claim that has moved tells nothing about its old place, so the one before it is asked.
    """
    found = Struck({}, {})
    anchor, anchor_block, block = -1, -1, -1
    for claim, said in enumerate(comparison.left.claims):
        item = items[item_of[claim]]
        if item.link is not None:
            if not item.moved:
                anchor, anchor_block = item.right[-1], said.block
            continue
        if anchor >= 0 and said.block == anchor_block:
            found.inline.setdefault(anchor, []).append(claim)
            continue
        behind = _last_of_block(comparison.right, anchor)
        paragraphs = found.blocks.setdefault(behind, [])
        if said.block != block or not paragraphs:
            paragraphs.append([])
            block = said.block
        paragraphs[-1].append(claim)
    return found


def _last_of_block(document: Document, claim: int) -> int:
    """The last claim of the paragraph that holds `claim`; -1 for none."""
    if claim < 0:
        return -1
    block = document.claims[claim].block
    while claim + 1 < len(document.claims) and document.claims[claim + 1].block == block:
        claim += 1
    return claim
