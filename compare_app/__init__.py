"""Compares two versions or sources of an article, claim by claim.

    >>> from compare_app import Document, compare, judge, read_document

Names load on first use, so that a part of the program pays only for what it touches.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare_app.app.documents import Document, read_document
    from compare_app.app.pipeline import compare, judge
    from compare_app.core.comparison import Comparison
    from compare_app.core.control import Control
    from compare_app.core.errors import Cancelled, CompareError
    from compare_app.core.options import Options

__all__ = [
    "Cancelled",
    "CompareError",
    "Comparison",
    "Control",
    "Document",
    "Options",
    "compare",
    "judge",
    "read_document",
]

__version__ = "0.1.0"

_HOMES = {
    "Cancelled": "compare_app.core.errors",
    "CompareError": "compare_app.core.errors",
    "Comparison": "compare_app.core.comparison",
    "Control": "compare_app.core.control",
    "Document": "compare_app.app.documents",
    "Options": "compare_app.core.options",
    "compare": "compare_app.app.pipeline",
    "judge": "compare_app.app.pipeline",
    "read_document": "compare_app.app.documents",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
