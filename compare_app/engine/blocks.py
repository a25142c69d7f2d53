"""Finds the structure of plain text: paragraphs, headings, list items, quotations and the title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from compare_app.core.document import Block, BlockKind
from compare_app.core.patterns import pattern
from compare_app.core.records import replace
from compare_app.core.spans import Span

_WIDEST_WRAP = 120
"""Code points. Text is wrapped by hand or by mail programs at 60 to 100; a longer line is a paragraph of its own."""

_WRAPPED_SHARE = 0.8
"""Share of a paragraph's line ends that must be forced by the width before they count as wrapping. Chosen by hand:
a heading or a stanza seldom fills four lines of five; one line in five is broken early by an editor's whim."""

_EARLY_SHARE = 0.2
"""A wrapped line that leaves more than this share of the width free ends its paragraph. Chosen by hand: words of ten
letters at a width of 60 leave less."""

_LONGEST_HEADING = 120
_MOST_HEADING_WORDS = 16
"""Headlines of news articles run to about 12 words, sub-headings are shorter. Chosen by hand."""

_MOST_HEADINGS_TOGETHER = 3
"""Title, sub-title, section. More short lines in a row are a list, a poem or a table."""

_BULLET = pattern(r"[-*+•‣◦▪●○■□–·][ \t]+\S")
_NUMBERED = pattern(r"(?:\(?\d{1,3}[.)]|\(?[A-Za-z][.)]|[①-⑳])[ \t]+\S")
_QUOTED = pattern(r"[>＞][ \t>]*")
_END_OF_SENTENCE = pattern(r"[.!?…。！？｡؟۔।։።]['\"”’»」』）)\]]*$")
_SENTENCE_INSIDE = pattern(r"[.!?…][\"”’»)]*\s+[^\W\d_]|[。！？｡].")
_CONTINUES = pattern(r"[^\W\d_]")


def find_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of `text` in order; together they hold every character that is no white space. O(length).

    A blank line ends a block. Without blank lines every line is a paragraph, unless the lines are broken because the
    next word would not have fitted: such lines are one paragraph. A short line without a final full stop that stands
    before a paragraph is a heading, the first of them the title.
    """
    blocks = [block for chunk in _chunks(text) for block in _blocks_of_chunk(text, chunk)]
    return tuple(mark_headings(text, blocks))


def _chunks(text: str) -> Iterator[list[Span]]:
    """Runs of lines without a blank one between them; lines trimmed of white space."""
    lines: list[Span] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        stripped = line.strip()
        if stripped:
            first = start + len(line) - len(line.lstrip())
            lines.append(Span(first, first + len(stripped)))
        elif lines:
            yield lines
            lines = []
        start = end + 1
    if lines:
        yield lines


def _blocks_of_chunk(text: str, lines: Sequence[Span]) -> list[Block]:
    """Lines of one chunk joined where they continue one another; a list marker or a quotation mark begins anew."""
    width = _wrapped_at(text, lines)
    blocks: list[Block] = []
    for index, line in enumerate(lines):
        kind = _kind_of_line(text, line)
        if index and _joins(text, blocks[-1], kind, lines[index - 1], line, width):
            before = blocks[-1]
            blocks[-1] = Block(before.kind, Span(before.span.start, line.end), before.level)
        else:
            blocks.append(Block(kind, line, 1 if kind is BlockKind.LIST_ITEM else 0))
    return blocks


def _kind_of_line(text: str, line: Span) -> BlockKind:
    if _BULLET.match(text, line.start, line.end) or _NUMBERED.match(text, line.start, line.end):
        return BlockKind.LIST_ITEM
    if _QUOTED.match(text, line.start, line.end):
        return BlockKind.QUOTATION
    return BlockKind.PARAGRAPH


def _joins(text: str, block: Block, kind: BlockKind, before: Span, line: Span, width: int) -> bool:
    """Whether `line` of `kind` goes on `block`, whose last line is `before`; `width` is 0 where nothing is wrapped."""
    if kind is BlockKind.LIST_ITEM:
        return False
    if BlockKind.QUOTATION in (kind, block.kind):
        return kind is block.kind
    last, runs_on = text[before.end - 1], text[line.start].islower()
    if width:
        room = width - before.length - 1 - _first_word_length(text, line)
        is_new = room > _EARLY_SHARE * width or (_is_indented(text, line) and not _is_indented(text, before))
        return runs_on or not is_new or block.kind is BlockKind.LIST_ITEM
    return runs_on and (last.isalpha() or last in ",;-–—")  # a sentence that runs on over a verse's end


def _is_indented(text: str, line: Span) -> bool:
    return line.start > 0 and text[line.start - 1] != "\n"


def _wrapped_at(text: str, lines: Sequence[Span]) -> int:
    """The width at which lines end because the next word would not have fitted; 0 where they end for other reasons."""
    width = max(line.length for line in lines)
    if len(lines) < 2 or width > _WIDEST_WRAP:
        return 0
    forced = sum(1 for line, after in pairwise(lines) if line.length + 1 + _first_word_length(text, after) > width)
    return width if forced >= _WRAPPED_SHARE * (len(lines) - 1) else 0


def _first_word_length(text: str, line: Span) -> int:
    """Length of the first word; at most 2 where words are not parted by spaces, for those break anywhere."""
    end = text.find(" ", line.start, line.end)
    length = (line.end if end < 0 else end) - line.start
    return min(length, 2) if text[line.start] >= "\u2e80" else length


def mark_headings(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """`blocks` with the short lines above prose marked as headings, the first of all as the title. O(length)."""
    alike = [_could_be_heading(text, block) for block in blocks]
    has_title = False
    has_prose = False
    index = 0
    while index < len(blocks):
        run = index
        while run < len(blocks) and alike[run]:
            run += 1
        is_headed = run < len(blocks) and run - index <= _MOST_HEADINGS_TOGETHER and _is_prose(text, blocks[run])
        for block in blocks[index:run]:
            if not is_headed:
                yield block
            elif has_title or has_prose:
                yield replace(block, kind=BlockKind.HEADING, level=2)
            else:
                has_title = True
                yield replace(block, kind=BlockKind.TITLE, level=1)
        if run < len(blocks):
            yield blocks[run]
            has_prose = has_prose or _is_prose(text, blocks[run])
        index = run + 1


def _could_be_heading(text: str, block: Block) -> bool:
    """A line that says no sentence: short, in one piece, without a final full stop. A headline may ask."""
    span = block.span
    if block.kind is not BlockKind.PARAGRAPH or span.length > _LONGEST_HEADING:
        return False
    line = span.of(text)
    if "\n" in line or len(line.split()) > _MOST_HEADING_WORDS or not any(c.isalnum() for c in line):
        return False
    if _SENTENCE_INSIDE.search(line) or "@" in line or "://" in line:
        return False
    return line.endswith(("?", "？", "؟")) or not (_END_OF_SENTENCE.search(line) or line[-1] in ",;:，、；：،؛")


def ends_a_sentence(passage: str) -> bool:
    """Whether `passage` ends with a full stop or its like, closing marks aside."""
    return _END_OF_SENTENCE.search(passage[-8:]) is not None


def _is_prose(text: str, block: Block) -> bool:
    return block.kind is not BlockKind.PARAGRAPH or ends_a_sentence(block.span.of(text))
