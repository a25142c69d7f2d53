"""Marked text for paper, word processors and e-mail: plain HTML with its styles inside, and the same without any.

Word processors, e-mail programs and Qt's printing know no style sheet, so that every mark carries its own style.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from compare_app.core.document import Document
from compare_app.core.records import record
from compare_app.core.spans import Span
from compare_app.present.highlights import Highlight, Weight
from compare_app.present.marks import Mark
from compare_app.present.themes import theme_colours
from compare_app.report.pieces import Piece, pieces_of

_LINES = {Mark.ADDED: "underline", Mark.REMOVED: "line-through"}
_WHOLE = (Mark.ADDED, Mark.REMOVED, Mark.MOVED)
"""Marks that are about a claim as a whole, not about words in it."""


@record
class Copied:
    """A text for the clipboard, with its marks as styles and with its marks as signs."""

    html: str
    plain: str


def rich_pieces(pieces: Iterable[Piece], mark: Mark) -> str:
    """A claim under `mark` as HTML."""
    inside = "".join(_rich_piece(piece) for piece in pieces)
    style = _claim_style(mark)
    return f'<span style="{style}">{inside}</span>' if style else inside


def plain_pieces(pieces: Iterable[Piece], mark: Mark) -> str:
    """The same with a sign at each mark: "cost [⚠ £41 million] in all"."""
    pieces = tuple(pieces)
    if mark in _WHOLE:
        return f"[{mark.glyph} {''.join(piece.text for piece in pieces)}]"
    return "".join(f"[{told.glyph} {piece.text}]" if (told := _told(piece)) else piece.text for piece in pieces)


def copied_text(document: Document, span: Span, marked: Sequence[Highlight]) -> Copied:
    """What stands under `span`, with those of `marked` that lie in it."""
    html, plain = [], []
    for mark, pieces in _stretches(document.text, span, marked):
        html.append(rich_pieces(pieces, mark))
        plain.append(plain_pieces(pieces, mark))
    paragraphs = (part.strip() for part in "".join(html).split("\n"))
    return Copied("".join(f"<p>{part}</p>" for part in paragraphs if part), "".join(plain))


def _stretches(text: str, span: Span, marked: Sequence[Highlight]) -> Iterator[tuple[Mark, tuple[Piece, ...]]]:
    """The claims under `span` with their marks, and what stands between them."""
    claims = sorted(
        (high for high in marked if high.weight is Weight.CLAIM and high.span.overlaps(span)),
        key=lambda high: high.span.start,
    )
    reached = span.start
    for claim in claims:
        start, end = max(reached, claim.span.start), min(span.end, claim.span.end)
        if start >= end:
            continue  # a claim that is part of two items is told once
        yield Mark.SAME, pieces_of(text, Span(reached, start), ())
        yield claim.mark, pieces_of(text, Span(start, end), [high for high in marked if high.item == claim.item])
        reached = end
    yield Mark.SAME, pieces_of(text, Span(reached, span.end), ())


def _told(piece: Piece) -> Mark | None:
    return None if piece.mark in (Mark.REWORDED, Mark.SAME) else piece.mark


def _rich_piece(piece: Piece) -> str:
    text = escape(piece.text, quote=False)
    mark = _told(piece)
    if mark is None:
        return text
    colours = theme_colours("light")
    ink, strong = colours[f"{mark.value}-ink"], colours[f"{mark.value}-strong"]
    if mark is Mark.CONTRADICTING:
        return f'<b style="background-color:{strong}">{text}</b>'
    return f'<span style="color:{ink};text-decoration:underline">{text}</span>'


def _claim_style(mark: Mark) -> str:
    if mark in (Mark.SAME, Mark.REWORDED, Mark.DISMISSED):
        return ""
    colours = theme_colours("light")
    line = f";text-decoration:{_LINES[mark]};color:{colours[f'{mark.value}-ink']}" if mark in _LINES else ""
    return f"background-color:{colours[f'{mark.value}-tint']}{line}"
