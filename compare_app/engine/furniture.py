"""Sets aside what stands on a page beside the article: furniture, byline and dateline."""

from __future__ import annotations

from collections.abc import Sequence

from compare_app.core.document import Block, BlockKind, Metadata
from compare_app.core.patterns import pattern
from compare_app.core.records import replace
from compare_app.engine.blocks import ends_a_sentence, mark_headings
from compare_app.engine.bylines import is_outlet, read_byline
from compare_app.engine.date_lines import DateLine, read_date_line
from compare_app.engine.furniture_rules import is_furniture, line_of, section

_LONGEST_LINE = 400  # code points: what is longer is prose, whatever words it begins with
_LONGEST_INSIDE = 80  # inside the prose only whole lines of the lexicons are furniture
_SHORTEST_PROSE = 60  # code points of a letter script; a Chinese sign counts for three
_DATED_OUTLET = pattern(r"(?P<name>[^,|–—\d]{3,60}?)\s*[,|–—]\s*(?P<date>[^,|–—].*\d.*)")
_LINK_LENGTH = 160  # a headline under "Most popular" is shorter


def set_aside(
    text: str, blocks: tuple[Block, ...], metadata: Metadata, language: str
) -> tuple[tuple[Block, ...], Metadata]:
    """`blocks` with furniture, byline and dateline marked as such, and `metadata` filled from them where empty.

    A rule that could meet a sentence of the article by chance works only before the first and after the last
    paragraph of prose. Where all would be set aside, nothing is. O(length).
    """
    first, last = _prose(text, blocks, language)
    marked = [_marked(text, block, language, is_outside=not first <= i <= last) for i, block in enumerate(blocks)]
    _mark_links(text, marked, language, last)
    if not any(block.kind.is_content for block in marked):
        return blocks, _titled(text, blocks, metadata)
    metadata = _mark_dates(text, marked, metadata, language, first, last)
    metadata = _mark_bylines(text, marked, metadata, language, first, last)
    _find_title(text, marked, first)
    if not any(block.kind.is_content for block in marked):
        return blocks, _titled(text, blocks, metadata)
    return tuple(marked), _titled(text, marked, metadata)


def _prose(text: str, blocks: Sequence[Block], language: str) -> tuple[int, int]:
    """Indexes of the first and the last paragraph of the article; (0, last) where none reads like prose."""
    count = len(blocks)
    first = next((i for i in range(count) if _is_prose(text, blocks[i], language)), None)
    if first is None:
        return 0, count - 1
    return first, next(i for i in reversed(range(count)) if _is_prose(text, blocks[i], language))


def _is_prose(text: str, block: Block, language: str) -> bool:
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM):
        return False
    passage = block.span.of(text)
    signs = sum(1 for c in passage[:_SHORTEST_PROSE] if c >= "\u2e80")
    if len(passage) + 2 * signs < _SHORTEST_PROSE or not ends_a_sentence(passage):
        return False
    return _marked(text, block, language, is_outside=True) is block


def _marked(text: str, block: Block, language: str, *, is_outside: bool) -> Block:
    """`block` itself, or as furniture when a rule knows it."""
    longest = _LONGEST_LINE if is_outside else _LONGEST_INSIDE
    if block.span.length > longest or not block.kind.is_content:
        return block
    line = line_of(block.span.of(text), language, is_outside=is_outside)
    return replace(block, kind=BlockKind.FURNITURE, level=0) if is_furniture(line) else block


def _mark_links(text: str, marked: list[Block], language: str, last: int) -> None:
    """Set aside the headlines that follow "Most popular" after the article's end."""
    is_listing = False
    for i in range(last + 1, len(marked)):
        passage = marked[i].span.of(text)
        if marked[i].kind is BlockKind.FURNITURE:
            is_listing = is_listing or section(line_of(passage, language, is_outside=True))
        elif is_listing and marked[i].kind.is_content and len(passage) <= _LINK_LENGTH:
            marked[i] = replace(marked[i], kind=BlockKind.FURNITURE, level=0)
        else:
            is_listing = False


def _mark_dates(text: str, marked: list[Block], metadata: Metadata, language: str, first: int, last: int) -> Metadata:
    """Mark lines that are dates, outside the prose: the article's own as its dateline, the others as furniture.

    What a reader took for furniture is looked at again where it is the date that the page states.
    """
    found: list[tuple[int, DateLine]] = []
    outlet = ""
    for i in (*range(first), *range(last + 1, len(marked))):
        passage = marked[i].span.of(text)
        line = read_date_line(passage, language)
        if line is None and i < first:  # below the article such a line is a source that it names
            line, named = _dated_outlet(passage, language)
            outlet = outlet or named
        if line is not None and (marked[i].kind.is_content or (metadata.date and line.iso == metadata.date)):
            found.append((i, line))
    if not found:
        return metadata
    dated = {i for i, _ in found}
    titles = [i for i, block in enumerate(marked[:first]) if block.kind.is_content and i not in dated]
    own, line = max(found, key=lambda pair: _date_rank(pair, metadata.date, max(titles, default=-1)))
    for i, _ in found:
        marked[i] = replace(marked[i], kind=BlockKind.DATELINE if i == own else BlockKind.FURNITURE, level=0)
    metadata = metadata if metadata.outlet or not outlet else replace(metadata, outlet=outlet)
    return metadata if metadata.date else replace(metadata, date=line.iso)


def _dated_outlet(line: str, language: str) -> tuple[DateLine | None, str]:
    """The date of a line that says nothing but an outlet and a date ("Oslo Dispatch, October 17, 2024"), and its name.

    Every word of the name has a capital.
    """
    match = _DATED_OUTLET.fullmatch(line.strip())
    if match is None or not all(word[0].isupper() for word in match["name"].split()):
        return None, ""
    date_line = read_date_line(match["date"], language) if is_outlet(match["name"], language) else None
    return date_line, match["name"] if date_line is not None else ""


def _date_rank(found: tuple[int, DateLine], known: str, title: int) -> tuple[bool, int, bool, int]:
    """How surely a date is the article's: the one its page states, a time stamp or label, below the title, first."""
    index, line = found
    return bool(known) and line.iso == known, line.has_time + line.is_labelled, index > title, -index


def _mark_bylines(text: str, marked: list[Block], metadata: Metadata, language: str, first: int, last: int) -> Metadata:
    for i in (*range(first), *range(last + 1, len(marked))):
        byline = read_byline(marked[i].span.of(text), language) if marked[i].kind.is_content else None
        if byline is None:
            continue
        kind = BlockKind.FURNITURE if byline.is_outlet else BlockKind.BYLINE
        marked[i] = replace(marked[i], kind=kind, level=0)
        if byline.is_outlet:
            metadata = metadata if metadata.outlet else replace(metadata, outlet=byline.name)
        else:
            metadata = metadata if metadata.byline else replace(metadata, byline=byline.name)
    return metadata


def _find_title(text: str, marked: list[Block], first: int) -> None:
    """Make the first line that remains above the prose the title, when what looked like it was furniture."""
    if any(block.kind is BlockKind.TITLE for block in marked):
        return
    above = [i for i in range(first) if marked[i].kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)]
    if not above:
        return
    headed = mark_headings(text, [replace(marked[i], kind=BlockKind.PARAGRAPH) for i in above] + [marked[first]])
    for i, block in zip(above, headed, strict=False):
        if block.kind is BlockKind.TITLE:
            marked[i] = block
            return


def _titled(text: str, blocks: Sequence[Block], metadata: Metadata) -> Metadata:
    if metadata.title:
        return metadata
    title = next((block.span.of(text) for block in blocks if block.kind is BlockKind.TITLE), "")
    return replace(metadata, title=title)
