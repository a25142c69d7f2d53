"""Dates as the person's language writes them."""

from __future__ import annotations

from datetime import date

from compare_app.core.translation import marked, tr

MONTHS = (
    marked("January"), marked("February"), marked("March"), marked("April"), marked("May"), marked("June"),
    marked("July"), marked("August"), marked("September"), marked("October"), marked("November"), marked("December"),
)  # fmt: skip


def written_date(*, weekday: str = "", day: int = 0, month: int = 0, part: str = "", years: str = "") -> str:
    """The parts of a date in the order of the person's language; what is 0 or empty is left out."""
    parts = {
        "weekday": weekday,
        "day": tr("{day}", day=day) if day else "",
        "month": tr(MONTHS[month - 1]) if month else "",
        "part": part,
        "year": tr("{year}", year=years) if years else "",
    }
    return " ".join(tr("{weekday} {day} {month} {part} {year}", **parts).split())


def written_day(iso: str) -> str:
    """ "14 May 2024" for "2024-05-14", whatever time follows; what is no whole date stays as it is."""
    try:
        day = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return written_date(day=day.day, month=day.month, years=str(day.year))
