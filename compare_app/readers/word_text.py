"""Walks the main text of a Word document: what a reader sees of it, tracked changes accepted or undone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare_app.core.document import Revision
from compare_app.readers.passages import Omissions, Passage, row
from compare_app.readers.symbols import UNKNOWN, symbol
from compare_app.readers.word_styles import Styles

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_INSERTED = frozenset({"ins", "moveTo", "cellIns"})
_DELETED = frozenset({"del", "moveFrom", "cellDel"})
_WRAPPERS = frozenset({"hyperlink", "smartTag", "customXml", "dir", "bdo", "fldSimple", "sdtContent", "rubyBase"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_NOTE_REFERENCES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}


class WordText:
    """Collects the passages of one story after another: main text, notes, headers.

    Elements are known by their local names, so that the strict variant of the format is read as the usual one. The
    depth of the recursion is that of the tree, which the parser limits to 256.
    """

    def __init__(self, styles: Styles, prefix: str, revision: Revision) -> None:
        self._styles = styles
        self._prefix = prefix
        self._revision = revision
        self.omitted = Omissions()
        self.notes: list[tuple[str, str]] = []
        """Notes referred to so far: "footnotes" or "endnotes", and the identifier."""
        self.has_revisions = False
        self._found: list[Passage] = []
        self._pieces: list[str] = []
        self._boxes: list[Element] = []
        self._held = ""  # text whose paragraph mark is not in this revision: it runs on into the next paragraph
        self._fields: list[bool] = []  # for each open field whether its code is being read
        self._properties: Element | None = None
        self._is_hidden = False

    def story(self, container: Element) -> list[Passage]:
        """The passages in `container`, which holds paragraphs and tables."""
        outside = self._found, self._held
        self._found, self._held = [], ""
        self._blocks(container)
        self._release()
        found = self._found
        self._found, self._held = outside
        return found

    def _blocks(self, container: Element) -> None:
        for child in container:
            name = _local(child)
            if name == "p":
                self._paragraph(child)
            elif name == "tbl":
                self._release()
                self._table(child)
            elif name == "altChunk":
                self.omitted.embedded += 1
            elif name == "AlternateContent":
                for chosen in _chosen(child):
                    self._blocks(chosen)
            elif self._is_open(child, name):
                self._blocks(child)

    def _paragraph(self, paragraph: Element) -> None:
        self._pieces, self._boxes, self._fields = [], [], []
        self._properties = paragraph.find(f"{self._prefix}pPr")
        properties = self._properties
        self._inline(paragraph)
        text, boxes = "".join(self._pieces), self._boxes
        marks = None if properties is None else properties.find(f"{self._prefix}rPr")
        if self._is_dropped(marks):
            self._held += text
        else:
            text, self._held = self._held + text, ""
            self._add(text, properties)
        for box in boxes:
            self._found.extend(self.story(box))

    def _add(self, text: str, properties: Element | None) -> None:
        if text.strip():
            kind, level = self._styles.block(properties)
            self._found.append(Passage(kind, text, level))

    def _release(self) -> None:
        """Let held text stand by itself: no paragraph follows into which it could run."""
        text, self._held = self._held, ""
        self._add(text, None)

    def _table(self, table: Element) -> None:
        for line in self._children(table, "tr"):
            if not self._is_dropped(line.find(f"{self._prefix}trPr")):
                cells = (c for c in self._children(line, "tc") if not self._is_dropped(c.find(f"{self._prefix}tcPr")))
                self._found.extend(row([self.story(cell) for cell in cells]))

    def _children(self, parent: Element, wanted: str) -> Iterator[Element]:
        """The rows of a table or cells of a row, also those inside content controls."""
        for child in parent:
            name = _local(child)
            if name == wanted:
                yield child
            elif self._is_open(child, name):
                yield from self._children(child, wanted)

    def _inline(self, parent: Element) -> None:
        for child in parent:
            name = _local(child)
            if name == "r":
                run_properties = child.find(f"{self._prefix}rPr")
                self._is_hidden = self._styles.is_hidden(run_properties, self._properties)
                self._run(child)
                self._is_hidden = False
            elif name == "AlternateContent":
                for chosen in _chosen(child):
                    self._inline(chosen)
            elif name in ("oMath", "oMathPara"):
                self._put("".join(inner.text or "" for inner in child.iter() if _local(inner) == "t"))
            elif self._is_open(child, name):
                self._inline(child)

    def _run(self, run: Element) -> None:
        for child in run:
            name = _local(child)
            if name in ("t", "delText"):
                self._put(child.text or "")
            elif name in _SIGNS:
                self._put(_SIGNS[name])
            elif name == "fldChar":
                self._field(child.get(f"{self._prefix}fldCharType", ""))
            elif name == "sym":
                self._symbol(child)
            elif name in _NOTE_REFERENCES:
                self.notes.append((_NOTE_REFERENCES[name], child.get(f"{self._prefix}id", "")))
            elif name == "commentReference":
                self.omitted.comments += 1
            elif name == "ruby":
                self.omitted.readings += 1
                for base in child.iterchildren(f"{self._prefix}rubyBase"):
                    self._inline(base)
            elif name == "AlternateContent":
                for chosen in _chosen(child):
                    self._run(chosen)
            elif name in ("drawing", "pict", "object"):
                self._boxes.extend(_text_boxes(child))

    def _put(self, text: str) -> None:
        if any(self._fields):
            return
        if not self._is_hidden:
            self._pieces.append(text)
        elif text.strip():
            self.omitted.hidden += 1

    def _field(self, kind: str) -> None:
        """Follow a field through its code to its result; one that is left open ends with its paragraph."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _symbol(self, element: Element) -> None:
        try:
            sign = symbol(int(element.get(f"{self._prefix}char", ""), 16), element.get(f"{self._prefix}font", ""))
        except ValueError:
            sign = UNKNOWN
        self.omitted.symbols += sign == UNKNOWN
        self._put(sign)

    def _is_open(self, element: Element, name: str) -> bool:
        """Whether what stands inside `element` belongs to the text of this revision."""
        if name in _INSERTED or name in _DELETED:
            self.has_revisions = True
            return (name in _INSERTED) is (self._revision is Revision.ACCEPTED)
        if name == "sdt":
            properties = element.find(f"{self._prefix}sdtPr")
            return properties is None or properties.find(f"{self._prefix}showingPlcHdr") is None
        return name in _WRAPPERS

    def _is_dropped(self, properties: Element | None) -> bool:
        """Whether these properties say that their paragraph mark, row or cell is not in this revision."""
        names = [] if properties is None else [_local(child) for child in properties]
        changes = [name for name in names if name in _INSERTED or name in _DELETED]
        self.has_revisions = self.has_revisions or bool(changes)
        return any((name in _INSERTED) is (self._revision is Revision.ORIGINAL) for name in changes)


def _local(element: Element) -> str:
    """The name of `element` without its namespace; empty for a comment or a processing instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _chosen(alternatives: Element) -> list[Element]:
    """The one branch of an mc:AlternateContent that is shown, the first: the others say the same in older words."""
    return list(alternatives)[:1]


def _text_boxes(element: Element) -> Iterator[Element]:
    """What text boxes in a drawing hold, each once."""
    name = _local(element)
    if name == "txbxContent":
        yield element
        return
    for child in _chosen(element) if name == "AlternateContent" else element:
        yield from _text_boxes(child)
