"""Which files can be opened and saved, for the window's dialogs: read from the two registries, loading no engine."""

from __future__ import annotations

from compare_app.readers.registry import FORMATS as DOCUMENT_FORMATS
from compare_app.report.registry import FORMATS as REPORT_FORMATS


def document_extensions() -> tuple[str, ...]:
    """Extensions of every format that can be read, each with its dot."""
    return tuple(extension for known in DOCUMENT_FORMATS for extension in known.extensions)


def report_extensions() -> dict[str, str]:
    """The extension, with its dot, of every report format by its name."""
    return {known.name: known.extension for known in REPORT_FORMATS}
