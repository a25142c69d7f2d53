"""Finds running heads and page numbers by their return on page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from compare_app.core.patterns import pattern
from compare_app.readers.pdf_lines import Line

_NUMBER = pattern(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = pattern(r"^(\d{1,5})\b|\b(\d{1,5})$")
_MOST_LINES = 3  # at the head or the foot of a page that return on others. Chosen by hand.
_NUMBERED_SHARE = 0.25  # of the pages; fewer may agree by chance, as in a table of contents. Chosen by hand.
_SAME_HEIGHT = 3.0  # points between the places of one running head on two pages. Chosen by hand.


def running_lines(pages: Sequence[Sequence[Line]]) -> set[int]:
    """The `id`s of the lines at the head or foot of the pages that come again there but for the numbers in them, or
    that begin or end with the number of their page.

    Twice is enough in a document of up to four pages, else three times.
    """
    needed = 2 if len(pages) <= 4 else 3
    places = Counter(_place(line) for lines in pages for line in _edges(lines))
    returning = {place for place in places if _around(places, place) >= needed}
    ahead = Counter(ahead for lines in pages for line in _outermost(lines) for ahead in _pages_ahead(line))
    numbered = {each for each, count in ahead.items() if count >= max(needed, _NUMBERED_SHARE * len(pages))}
    found: set[int] = set()
    for lines in pages:
        for line in _outermost(lines):
            if not numbered.isdisjoint(_pages_ahead(line)) or line.text == str(line.page + 1):
                found.add(id(line))
        for edge in (sorted(lines, key=_top_first), sorted(lines, key=_bottom_first)):
            for line in edge[:_MOST_LINES]:
                if _place(line) in returning:
                    found.add(id(line))
                elif id(line) not in found:
                    break
    return found


_Place = tuple[str, int]
"""A line's text with its numbers masked, and its height on the page in steps of _SAME_HEIGHT."""


def _edges(lines: Sequence[Line]) -> list[Line]:
    """The lines next to the head and the foot of a page, each once."""
    by_height = sorted(lines, key=_top_first)
    edges = {id(line): line for line in (*by_height[:_MOST_LINES], *by_height[-_MOST_LINES:])}
    return list(edges.values())


def _outermost(lines: Sequence[Line]) -> list[Line]:
    """The line at the head and the one at the foot."""
    return [max(lines, key=_bottom_first), min(lines, key=_bottom_first)] if len(lines) > 1 else []


def _pages_ahead(line: Line) -> list[int]:
    """How far the numbers at the ends of the line are ahead of the count of pages."""
    return [int(first or last) - line.page for first, last in _PAGE_NUMBER.findall(line.text)]


def _place(line: Line) -> _Place:
    return _NUMBER.sub("#", line.text).casefold(), round(line.base / _SAME_HEIGHT)


def _around(places: Counter[_Place], place: _Place) -> int:
    text, height = place
    return places[place] + places[text, height - 1] + places[text, height + 1]


def _top_first(line: Line) -> float:
    return -line.base


def _bottom_first(line: Line) -> float:
    return line.base
