"""What a Rich Text file has said by some point: the state of a group, the styles, the passages of a story."""

from __future__ import annotations

from compare_app.core.document import BlockKind
from compare_app.core.patterns import pattern
from compare_app.core.records import record
from compare_app.readers.passages import NAMED_STYLES, Passage, row

BODY, SKIPPED = "body", "skipped"
"""Where the text of a group goes, beside the tables that have a name."""

BODY_OUTLINE = 9
_DEEPEST_HEADING = 6
_HEADING = pattern(r"heading ([1-9])")
_LABEL = pattern(r"(?:[•◦▪■–·]|\d{1,3}[.)])\t+")  # writers without lists put the label into the text


@record
class State:
    """What a group inherits and gives back when it is closed."""

    target: str = BODY
    starred: bool = False
    font: str = ""
    skipped_signs: int = 1
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    style: str = "0"
    outline: int = BODY_OUTLINE
    list_number: int = 0
    list_level: int = 0
    in_table: bool = False


class Story:
    """Passages of the main text, a note or a box, and the paragraph and table row that are being read."""

    def __init__(self) -> None:
        self.found: list[Passage] = []
        self.pieces: list[str] = []
        self.is_listed = False
        self._cells: list[list[Passage]] = []
        self._cell: list[Passage] = []

    def add(self, passage: Passage, *, in_table: bool) -> None:
        """A passage came to its end, in a cell of the table or below what was found."""
        (self._cell if in_table else self.found).append(passage)

    def end_cell(self) -> None:
        """The next passage stands in the next cell."""
        self._cells.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """The cells so far are a row, with what stands behind the last of them."""
        if self._cell:
            self._cells.append(self._cell)
        self.found += row(self._cells)
        self._cells, self._cell = [], []


class _Style:
    def __init__(self) -> None:
        self.name = ""
        self.outline = BODY_OUTLINE


class Styles:
    """The file's table of styles, which tell headings and quotations."""

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}

    def begin(self, number: str) -> None:
        """What comes next is said of the style `number`."""
        self._styles[number] = _Style()

    def name(self, number: str, piece: str) -> None:
        """Note a piece of a style's name."""
        if number in self._styles:
            self._styles[number].name += piece

    def set_outline(self, number: str, level: int) -> None:
        """Note at which level of headings, from 0, paragraphs of a style stand."""
        if number in self._styles:
            self._styles[number].outline = level

    def passage(self, text: str, state: State, *, is_listed: bool) -> Passage:
        """A paragraph that ends with `state`, as what its style, its outline or its label says."""
        style = self._styles.get(state.style, _Style())
        name = style.name.strip().removesuffix(";").casefold()
        known = NAMED_STYLES.get(name)
        named = _HEADING.fullmatch(name)
        outline = min(state.outline, style.outline, int(named[1]) - 1 if named else BODY_OUTLINE)
        if known is not None and known[0] is BlockKind.TITLE:
            return Passage(BlockKind.TITLE, text, 1)
        if 0 <= outline < BODY_OUTLINE:
            return Passage(BlockKind.HEADING, text, min(_DEEPEST_HEADING, outline + 1))
        if known is not None:
            return Passage(known[0], text, known[1])
        label = _LABEL.match(text.lstrip())
        if label or is_listed or state.list_number:
            return Passage(BlockKind.LIST_ITEM, text.lstrip()[label.end() if label else 0 :], state.list_level + 1)
        return Passage(BlockKind.PARAGRAPH, text)
