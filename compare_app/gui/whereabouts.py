"""Where among the items a reader is: what the next one is counted from."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from compare_app.gui.pane.document_pane import DocumentPane
from compare_app.gui.pane.on_screen import EYE

_REACH = 12  # claims looked at for one that stands in the order of the items


def is_on_screen(pane: DocumentPane, claims: Iterable[int]) -> bool:
    """Whether a line of one of `claims` is seen on `pane`."""
    height = pane.viewport().height()
    return any(top < height and bottom > 0 for top, bottom in (pane.on_screen.claim_extent(claim) for claim in claims))


def items_behind_eye(pane: DocumentPane, number_of: Callable[[int], int | None], total: int, *, forward: bool) -> int:
    """How many of `total` items stand above the eye of who reads `pane` and wants to go on, or back.

    `number_of` a claim is its item's, None where the claim stands out of order. On the first screen nothing lies
    behind who goes on, and on the last one all lies behind who goes back.
    """
    if pane.shown_document is None:
        return 0
    last = len(pane.shown_document.claims) - 1
    if forward and pane.opening.is_reached:
        return 0
    claim = pane.on_screen.claim_at_height(EYE * pane.viewport().height())
    if claim is None or (not forward and is_on_screen(pane, [last])):
        return total
    return first_in_order(number_of, claim, total)


def first_in_order(number_of: Callable[[int], int | None], claim: int, total: int) -> int:
    """The number of the first item from `claim` on that stands in order; `total` where none is near."""
    near = (number_of(one) for one in range(claim, claim + _REACH))
    return next((number for number in near if number is not None), total)
