"""Reads all facts of a claim."""

from __future__ import annotations

from datetime import date as calendar_date

from compare_app.core.facts import ClaimFacts
from compare_app.facts.clocks import read_clocks
from compare_app.facts.dates import read_moments
from compare_app.facts.modality import read_hedges
from compare_app.facts.names import read_names
from compare_app.facts.negation import read_negations
from compare_app.facts.numbers import read_quantities
from compare_app.facts.quotations import read_quotations
from compare_app.facts.words import split_words


def read_facts(text: str, *, language: str, date: str = "") -> ClaimFacts:
    """The facts of the claim `text` in `language` (ISO 639-1). `date` is its document's own date, ISO 8601 or empty.

    Spans and word positions count code points of `text`. A language without lexicons gives digits, ISO dates and
    years only. O(length), about 40 µs for 25 words.
    """
    words = split_words(text, language=language)
    clocks = read_clocks(text, words, language=language)
    moments = read_moments(text, words, language=language, today=_day_of(date))
    moments = tuple(m for m in moments if not any(c.first < m.end and m.first < c.end for c in clocks))
    taken = [(fact.first, fact.end) for facts in (moments, clocks) for fact in facts]
    return ClaimFacts(
        text=text,
        language=language,
        words=words,
        date=date,
        quantities=read_quantities(text, words, language=language, taken=taken),
        moments=moments,
        clocks=clocks,
        names=read_names(text, words, language=language),
        negations=read_negations(text, words, language=language),
        hedges=read_hedges(text, words, language=language),
        quotations=read_quotations(text, words),
    )


def _day_of(date: str) -> calendar_date | None:
    try:
        return calendar_date.fromisoformat(date[:10]) if date else None
    except ValueError:
        return None
