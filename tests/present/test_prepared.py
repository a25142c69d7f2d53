"""What is prepared in steps is what is made at once."""

from __future__ import annotations

from compare_app.core.review import Review
from compare_app.present.items import items_of
from compare_app.present.prepared import prepare
from compare_app.present.rows import difference_rows
from compare_app.present.summary import summarise
from tests.report.comparisons import doubtful, mixed


def test_it_holds_what_the_views_ask_for() -> None:
    for comparison in (mixed(), doubtful()):
        prepared = prepare(comparison, Review())
        assert prepared.items == items_of(comparison)
        assert prepared.rows == difference_rows(comparison, prepared.items)
        assert prepared.summary == summarise(prepared.items)
