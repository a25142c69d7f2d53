"""Work that hands over now and then, and how it is done in one go."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

Value = TypeVar("Value")


def finished(steps: Generator[None, None, Value]) -> Value:
    """What `steps` give once they are all taken."""
    while True:
        try:
            next(steps)
        except StopIteration as done:
            value: Value = done.value
            return value
