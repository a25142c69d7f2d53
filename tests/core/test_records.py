"""Records: what dataclasses would make of the same classes, made faster."""

from __future__ import annotations

import pickle
from dataclasses import dataclass

import pytest

from compare_app.core.lazy import lazy
from compare_app.core.records import field, record, replace


@record
class Range:
    """A range that refuses to run backwards."""

    start: int
    end: int = 10

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError("backwards")

    @property
    def length(self) -> int:
        return self.end - self.start


@record
class Named(Range):
    name: str = ""


@record(slots=False, eq=False)
class Counted:
    text: str

    @lazy
    def words(self) -> int:
        return len(self.text.split())


@record
class Listed:
    names: list[str] = field(factory=list)


@dataclass(frozen=True, slots=True)
class Reference:
    start: int
    end: int = 10


def test_a_record_is_built_as_a_dataclass_is() -> None:
    for given, named in (((1,), {}), ((1, 2), {}), ((), {"start": 3, "end": 4}), ((5,), {"end": 6})):
        made, reference = Range(*given, **named), Reference(*given, **named)
        assert (made.start, made.end) == (reference.start, reference.end)
        assert repr(made) == repr(reference).replace("Reference", "Range")
        assert hash(made) == hash(reference)
    assert Range.__match_args__ == Reference.__match_args__
    assert Range(2, 5).length == 3


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1, 2, 3), {}), ((1,), {"start": 1}), ((1,), {"other": 1})])
def test_wrong_arguments_are_refused(given: tuple[int, ...], named: dict[str, int]) -> None:
    for cls in (Range, Reference):
        with pytest.raises(TypeError):
            cls(*given, **named)


def test_values_are_checked_and_never_change() -> None:
    with pytest.raises(ValueError, match="backwards"):
        Range(5, 2)
    made = Range(1, 2)
    for name in ("start", "end", "more"):
        with pytest.raises(AttributeError):
            setattr(made, name, 5)
        with pytest.raises(AttributeError):
            delattr(made, name)
    assert made == Range(1, 2)
    assert not hasattr(made, "__dict__")


def test_equal_are_records_of_one_class_with_equal_fields() -> None:
    assert Range(1, 2) == Range(1, 2)
    assert Range(1, 2) != Range(1, 3)
    other: object = Reference(1, 2)
    assert Range(1, 2) != other
    assert Range(1, 2) != Named(1, 2)
    assert len({Range(1, 2), Range(1, 2), Named(1, 2)}) == 2


def test_a_record_of_a_record_has_the_fields_of_both() -> None:
    assert repr(Named(1, name="one")) == "Named(start=1, end=10, name='one')"
    with pytest.raises(ValueError, match="backwards"):
        Named(5, 2)


def test_a_factory_makes_a_default_for_each_record() -> None:
    one, other = Listed(), Listed()
    one.names.append("one")
    assert (one.names, other.names, Listed(["given"]).names) == (["one"], [], ["given"])


def test_replace_keeps_what_it_is_not_given() -> None:
    assert replace(Named(1, 2, "one"), end=3) == Named(1, 3, "one")
    with pytest.raises(TypeError):
        replace(Range(1, 2), other=3)


def test_a_record_survives_pickling() -> None:
    assert pickle.loads(pickle.dumps(Named(1, 2, "one"))) == Named(1, 2, "one")


def test_a_record_without_slots_keeps_more_than_its_fields() -> None:
    made = Counted("one two")
    assert made.words == 2
    assert "words" in vars(made)
    assert made != Counted("one two")
    with pytest.raises(AttributeError):
        made.text = "three"  # type: ignore[misc]
