"""How facts were read, in the words of cards and reports."""

from __future__ import annotations

import pytest

from compare_app.core.facts import Clock, Moment, Quantity
from compare_app.core.translation import use_language
from compare_app.facts.read import read_facts
from compare_app.rules.readings import reading

_READ = [
    ("It closed three years ago.", "three years ago → 2021, from the dateline 21 June 2024"),
    ("It closed last Tuesday.", "last Tuesday → Tuesday 18 June 2024, from the dateline 21 June 2024"),
    ("It is seven miles long.", "seven miles = 11.3 km"),
    ("It is about seven miles long.", "about seven miles → 9.6–13 km"),
    ("They burned 12 acres.", "12 acres = 4.9 hectares"),
    ("It is 75 °F in the sun.", "75 °F = 23.9 °C"),
    ("Nearly 90% of its trade.", "Nearly 90% → 81–90%"),
    ("Two thirds of the town agree.", "Two thirds → 66–67%"),
    ("At least 12 people died.", "At least 12 → 12 or more"),
    ("Fewer than 10 people died.", "Fewer than 10 → up to 10"),
    ("Between 10 and 12 people died.", "Between 10 and 12 → 10–12"),
    ("Twelve people died.", "Twelve → 12"),
    ("It cost £4.2 million.", "£4.2 million → 4,200,000 GBP"),
    ("It took thirty years.", "thirty years → 30 years"),
    ("He governed in 1960–65.", "1960–65 → 1960–1965"),
    ("It began in the early 1990s.", "early 1990s → early 1990–1999"),
    ("It began at 3 p.m. on the quay.", "3 p.m. → 15:00"),
]
_SAYS_IT_ALL = [
    "12 people died.",
    "It fell by 30% in a week.",
    "It weighs 380 tonnes.",
    "It opened on 4 March 1998.",
    "It opened on March 4th, 1998.",
    "The driver, 53, was hurt.",
    "It is up to 40 cm deep.",
]


def _readings(text: str) -> list[str]:
    facts = read_facts(text, language="en", date="2024-06-21")
    read: list[Quantity | Moment | Clock] = [*facts.quantities, *facts.moments, *facts.clocks]
    return [reading(facts, fact) for fact in read]


@pytest.mark.parametrize(("text", "read"), _READ)
def test_what_was_read_is_told(text: str, read: str) -> None:
    assert _readings(text) == [read]


@pytest.mark.parametrize("text", _SAYS_IT_ALL)
def test_words_that_say_it_all_are_left_alone(text: str) -> None:
    assert _readings(text) == [""]


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("de", "three years ago → 2021, ausgehend von der Datumszeile 21. Juni 2024"),
        ("ko", "three years ago → 2021년, 기사 날짜 2024년 6월 21일 기준"),
    ],
)
def test_a_date_is_written_as_the_reader_writes_it(language: str, shown: str) -> None:
    use_language(language)
    facts = read_facts("The mill burnt down three years ago.", language="en", date="2024-06-21")
    assert reading(facts, facts.moments[0]) == shown


def test_a_date_that_is_said_in_full_is_not_read_back_in_another_language() -> None:
    use_language("de")
    facts = read_facts("The mill burnt down on 4 March 1998.", language="en")
    assert reading(facts, facts.moments[0]) == ""
