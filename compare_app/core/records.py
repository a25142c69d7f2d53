"""Frozen records with slots: what `@dataclass(frozen=True, slots=True)` makes, without its cost at every start.

A dataclass is built from source text, method by method, each time the program starts: 0.6 ms a class, and ninety of
them took longer than to compare two articles (2026-11). Records share their methods; only the constructor is
compiled, when the first of a class is made, and it takes two thirds of a dataclass's time to run.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform, overload

Record = TypeVar("Record")


class _Factory:
    def __init__(self, make: Callable[[], object]) -> None:
        self.make = make


def field(*, factory: Callable[[], Any]) -> Any:  # noqa: ANN401  # stands where the field's own type is wanted
    """A default that `factory` makes anew for every record that is not given one."""
    return _Factory(factory)


@overload
def record(cls: type[Record], /) -> type[Record]: ...
@overload
def record(*, slots: bool = True, eq: bool = True) -> Callable[[type[Record]], type[Record]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(
    cls: type[Record] | None = None, /, *, slots: bool = True, eq: bool = True
) -> type[Record] | Callable[[type[Record]], type[Record]]:
    """Make a class whose annotated names are the fields of a frozen record; a default is what a name is set to.

    `__post_init__` may refuse values. Equal records have equal fields, unless `eq` is False; then each equals only
    itself. Without `slots` a record can keep more than its fields (see `lazy`).
    """
    if cls is None:
        return lambda given: _made(given, slots=slots, eq=eq)
    return _made(cls, slots=slots, eq=eq)


def replace(given: Record, **changes: object) -> Record:
    """`given` with other values in the fields that `changes` names."""
    values = {name: getattr(given, name) for name in _fields(type(given))}
    return type(given)(**{**values, **changes})


def as_data(given: object) -> dict[str, Any]:
    """The fields of a record by name; what they hold stays as it is."""
    return {name: getattr(given, name) for name in _fields(type(given))}


def _made(cls: type[Any], *, slots: bool, eq: bool) -> type[Any]:
    own = tuple(cls.__annotations__)
    names = (*(name for name in _fields(cls.__base__) if name not in own), *own)
    members = {name: value for name, value in vars(cls).items() if name not in ("__dict__", "__weakref__")}
    defaults = {name: members.pop(name) for name in own if name in members}
    members["__match_args__"] = names
    members["_defaults"] = {**getattr(cls, "_defaults", {}), **defaults}
    members.setdefault("__repr__", _repr)
    members["_field_values"] = staticmethod(_values_of(names))
    if eq:
        members.setdefault("__eq__", _eq)
        members.setdefault("__hash__", _hash)
    if slots:
        members["__slots__"] = own
    members |= {"__init__": _first_init, "__setattr__": _refuse, "__delattr__": _refuse, "__reduce__": _reduce}
    remake: Any = type(cls)
    made: type[Any] = remake(cls.__name__, cls.__bases__, members)
    return made


def _values_of(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    get: Any = attrgetter(*names)
    return get if len(names) > 1 else lambda held: (get(held),)


def _fields(cls: type[Any] | None) -> tuple[str, ...]:
    return getattr(cls, "__match_args__", ())


def _first_init(self: Any, *values: object, **named: object) -> None:  # noqa: ANN401
    """Makes the first record of its class, and leaves a constructor for the others."""
    cls = type(self)
    cls.__init__ = _constructor(cls)
    cls.__init__(self, *values, **named)


def _constructor(cls: type[Any]) -> Any:  # noqa: ANN401
    names: dict[str, Any] = {f"_default_{name}": value for name, value in cls._defaults.items()}
    parameters, lines = [], []
    for name in _fields(cls):
        parameters.append(f"{name}=_default_{name}" if name in cls._defaults else name)
        if isinstance(cls._defaults.get(name), _Factory):
            lines.append(f"if {name} is _default_{name}: {name} = _default_{name}.make()")
        if hasattr(cls, name):  # a slot: to set it so takes half the time of object.__setattr__
            names[f"_set_{name}"] = getattr(cls, name).__set__
            lines.append(f"_set_{name}(self, {name})")
        else:
            lines.append(f"self.__dict__[{name!r}] = {name}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__(self, {', '.join(parameters)}):\n " + "\n ".join(lines or ["pass"]), names)
    init = names["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _eq(self: Any, other: Any) -> bool:  # noqa: ANN401
    if other.__class__ is not self.__class__:
        return NotImplemented  # type: ignore[no-any-return]
    return bool(self._field_values(self) == self._field_values(other))


def _hash(self: Any) -> int:  # noqa: ANN401
    return hash(self._field_values(self))


def _repr(self: Any) -> str:  # noqa: ANN401
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in _fields(type(self)))
    return f"{type(self).__qualname__}({fields})"


def _refuse(self: object, name: str, *value: object) -> NoReturn:
    raise AttributeError(f"{type(self).__qualname__} is frozen: {name!r} cannot be set or deleted")


def _reduce(self: Any) -> tuple[Any, ...]:  # noqa: ANN401
    return type(self), self._field_values(self)
