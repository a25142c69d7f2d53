"""Puts the printed lines of a PDF together to paragraphs and headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from compare_app.core.document import BlockKind
from compare_app.core.patterns import pattern
from compare_app.core.records import record
from compare_app.readers.pdf_hyphens import Vocabulary, hyphen_between, vocabulary
from compare_app.readers.pdf_lines import Line

_SENTENCE_END = pattern(r"[.!?…:。！？؟][\"'”’»)\]」』]*$")
_SIGN = pattern(r"[•‣◦▪●○–—*·-]\s+")
_LONE_SIGN = pattern(r"[•‣◦▪●○–—*·-]|\(?\d{1,3}[.)]|\(?[a-z][.)]")
_BULLET = pattern(r"(?:[•‣◦▪●○–—*·-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
_WIDE = pattern("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")  # scripts that set no space between words

_SAME_SIZE = 0.06  # share by which the sizes of lines in one paragraph differ
_LARGE = 1.1  # times the size of the body: a heading
_HEADING_LENGTH = 200  # letters; longer ones in large print are an opening paragraph
_INDENT = 0.7  # of the size, by which a first line stands in
_LOOSE = 1.25  # times the usual distance of two lines
_LONGER = 0.9  # of the lines; a few may run over two columns
_SHORT = 0.4  # of the column's width left empty. All chosen by hand on printed pages of four programs.


@record
class Paragraph:
    """Lines that belong together, as one text."""

    kind: BlockKind
    text: str
    level: int = 0


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    """`lines`, in reading order, as paragraphs, list items and headings; the first of the largest is the title."""
    body = _body_size(lines)
    pitch = _pitch(lines, body)
    known = vocabulary([(line.text, line.is_broken) for line in lines])
    groups = _groups(lines, body, pitch)
    bold_body = 2 * sum(len(line.text) for line in lines if line.is_bold) > sum(len(line.text) for line in lines)
    sizes = sorted({round(g[0].size) for g in groups if _is_large(g, body)}, reverse=True)
    found: list[Paragraph] = []
    has_title = False
    for group in groups:
        text = _joined(group, known)
        if _is_large(group, body):
            is_title = not has_title and group[0].page == 0 and round(group[0].size) == sizes[0]
            has_title = has_title or is_title
            level = min(6, 1 + sizes.index(round(group[0].size)))
            found.append(Paragraph(BlockKind.TITLE if is_title else BlockKind.HEADING, text, level))
        elif _is_bold_heading(group, text) and not bold_body:
            found.append(Paragraph(BlockKind.HEADING, text, min(6, 1 + len(sizes))))
        elif _BULLET.match(text):
            found.append(Paragraph(BlockKind.LIST_ITEM, _SIGN.sub("", text), 1))
        else:
            found.append(Paragraph(BlockKind.PARAGRAPH, text))
    return found


def _body_size(lines: Iterable[Line]) -> float:
    """The size in which most letters are set."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(2 * line.size) / 2] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _pitch(lines: Sequence[Line], body: float) -> float:
    """Usual distance from one line of the body to the next, in sizes."""
    steps = [
        (before.base - line.base) / line.size
        for before, line in pairwise(lines)
        if before.page == line.page and _alike(before, line) and 0 < before.base - line.base < 3 * body
    ]
    return median(steps) if steps else 1.0


def _alike(before: Line, line: Line) -> bool:
    return abs(before.size - line.size) <= _SAME_SIZE * max(before.size, line.size)


def _groups(lines: Sequence[Line], body: float, pitch: float) -> list[list[Line]]:
    groups: list[list[Line]] = []
    columns = _columns(lines)
    for line, column in zip(lines, columns, strict=True):
        if groups and _goes_on(groups[-1], line, column, pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return _rejoined(groups, body)


@record
class _Column:
    """Where the lines of one size that stand below each other mostly begin, and where the longer ones end."""

    left: float
    right: float


def _columns(lines: Sequence[Line]) -> list[_Column]:
    """For each line the column it stands in; a new one begins where the text goes up again."""
    found: list[_Column] = []
    run: list[Line] = []
    for line in [*lines, None]:
        if run and (line is None or line.page != run[-1].page or line.base > run[-1].top):
            sizes = {round(each.size): None for each in run}
            columns = {size: _column([each for each in run if round(each.size) == size]) for size in sizes}
            found += [columns[round(each.size)] for each in run]
            run = []
        if line is not None:
            run.append(line)
    return found


def _column(lines: Sequence[Line]) -> _Column:
    lefts = Counter(round(line.left) for line in lines)
    left = min(edge for edge, count in lefts.items() if count >= 0.25 * max(lefts.values()))
    rights = sorted(line.right for line in lines)
    return _Column(left, rights[int(_LONGER * (len(rights) - 1))])


def _goes_on(group: Sequence[Line], line: Line, column: _Column, pitch: float) -> bool:
    """Whether `line` belongs to the paragraph `group`, whose column it shares."""
    before = group[-1]
    if before.is_broken:
        return True
    if before.page != line.page or line.base > before.top:
        return False
    is_beside = _stands_beside(before, line)
    if is_beside and _LONE_SIGN.fullmatch(before.text):
        return True
    if not _alike(before, line) or (_is_row(group) and not is_beside):
        return False
    if before.is_bold != line.is_bold and len(group) <= 2 and not before.text.endswith(","):
        return False
    if _BULLET.match(line.text) and (_BULLET.match(group[0].text) or _SENTENCE_END.search(before.text)):
        return False
    if before.base - line.base > _LOOSE * pitch * line.size:
        return False
    if is_beside:
        return True
    is_indented = line.left > column.left + _INDENT * line.size and line.left > before.left + _INDENT * line.size
    if is_indented and not _BULLET.match(group[0].text):
        return False
    return not _ends_early(before, line, column)


def _stands_beside(before: Line, line: Line) -> bool:
    return before.page == line.page and abs(line.base - before.base) < 0.3 * line.size


def _is_row(group: Sequence[Line]) -> bool:
    """Whether `group` ends with cells beside each other."""
    is_item = _LONE_SIGN.fullmatch(group[0].text) is not None and len(group) == 2
    return len(group) > 1 and _is_next_cell(group[-2], group[-1]) and not is_item


def _is_next_cell(before: Line, line: Line) -> bool:
    return _stands_beside(before, line) and line.left - before.right > line.size


def _ends_early(before: Line, line: Line, column: _Column) -> bool:
    """Whether the first word of `line` had still found room, so that the break was meant."""
    word = len(line.text.split(maxsplit=1)[0]) + 2
    room = column.right - before.right
    is_short = room > _SHORT * (column.right - column.left)
    return room > word * before.letter and (is_short or _SENTENCE_END.search(before.text) is not None)


def _rejoined(groups: list[list[Line]], body: float) -> list[list[Line]]:
    """Paragraphs that a page's or a column's end cut in two as one; small print between them comes after."""
    found: list[list[Line]] = []
    open_at: int | None = None
    for group in groups:
        is_small = group[0].size < (1 - _SAME_SIZE) * body
        if open_at is not None and not is_small and _resumes(found[open_at], group):
            found[open_at] += group
        else:
            found.append(group)
            open_at = open_at if is_small and open_at is not None else len(found) - 1
    return found


def _resumes(cut: Sequence[Line], group: Sequence[Line]) -> bool:
    before, line = cut[-1], group[0]
    is_elsewhere = line.page != before.page or line.base > before.top
    if not is_elsewhere or not _alike(before, line) or _BULLET.match(line.text):
        return False
    return before.is_broken or (_SENTENCE_END.search(before.text) is None and not line.text[:1].isupper())


def _is_large(group: Sequence[Line], body: float) -> bool:
    return group[0].size > _LARGE * body and sum(len(line.text) for line in group) <= _HEADING_LENGTH


def _is_bold_heading(group: Sequence[Line], text: str) -> bool:
    is_short = len(group) <= 2 and len(text) <= _HEADING_LENGTH // 2
    return is_short and all(line.is_bold for line in group) and not re.search(r"[.,;:]$", text)


def _joined(group: Sequence[Line], known: Vocabulary) -> str:
    pieces = [group[0].text]
    for before, line in pairwise(group):
        if before.is_broken:
            pieces.append(hyphen_between(pieces[-1], line.text, known) + line.text)
        elif _is_next_cell(before, line) and not _LONE_SIGN.fullmatch(before.text):
            pieces.append("\t" + line.text)
        elif _WIDE.match(before.text[-1]) and _WIDE.match(line.text[0]):
            pieces.append(line.text)
        else:
            pieces.append(" " + line.text)
    return "".join(pieces)
