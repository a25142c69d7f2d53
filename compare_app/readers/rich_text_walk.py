"""Walks the groups of a Rich Text file: what a reader sees of it, tracked changes accepted or undone."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping

from compare_app.core.document import BlockKind, Revision
from compare_app.core.errors import ReadError
from compare_app.core.patterns import pattern
from compare_app.core.records import record, replace
from compare_app.core.translation import grouped, tr
from compare_app.readers.passages import NAMED_STYLES, Omissions, Passage, row
from compare_app.readers.symbols import UNKNOWN, symbol

_TOKEN = pattern(r"\\([A-Za-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|([^\\{}]+)|(\\)", re.S)
_DEEPEST = 5000  # groups inside each other; writers nest some dozens
_BODY_OUTLINE = 9
_DEEPEST_HEADING = 6
_SYMBOL_CHARSET = 2
_CODE_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_HEADING = pattern(r"heading ([1-9])")
_LABEL = pattern(r"(?:[•◦▪■–·]|\d{1,3}[.)])\t+")  # writers without lists put the label into the text
_LINE_ENDS = str.maketrans("", "", "\r\n\x00")

# Where the text of a group goes. What striprtf calls a destination and is not named here is skipped.
_BODY, _SKIPPED = "body", "skipped"
_STORIES = {
    "footnote": "footnote", "shptxt": "box",
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
}  # fmt: skip
_TABLES = frozenset({"stylesheet", "fonttbl", "info", "title", "author"})
_LISTED = frozenset({"listtext", "pntext"})


@record
class _State:
    """What a group inherits and gives back when it is closed."""

    target: str = _BODY
    starred: bool = False
    font: str = ""
    skipped_signs: int = 1
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    style: str = "0"
    outline: int = _BODY_OUTLINE
    list_number: int = 0
    list_level: int = 0
    in_table: bool = False


class _Story:
    """Passages of the main text, a note or a box, and the paragraph and table row that are being read."""

    def __init__(self) -> None:
        self.found: list[Passage] = []
        self.pieces: list[str] = []
        self.cells: list[list[Passage]] = []
        self.cell: list[Passage] = []
        self.is_listed = False


class _Style:
    def __init__(self) -> None:
        self.name = ""
        self.outline = _BODY_OUTLINE


class RichText:
    """The stories of a file, by kind: "body", "footnote", "box", "header", "footer".

    `charsets` maps a font's charset number to a codec and `signs` a control word to its character; `destinations` are
    the words after which a group is no text: striprtf's tables.
    """

    def __init__(
        self, charsets: Mapping[int, str], signs: Mapping[str, str], destinations: frozenset[str], revision: Revision
    ) -> None:
        self._charsets, self._signs, self._destinations = charsets, signs, destinations
        self._is_original = revision is Revision.ORIGINAL
        self.stories: dict[str, list[Passage]] = {kind: [] for kind in ("body", "footnote", "header", "footer")}
        self.info = {"title": "", "author": ""}
        self.omitted = Omissions()
        self.has_revisions = False
        self.is_whole = False
        self.replaced = 0  # bytes that are no text in their encoding
        self._code_page = "cp1252"
        self._fonts: dict[str, tuple[int, str]] = {}
        self._default_font = ""
        self._styles: dict[str, _Style] = {}
        self._state = _State()
        self._stack: list[tuple[_State, _Story | None, str]] = []
        self._main = self._story = _Story()
        self._boxes: list[Passage] = []
        self._bytes = bytearray()
        self._skip = 0  # signs that only stand for a \u before them

    def read(self, text: str) -> None:
        """Read a file's bytes, decoded as Latin-1. Raises ReadError where groups are nested without end."""
        for token in _TOKEN.finditer(text):
            word, argument, code, sign, brace, run, _ = token.groups()
            if run:
                self._take_run(run)
            elif code:
                self._take_byte(int(code, 16))
            else:
                self._flush()
                self._skip = 0
                if brace == "{":
                    self._enter()
                elif brace == "}":
                    if not self._stack:
                        break
                    self._leave()
                    if not self._stack:
                        self.is_whole = True
                        break
                elif word:
                    self._word(word, int(argument) if argument else None)
                elif sign:
                    self._sign(sign)
        self._flush()
        while self._stack:
            self._leave()
        self._paragraph()
        self._end_row()
        self.stories["body"] += self._story.found + self._boxes

    def _enter(self) -> None:
        if len(self._stack) >= _DEEPEST:
            raise ReadError(
                tr("The file nests more than {limit} groups in each other.", limit=grouped(_DEEPEST)),
                hint=tr("Open it in a word processor and save it anew."),
            )
        self._stack.append((self._state, None, ""))
        self._state = replace(self._state, starred=False)

    def _leave(self) -> None:
        state, outside, kind = self._stack.pop()
        if outside is not None:
            self._paragraph()
            self._end_row()
            found, self._story = self._story.found, outside
            if kind == "box":
                self._boxes += found
            else:
                self.stories[kind] += found
        self._state = state

    def _word(self, word: str, argument: int | None) -> None:
        state = self._state
        if word in _STORIES:
            self._open_story(_STORIES[word])
        elif word in _LISTED:
            self._story.is_listed = self._story.is_listed or state.target == _BODY
            self._state = replace(state, target=_SKIPPED)
        elif word in _TABLES and (state.target != _SKIPPED or state.starred or word in ("title", "author")):
            is_info = word not in ("title", "author") or any(s.target == "info" for s, _, _ in self._stack)
            self._state = replace(state, target=word if is_info else _SKIPPED)
        elif word == "ud":  # the Unicode half of \upr, whose other half was skipped
            self._state = replace(
                state, target=next((s.target for s, _, _ in self._stack[::-1] if s.target != _SKIPPED), _BODY)
            )
        elif word in self._destinations:
            self.omitted.comments += word == "annotation"
            self._state = replace(state, target=_SKIPPED)
        elif word == "u" and argument is not None:
            self._put(chr(argument % 0x10000))
            self._skip = state.skipped_signs
        elif word == "bin":
            self._skip = max(0, argument or 0)
        elif word in _CODE_PAGES:
            self._code_page = _CODE_PAGES[word]
        elif word == "ansicpg":
            self._code_page = _known(f"cp{argument}") or self._code_page
        elif word in ("f", "deff", "fcharset"):
            self._font(word, str(argument or 0))
        elif state.target == "stylesheet":
            self._style(word, argument)
        elif state.target == _BODY:
            self._body_word(word, argument)

    def _open_story(self, kind: str) -> None:
        """Read a note, a header or a text box by itself, until its group ends."""
        state, _, _ = self._stack[-1] if self._stack else (self._state, None, "")
        if not self._stack or (state.target == _SKIPPED and kind != "box"):
            self._state = replace(self._state, target=_SKIPPED)
            return
        self._stack[-1] = state, self._story, kind
        self._story = _Story()
        self._state = _State(font=self._default_font, skipped_signs=state.skipped_signs, deleted=state.deleted)

    def _body_word(self, word: str, argument: int | None) -> None:
        state, is_on = self._state, argument != 0
        if word in ("par", "sect"):
            self._paragraph()
        elif word in ("cell", "nestcell"):
            self._paragraph()
            if word == "cell":
                self._story.cells.append(self._story.cell)
                self._story.cell = []
        elif word == "row":
            self._end_row()
        elif word == "pard":
            self._state = replace(state, style="0", outline=_BODY_OUTLINE, list_number=0, list_level=0, in_table=False)
        elif word == "plain":
            self._state = replace(state, hidden=False, deleted=False, inserted=False, font=self._default_font)
        elif word == "v":
            self._state = replace(state, hidden=is_on)
        elif word in ("deleted", "revised"):
            self.has_revisions = self.has_revisions or is_on
            self._state = replace(state, deleted=is_on) if word == "deleted" else replace(state, inserted=is_on)
        elif word == "s":
            self._state = replace(state, style=str(argument))
        elif word == "outlinelevel":
            self._state = replace(state, outline=_BODY_OUTLINE if argument is None else argument)
        elif word == "ls":
            self._state = replace(state, list_number=argument or 0)
        elif word == "ilvl":
            self._state = replace(state, list_level=max(0, argument or 0))
        elif word == "intbl":
            self._state = replace(state, in_table=is_on)
        elif word == "uc":
            self._state = replace(state, skipped_signs=max(0, argument or 0))
        elif word in self._signs:
            self._put(self._signs[word])

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._state = replace(self._state, target=_SKIPPED, starred=True)
        elif sign in "\r\n":
            self._body_word("par", None)
        elif sign in self._signs:
            self._put(self._signs[sign])

    def _font(self, word: str, number: str) -> None:
        if word == "deff":
            self._default_font = number
        elif word == "fcharset" and self._state.target == "fonttbl":
            self._fonts[self._state.font] = int(number), self._fonts.get(self._state.font, (0, ""))[1]
        else:
            self._state = replace(self._state, font=number)

    def _style(self, word: str, argument: int | None) -> None:
        if word == "s":
            self._state = replace(self._state, style=str(argument))
            self._styles[str(argument)] = _Style()
        elif word == "outlinelevel" and argument is not None and self._state.style in self._styles:
            self._styles[self._state.style].outline = argument

    def _take_run(self, run: str) -> None:
        if self._skip:
            skipped = min(self._skip, len(run))
            self._skip -= skipped
            run = run[skipped:]
        if self._state.target != _SKIPPED:
            self._bytes += run.translate(_LINE_ENDS).encode("latin-1", "replace")

    def _take_byte(self, value: int) -> None:
        if self._skip:
            self._skip -= 1
        elif self._state.target != _SKIPPED:
            self._bytes.append(value)

    def _flush(self) -> None:
        """Decode the bytes so far: a sign of two bytes may be written with an escape and a letter."""
        if not self._bytes:
            return
        data, self._bytes = bytes(self._bytes), bytearray()
        charset, name = self._fonts.get(self._state.font or self._default_font, (0, ""))
        if charset == _SYMBOL_CHARSET and name.casefold() in ("symbol", "wingdings") and self._state.target == _BODY:
            text = "".join(" " if code == 0x20 else symbol(code, name) for code in data)
            self.omitted.symbols += text.count(UNKNOWN)
        else:
            codec = self._code_page if charset in (0, 1, _SYMBOL_CHARSET) else self._charsets.get(charset, "")
            text = data.decode(_known(codec) or self._code_page, "replace")
            self.replaced += text.count("\ufffd")
        self._put(text)

    def _put(self, text: str) -> None:
        state = self._state
        if state.target in self.info:
            self.info[state.target] += text
        elif state.target == "fonttbl":
            charset, name = self._fonts.get(state.font, (0, ""))
            self._fonts[state.font] = charset, (name + text).removesuffix(";").strip()
        elif state.target == "stylesheet" and state.style in self._styles:
            self._styles[state.style].name += text
        elif state.target == _BODY and not (state.inserted if self._is_original else state.deleted):
            if state.hidden:
                self.omitted.hidden += bool(text.strip())
            else:
                self._story.pieces.append(text)

    def _paragraph(self) -> None:
        """End a paragraph, unless its end is not in this revision."""
        state, story = self._state, self._story
        if state.inserted if self._is_original else state.deleted:
            return
        text = _paired("".join(story.pieces))
        is_listed, story.pieces, story.is_listed = story.is_listed, [], False
        if text.strip():
            passage = self._passage(text, is_listed=is_listed)
            (story.cell if state.in_table else story.found).append(passage)
        if story is self._main and not state.in_table:
            story.found += self._boxes
            self._boxes = []

    def _passage(self, text: str, *, is_listed: bool) -> Passage:
        state = self._state
        style = self._styles.get(state.style, _Style())
        name = style.name.strip().removesuffix(";").casefold()
        known = NAMED_STYLES.get(name)
        named = _HEADING.fullmatch(name)
        outline = min(state.outline, style.outline, int(named[1]) - 1 if named else _BODY_OUTLINE)
        if known is not None and known[0] is BlockKind.TITLE:
            return Passage(BlockKind.TITLE, text, 1)
        if 0 <= outline < _BODY_OUTLINE:
            return Passage(BlockKind.HEADING, text, min(_DEEPEST_HEADING, outline + 1))
        if known is not None:
            return Passage(known[0], text, known[1])
        label = _LABEL.match(text.lstrip())
        if label or is_listed or state.list_number:
            return Passage(BlockKind.LIST_ITEM, text.lstrip()[label.end() if label else 0 :], state.list_level + 1)
        return Passage(BlockKind.PARAGRAPH, text)

    def _end_row(self) -> None:
        story = self._story
        if story.cell:
            story.cells.append(story.cell)
        story.found += row(story.cells)
        story.cells, story.cell = [], []


def _paired(text: str) -> str:
    """`text` with the two halves of signs beyond the first plane put together."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _known(codec: str) -> str:
    """Python's name of a text encoding, else ""."""
    try:
        return codecs.lookup(codec).name if codec else ""
    except LookupError:
        return ""
