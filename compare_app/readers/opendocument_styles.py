"""What a paragraph of an OpenDocument text is by its style, and what is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare_app.core.document import BlockKind
from compare_app.core.records import record
from compare_app.readers.passages import NAMED_STYLES

if TYPE_CHECKING:
    from odfdo import Element

_LONGEST_CHAIN = 30  # styles that build on each other; a circle of them must end


@record
class _Style:
    parent: str
    is_hidden: bool | None


def name_of(element: Element) -> str:
    """ "text:p"; "" for an element of a namespace that OpenDocument does not know, "#" for what is no element."""
    try:
        return element.tag
    except ValueError:
        return ""
    except TypeError:
        return "#"


def attribute(element: Element, name: str) -> str:
    """The attribute as written, empty where there is none."""
    value = element.get_attribute_string(name)
    return "" if value is None else value


class Styles:
    """All styles under the roots of a document's parts."""

    def __init__(self, *roots: Element) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        for root in roots:
            for group in root.children:
                if name_of(group) in ("office:styles", "office:automatic-styles"):
                    self._take(group)

    def block(self, name: str) -> tuple[BlockKind, int]:
        """Kind and level of a paragraph with the style `name`."""
        for known in self._chain("paragraph", name):
            kind = NAMED_STYLES.get(known.replace("_20_", " ").casefold())
            if kind is not None:
                return kind
        return BlockKind.PARAGRAPH, 0

    def is_hidden(self, family: str, name: str) -> bool:
        """Whether text with the style `name` of a "paragraph", "text" or "section" is hidden."""
        stated = (self._styles[family, known].is_hidden for known in self._chain(family, name))
        return next((hidden for hidden in stated if hidden is not None), False)

    def _chain(self, family: str, name: str) -> Iterator[str]:
        for _ in range(_LONGEST_CHAIN):
            if (family, name) not in self._styles:
                return
            yield name
            name = self._styles[family, name].parent

    def _take(self, group: Element) -> None:
        for style in group.children:
            if name_of(style) != "style:style":
                continue
            properties = (child for child in style.children if name_of(child) == "style:text-properties")
            display = next((attribute(child, "text:display") for child in properties), "")
            key = attribute(style, "style:family"), attribute(style, "style:name")
            hidden = display == "none" if display else None
            self._styles[key] = _Style(attribute(style, "style:parent-style-name"), hidden)
