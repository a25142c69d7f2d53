"""All that a view asks of a comparison, made step by step, so that a window can answer between two steps."""

from __future__ import annotations

from collections.abc import Generator

from compare_app.core.comparison import Comparison
from compare_app.core.records import record
from compare_app.core.review import Review
from compare_app.core.steps import finished
from compare_app.present.items import Item, items_in_steps
from compare_app.present.places import Places
from compare_app.present.rows import Row, difference_rows
from compare_app.present.summary import Summary, summarise


@record(eq=False)
class Prepared:
    """What is shown of `comparison` when `review` has its say."""

    comparison: Comparison
    review: Review
    items: tuple[Item, ...]
    rows: tuple[Row, ...]
    summary: Summary
    places: Places


def prepare(comparison: Comparison, review: Review) -> Prepared:
    """All of it at once."""
    return finished(prepared_in_steps(comparison, review))


def prepared_in_steps(comparison: Comparison, review: Review) -> Generator[None, None, Prepared]:
    """The same, handing over after every few milliseconds of work."""
    items = yield from items_in_steps(comparison, review)
    yield
    rows = difference_rows(comparison, items)
    yield
    summary = summarise(items)
    yield
    places = Places(comparison, items)
    yield
    return Prepared(comparison, review, items, rows, summary, places)
