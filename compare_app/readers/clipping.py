"""Reads what browsers and word processors put on the clipboard as HTML. A person chose all of it: it is all article."""

from __future__ import annotations

import re

from compare_app.core.document import BlockKind, Metadata, Reading
from compare_app.core.patterns import pattern
from compare_app.readers.building import TextBuilder
from compare_app.readers.decoding import decode
from compare_app.readers.format import Format, Raw
from compare_app.readers.html_blocks import PageBlock, read_page

_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
_UNSHOWN = pattern(r"<!\[if !supportLists\]>.*?<!\[endif\]>|<del\b[^>]*>.*?</del\s*>", re.DOTALL | re.IGNORECASE)
"""Word's list signs, which stand beside what says that it is a list, and words whose removal is tracked."""

_LIST_ITEM = pattern(r"<p\b([^>]*\bMsoListParagraph[^>]*)>(.*?)</p\s*>", re.DOTALL | re.IGNORECASE)


def read_clipping(raw: Raw) -> Reading:
    """The visible text of the fragment as blocks; its first heading of the first level, if any, is the title."""
    decoded = decode(raw.data, encoding=raw.encoding)
    page = read_page(_LIST_ITEM.sub(r"<li\1>\2</li>", _UNSHOWN.sub("", _fragment(decoded.text))))
    title = next((i for i, block in enumerate(page.blocks) if block.kind is BlockKind.HEADING and block.level == 1), -1)
    builder = TextBuilder()
    for index, block in enumerate(page.blocks):
        builder.add(BlockKind.TITLE if index == title else block.kind, block.text, block.level)
    return Reading(
        text=builder.text(),
        source=raw.source(CLIPPING.name, decoded.encoding, decoded.notes + page.notes),
        metadata=Metadata(title=_text_of(page.blocks, title)),
        blocks=builder.blocks(),
    )


def _fragment(html: str) -> str:
    """What was selected: programs put whole pages on the clipboard and say where in them it is."""
    start, end = html.find(_START), html.rfind(_END)
    return html[start + len(_START) : end] if 0 <= start < end else html


def _text_of(blocks: tuple[PageBlock, ...], index: int) -> str:
    return blocks[index].text if index >= 0 else ""


CLIPPING = Format("clipping", (), lambda _: False, read_clipping)
