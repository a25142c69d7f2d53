"""A command is found by a few of its letters, and the likeliest comes first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_app.present.matching import matched

COMMANDS = (
    "Next contradiction",
    "Next difference",
    "Swap sides",
    "Save report",
    "Facts only",
    "Find",
    "Confirm the finding",
)


def best(typed: str) -> list[str]:
    """The commands that `typed` finds, the best first."""
    found = [(hit.rank, text) for text in COMMANDS if (hit := matched(typed, text)) is not None]
    return [text for _, text in sorted(found)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("next", "Next difference"),
        ("next c", "Next contradiction"),
        ("c next", "Next contradiction"),
        ("nc", "Next contradiction"),
        ("ss", "Swap sides"),
        ("fi", "Find"),
        ("the fin", "Confirm the finding"),
        ("diff", "Next difference"),
        ("report", "Save report"),
        ("swsd", "Swap sides"),
        ("FACTS", "Facts only"),
    ],
)
def test_the_likeliest_command_comes_first(typed: str, first: str) -> None:
    assert best(typed)[0] == first


@pytest.mark.parametrize("typed", ["zzz", "next z", "sides swaps", "contradiction nextt"])
def test_what_is_not_there_is_not_found(typed: str) -> None:
    assert best(typed) == []


def test_nothing_typed_finds_all_alike() -> None:
    assert {matched("", text).rank for text in COMMANDS} == {(0, 0, 0)}  # type: ignore[union-attr]


TEXTS = st.text("abİßc -é가", max_size=12)


@given(TEXTS, TEXTS)
def test_the_letters_that_answer_are_those_that_were_typed(typed: str, text: str) -> None:
    hit = matched(typed, text)
    if hit is not None:
        assert list(hit.places) == sorted(set(hit.places))
        low = [letter.lower()[:1] for letter in text]
        assert {low[place] for place in hit.places} <= set(typed.lower())


@given(st.text("abcd ", min_size=1, max_size=12))
def test_a_text_is_found_by_itself(text: str) -> None:
    assert matched(text, text) is not None
