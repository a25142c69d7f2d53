"""What two short reports tell apart: cases of told/*.toml, and what must hold of any."""

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
from compare_app.core.links import Link, Relation
from compare_app.core.records import replace
from compare_app.rules.told.findings import FIRES, SILENT, with_told
from tests.rules.both_ways import ends

CASES = [
    pytest.param(case, path.stem, id=case["name"])
    for path in sorted((Path(__file__).parent / "told").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


def _documents(left: list[str], right: list[str], language: str = "en") -> tuple[Document, Document]:
    one, other = (Document.from_claims(claims, language=language) for claims in (left, right))
    return one, other


def _found(left: list[str], right: list[str], language: str = "en") -> tuple[Elsewhere, ...]:
    """What is told apart while no link joins anything."""
    return with_told(*_documents(left, right, language), (), ())[1]


@pytest.mark.parametrize(("case", "language"), CASES)
def test_case(case: dict[str, Any], language: str) -> None:
    """What a case says comes and nothing else; from the other side it is the same, mirrored."""
    there = _found(case["left"], case["right"], language)
    assert [found.message for found in there] == case["says"]
    assert all(found.verdict is Verdict.POSSIBLE for found in there)
    back = _found(case["right"], case["left"], language)
    assert ends(there) == ends(back, mirrored=True)


@pytest.mark.parametrize(("case", "language"), CASES)
def test_a_report_beside_itself_tells_nothing_apart(case: dict[str, Any], language: str) -> None:
    assert _found(case["left"], case["left"], language) == ()
    assert _found(case["right"], case["right"], language) == ()


def test_its_own_examples() -> None:
    assert [found.kind for found in _found([FIRES[0]], [FIRES[1]])] == ["number"]
    assert _found([SILENT[0]], [SILENT[1]]) == ()


def _linked(left: str, right: str, relation: Relation = Relation.REWORDED) -> Link:
    links, elsewhere = with_told(*_documents([left], [right]), (Link((0,), (0,), relation, 0.4),), ())
    assert elsewhere == ()
    return links[0]


def test_in_linked_claims_it_is_a_finding() -> None:
    link = _linked("The airport stayed open.", "The airport was closed.")
    assert [(one.verdict, one.kind) for one in link.findings] == [(Verdict.POSSIBLE, "opposite")]
    assert link.relation is Relation.CHANGED


def test_a_toll_of_another_year_and_a_part_are_no_finding_in_linked_claims() -> None:
    for left, right in (
        ("The explosion at the plant left nine workers dead.", "At the same plant four workers were killed in 2009."),
        ("Thirty people were injured.", "Eleven people were seriously injured, doctors said."),
    ):
        assert _linked(left, right).findings == ()


def test_one_full_name_has_one_age() -> None:
    """A conflict, unless a birthday may lie between the reports or a first name is missing."""
    link = _linked("Ines Moreau, 61, heard a bang.", "There was a bang, said Ines Moreau, 64.")
    assert [one.verdict for one in link.findings] == [Verdict.CONFLICT]
    assert link.relation is Relation.CONTRADICTS
    for right in ("There was a bang, said Ines Moreau, 62.", "There was a bang, said Ms Moreau, 64."):
        link = _linked("Ines Moreau, 61, heard a bang.", right)
        assert [one.verdict for one in link.findings] == [Verdict.POSSIBLE]


def test_what_was_found_on_these_words_is_not_said_again() -> None:
    left, right = ["Ines Moreau, 61, heard a bang."], ["Ines Moreau, 64, heard a bang."]
    found = compare(*_documents(left, right))
    assert [len(link.findings) for link in found.links] == [1]
    assert found.elsewhere == ()


def test_a_later_report_may_know_of_more_dead_but_not_of_another_age() -> None:
    left = ["Four people were killed.", "The oldest was Grace Oyelaran, 34, a nurse."]
    right = ["Seven people were killed.", "Grace Oyelaran, 43, was one of them."]
    one, other = (
        replace(document, metadata=Metadata(date=date))
        for document, date in zip(_documents(left, right), ("2025-03-18", "2025-03-21"), strict=True)
    )
    assert [found.verdict for found in with_told(one, other, (), ())[1]] == [Verdict.UPDATED, Verdict.POSSIBLE]


def test_an_end_points_at_the_words_of_its_claim() -> None:
    left, right = _documents(["It rained.", "The airport stayed open."], ["The airport was closed."])
    (found,) = with_told(left, right, (), ())[1]
    assert [(place.side, place.claim) for place in found.places] == [(Side.LEFT, 1), (Side.RIGHT, 0)]
    assert [place.span.of(side.text) for place, side in zip(found.places, (left, right), strict=True)] == [
        "airport stayed open",
        "airport was closed",
    ]


def test_a_long_text_is_no_report() -> None:
    many = [f"Then came number {number}." for number in range(300)]
    assert _found(["The airport stayed open."], ["The airport was closed."]) != ()
    assert _found(["The airport stayed open.", *many], ["The airport was closed."]) == ()


def test_a_language_without_a_list_is_left_alone() -> None:
    assert _found(["The airport stayed open."], ["The airport was closed."], "de") == ()
