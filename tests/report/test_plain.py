"""The text report as someone reads it in a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_app.report.columns import columns, harmless, wrap
from compare_app.report.format import ReportOptions
from compare_app.report.plain import render
from tests.report.comparisons import hostile, mixed, same

_MIXED = """\
1 contradicting · 1 changed · 1 added · 1 removed · 1 moved · 2 the same
  left   left.txt · The mill burns · 25 words, 6 claims
  right  right.html · The mill burns · 26 words, 6 claims

⚠ Number: The two figures cannot both be true
  left   [-Twelve-] people were hurt.
  right  {+Nine+} people were hurt.
  why    Twelve on the left, nine on the right: people hurt.

~ A detail was added
  left   The roof fell in.
  right  The {+old+} roof fell in.
"""


def test_the_summary_comes_first_and_the_gravest_difference_next() -> None:
    assert render(mixed(), ReportOptions()).startswith(_MIXED)


def test_every_difference_has_its_glyph() -> None:
    starts = [line[0] for line in render(mixed(), ReportOptions()).splitlines()[3:] if line and line[0] != " "]
    assert starts == ["⚠", "~", "+", "−", "↕"]


def test_a_text_beside_itself_lists_nothing() -> None:
    report = render(same(), ReportOptions())
    assert report.startswith("0 contradicting · 1 the same\n")
    assert len(report.splitlines()) == 3


@pytest.mark.parametrize("width", [30, 80])
def test_no_line_is_wider_than_asked(width: int) -> None:
    lines = render(hostile("词语 " * 40 + "x" * 200), ReportOptions(columns=width)).splitlines()
    assert max(columns(line) for line in lines) <= width


def test_a_document_cannot_steer_the_terminal() -> None:
    report = render(hostile("red \x1b[31m alert \x07 \x9b2J \u202eback"), ReportOptions())
    assert not [character for character in report if character != "\n" and not character.isprintable()]


@given(st.text(), st.integers(2, 50))
def test_wrapping_loses_only_white_space(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(columns(line) <= width for line in lines)


@pytest.mark.parametrize(("text", "cells"), [("abc", 3), ("漢字", 4), ("e\u0301", 1), ("한", 2), ("\u200bx", 1)])
def test_columns_are_what_a_terminal_shows(text: str, cells: int) -> None:
    assert columns(text) == cells


def test_line_breaks_and_tabs_are_harmless() -> None:
    assert harmless("a\n\tb\rc") == "a\n\tb\ufffdc"


def test_a_width_below_one_wide_character_is_refused() -> None:
    with pytest.raises(ValueError, match="too narrow"):
        wrap("a", 1)
