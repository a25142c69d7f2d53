"""What a small controller of one subject gives the window: its part of the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

Slots = Mapping[str, Callable[[], object]]
"""What is done when an action is asked for, by the action's name in `actions.ACTIONS`."""


class Subject(Protocol):
    """A subject of the window, such as its documents, its views or its notes."""

    def slots(self) -> Slots:
        """What this subject does, by the names of actions."""
        ...


def merged(subjects: Iterable[Subject]) -> dict[str, Callable[[], object]]:
    """The slots of all `subjects`. Raises ValueError where two of them claim one action."""
    found: dict[str, Callable[[], object]] = {}
    for subject in subjects:
        slots = subject.slots()
        twice = found.keys() & slots.keys()
        if twice:
            raise ValueError(f"two subjects claim {', '.join(sorted(twice))}")
        found |= slots
    return found
