"""Walks the groups of a Rich Text file: what a reader sees of it, tracked changes accepted or undone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from compare_app.core.document import Revision
from compare_app.core.errors import ReadError
from compare_app.core.patterns import pattern
from compare_app.core.records import replace
from compare_app.core.translation import grouped, tr
from compare_app.readers.passages import Omissions, Passage
from compare_app.readers.rich_text_letters import Letters, paired
from compare_app.readers.rich_text_story import BODY, BODY_OUTLINE, SKIPPED, State, Story, Styles

_TOKEN = pattern(r"\\([A-Za-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|([^\\{}]+)|(\\)", re.S)
_DEEPEST = 5000  # groups inside each other; writers nest some dozens
_LINE_ENDS = str.maketrans("", "", "\r\n\x00")

# Where the text of a group goes. What striprtf calls a destination and is not named here is skipped.
_STORIES = {
    "footnote": "footnote", "shptxt": "box",
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
}  # fmt: skip
_TABLES = frozenset({"stylesheet", "fonttbl", "info", "title", "author"})
_LISTED = frozenset({"listtext", "pntext"})


class RichText:
    """The stories of a file, by kind: "body", "footnote", "box", "header", "footer".

    `charsets` maps a font's charset number to a codec and `signs` a control word to its character; `destinations` are
    the words after which a group is no text: striprtf's tables.
    """

    def __init__(
        self, charsets: Mapping[int, str], signs: Mapping[str, str], destinations: frozenset[str], revision: Revision
    ) -> None:
        self._signs, self._destinations = signs, destinations
        self._is_original = revision is Revision.ORIGINAL
        self.stories: dict[str, list[Passage]] = {kind: [] for kind in ("body", "footnote", "header", "footer")}
        self.info = {"title": "", "author": ""}
        self.omitted = Omissions()
        self.has_revisions = False
        self.is_whole = False
        self.letters = Letters(charsets)
        self._styles = Styles()
        self._state = State()
        self._stack: list[tuple[State, Story | None, str]] = []
        self._main = self._story = Story()
        self._boxes: list[Passage] = []
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
        self._story.end_row()
        self.stories["body"] += self._story.found + self._boxes
        self.omitted.symbols = self.letters.unknown

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
            self._story.end_row()
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
            self._story.is_listed = self._story.is_listed or state.target == BODY
            self._state = replace(state, target=SKIPPED)
        elif word in _TABLES and (state.target != SKIPPED or state.starred or word in ("title", "author")):
            is_info = word not in ("title", "author") or any(s.target == "info" for s, _, _ in self._stack)
            self._state = replace(state, target=word if is_info else SKIPPED)
        elif word == "ud":  # the Unicode half of \upr, whose other half was skipped
            self._state = replace(
                state, target=next((s.target for s, _, _ in self._stack[::-1] if s.target != SKIPPED), BODY)
            )
        elif word in self._destinations:
            self.omitted.comments += word == "annotation"
            self._state = replace(state, target=SKIPPED)
        elif word == "u" and argument is not None:
            self._put(chr(argument % 0x10000))
            self._skip = state.skipped_signs
        elif word == "bin":
            self._skip = max(0, argument or 0)
        elif self.letters.use_code_page(word, argument):
            pass
        elif word in ("f", "deff", "fcharset"):
            self._font(word, str(argument or 0))
        elif state.target == "stylesheet":
            self._style(word, argument)
        elif state.target == BODY:
            self._body_word(word, argument)

    def _open_story(self, kind: str) -> None:
        """Read a note, a header or a text box by itself, until its group ends."""
        state, _, _ = self._stack[-1] if self._stack else (self._state, None, "")
        if not self._stack or (state.target == SKIPPED and kind != "box"):
            self._state = replace(self._state, target=SKIPPED)
            return
        self._stack[-1] = state, self._story, kind
        self._story = Story()
        self._state = State(font=self.letters.default_font, skipped_signs=state.skipped_signs, deleted=state.deleted)

    def _body_word(self, word: str, argument: int | None) -> None:
        state, is_on = self._state, argument != 0
        if word in ("par", "sect"):
            self._paragraph()
        elif word in ("cell", "nestcell"):
            self._paragraph()
            if word == "cell":
                self._story.end_cell()
        elif word == "row":
            self._story.end_row()
        elif word == "pard":
            self._state = replace(state, style="0", outline=BODY_OUTLINE, list_number=0, list_level=0, in_table=False)
        elif word == "plain":
            self._state = replace(state, hidden=False, deleted=False, inserted=False, font=self.letters.default_font)
        elif word == "v":
            self._state = replace(state, hidden=is_on)
        elif word in ("deleted", "revised"):
            self.has_revisions = self.has_revisions or is_on
            self._state = replace(state, deleted=is_on) if word == "deleted" else replace(state, inserted=is_on)
        elif word == "s":
            self._state = replace(state, style=str(argument))
        elif word == "outlinelevel":
            self._state = replace(state, outline=BODY_OUTLINE if argument is None else argument)
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
            self._state = replace(self._state, target=SKIPPED, starred=True)
        elif sign in "\r\n":
            self._body_word("par", None)
        elif sign in self._signs:
            self._put(self._signs[sign])

    def _font(self, word: str, number: str) -> None:
        if word == "deff":
            self.letters.default_font = number
        elif word == "fcharset" and self._state.target == "fonttbl":
            self.letters.set_charset(self._state.font, int(number))
        else:
            self._state = replace(self._state, font=number)

    def _style(self, word: str, argument: int | None) -> None:
        if word == "s":
            self._state = replace(self._state, style=str(argument))
            self._styles.begin(str(argument))
        elif word == "outlinelevel" and argument is not None:
            self._styles.set_outline(self._state.style, argument)

    def _take_run(self, run: str) -> None:
        if self._skip:
            skipped = min(self._skip, len(run))
            self._skip -= skipped
            run = run[skipped:]
        if self._state.target != SKIPPED:
            self.letters.waiting += run.translate(_LINE_ENDS).encode("latin-1", "replace")

    def _take_byte(self, value: int) -> None:
        if self._skip:
            self._skip -= 1
        elif self._state.target != SKIPPED:
            self.letters.waiting.append(value)

    def _flush(self) -> None:
        if self.letters.waiting:
            state = self._state
            self._put(self.letters.decoded(state.font, may_be_symbols=state.target == BODY))

    def _put(self, text: str) -> None:
        state = self._state
        if state.target in self.info:
            self.info[state.target] += text
        elif state.target == "fonttbl":
            self.letters.name_font(state.font, text)
        elif state.target == "stylesheet":
            self._styles.name(state.style, text)
        elif state.target == BODY and not (state.inserted if self._is_original else state.deleted):
            if state.hidden:
                self.omitted.hidden += bool(text.strip())
            else:
                self._story.pieces.append(text)

    def _paragraph(self) -> None:
        """End a paragraph, unless its end is not in this revision."""
        state, story = self._state, self._story
        if state.inserted if self._is_original else state.deleted:
            return
        text = paired("".join(story.pieces))
        is_listed, story.pieces, story.is_listed = story.is_listed, [], False
        if text.strip():
            passage = self._styles.passage(text, state, is_listed=is_listed)
            story.add(passage, in_table=state.in_table)
        if story is self._main and not state.in_table:
            story.found += self._boxes
            self._boxes = []
