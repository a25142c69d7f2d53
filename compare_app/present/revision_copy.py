"""Part of a text with revision marks, to be taken elsewhere: as HTML and as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from compare_app.core.document import BlockKind
from compare_app.core.records import record
from compare_app.core.spans import Span
from compare_app.present.highlights import Highlight, Weight
from compare_app.present.marks import Mark
from compare_app.present.revised import Revised

_ELEMENTS = {BlockKind.TITLE: "h1", BlockKind.HEADING: "h2", BlockKind.QUOTATION: "blockquote"}
_STRUCK, _INSERTED, _NOTE = "struck", "inserted", "note"


@record
class Run:
    """Words of one look: what became of them, empty for nothing, and whether they contradict."""

    text: str
    look: str
    boxed: bool


def revision_html(revised: Revised, span: Span, colours: dict[str, str]) -> str:
    """The part at `span` as HTML that word processors take; `colours` by name as in a theme."""
    paragraphs = []
    for kind, runs in _paragraphs(revised, span):
        inside = "".join(_html_run(run, colours) for run in runs)
        element = _ELEMENTS.get(kind, "p")
        paragraphs.append(f"<{element}>{inside}</{element}>")
    return "\n".join(paragraphs)


def revision_text(revised: Revised, span: Span) -> str:
    """The same as plain text: "[-struck-]" and "{+inserted+}"."""
    patterns = {_STRUCK: "[-{}-]", _INSERTED: "{{+{}+}}"}
    paragraphs = (
        "".join(patterns.get(run.look, "{}").format(run.text) for run in runs) for _, runs in _paragraphs(revised, span)
    )
    return "\n\n".join(paragraphs)


def _paragraphs(revised: Revised, span: Span) -> Iterator[tuple[BlockKind, list[Run]]]:
    marks = list(revised.marks_in(span))
    for block in revised.document.blocks:
        if block.span.overlaps(span):
            part = Span(max(block.span.start, span.start), min(block.span.end, span.end))
            inside = [mark for mark in marks if mark.span.overlaps(part)]
            yield block.kind, list(_runs(revised.document.text, part, inside))


def _runs(text: str, span: Span, marks: list[Highlight]) -> Iterator[Run]:
    ends = {offset for mark in marks for offset in (mark.span.start, mark.span.end)}
    borders = sorted({span.start, span.end} | {offset for offset in ends if span.start < offset < span.end})
    for start, end in pairwise(borders):
        over = [mark for mark in marks if mark.span.start <= start and end <= mark.span.end]
        boxed = any(mark.weight is Weight.FACT and mark.mark is Mark.CONTRADICTING for mark in over)
        yield Run(text[start:end], _look(over), boxed)


def _look(over: list[Highlight]) -> str:
    looks = {
        (Mark.REMOVED, Weight.CLAIM): _STRUCK,
        (Mark.REMOVED, Weight.WORDS): _STRUCK,
        (Mark.ADDED, Weight.CLAIM): _INSERTED,
        (Mark.ADDED, Weight.WORDS): _INSERTED,
        (Mark.MOVED, Weight.WORDS): _NOTE,
    }
    return next((look for mark in over if (look := looks.get((mark.mark, mark.weight)))), "")


def _html_run(run: Run, colours: dict[str, str]) -> str:
    words = escape(run.text)
    if run.boxed:
        words = f'<b style="background-color: {colours["contradicting-strong"]}">{words}</b>'
    match run.look:
        case "struck":
            return f'<del style="color: {colours["removed-ink"]}">{words}</del>'
        case "inserted":
            return f'<ins style="color: {colours["added-ink"]}">{words}</ins>'
        case "note":
            return f'<i style="color: {colours["moved-ink"]}">{words}</i>'
    return words
