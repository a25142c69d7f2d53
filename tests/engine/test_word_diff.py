"""The words that differ: in cases, and by properties that hold for any text."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_app.core.document import Claim
from compare_app.core.links import Edit, EditKind
from compare_app.core.options import Options
from compare_app.core.spans import Span
from compare_app.engine.word_diff import word_edits

_CASES = tomllib.loads(Path(__file__).with_name("cases").joinpath("word_diff.toml").read_text(encoding="utf-8"))["case"]
_WORDS = st.sampled_from(
    ["the", "The", " ", "  ", "a", "river", "colour", "color", "1998", ".", ",", "“", '"', "餅", "-"]
)
_TEXTS = st.one_of(st.text(max_size=15), st.lists(_WORDS, max_size=12).map("".join))
_CLAIMS = st.lists(_TEXTS, min_size=1, max_size=3)


def _claims(texts: Sequence[str]) -> list[Claim]:
    """Claims side by side, so that offsets of the document are offsets of the joined texts."""
    claims, start = [], 0
    for text in texts:
        claims.append(Claim(text, Span(start, start + len(text)), 0))
        start += len(text)
    return claims


def _edits(left: Sequence[str], right: Sequence[str], options: Options = Options()) -> tuple[Edit, ...]:
    return word_edits(_claims(left), _claims(right), options=options)


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_case(case: dict[str, Any]) -> None:
    options = Options(
        case_counts=case.get("case_counts", False), punctuation_counts=case.get("punctuation_counts", False)
    )
    left, right = "".join(case["left"]), "".join(case["right"])
    found = [
        [str(edit.kind), edit.left.of(left), edit.right.of(right)]
        for edit in _edits(case["left"], case["right"], options)
    ]
    assert found == case["edits"]


@settings(max_examples=600, deadline=None)
@given(_CLAIMS, _CLAIMS)
def test_the_edits_applied_to_the_left_give_the_right(left: list[str], right: list[str]) -> None:
    whole, other = "".join(left), "".join(right)
    made, left_at, right_at = "", 0, 0
    for edit in _edits(left, right):
        assert whole[left_at : edit.left.start] == other[right_at : edit.right.start]
        assert edit.left.of(whole) != edit.right.of(other)
        made += whole[left_at : edit.left.start] + edit.right.of(other)
        left_at, right_at = edit.left.end, edit.right.end
    assert made + whole[left_at:] == other


@settings(max_examples=400, deadline=None)
@given(_CLAIMS, _CLAIMS)
def test_each_span_lies_inside_one_claim(left: list[str], right: list[str]) -> None:
    for edit in _edits(left, right):
        for span, claims in ((edit.left, _claims(left)), (edit.right, _claims(right))):
            assert any(claim.span.covers(span) for claim in claims)


@settings(max_examples=400, deadline=None)
@given(_CLAIMS, _CLAIMS)
def test_exchanging_the_sides_mirrors_the_edits(left: list[str], right: list[str]) -> None:
    mirror = {EditKind.INSERT: EditKind.DELETE, EditKind.DELETE: EditKind.INSERT}
    other = [Edit(mirror.get(edit.kind, edit.kind), edit.right, edit.left) for edit in _edits(right, left)]
    assert list(_edits(left, right)) == other


@given(_CLAIMS)
def test_equal_claims_have_no_edits(claims: list[str]) -> None:
    assert _edits(claims, claims) == ()
