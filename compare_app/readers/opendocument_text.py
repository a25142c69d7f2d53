"""Walks an OpenDocument text: what a reader sees of it, tracked changes accepted or undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare_app.core.document import BlockKind, Revision
from compare_app.core.patterns import pattern
from compare_app.readers.opendocument_styles import Styles, attribute, name_of
from compare_app.readers.passages import Omissions, Passage, row

if TYPE_CHECKING:
    from odfdo import Element

_WHITE_SPACE = pattern(r"[ \t\r\n]+")
_DEEPEST_HEADING = 6
_MOST_SPACES = 1000  # of one text:s; more is no text
_UNREAD = frozenset({"#", "text:tracked-changes", "office:forms", "text:note-citation", "text:ruby-text", "svg:title"}
                    | {"svg:desc", "office:event-listeners", "draw:object", "draw:image"})  # fmt: skip
_INDEXES = frozenset(f"text:{kind}-index" for kind in ("illustration", "table", "object", "user", "alphabetical")) | {
    "text:table-of-content",
    "text:bibliography",
}


class OpenDocumentText:
    """Collects the passages of one story after another: main text, notes, headers.

    The depth of the recursion is that of the tree, which the parser limits to 256.
    """

    def __init__(self, styles: Styles, revision: Revision) -> None:
        self._styles = styles
        self._is_original = revision is Revision.ORIGINAL
        self.omitted = Omissions()
        self.notes: dict[str, list[Element]] = {"footnote": [], "endnote": []}
        """The bodies of the notes referred to so far, by class."""
        self.has_revisions = False
        self._changes: dict[str, Element] = {}
        self._open_insertions: set[str] = set()
        self._found: list[Passage] = []
        self._pieces: list[str] = []
        self._boxes: list[Element] = []
        self._held = ""  # text whose paragraph end is not in this revision: it runs on into the next paragraph
        self._hidden = 0
        self._depth = 0  # of nested lists

    def story(self, container: Element) -> list[Passage]:
        """The passages in `container`, which holds paragraphs, lists and tables."""
        outside = self._found, self._held, self._depth
        self._found, self._held, self._depth = [], "", 0
        self._blocks(container)
        if self._held.strip():
            self._found.append(Passage(BlockKind.PARAGRAPH, self._held))
        found = self._found
        self._found, self._held, self._depth = outside
        return found

    def _blocks(self, container: Element) -> None:
        for child in container.children:
            name = name_of(child)
            if name in ("text:p", "text:h"):
                self._paragraph(child, name)
            elif name == "table:table":
                for line in _inside(child, "table:table-row"):
                    cells = [self.story(c) for c in line.children if name_of(c).endswith("table-cell")]
                    self._found.extend(row(cells))
            elif name == "text:tracked-changes":
                self._changes |= {attribute(region, "text:id"): region for region in child.children}
                self.has_revisions = any(_content(region) is not None for region in self._changes.values())
            elif name in _INDEXES:
                listed = self.story(child)
                self._found.extend(Passage(BlockKind.FURNITURE, passage.text) for passage in listed)
            elif name == "text:list":
                self._depth += 1
                self._blocks(child)
                self._depth -= 1
            elif name == "text:section" and attribute(child, "text:display") == "none":
                self.omitted.hidden += 1
            elif name.startswith("draw:"):
                for box in _text_boxes(child):
                    self._found.extend(self.story(box))
            elif name.startswith("text:change"):
                self._change(child, name, child)
            elif name not in _UNREAD and not name.endswith("-source"):
                self._blocks(child)

    def _paragraph(self, paragraph: Element, name: str) -> None:
        self._pieces, self._boxes = [], []
        is_hidden = self._styles.is_hidden("paragraph", attribute(paragraph, "text:style-name"))
        self._hidden += is_hidden
        self._inside(paragraph, paragraph)
        self._hidden -= is_hidden
        boxes = self._boxes
        self._end(paragraph, name)
        for box in boxes:
            self._found.extend(self.story(box))

    def _end(self, paragraph: Element, name: str) -> None:
        """Make a passage of the pieces so far, or hold them where the paragraph's end was inserted."""
        text, self._pieces = "".join(self._pieces), []
        if self._open_insertions:
            self._held += text
            return
        text, self._held = self._held + text, ""
        if text.strip():
            self._found.append(Passage(*self._kind(paragraph, name, text)))

    def _kind(self, paragraph: Element, name: str, text: str) -> tuple[BlockKind, str, int]:
        kind, level = self._styles.block(attribute(paragraph, "text:style-name"))
        if name == "text:h" and kind is not BlockKind.TITLE:
            stated = attribute(paragraph, "text:outline-level")
            level = int(stated) if stated.isdecimal() else 1
            return BlockKind.HEADING, text, min(_DEEPEST_HEADING, max(1, level))
        if self._depth and kind is BlockKind.PARAGRAPH:
            return BlockKind.LIST_ITEM, text, self._depth
        return kind, text, level

    def _inside(self, element: Element, paragraph: Element) -> None:
        """Put the text in `element`, a part of `paragraph`."""
        self._put(element.text)
        for child in element.children:
            self._inline(child, name_of(child), paragraph)
            self._put(child.tail or "")

    def _inline(self, element: Element, name: str, paragraph: Element) -> None:
        if name == "text:s":
            count = attribute(element, "text:c")
            self._put(" " * min(_MOST_SPACES, int(count) if count.isdecimal() else 1), is_markup=False)
        elif name == "text:tab":
            self._put("\t", is_markup=False)
        elif name == "text:line-break":
            self._put("\n", is_markup=False)
        elif name == "text:note":
            self._note(element)
        elif name == "office:annotation":
            self.omitted.comments += 1
        elif name == "text:ruby":
            self.omitted.readings += 1
            self._inside(element, paragraph)
        elif name.startswith("draw:"):
            self._boxes.extend(_text_boxes(element))
        elif name.startswith("text:change"):
            self._change(element, name, paragraph)
        elif name == "text:span" and self._styles.is_hidden("text", attribute(element, "text:style-name")):
            self._hidden += 1
            self._inside(element, paragraph)
            self._hidden -= 1
        elif name not in _UNREAD:
            self._inside(element, paragraph)

    def _note(self, note: Element) -> None:
        body = next((child for child in note.children if name_of(child) == "text:note-body"), None)
        if body is not None and not self._open_insertions:
            self.notes["endnote" if attribute(note, "text:note-class") == "endnote" else "footnote"].append(body)

    def _put(self, text: str, *, is_markup: bool = True) -> None:
        """Add `text`; in markup any white space is one space, and none after another (OpenDocument 1.3, 6.1.2)."""
        if not text or self._open_insertions:
            return
        if is_markup:
            text = _WHITE_SPACE.sub(" ", text)
            if not self._pieces or self._pieces[-1].endswith((" ", "\n", "\t")):
                text = text.removeprefix(" ")
        if not self._hidden:
            self._pieces.append(text)
        elif text.strip():
            self.omitted.hidden += 1

    def _change(self, mark: Element, name: str, paragraph: Element) -> None:
        """Undo the change that `mark` refers to where the original is wanted."""
        identifier = attribute(mark, "text:change-id")
        content = _content(self._changes[identifier]) if identifier in self._changes else None
        if not self._is_original or content is None:
            return
        if name_of(content) == "text:insertion":
            if name == "text:change-start":
                self._open_insertions.add(identifier)
            elif name == "text:change-end":
                self._open_insertions.discard(identifier)
        elif name == "text:change":
            for i, deleted in enumerate(_inside(content, "text:p", "text:h")):
                if i:
                    self._end(paragraph, name_of(paragraph))
                self._inside(deleted, paragraph)


def _content(region: Element) -> Element | None:
    """The insertion or deletion of a changed region; None for one of format alone."""
    return next((child for child in region.children if name_of(child) in ("text:insertion", "text:deletion")), None)


def _inside(element: Element, *wanted: str) -> Iterator[Element]:
    """Elements of these names in `element`, in order, none inside another."""
    for child in element.children:
        name = name_of(child)
        if name in wanted:
            yield child
        elif name not in ("#", "office:annotation"):
            yield from _inside(child, *wanted)


def _text_boxes(drawing: Element) -> Iterator[Element]:
    """What holds paragraphs in a drawing: a text box, or a shape with text on it."""
    if any(name_of(child) in ("text:p", "text:h", "text:list", "table:table") for child in drawing.children):
        yield drawing
        return
    for child in drawing.children:
        if name_of(child).startswith("draw:") and name_of(child) not in _UNREAD:
            yield from _text_boxes(child)
