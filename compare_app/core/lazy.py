"""Attributes that are worked out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Self, TypeVar, overload

Owner = TypeVar("Owner")
Value = TypeVar("Value")


class lazy(Generic[Owner, Value]):  # noqa: N801 (a decorator)
    """As functools.cached_property, without the lock that makes that one cost a microsecond before Python 3.12."""

    def __init__(self, find: Callable[[Owner], Value]) -> None:
        self._find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, owner: type[Owner], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type[Owner]) -> Self: ...
    @overload
    def __get__(self, instance: Owner, owner: type[Owner]) -> Value: ...
    def __get__(self, instance: Owner | None, owner: type[Owner]) -> Value | Self:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._find(instance)
        return value


def know(owner: object, name: str, value: object) -> None:
    """Let `owner` know its lazy attribute `name`, which was worked out beside it."""
    assert isinstance(getattr(type(owner), name), lazy)
    owner.__dict__[name] = value
