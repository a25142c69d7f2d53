"""Reports for those who may not import the report package: the command line and the window."""

from __future__ import annotations

from pathlib import Path

from compare_app.app.files import refuse_to_overwrite, write_atomically
from compare_app.core.comparison import Comparison
from compare_app.core.review import Review
from compare_app.report.format import ReportOptions
from compare_app.report.registry import FORMATS, format_named


def report_formats() -> tuple[str, ...]:
    """Names of the formats a report can have, the default first."""
    return tuple(known.name for known in FORMATS)


def render_report(comparison: Comparison, format_name: str, *, differences_only: bool = False) -> str:
    """The whole report as text. Raises CompareError when there is no such format."""
    return format_named(format_name).render(comparison, ReportOptions(differences_only=differences_only))


def save_report(comparison: Comparison, path: Path, *, review: Review = Review()) -> None:
    """Write the report to `path`, atomically, in the format its ending names; HTML where it names none.

    What `review` dismisses is left out, and the report says how much that is.

    Raises WriteError when it cannot be written or when `path` is one of the compared files.
    """
    refuse_to_overwrite(path, (comparison.left.source.path, comparison.right.source.path))
    chosen = next((known for known in FORMATS if known.extension == path.suffix.lower()), format_named("html"))
    write_atomically(path, chosen.render(comparison, ReportOptions(review=review)))
