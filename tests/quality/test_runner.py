"""The floors are kept: a fallen or a missing score is named."""

from __future__ import annotations

import json

from tests.quality.__main__ import _AREAS, _FLOORS, below, lifted, table

_SCORES = {"news": {"p": 0.951, "r": 0.7, "pairs": 1200.0}, "fables": {"p": 0.5}}


def test_a_score_at_its_floor_holds() -> None:
    assert list(below(_SCORES, {"news": {"p": 0.951, "r": 0.69}})) == []


def test_a_fallen_score_is_named() -> None:
    assert list(below(_SCORES, {"news": {"p": 0.952}})) == ["news p: 0.9510, floor 0.952"]


def test_a_score_that_is_gone_is_named() -> None:
    floors = {"fables": {"r": 0.4}, "essays": {"p": 0.9}}
    assert [line.split(":")[0] for line in below(_SCORES, floors)] == ["fables r", "essays p"]


def test_floors_are_lifted_and_never_lowered() -> None:
    floors = {"news": {"p": 0.9, "r": 0.8}, "essays": {"p": 0.7}}
    assert lifted({"news": {"p": 0.9519, "r": 0.7, "pairs": 12.0, "false_alarm_rate": 0.1}}, floors) == {
        "news": {"p": 0.951, "r": 0.8},
        "essays": {"p": 0.7},
    }


def test_f1_stands_for_precision_and_recall() -> None:
    assert lifted({"news": {"p": 0.9, "r": 0.5, "f1": 0.6429}}, {}) == {"news": {"f1": 0.642}}


def test_the_table_has_a_row_a_set() -> None:
    assert table(_SCORES)[2:] == ["| news | 0.9510 | 0.7000 | 1,200 |", "| fables | 0.5000 |  |  |"]


def test_floors_are_of_known_areas_and_in_range() -> None:
    floors = json.loads(_FLOORS.read_text(encoding="utf-8"))
    assert set(floors) <= set(_AREAS)
    assert all(0 < floor <= 1 for area in floors.values() for row in area.values() for floor in row.values())
