"""The report as one HTML page that needs nothing else: no script, no network, readable on paper."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import compare_app
from compare_app.core.comparison import Comparison
from compare_app.core.document import Document, Side
from compare_app.core.records import record
from compare_app.core.resources import resource_path
from compare_app.core.review import Review
from compare_app.core.translation import language_shown, tr
from compare_app.core.written_dates import written_day
from compare_app.present.cards import Card, open_cards
from compare_app.present.document_facts import document_name, document_size
from compare_app.present.highlights import Highlight, highlights
from compare_app.present.items import Item, items_of
from compare_app.present.marks import Mark
from compare_app.present.rows import difference_rows
from compare_app.present.summary import summarise, summary_notes
from compare_app.present.wording import claims_counted, side_label
from compare_app.report.colours import css_variables
from compare_app.report.format import ReportFormat, ReportOptions
from compare_app.report.page_rows import page_rows
from compare_app.report.pieces import Piece, by_item, pieces_of

if TYPE_CHECKING:
    from jinja2 import Template


@record
class PageEntry:
    """One difference of the list: `item` indexes the items, a side without a claim has no pieces.

    `kind` names the kind of the gravest finding, empty where no rule found anything.
    """

    item: int
    mark: Mark
    kind: str
    also_moved: bool
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    cards: tuple[Card, ...]


def render(comparison: Comparison, options: ReportOptions) -> str:
    """The page. Every text of a document is escaped, and the page itself forbids scripts and anything from outside.

    With `differences_only` the paragraphs without a difference are left out.
    """
    items = items_of(comparison, options.review)
    page = _template().render(
        tr=tr,
        language=language_shown(),
        claims_counted=claims_counted,
        side_label=side_label,
        document_size=document_size,
        document_name=document_name,
        written_day=written_day,
        sides=tuple((side, comparison.document(side)) for side in Side),
        languages=tuple(_language(comparison.document(side)) for side in Side),
        summary=summarise(items),
        entries=_entries(comparison, items, options.review),
        rows=page_rows(comparison, items, differences_only=options.differences_only),
        notes=(*comparison.notes, *summary_notes(items)),
        differences_only=options.differences_only,
        version=compare_app.__version__,
        style=_style(),
    )
    return page.rstrip("\n") + "\n"


def _entries(comparison: Comparison, items: Sequence[Item], review: Review) -> tuple[PageEntry, ...]:
    marked = {side: by_item(highlights(comparison, items, side)) for side in Side}
    return tuple(
        PageEntry(
            item=row.item,
            mark=row.mark,
            kind=row.label if row.entry.findings or row.entry.elsewhere else "",
            also_moved=row.also_moved,
            left=_pieces(
                comparison.left, row.entry.left, marked[Side.LEFT].get(row.item, []), apart=bool(row.entry.elsewhere)
            ),
            right=_pieces(
                comparison.right, row.entry.right, marked[Side.RIGHT].get(row.item, []), apart=bool(row.entry.elsewhere)
            ),
            cards=open_cards(comparison, row.entry, review),
        )
        for row in difference_rows(comparison, items)
        if row.mark is not Mark.DISMISSED
    )


def _pieces(
    document: Document, claims: Sequence[int], marked: Sequence[Highlight], *, apart: bool
) -> tuple[Piece, ...]:
    """The claims in a row; `apart`: with a sign between those that do not stand together."""
    pieces: list[Piece] = []
    for claim in claims:
        if pieces:
            pieces.append(Piece(" … " if apart else " "))
        pieces.extend(pieces_of(document.text, document.claims[claim].span, marked))
    return tuple(pieces)


def _language(document: Document) -> str:
    """The value of a `lang` attribute: empty means not known (HTML Standard, the lang attribute)."""
    return "" if document.language == "und" else document.language


def _style() -> str:
    rules = resource_path("templates", "report.css").read_text(encoding="utf-8")
    light, dark = css_variables("light"), css_variables("dark")
    return f":root {{ {light} }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n{rules}"


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(resource_path("templates", "report.html.jinja").read_text(encoding="utf-8"))


HTML = ReportFormat("html", ".html", render)
