"""Which claims belong together, in cases and by properties that hold for any text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_app.core.control import Control, Progress, Stage
from compare_app.core.errors import Cancelled
from compare_app.core.options import Options
from compare_app.engine.align import Alignment, align
from tests.engine.claims import aligned, document, pairs

_CASES = tomllib.loads(Path(__file__).with_name("cases").joinpath("alignment.toml").read_text(encoding="utf-8"))["case"]
_VOCABULARY = "the a river bank opened closed in 1998 1989 mayor said not Paris bridge of old 餅 七 —"
_WORDS = st.sampled_from(sorted(_VOCABULARY.split()))
_CLAIMS = st.lists(st.lists(_WORDS, max_size=9).map(" ".join), max_size=9)


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_case(case: dict[str, Any]) -> None:
    found = aligned(case["left"], case["right"], case.get("language", "en"))
    assert [[[*pairing.left], [*pairing.right]] for pairing in found.pairings] == case["groups"]
    moved = [[[*pairing.left], [*pairing.right]] for pairing in found.pairings if pairing.moved]
    assert moved == case["moved"]


@settings(max_examples=300, deadline=None)
@given(_CLAIMS, _CLAIMS)
def test_every_claim_is_paired_or_alone_exactly_once(left: list[str], right: list[str]) -> None:
    found = aligned(left, right)
    ours = [i for pairing in found.pairings for i in pairing.left] + [lone.claim for lone in found.lone_left]
    theirs = [j for pairing in found.pairings for j in pairing.right] + [lone.claim for lone in found.lone_right]
    assert sorted(ours) == list(range(len(left)))
    assert sorted(theirs) == list(range(len(right)))
    assert [pairing.left for pairing in found.pairings] == sorted(pairing.left for pairing in found.pairings)


@settings(max_examples=300, deadline=None)
@given(_CLAIMS, _CLAIMS)
def test_exchanging_the_sides_mirrors_the_result(left: list[str], right: list[str]) -> None:
    found, other = aligned(left, right), aligned(right, left)
    assert _plain(found) == sorted((ours, theirs, alike, moved) for theirs, ours, alike, moved in _plain(other))
    assert (found.lone_left, found.lone_right) == (other.lone_right, other.lone_left)


def _plain(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...], float, bool]]:
    return [(pairing.left, pairing.right, pairing.similarity, pairing.moved) for pairing in alignment.pairings]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(max_size=12), max_size=12))
def test_a_text_against_itself_is_the_same_one_by_one(claims: list[str]) -> None:
    expected = [((i,), (i,), 1.0, False) for i in range(len(claims))]
    assert _plain(aligned(claims, claims)) == expected


@settings(max_examples=200, deadline=None)
@given(_CLAIMS, st.integers(0, 8))
def test_equal_claims_are_not_paired_crosswise(claims: list[str], dropped: int) -> None:
    shorter = [claim for index, claim in enumerate(claims) if index != dropped]
    found = [pair for pair in aligned(claims, shorter).pairings if not pair.moved]
    firsts = [pair.right[0] for pair in found]
    assert firsts == sorted(firsts)


def test_no_pairing_stays_below_the_floor_of_the_user() -> None:
    left, right = ["The mayor opened the old bridge in Paris."], ["The mayor closed the old bridge in Lyon today."]
    sides = document(left), document(right)
    free = align(*sides, options=Options(), control=Control())
    assert pairs(free) == {(0, 0)}
    strict = align(*sides, options=Options(similarity_floor=0.99), control=Control())
    assert strict.pairings == ()
    assert strict.lone_left[0].nearest == 0
    assert strict.lone_left[0].similarity == free.pairings[0].similarity


def test_a_cancelled_run_raises() -> None:
    control = Control()
    control.cancel()
    with pytest.raises(Cancelled):
        aligned(["One claim."], ["Another."], control=control)


def test_a_run_past_its_deadline_says_so() -> None:
    left = [f"Claim {n} is about item {n * 7} of the list." for n in range(50)]
    right = [f"Claim {n} was about item {n * 7} of that list." for n in range(50)]
    found = aligned(left, right, control=Control(deadline_s=0.0))
    assert len(found.notes) == 1
    assert "time allowed" in found.notes[0]
    assert len(found.pairings) + len(found.lone_left) == 50
    assert aligned(left, right).notes == ()


def test_progress_grows_within_its_stage() -> None:
    seen: list[Progress] = []
    left = [f"Claim {n} is about item {n * 7} of the list." for n in range(50)]
    aligned(left, left[::-1], control=Control(on_progress=seen.append))
    shares = [progress.share for progress in seen]
    assert {progress.stage for progress in seen} == {Stage.ALIGN}
    assert shares == sorted(shares)
    assert len(shares) >= 3
