"""Texts for the clipboard and the printer, for the window, which may not import the report package."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.comparison import Comparison
from compare_app.core.document import Document
from compare_app.core.review import Review
from compare_app.core.spans import Span
from compare_app.present.highlights import Highlight
from compare_app.present.items import Item
from compare_app.report.letter import copied_item
from compare_app.report.paper import paper_page
from compare_app.report.rich import Copied, copied_text


def copy_text(document: Document, span: Span, marked: Sequence[Highlight]) -> Copied:
    """What stands under `span`, with its marks."""
    return copied_text(document, span, marked)


def copy_item(comparison: Comparison, item: Item, review: Review) -> Copied:
    """One difference as a text for an e-mail."""
    return copied_item(comparison, item, review)


def print_page(comparison: Comparison, review: Review) -> str:
    """The comparison as HTML that Qt can print."""
    return paper_page(comparison, review)
