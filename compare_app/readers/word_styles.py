"""What a paragraph of a Word document is, by its style and its own properties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare_app.core.document import BlockKind
from compare_app.core.patterns import pattern
from compare_app.core.records import record
from compare_app.readers.passages import NAMED_STYLES

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_LONGEST_CHAIN = 30  # styles that build on each other; a circle of them must end
_BODY_OUTLINE = 9  # the outline level that means: no heading
_DEEPEST_HEADING = 6
_HEADING = pattern(r"heading ([1-9])")


@record
class _Style:
    name: str
    parent: str
    properties: Element | None
    run_properties: Element | None


class Styles:
    """The document's styles; `prefix` is its namespace in braces. Without a part of styles, paragraphs are plain."""

    def __init__(self, root: Element | None, prefix: str) -> None:
        self._prefix = prefix
        self._styles: dict[str, _Style] = {}
        self._default = ""
        for style in root.iterchildren(f"{prefix}style") if root is not None else ():
            identifier = style.get(f"{prefix}styleId", "")
            self._styles[identifier] = _Style(
                self._value(style, "name").casefold(),
                self._value(style, "basedOn"),
                style.find(f"{prefix}pPr"),
                style.find(f"{prefix}rPr"),
            )
            if style.get(f"{prefix}type") == "paragraph" and style.get(f"{prefix}default") in ("1", "true"):
                self._default = identifier

    def block(self, properties: Element | None) -> tuple[BlockKind, int]:
        """Kind and level of a paragraph with these properties of its own."""
        chain = list(self._chain(self._value(properties, "pStyle") or self._default))
        if chain and chain[0].name.startswith("toc "):
            return BlockKind.FURNITURE, 0
        known = next((NAMED_STYLES[style.name] for style in chain if style.name in NAMED_STYLES), None)
        outline = self._outline(properties, chain)
        if known is not None and known[0] is BlockKind.TITLE:
            return known
        if outline < _BODY_OUTLINE:
            return BlockKind.HEADING, min(_DEEPEST_HEADING, outline + 1)
        if known is not None:
            return known
        depth = self._list_depth(properties, chain)
        return (BlockKind.LIST_ITEM, depth) if depth else (BlockKind.PARAGRAPH, 0)

    def is_hidden(self, run_properties: Element | None, paragraph_properties: Element | None) -> bool:
        """Whether text with these properties is hidden, by itself or by its style."""
        own = self._switch(run_properties, "vanish")
        if own is not None:
            return own
        for identifier in (self._value(run_properties, "rStyle"), self._value(paragraph_properties, "pStyle")):
            for style in self._chain(identifier):
                switched = self._switch(style.run_properties, "vanish")
                if switched is not None:
                    return switched
        return False

    def _chain(self, identifier: str) -> Iterator[_Style]:
        """The style and those it builds on, nearest first."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(identifier)
            if style is None:
                return
            yield style
            identifier = style.parent

    def _outline(self, properties: Element | None, chain: list[_Style]) -> int:
        for stated in (properties, *(style.properties for style in chain)):
            value = self._value(stated, "outlineLvl")
            if value.isdecimal():
                return int(value)
        named = next((match for style in chain if (match := _HEADING.fullmatch(style.name))), None)
        return int(named[1]) - 1 if named else _BODY_OUTLINE

    def _list_depth(self, properties: Element | None, chain: list[_Style]) -> int:
        """Depth of a list item from 1, 0 for what is none; a list numbered 0 switches off what the style says."""
        for stated in (properties, *(style.properties for style in chain)):
            numbering = None if stated is None else stated.find(f"{self._prefix}numPr")
            number = self._value(numbering, "numId")
            if number:
                level = self._value(numbering, "ilvl")
                return 0 if number == "0" else 1 + (int(level) if level.isdecimal() else 0)
        return 0

    def _value(self, parent: Element | None, name: str) -> str:
        """The value of the child `name`, empty where there is none."""
        child = None if parent is None else parent.find(f"{self._prefix}{name}")
        return "" if child is None else child.get(f"{self._prefix}val", "")

    def _switch(self, parent: Element | None, name: str) -> bool | None:
        child = None if parent is None else parent.find(f"{self._prefix}{name}")
        return None if child is None else child.get(f"{self._prefix}val", "true") not in ("0", "false", "off")
