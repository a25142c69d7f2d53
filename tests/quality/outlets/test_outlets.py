"""What the rules say of two outlets' sentences about one event does not get worse."""

from __future__ import annotations

from tests.quality.outlets.measure import CONTRADICTING, HARD, HARMLESS, counts


def test_harmless_pairs_draw_no_more_alarms() -> None:
    """At most as many of the harmless pairs are called conflict or possible as when this was written."""
    found = counts(HARMLESS)
    assert found["conflict"] <= 1
    assert found["conflict"] + found["possible"] <= 14
    assert found["shift"] <= 70


def test_hard_pairs_draw_no_more_alarms() -> None:
    """The same for pairs of two times, parts, groups or sources."""
    found = counts(HARD)
    assert found["conflict"] <= 38
    assert found["conflict"] + found["possible"] <= 64


def test_contradictions_are_found_and_named() -> None:
    """At least as many of the contradicting pairs are marked, and rightly named, as when this was written."""
    found = counts(CONTRADICTING)
    assert found["conflict"] >= 145
    assert found["conflict"] + found["possible"] >= 185
    assert found["named"] >= 168
