"""The table of report formats."""

from __future__ import annotations

from compare_app.core.errors import CompareError
from compare_app.core.translation import tr
from compare_app.report.data import JSON
from compare_app.report.format import ReportFormat
from compare_app.report.page import HTML
from compare_app.report.plain import TEXT

FORMATS: tuple[ReportFormat, ...] = (TEXT, JSON, HTML)
"""Every format a report can have, the default first. A new one is one file beside this and one name here."""


def format_named(name: str) -> ReportFormat:
    """The format called `name`. Raises CompareError where there is none."""
    for known in FORMATS:
        if known.name == name:
            return known
    raise CompareError(
        tr("“{name}” is not a report format.", name=name),
        hint=tr("Formats: {names}.", names=", ".join(known.name for known in FORMATS)),
    )
