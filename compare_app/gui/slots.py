"""What a small controller gives the window: its part of the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

Slots = Mapping[str, Callable[[], object]]
"""What is done when an action is asked for, by the action's name in `actions.ACTIONS`."""


class OffersSlots(Protocol):
    """A controller of one thing that a person does, such as opening, pairing or noting."""

    def slots(self) -> Slots:
        """What this controller does, by the names of actions."""
        ...


def merged(controllers: Iterable[OffersSlots]) -> dict[str, Callable[[], object]]:
    """The slots of all `controllers`. Raises ValueError where two of them claim one action."""
    found: dict[str, Callable[[], object]] = {}
    for controller in controllers:
        slots = controller.slots()
        twice = found.keys() & slots.keys()
        if twice:
            raise ValueError(f"two controllers claim {', '.join(sorted(twice))}")
        found |= slots
    return found
