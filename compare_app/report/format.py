"""What the registry knows of a report format."""

from __future__ import annotations

from collections.abc import Callable

from compare_app.core.comparison import Comparison
from compare_app.core.records import record
from compare_app.core.review import Review


@record
class ReportOptions:
    """Choices of the user for one report. `columns` is the width of plain text in terminal cells.

    What `review` dismisses is left out and counted in a note; what it confirms is said to be so.
    """

    differences_only: bool = False
    columns: int = 80
    review: Review = Review()


@record
class ReportFormat:
    """One row of the registry. `extension` begins with a dot. `render` gives the whole report, ending in a newline."""

    name: str
    extension: str
    render: Callable[[Comparison, ReportOptions], str]
