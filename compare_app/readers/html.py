"""Reads saved web pages: all visible text in its order, what is not the article set aside."""

from __future__ import annotations

import re

from compare_app.core.document import BlockKind, Reading
from compare_app.core.patterns import pattern
from compare_app.readers.building import TextBuilder
from compare_app.readers.decoding import decode
from compare_app.readers.format import Format, Raw
from compare_app.readers.html_article import Article, find_article
from compare_app.readers.html_blocks import PageBlock, read_page

_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.DOTALL | re.IGNORECASE
)
_CHARSET = re.compile(rb"<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META_BYTES = 4096  # the HTML standard asks for the declaration in the first 1,024; pages in the wild are laxer
_SNIFFED_BYTES = 4096
_LANGUAGE = pattern(r"<html\b[^>]*?\slang\s*=\s*[\"']?([a-z]{2})\b", re.IGNORECASE)


def read_html(raw: Raw) -> Reading:
    """The visible text of the page with its blocks and metadata. Nothing in it is run or fetched."""
    decoded = decode(raw.data, declared=_declared(raw.data), encoding=raw.encoding)
    page = read_page(decoded.text)
    article = Article(frozenset(range(len(page.blocks)))) if page.notes else find_article(decoded.text, page.blocks)
    builder = TextBuilder()
    for kind, block in _arranged(page.blocks, article):
        builder.add(kind, block.text, block.level)
    return Reading(
        text=builder.text(),
        source=raw.source(HTML.name, decoded.encoding, decoded.notes + page.notes + article.notes),
        metadata=article.metadata,
        blocks=builder.blocks(),
        language=_language(decoded.text, builder.text()),
    )


def _arranged(found: tuple[PageBlock, ...], article: Article) -> list[tuple[BlockKind, PageBlock]]:
    """Each block with what it is in the article; a title that stands nowhere on the page comes first."""
    title = _title_index(found, article)
    wanted = _squeezed(article.metadata.title)
    names = tuple(_squeezed(name) for name in article.metadata.byline.split(";") if name.strip())
    arranged = []
    if title is None and article.metadata.title:
        arranged.append((BlockKind.TITLE, PageBlock(BlockKind.TITLE, article.metadata.title, 1)))
    for index, block in enumerate(found):
        if index == title:
            kind = BlockKind.TITLE
        elif names and not block.aside and _is_byline(block.text, names):
            kind = BlockKind.BYLINE
        elif index not in article.main or (wanted and _squeezed(block.text) == wanted):
            kind = BlockKind.FURNITURE
        else:
            kind = block.kind
        arranged.append((kind, block))
    return arranged


def _title_index(found: tuple[PageBlock, ...], article: Article) -> int | None:
    """Index of the heading that is the article's title: its first-level heading, or one that reads like the title."""
    headings = [i for i, block in enumerate(found) if block.kind is BlockKind.HEADING]
    wanted = _squeezed(article.metadata.title)
    first = min(article.main, default=len(found))
    last = max(article.main, default=-1)
    alike = [i for i in headings if wanted and _squeezed(found[i].text) == wanted]
    tops = [i for i in headings if found[i].level == 1 and i <= last]
    before = [i for i in tops if i <= first] or tops[:1]
    return next(iter([*sorted(alike, key=lambda i: found[i].level), *reversed(before)]), None)


def _is_byline(text: str, names: tuple[str, ...]) -> bool:
    squeezed = rest = _squeezed(text)
    for name in names:
        rest = rest.replace(name, "")
    return rest != squeezed and len(rest) <= 10  # "By", "Written by", "and": nothing but the names


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def _declared(data: bytes) -> str:
    match = _CHARSET.search(data[:_META_BYTES])
    return match[1].decode("ascii") if match else ""


def _language(html: str, text: str) -> str:
    """What the page says of its language. "en" on a page in another script is a template's default: then "" """
    match = _LANGUAGE.search(html[:_META_BYTES])
    code = match[1].lower() if match else ""
    letters = [c for c in text[:5000] if c.isalpha()]
    foreign = sum(1 for c in letters if c > "\u02af")
    return "" if code == "en" and 2 * foreign > len(letters) else code


def _sniff(data: bytes) -> bool:
    head = data[:_SNIFFED_BYTES].removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:]
    return _START.match(head.replace(b"\x00", b"")) is not None


HTML = Format("html", (".html", ".htm", ".xhtml", ".xht"), _sniff, read_html)
