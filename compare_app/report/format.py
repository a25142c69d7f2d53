"""What the registry knows of a report format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from compare_app.core.comparison import Comparison


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Choices of the user for one report. `columns` is the width of plain text in terminal cells."""

    differences_only: bool = False
    columns: int = 80


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """One row of the registry. `extension` begins with a dot. `render` gives the whole report, ending in a newline."""

    name: str
    extension: str
    render: Callable[[Comparison, ReportOptions], str]
