"""The JSON report says what the published schema says."""

from __future__ import annotations

import json
from typing import Any
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from compare_app.core import halves
from compare_app.core.comparison import Comparison
from compare_app.core.exchange import comparison_from_data
from compare_app.core.halves import beside, can_copy
from compare_app.core.resources import resource_path
from compare_app.report import data
from compare_app.report.data import render
from compare_app.report.format import ReportOptions
from tests.report.comparisons import doubtful, hostile, mixed, same


def _validator() -> Draft202012Validator:
    schema = json.loads(resource_path("schema", "comparison-1.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _data(comparison: Comparison, *, differences_only: bool = False) -> Any:  # noqa: ANN401
    return json.loads(render(comparison, ReportOptions(differences_only=differences_only)))


@pytest.mark.parametrize("comparison", [mixed(), same(), doubtful(), hostile('"}]\n\\u0000 </script>')])
@pytest.mark.parametrize("differences_only", [False, True])
def test_the_report_fits_its_schema(comparison: Comparison, *, differences_only: bool) -> None:
    _validator().validate(_data(comparison, differences_only=differences_only))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("links", 1, "relation"), "different"),
        (("links", 1, "similarity"), 1.2),
        (("links", 1, "left"), []),
        (("links", 1, "findings", 0, "verdict"), "certain"),
        (("left", "claims", 0, "span"), [0, 1, 2]),
        (("summary", "added"), -1),
        (("schema",), "comparison-2"),
    ],
)
def test_the_schema_refuses_what_no_report_says(path: tuple[str | int, ...], value: object) -> None:
    data = _data(mixed())
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert [list(error.absolute_path) for error in _validator().iter_errors(data)] == [list(path)]


def test_every_key_is_described() -> None:
    """A key that the program writes and the schema does not know would be unpublished."""
    schema = json.loads(resource_path("schema", "comparison-1.json").read_text(encoding="utf-8"))
    data = _data(mixed())
    assert set(data) == set(schema["properties"])
    assert set(data["left"]) == set(schema["$defs"]["document"]["properties"])
    assert set(data["links"][1]) == set(schema["$defs"]["link"]["properties"])
    assert set(data["links"][1]["findings"][0]) == set(schema["$defs"]["finding"]["properties"])
    assert set(data["removed"][0]) == set(schema["$defs"]["lone"]["properties"])
    elsewhere = _data(doubtful())["elsewhere"][0]
    assert set(elsewhere) == set(schema["$defs"]["elsewhere"]["properties"])
    assert set(elsewhere["first"]) == set(schema["$defs"]["place"]["properties"])
    assert set(data["options"]) == set(schema["properties"]["options"]["properties"])


def test_it_can_be_read_back() -> None:
    assert comparison_from_data(_data(mixed())) == mixed()
    assert comparison_from_data(_data(doubtful())) == doubtful()


def test_two_processes_write_what_one_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    if not can_copy():  # asked now: tests before this one may have left threads behind
        pytest.skip("needs a system that copies processes, two processors, and one thread alone")
    alone = render(mixed(), ReportOptions())
    monkeypatch.setattr(halves, "MANY_LINKS", 1)
    counted = Mock(side_effect=beside)
    monkeypatch.setattr(data, "beside", counted)
    assert render(mixed(), ReportOptions()) == alone
    counted.assert_called_once()


def test_what_stayed_the_same_can_be_left_out() -> None:
    whole, short = _data(mixed()), _data(mixed(), differences_only=True)
    assert [link["left"] for link in whole["links"]] == [[0], [1], [2], [3], [4]]
    assert [link["left"] for link in short["links"]] == [[1], [2], [3]]
    assert short["removed"] == whole["removed"]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_comes_through(text: str) -> None:
    assert _data(hostile(text))["left"]["name"] == text
