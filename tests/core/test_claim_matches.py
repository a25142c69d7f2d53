"""Claims are found again in the next version of their text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_app.core.claim_matches import match_claims

BRIDGE, COST, MAYOR, YES = "The bridge opened in 1998.", "It cost £4 million.", "The mayor spoke for an hour.", "Yes."
CASES: tuple[tuple[str, list[str], list[str], dict[int, int]], ...] = (
    ("nothing changed", [BRIDGE, COST], [BRIDGE, COST], {0: 0, 1: 1}),
    ("one word changed", [BRIDGE, COST, MAYOR], [BRIDGE, "It cost £5 million.", MAYOR], {0: 0, 1: 1, 2: 2}),
    ("one came before", [BRIDGE, COST], ["News came in.", BRIDGE, COST], {0: 1, 1: 2}),
    ("one went", [BRIDGE, COST, MAYOR], [BRIDGE, MAYOR], {0: 0, 2: 1}),
    ("another stands in its place", [BRIDGE, COST, MAYOR], [BRIDGE, "Nobody was hurt there.", MAYOR], {0: 0, 2: 2}),
    ("the same words came before", [BRIDGE, YES], [YES, BRIDGE, YES], {0: 1, 1: 2}),
    ("one moved", [BRIDGE, COST, MAYOR], [COST, MAYOR, BRIDGE], {0: 2, 1: 0, 2: 1}),
    ("two were joined", [BRIDGE, COST], ["The bridge opened in 1998, it cost £4 million."], {0: 0, 1: 0}),
    (
        "one was joined with another and edited",
        [BRIDGE, COST],
        ["The bridge opened in 1998, it cost £5 million."],
        {0: 0, 1: 0},
    ),
    ("half the words changed", [COST], ["It cost nothing yet."], {0: 0}),
    ("most words changed", [MAYOR], ["The mayor went home by train."], {}),
    (
        "two edited in another order",
        [BRIDGE, MAYOR],
        ["The mayor spoke for two days.", "The bridge opened in 1999."],
        {0: 1},
    ),
    ("one was split", ["The bridge opened in 1998 and it cost £4 million."], [BRIDGE, COST], {0: 0}),
    ("other white space", ["The  bridge\nopened in 1998."], [BRIDGE], {0: 0}),
    ("Chinese", ["市议会说图书馆将于五月关闭。"], ["市议会说图书馆将于六月关闭。"], {0: 0}),
    ("all is new", [BRIDGE, COST], [MAYOR], {}),
)


@pytest.mark.parametrize(("before", "now", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_claims_are_matched(before: list[str], now: list[str], expected: dict[int, int]) -> None:
    assert match_claims(before, now) == expected


@given(st.lists(st.sampled_from([BRIDGE, COST, MAYOR, YES]), max_size=8))
def test_a_text_with_itself_is_matched_claim_by_claim(claims: list[str]) -> None:
    assert match_claims(claims, claims) == {place: place for place in range(len(claims))}


@given(*[st.lists(st.sampled_from([BRIDGE, COST, MAYOR, YES]), max_size=8)] * 2)
def test_matches_name_claims_that_are_there(before: list[str], now: list[str]) -> None:
    found = match_claims(before, now)
    assert set(found) <= set(range(len(before)))
    assert set(found.values()) <= set(range(len(now)))


def test_two_long_texts_that_share_nothing_are_given_up_soon() -> None:
    before, now = ([f"{word} {n} was here." for n in range(30_000)] for word in ("Alpha", "Omega"))
    started = time.process_time()
    assert match_claims(before, now) == {}
    assert time.process_time() - started < 2
