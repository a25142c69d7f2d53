"""The report for a terminal: the summary, then one entry a difference, gravest first."""

from __future__ import annotations

from collections.abc import Iterator

from compare_app.core.comparison import Comparison
from compare_app.core.document import Document, Side
from compare_app.core.review import Review
from compare_app.core.translation import tr
from compare_app.core.written_dates import written_day
from compare_app.present.cards import Card, open_cards
from compare_app.present.document_facts import document_notes, document_size
from compare_app.present.highlights import Highlight, highlights
from compare_app.present.items import Item, items_of
from compare_app.present.marks import Mark
from compare_app.present.rows import difference_rows
from compare_app.present.summary import summarise, summary_notes
from compare_app.present.wording import claims_counted, item_label, one_line, side_label, side_word
from compare_app.report.columns import columns, harmless, wrap
from compare_app.report.format import ReportFormat, ReportOptions
from compare_app.report.pieces import Piece, by_item, pieces_of

_LABEL_WIDTH = 7  # the longest label in English is "right", set off by two spaces
_BRACKETS = {Side.LEFT: ("[-", "-]"), Side.RIGHT: ("{+", "+}")}  # those of wdiff
_Marked = dict[Side, dict[int, list[Highlight]]]


def render(comparison: Comparison, options: ReportOptions) -> str:
    """Lines of at most `options.columns` cells. What is the same is counted but never listed."""
    items = items_of(comparison, options.review)
    marked = {side: by_item(highlights(comparison, items, side)) for side in Side}
    lines = [summarise(items).sentence]
    for side in Side:
        lines += _labelled(side_word(side), _head(comparison.document(side)), options.columns)
    for note in (*_notes(comparison), *summary_notes(items)):
        lines += _labelled(tr("note"), note, options.columns)
    for row in difference_rows(comparison, items):
        if row.mark is not Mark.DISMISSED:
            lines += ["", *_entry(comparison, row.entry, row.item, marked, options.review, options.columns)]
    return harmless("\n".join(lines)) + "\n"


def _head(document: Document) -> str:
    metadata = document.metadata
    size = f"{document_size(document)}, {claims_counted(len(document.claims))}"
    parts = (document.source.name, metadata.title, written_day(metadata.date), size)
    return " · ".join(part for part in parts if part)


def _notes(comparison: Comparison) -> Iterator[str]:
    for side in Side:
        yield from (f"{side_label(side)}: {note}" for note in document_notes(comparison.document(side)))
    yield from comparison.notes


def _entry(
    comparison: Comparison, item: Item, number: int, marked: _Marked, review: Review, width: int
) -> Iterator[str]:
    cards = open_cards(comparison, item, review)
    yield from wrap(f"{item.mark.glyph} {_title(item, cards[0])}", width)
    for side in Side:
        for claims in _shown_together(item, side):
            shown = _claims(comparison.document(side), claims, marked[side].get(number, []), side)
            yield from _labelled(side_word(side), shown, width)
    for card in cards:
        yield from _labelled(tr("why"), card.sentence, width)
        if card.readings:
            yield from _labelled(tr("read"), one_line("; ".join(card.readings)), width)
        for note in card.notes:
            yield from _labelled(tr("note"), one_line(note), width)


def _shown_together(item: Item, side: Side) -> tuple[tuple[int, ...], ...]:
    """The claims of a link as one; ends that no link joins apart."""
    claims = item.claims(side)
    if item.elsewhere:
        return tuple((claim,) for claim in claims)
    return (claims,) if claims else ()


def _title(item: Item, card: Card) -> str:
    """What happened; with the kind of the finding in front where there is one."""
    is_found = bool(item.findings or item.elsewhere)
    label = item_label(item) if is_found else card.title
    label = tr("{title} (moved)", title=label) if item.also_moved else label
    return f"{label}: {card.title}" if is_found else label


def _claims(document: Document, claims: tuple[int, ...], marked: list[Highlight], side: Side) -> str:
    pieces = (pieces_of(document.text, document.claims[claim].span, marked) for claim in claims)
    return one_line(" ".join("".join(_shown(piece, side) for piece in claim) for claim in pieces))


def _shown(piece: Piece, side: Side) -> str:
    opening, closing = _BRACKETS[side]
    return f"{opening}{piece.text}{closing}" if piece.mark is not None else piece.text


def _labelled(label: str, text: str, width: int) -> list[str]:
    labels = (tr("left"), tr("right"), tr("note"), tr("why"), tr("read"))
    widest = max(_LABEL_WIDTH, *(columns(one) + 2 for one in labels))
    lines = wrap(text, max(2, width - 2 - widest))
    space = " " * (widest - columns(label))
    return [f"  {label}{space}{lines[0]}", *(" " * (2 + widest) + line for line in lines[1:])]


TEXT = ReportFormat("text", ".txt", render)
