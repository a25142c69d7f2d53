"""Dates, periods and times as read."""

from __future__ import annotations

import pytest

from compare_app.core.facts import Moment
from compare_app.facts.read import read_facts


def _only(text: str, *, language: str = "en", date: str = "") -> Moment:
    found = read_facts(text, language=language, date=date).moments
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("He was born on October 23, 1988.", 1988, 10, 23),
        ("He was born on 23 October 1988.", 1988, 10, 23),
        ("He was born on the 23rd of October 1988.", 1988, 10, 23),
        ("He was born on 1988-10-23.", 1988, 10, 23),
        ("He was born on Oct. 23.", None, 10, 23),
        ("He was born in October 1988.", 1988, 10, None),
        ("He was born in 1988.", 1988, None, None),
        ("The 1961 pact was signed.", 1961, None, None),
        ("It opened in May.", None, 5, None),
    ],
)
def test_parts(text: str, year: int | None, month: int | None, day: int | None) -> None:
    """What is said is read, what is not stays None."""
    moment = _only(text)
    assert (moment.year, moment.month, moment.day) == (year, month, day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("He ruled 1960–65.", 1960, 1965),
        ("He ruled from 1960 to 1965.", 1960, 1965),
        ("He ruled between 1960 and 1965.", 1960, 1965),
        ("In the 1990s it rained.", 1990, 1999),
        ("In the 1800s it rained.", 1800, 1899),
    ],
)
def test_periods(text: str, first: int, last: int) -> None:
    """Periods and decades hold their last year."""
    moment = _only(text)
    assert (moment.year, moment.until) == (first, last)


@pytest.mark.parametrize(
    ("text", "part"),
    [("In early 1995 it rained.", "early"), ("In the spring of 2001 it rained.", "spring")],
)
def test_parts_of_years(text: str, part: str) -> None:
    """ "early", "late" and seasons belong to the date."""
    assert _only(text).part == part


@pytest.mark.parametrize("text", ["You may go.", "They march on.", "2000 voters came.", "It sold 1500 cars.", "May I?"])
def test_what_is_no_date(text: str) -> None:
    """Verbs spelled as months, and counted things."""
    assert read_facts(text, language="en").moments == ()


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("It happened last Tuesday.", 2024, 6, 18),
        ("It happened yesterday.", 2024, 6, 20),
        ("It happened three years ago.", 2021, None, None),
        ("It happened two months ago.", 2024, 4, None),
        ("It happened a year ago.", 2023, None, None),
        ("It happened ten days ago.", 2024, 6, 11),
    ],
)
def test_resolved_against_the_documents_date(text: str, year: int, month: int | None, day: int | None) -> None:
    """Relative dates count from the document's own, and say so."""
    moment = _only(text, date="2024-06-21")
    assert (moment.year, moment.month, moment.day, moment.resolved) == (year, month, day, True)


def test_relative_dates_without_a_documents_date_stay_unread() -> None:
    """Nothing is guessed."""
    assert read_facts("It happened yesterday.", language="en").moments == ()


def test_korean_date() -> None:
    """Figures with signs behind them."""
    moment = _only("회담은 2024년 6월 21일 열렸다.", language="ko")
    assert (moment.year, moment.month, moment.day) == (2024, 6, 21)


@pytest.mark.parametrize(
    ("text", "minute", "zone"),
    [
        ("It starts at 3 p.m.", 900, None),
        ("It starts at 15:00.", 900, None),
        ("It starts at 9:05am.", 545, None),
        ("It starts at noon.", 720, None),
        ("It starts at 12 a.m.", 0, None),
        ("It starts at 8 p.m. GMT.", 1200, 0),
        ("It starts at 3:30 p.m. EST.", 930, -300),
        ("It starts at half past seven in the evening.", 1170, None),
        ("It starts at a quarter to nine in the morning.", 525, None),
        ("It starts at 7.45 in the evening.", 1185, None),
        ("It starts at 7:45 in the evening.", 1185, None),
        ("It starts at eight o'clock in the evening.", 1200, None),
        ("It starts ten minutes past ten at night.", 1330, None),
        ("It starts at five to twelve at night.", 1435, None),
        ("It starts at twelve at night.", 0, None),
        ("It starts at three at night.", 180, None),
    ],
)
def test_times_of_day(text: str, minute: int, zone: int | None) -> None:
    """Minutes since midnight, and the zone where one is named."""
    (clock,) = read_facts(text, language="en").clocks
    assert (clock.minute, clock.zone) == (minute, zone)


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested twelve in the morning.",
        "It starts on May 5 in the morning.",
        "It is open from 9 to 5 in the afternoon.",
        "It fell by 7.45 percent in the morning.",
        "It starts at seven.",
    ],
)
def test_figures_that_are_no_time_of_day(text: str) -> None:
    """A count, a date, and an hour that may be of the morning or of the evening."""
    assert read_facts(text, language="en").clocks == ()
