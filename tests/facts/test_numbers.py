"""Quantities as read: value, interval and dimension."""

from __future__ import annotations

import math

import pytest

from compare_app.core.facts import Quantity
from compare_app.facts.read import read_facts


def _only(text: str, language: str = "en") -> Quantity:
    found = read_facts(text, language=language).quantities
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "dimension"),
    [
        ("It cost 41 million euros.", 41e6, "money EUR"),
        ("It cost $3.8m.", 3.8e6, "money USD"),
        ("It cost US$2,500.50.", 2500.5, "money USD"),
        ("It cost A$20.", 20, "money a$"),
        ("It cost £1.5bn.", 1.5e9, "money GBP"),
        ("One hundred and five people came.", 105, ""),
        ("Two hundred thousand people came.", 200_000, ""),
        ("Half a million people came.", 500_000, ""),
        ("Three quarters of a million people came.", 750_000, ""),
        ("It lasted 2 hours and 15 minutes.", 8100, "time"),
        ("It lasted more than 2 hours and 15 minutes.", 8100, "time"),
        ("Forty and five people came.", 45, ""),
        ("She weighed 6 pounds, 10 ounces.", 106 * 0.028349523125, "mass"),
        ("Two hundred [and] forty and five people came.", 245, ""),
        ("It lasted one and twenty days.", 21 * 86400, "time"),
        ("It was the four and twentieth day.", 24, "ordinal"),
        ("Between two and twenty people came.", 2, ""),
        ("He is 6 feet 2 inches tall.", 74 * 0.0254, "length"),
        ("A dozen people came.", 12, ""),
        ("The twenty-third try worked.", 23, "ordinal"),
        ("The 21st try worked.", 21, "ordinal"),
        ("Two-thirds agreed.", 200 / 3, "percent"),
        ("A quarter of them agreed.", 25, "percent"),
        ("Turnout was 61.5 per cent.", 61.5, "percent"),
        ("It rose by 2 percentage points.", 2, "points"),
        ("It is 10 miles long.", 16093.44, "length"),
        ("It was 68°F outside.", 20, "temperature"),
        ("He won twice.", 2, "times"),
        ("It lasted 18 months.", 18 * 2629746, "time"),
        ("The 53-year-old left.", 53, "age"),
        ("The driver, 53, left.", 53, "age"),
        ("She died aged 80.", 80, "age"),
    ],
)
def test_value_and_dimension(text: str, value: float, dimension: str) -> None:
    """A figure comes with its scale applied, in the base unit of its dimension."""
    quantity = _only(text)
    assert quantity.value == pytest.approx(value)
    assert quantity.dimension == dimension


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("More than 200 came.", 200, math.inf),
        ("He is about 5 feet 2 inches tall.", 62 * 0.0254 * 0.85, 62 * 0.0254 * 1.15),
        ("At least 200 came.", 200, math.inf),
        ("500+ came.", 500, math.inf),
        ("No fewer than 20 came.", 20, math.inf),
        ("Fewer than 20 came.", 0, 20),
        ("Up to 20 came.", 0, 20),
        ("Nearly 100 came.", 90, 100),
        ("About 100 came.", 85, 115),
        ("Between 10 and 12 came.", 10, 12),
        ("10–12 came.", 10, 12),
        ("Some 100 or more came.", 85, 115),
        ("Exactly 100 came.", 100, 100),
    ],
)
def test_comparators_are_intervals(text: str, low: float, high: float) -> None:
    """Comparators, approximations and ranges give the lowest and highest value that agrees."""
    quantity = _only(text)
    assert (quantity.low, quantity.high) == pytest.approx((low, high))


@pytest.mark.parametrize(
    "text",
    [
        "No one came.",
        "The one who came left.",
        "He lives near Route 66.",
        "In 1998 it rained.",
        "A man came.",
        "It began on May 5.",
        "At 3:30 p.m. it rained.",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    """Pronouns, labels, dates and times are not read as amounts."""
    assert read_facts(text, language="en").quantities == ()


def test_score_is_two_figures() -> None:
    """A falling pair joined by a dash is a score, not a range."""
    assert [q.value for q in read_facts("They won 3–1.", language="en").quantities] == [3, 1]


def test_german_marks() -> None:
    """Where the comma is the decimal mark, the point groups."""
    assert _only("Es kostet 3,8 Millionen Euro.", "de").value == 3.8e6
    assert _only("Es kamen 15.000 Menschen.", "de").value == 15_000


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("quatre-vingt-dix-sept élèves", "fr", 97),
        ("quatre-vingts élèves", "fr", 80),
        ("soixante-douze élèves", "fr", 72),
        ("soixante et onze élèves", "fr", 71),
        ("vingt et un élèves", "fr", 21),
        ("deux cent trente élèves", "fr", 230),
        ("1 200,5 mètres", "fr", 1200.5),
        ("l'un des 12 élèves", "fr", 12),
        ("treinta y un alumnos", "es", 31),
        ("dos mil quinientos alumnos", "es", 2500),
        ("15.000 alumnos", "es", 15_000),
        ("15,000 alumnos", "es", 15_000),
        ("un 3.5 % de los alumnos", "es", 3.5),
        ("1.234,5 metros", "es", 1234.5),
        ("1,234.5 metros", "es", 1234.5),
    ],
)
def test_french_and_spanish_figures(text: str, language: str, value: float) -> None:
    """Twenties, joined tens, and either mark between groups of digits."""
    assert _only(text, language).value == value


def test_years_before_counts_are_not_one_figure() -> None:
    """A space groups digits in threes only where no figure of four stands before it."""
    assert [q.value for q in read_facts("En 2020, 300 élèves et 45 300 parents.", language="fr").quantities] == [
        300,
        45_300,
    ]


def test_korean_scales() -> None:
    """Scales written right behind the figure."""
    assert _only("회사는 41억 원을 냈다.", "ko").value == 41e8


def test_unknown_language_reads_digits() -> None:
    """Without lexicons figures are still read."""
    assert _only("xyz 12,5", "xx").value == pytest.approx(12.5)
