"""Each action belongs to one controller."""

from __future__ import annotations

from functools import partial

import pytest

from compare_app.gui.slots import Slots, merged


class Named:
    def __init__(self, *names: str) -> None:
        self.names = names

    def slots(self) -> Slots:
        return {name: partial(str, name) for name in self.names}


def test_the_slots_of_all_controllers_are_merged() -> None:
    slots = merged([Named("open", "close"), Named("copy")])
    assert [slots[name]() for name in ("open", "close", "copy")] == ["open", "close", "copy"]


def test_no_two_controllers_do_the_same_action() -> None:
    with pytest.raises(ValueError, match="two controllers claim close, open"):
        merged([Named("open", "close"), Named("copy", "close", "open")])
