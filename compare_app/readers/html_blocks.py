"""The visible text of a page as blocks, in document order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from compare_app.core.canonical import canonical_text
from compare_app.core.document import BlockKind
from compare_app.core.patterns import pattern
from compare_app.core.records import record
from compare_app.core.translation import marked, tr

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]  # lxml brings no types

_HIDDEN = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "canvas", "audio", "video"}
    | {"select", "datalist", "textarea", "map"}
)
_ASIDE = frozenset({"nav", "footer", "aside", "form", "button", "menu", "dialog"})
_STATED = ("article", "main")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img"}
    | {"input", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike"}
    | {"strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_NOTE_MARKS = frozenset({"doc-noteref", "doc-backlink", "noteref", "backlink"})
"""Roles, and in e-books types, of the marks that lead to a note and back: no words of the text (W3C, Digital Publishing
WAI-ARIA Module; EPUB 3 Structural Semantics Vocabulary)."""
_NOTE_CLASSES = frozenset({"sdfootnoteanc", "sdfootnotesym", "sdendnoteanc", "sdendnotesym"})
_NOTE_STYLES = ("mso-footnote-id", "mso-endnote-id")
"""The same marks as LibreOffice and Word write them, in files and on the clipboard; MediaWiki's are a "reference"."""

_NOTE_MARK = pattern(
    r"<a\b[^<>]*\b(?:doc-noteref|doc-backlink|sd(?:foot|end)note(?:anc|sym)|mso-(?:foot|end)note-id)\b[^<>]*>.*?</a\s*>"
    r"|<sup\b[^<>]*\bclass=[\"'][^\"'<>]*\breference\b[^<>]*>.*?</sup\s*>",
    re.IGNORECASE | re.DOTALL,
)

_RUN = pattern(r" {2,}")
_BREAKS = pattern(r"[ \t]*\n[ \t]*")
_CELLS = pattern(r" *\t *")
_UNSEEN = pattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


_TOO_DEEP_NOTE = marked("The page is nested too deeply, so its text was kept without its structure.")
_UNREAD = pattern(
    r"<(script|style|noscript|template|head|svg|iframe)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.I
)
_TAG = pattern(r"</?[A-Za-z][^<>]*>")


@record
class PageBlock:
    """One run of text between block-level tags. `parent` numbers the element it stands in; `links` is the number of
    its characters inside links; `aside` says that it stands in navigation, a form or the like; `stated` numbers the
    <article>, or else <main>, that holds it, -1 where none does."""

    kind: BlockKind
    text: str
    level: int = 0
    parent: int = -1
    links: int = 0
    aside: bool = False
    stated: int = -1


@record
class Page:
    """All visible text of a page, with sentences for the user about what could not be kept."""

    blocks: tuple[PageBlock, ...]
    notes: tuple[str, ...] = ()


def _parse(html: str) -> tuple[HtmlElement | None, bool]:
    """The tree of a page, None when it holds no element, and whether all of it is in the tree.

    Broken markup is mended as browsers do; nothing is fetched. libxml2 drops what is nested deeper than 2,048 tags.
    """
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        # as bytes: libxml2 refuses a text whose own declaration names another encoding
        root = document_fromstring(canonical_text(html).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, True
    return root, all(error.type_name != "ERR_RESOURCE_LIMIT" for error in parser.error_log)


def read_page(html: str) -> Page:
    """All visible text of the page as blocks. O(length), without recursion: any depth of nesting is read."""
    root, is_whole = _parse(html)
    if not is_whole:
        return Page(_without_structure(html), (tr(_TOO_DEEP_NOTE),))
    walk = _Walk()
    if root is not None:
        walk.run(root)
    return Page(tuple(walk.found))


def without_note_marks(html: str) -> str:
    """`html` without the marks that lead to notes and back, which are no part of a page's blocks either."""
    return _NOTE_MARK.sub("", html)


def _without_structure(html: str) -> tuple[PageBlock, ...]:
    from html import unescape  # takes 2 ms

    text = unescape(_TAG.sub("\n\n", _UNREAD.sub(" ", html)))
    pieces = (_tidy(_spaced(piece)) for piece in text.split("\n\n"))
    return tuple(PageBlock(BlockKind.PARAGRAPH, piece) for piece in pieces if piece)


class _Walk:
    """Follows start and end tags, keeping the open elements that decide what a run of text is."""

    def __init__(self) -> None:
        self.found: list[PageBlock] = []
        self._pieces: list[str] = []
        self._link_length = 0
        self._open: list[str] = []
        self._numbers: list[int] = []
        self._entered = 0

    def run(self, root: HtmlElement) -> None:
        """Collect the blocks under `root`."""
        stack: list[tuple[HtmlElement, bool]] = [(root, True)]
        while stack:
            element, entering = stack.pop()
            tag = _tag(element)
            if not entering:
                self._leave(tag)
                self._text(element.tail)
            elif not tag or _is_hidden(element, tag):
                self._text(element.tail)
            else:
                self._enter(tag)
                self._text(element.text)
                stack.append((element, False))
                stack.extend((child, True) for child in reversed(element))

    def _enter(self, tag: str) -> None:
        if tag == "br":
            self._pieces.append("\n")
            return
        if tag in ("td", "th") and self._pieces:
            self._pieces.append("\t")
        elif tag not in _INLINE and tag not in ("td", "th"):
            self._flush()
        self._open.append(tag)
        self._entered += 1
        self._numbers.append(self._entered)

    def _leave(self, tag: str) -> None:
        if tag == "br":
            return
        if tag not in _INLINE and tag not in ("td", "th"):
            self._flush()
        self._open.pop()
        self._numbers.pop()

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if "pre" in self._open:
            self._pieces.append(text)
        else:
            self._pieces.append(_spaced(text))
        if "a" in self._open:
            self._link_length += len(text.strip())

    def _flush(self) -> None:
        joined = "".join(self._pieces)
        self._pieces.clear()
        links, self._link_length = self._link_length, 0
        text = joined if "pre" in self._open else _tidy(joined)
        if not text.strip():
            return
        kind, level = self._kind()
        parent = next((n for tag, n in zip(reversed(self._open), reversed(self._numbers), strict=True)
                       if tag not in _INLINE and tag not in ("p", *_HEADINGS)), -1)  # fmt: skip
        aside = not _ASIDE.isdisjoint(self._open)
        for part in text.split("\n\n"):
            if part.strip():
                self.found.append(PageBlock(kind, part.strip(), level, parent, links, aside, self._stated()))

    def _stated(self) -> int:
        for tag in _STATED:
            if tag in self._open:
                return self._numbers[self._open.index(tag)]
        return -1

    def _kind(self) -> tuple[BlockKind, int]:
        for tag in reversed(self._open):
            if tag in _HEADINGS:
                return BlockKind.HEADING, _HEADINGS[tag]
            if tag in ("li", "dd"):
                return BlockKind.LIST_ITEM, max(1, sum(1 for t in self._open if t in ("ul", "ol", "dl")))
            if tag == "blockquote":
                return BlockKind.QUOTATION, 0
            if tag in ("article", "main", "section"):
                break
        return BlockKind.PARAGRAPH, 0


def _spaced(text: str) -> str:
    """`text` with one space for every run of white space. To look for what is seldom there takes least time."""
    for sign in "\t\r\n\f":
        text = text.replace(sign, " ")
    return _RUN.sub(" ", text) if "  " in text else text


def _tidy(text: str) -> str:
    text = _RUN.sub(" ", text) if "  " in text else text
    text = _CELLS.sub("\t", text) if "\t" in text else text
    return (_BREAKS.sub("\n", text) if "\n" in text else text).strip()


def _tag(element: HtmlElement) -> str:
    """The element's tag, or what it stands for in what word processors write.

    "span" for Word's own elements, which stand inside sentences, and for the one paragraph in a cell, which they write
    around its words; "footer" for LibreOffice's running heads and feet.
    """
    tag = element.tag if isinstance(element.tag, str) else ""
    if ":" in tag or tag == "sdfield" or (tag == "p" and _is_alone_in_cell(element)):
        return "span"
    return "footer" if tag == "div" and element.get("title") in ("header", "footer") else tag


def _is_alone_in_cell(element: HtmlElement) -> bool:
    cell = element.getparent()
    if cell is None or cell.tag not in ("td", "th") or len(cell) != 1:
        return False
    return not (cell.text or "").strip() and not (element.tail or "").strip()


def _is_note_mark(element: HtmlElement) -> bool:
    if element.get("role") in _NOTE_MARKS or element.get("epub:type") in _NOTE_MARKS:
        return True
    if element.tag == "sup":
        return "reference" in (element.get("class") or "").split()
    if element.tag != "a":
        return False
    style = element.get("style") or ""
    return element.get("class") in _NOTE_CLASSES or any(name in style for name in _NOTE_STYLES)


def _is_hidden(element: HtmlElement, tag: str) -> bool:
    if tag in _HIDDEN or element.get("hidden") is not None or _is_note_mark(element):
        return True
    style = element.get("style")
    return style is not None and _UNSEEN.search(style) is not None
