"""Patterns compile when they are first used, and then do what compiled ones do."""

from __future__ import annotations

import re

import pytest

from compare_app.core.patterns import pattern


def test_a_pattern_does_what_its_compiled_form_does() -> None:
    given, compiled = pattern(r"b(\d)", re.IGNORECASE), re.compile(r"b(\d)", re.IGNORECASE)
    text = "a B1 b2"
    assert given.findall(text) == compiled.findall(text) == ["1", "2"]
    assert given.sub("x", text) == compiled.sub("x", text)
    assert [match.span() for match in given.finditer(text, 3)] == [(5, 7)]
    assert given.fullmatch("b") is None
    assert given.pattern == compiled.pattern


def test_nothing_is_compiled_before_its_first_use() -> None:
    broken = pattern("(")
    with pytest.raises(re.error):
        broken.search("")


def test_a_name_that_no_pattern_has_is_an_error() -> None:
    with pytest.raises(AttributeError):
        pattern("a").no_such_method  # type: ignore[attr-defined]  # noqa: B018
