"""One difference as a short text for an e-mail: what it is, why, and what both sides say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from compare_app.core.comparison import Comparison
from compare_app.core.document import Document, Side
from compare_app.core.review import Review
from compare_app.core.translation import tr
from compare_app.present.cards import open_cards
from compare_app.present.document_facts import document_name
from compare_app.present.highlights import Highlight, item_highlights
from compare_app.present.items import Item
from compare_app.present.wording import one_line
from compare_app.report.pieces import pieces_of
from compare_app.report.rich import Copied, plain_pieces, rich_pieces


def copied_item(comparison: Comparison, item: Item, review: Review) -> Copied:
    """What was found and what a person said of it, then the marked claims of each side under the document's name."""
    html, plain = [], []
    for card in open_cards(comparison, item, review):
        lines = (card.sentence, *card.said_by_person)
        rich = "<br>".join(escape(line).replace("\n", "<br>") for line in lines)
        html.append(f"<p><b>{escape(f'{card.mark.glyph} {card.title}')}</b><br>{rich}</p>")
        plain.append("\n".join((f"{card.mark.glyph} {card.title}", *lines, "")))
    for side in Side:
        for caption, rich, bare in _claims(comparison, item, side):
            html.append(f'<p style="margin-bottom:0">{escape(caption)}</p>')
            html.append(f'<p dir="auto" style="margin-top:0">{rich}</p>')  # Arabic begins on the right
            plain.append(f"{caption}\n{bare}\n")
    return Copied("".join(html), "\n".join(plain))


def _claims(comparison: Comparison, item: Item, side: Side) -> Iterator[tuple[str, str, str]]:
    """Caption, marked text and plain text of what `side` says."""
    document, marked = comparison.document(side), item_highlights(comparison, item, 0, side)
    if item.claims(side):
        caption = tr("Left, {name}:") if side is Side.LEFT else tr("Right, {name}:")
        rich, bare = zip(*(_claim(document, claim, marked, item) for claim in item.claims(side)), strict=True)
        yield caption.format(name=document_name(document) or "–"), " ".join(rich), " ".join(bare)


def _claim(document: Document, claim: int, marked: Sequence[Highlight], item: Item) -> tuple[str, str]:
    pieces = pieces_of(document.text, document.claims[claim].span, marked)
    return rich_pieces(pieces, item.mark), tr("“{words}”", words=one_line(plain_pieces(pieces, item.mark)))
