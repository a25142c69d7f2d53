"""Contradictions between claims that no link joins: cases of across/*.toml, and what must hold of any."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from compare_app import compare
from compare_app.app.documents import Document
from compare_app.core.document import Metadata, Side
from compare_app.core.elsewhere import Elsewhere
from compare_app.core.findings import Verdict
from compare_app.core.records import replace
from compare_app.rules.across import find_elsewhere
from tests.rules.both_ways import ends

CASES = [
    pytest.param(case, path.stem, id=case["name"])
    for path in sorted((Path(__file__).parent / "across").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


def found_in(left: list[str], right: list[str], language: str = "en") -> tuple[Elsewhere, ...]:
    """What is found while no link joins anything."""
    one, other = (Document.from_claims(claims, language=language) for claims in (left, right))
    return find_elsewhere(one, other, ())


@pytest.mark.parametrize(("case", "language"), CASES)
def test_case(case: dict[str, Any], language: str) -> None:
    """What a case says comes and nothing else; from the other side it is the same, mirrored."""
    there = found_in(case["left"], case["right"], language)
    assert [found.message for found in there] == case["says"]
    assert all(found.verdict is Verdict.POSSIBLE for found in there)
    back = found_in(case["right"], case["left"], language)
    assert ends(there) == ends(back, mirrored=True)


@pytest.mark.parametrize(("case", "language"), CASES)
def test_a_text_beside_itself_contradicts_only_itself(case: dict[str, Any], language: str) -> None:
    assert all(found.is_within for found in found_in(case["left"], case["left"], language))


LEFT = ["12 killed in mill fire", "The mayor spoke of the mill at length.", "It rained all day on the river."]
RIGHT = ["13 killed in mill fire", "The mayor spoke of the mill at length.", "The fire killed 13 people at the mill."]


def test_what_a_link_tells_already_is_not_said_again() -> None:
    found = compare(*(Document.from_claims(claims, language="en") for claims in (LEFT, RIGHT)))
    assert any(finding.kind == "number" for link in found.links for finding in link.findings)
    assert found.elsewhere == ()


def test_a_later_dateline_makes_it_an_update() -> None:
    one, other = (
        replace(Document.from_claims(claims, language="en"), metadata=Metadata(date=date))
        for claims, date in ((LEFT[:1], "2025-03-18"), (RIGHT[2:], "2025-03-21"))
    )
    assert [found.verdict for found in find_elsewhere(one, other, ())] == [Verdict.UPDATED]


def test_an_end_points_at_the_words_of_its_claim() -> None:
    left, right = (Document.from_claims(claims, language="en") for claims in (LEFT, RIGHT[1:]))
    (found,) = find_elsewhere(left, right, ())
    assert [(place.side, place.claim) for place in found.places] == [(Side.LEFT, 0), (Side.RIGHT, 1)]
    assert [place.span.of(side.text) for place, side in zip(found.places, (left, right), strict=True)] == ["12", "13"]
    assert [place.reading for place in found.places] == ["", ""]


def test_a_language_without_a_list_is_left_alone() -> None:
    assert found_in(LEFT, RIGHT, "de") == ()


def test_a_slot_with_many_facts_is_not_searched_pair_by_pair() -> None:
    """Found in good time where all share one slot, and a contradiction among them is not lost."""
    many = [
        f"The village of Town{number} killed {number} wolves in winter number {number}." for number in range(9, 800)
    ]
    said = found_in(
        [*many, "Ronda killed 12 bears at the frozen weir."],
        ["The hunters of Ronda killed 13 bears at the frozen weir."],
    )
    assert [found.message for found in said] == ["12 on the left, 13 elsewhere on the right: bears."]
