"""A comparison for the printer: what was found, gravest first, then both texts side by side."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from compare_app.core.comparison import Comparison
from compare_app.core.document import BlockKind, Document, Side
from compare_app.core.review import Review
from compare_app.core.translation import tr, tr_n
from compare_app.present.document_facts import document_line, document_title
from compare_app.present.items import items_of
from compare_app.present.marks import Mark
from compare_app.present.rows import difference_rows
from compare_app.present.summary import summarise, summary_notes
from compare_app.present.themes import theme_colours
from compare_app.report.letter import copied_item
from compare_app.report.page_rows import Cell, page_rows
from compare_app.report.rich import rich_pieces

_MOST_ENTRIES = 1_000  # some 200 pages
_MOST_LETTERS = 600_000  # 100,000 words: Qt lays them out in about a second


def paper_page(comparison: Comparison, review: Review) -> str:
    """HTML for Qt's text documents, which know tables and styles inside the elements, but no style sheet."""
    items = items_of(comparison, review)
    heads = "".join(_head(comparison.document(side)) for side in Side)
    notes = "".join(f"<p>{escape(note)}</p>" for note in (*comparison.notes, *summary_notes(items)))
    rows = [row for row in difference_rows(comparison, items) if row.mark is not Mark.DISMISSED]
    entries = "".join(f"{copied_item(comparison, row.entry, review).html}<hr>" for row in rows[:_MOST_ENTRIES])
    if len(rows) > _MOST_ENTRIES:
        more = tr_n("{count} more is not printed.", "{count} more are not printed.", len(rows) - _MOST_ENTRIES)
        entries += f"<p>{escape(more)}</p>"
    heading = escape(tr("Both texts"))
    return (
        f'<table width="100%" cellpadding="4"><tr>{heads}</tr></table>'
        f"<p><b>{escape(summarise(items).sentence)}</b></p>{notes}<hr>{entries}"
        f"<h3>{heading}</h3>{_texts(comparison, review)}"
    )


def _texts(comparison: Comparison, review: Review) -> str:
    if max(len(comparison.document(side).text) for side in Side) > _MOST_LETTERS:
        too_long = tr("They are too long to be printed side by side: save a report instead.")
        return f"<p>{escape(too_long)}</p>"
    return f'<table width="100%" cellpadding="4">{"".join(_rows(comparison, review))}</table>'


def _head(document: Document) -> str:
    return f'<td width="50%"><b>{escape(document_title(document))}</b><br>{escape(document_line(document))}</td>'


def _rows(comparison: Comparison, review: Review) -> Iterator[str]:
    for row in page_rows(comparison, items_of(comparison, review)):
        yield f'<tr><td width="50%">{_cell(row.left)}</td><td width="50%">{_cell(row.right)}</td></tr>'


def _cell(cell: Cell) -> str:
    if cell.aside:
        return f'<span style="color:{theme_colours("light")["dim"]}">{escape(cell.aside)}</span>'
    text = " ".join(_claim_glyph(claim.mark) + rich_pieces(claim.pieces, claim.mark) for claim in cell.claims)
    return f"<b>{text}</b>" if cell.kind in (BlockKind.TITLE, BlockKind.HEADING) else text


def _claim_glyph(mark: Mark) -> str:
    return "" if mark in (Mark.SAME, Mark.REWORDED, Mark.DISMISSED) else f"{mark.glyph} "
