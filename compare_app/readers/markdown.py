"""Reads Markdown (CommonMark with tables) as the plain text a rendered page would show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from compare_app.core.canonical import canonical_text
from compare_app.core.document import BlockKind, Metadata, Reading
from compare_app.core.patterns import pattern
from compare_app.core.translation import marked, tr
from compare_app.readers.building import TextBuilder
from compare_app.readers.decoding import decode
from compare_app.readers.format import Format, Raw

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 90  # levels; the parser drops what lies deeper, and calls itself for each
_TOO_DEEP = pattern(rf"^[ \t]*(?:(?:>|[-*+][ \t]|\d+[.)][ \t])[ \t]*){{{_DEEPEST // 2}}}", re.MULTILINE)
_TOO_DEEP_NOTE = marked("Lists or quotations are nested too deeply for Markdown, so the text was read as plain text.")

_FRONT_MATTER = pattern(r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_FIELD = pattern(r"^([A-Za-z_-]+)[ \t]*:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_ISO_DATE = pattern(r"\d{4}-\d{2}-\d{2}")
_TAG = pattern(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
_WIDE = pattern("[\u1100-\u11ff\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")  # scripts that set no space between words


def read_markdown(raw: Raw) -> Reading:
    """The rendered text of `raw` with its blocks; front matter becomes metadata."""
    from markdown_it import MarkdownIt

    decoded = decode(raw.data, encoding=raw.encoding)
    body, fields = _front_matter(decoded.text)
    if _TOO_DEEP.search(body) is not None:
        source = raw.source(MARKDOWN.name, decoded.encoding, (*decoded.notes, tr(_TOO_DEEP_NOTE)))
        return Reading(canonical_text(decoded.text), source)
    builder = TextBuilder()
    _Walk(builder).run(MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").parse(body))
    blocks = builder.blocks()
    text = builder.text()
    title = fields.get("title", "") or next((b.span.of(text) for b in blocks if b.kind is BlockKind.TITLE), "")
    metadata = Metadata(title, _byline(fields), _date(fields), fields.get("outlet", "") or fields.get("publisher", ""))
    return Reading(text, raw.source(MARKDOWN.name, decoded.encoding, decoded.notes), metadata, blocks)


def _front_matter(text: str) -> tuple[str, dict[str, str]]:
    """The text after its front matter, and the `key: value` lines in it with quotation marks taken off."""
    match = _FRONT_MATTER.match(text)
    if match is None:
        return text, {}
    fields = {key.lower(): value.strip("\"'[]") for key, value in _FIELD.findall(match[1])}
    return text[match.end() :], fields


def _byline(fields: dict[str, str]) -> str:
    return next((fields[key] for key in ("author", "authors", "byline") if fields.get(key)), "")


def _date(fields: dict[str, str]) -> str:
    match = _ISO_DATE.match(fields.get("date", "") or fields.get("published", ""))
    return match[0] if match else ""


class _Walk:
    """Goes through the tokens once and hands every piece of text to the builder."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._lists = 0
        self._quotes = 0
        self._heading = 0
        self._titled = False
        self._row: list[str] | None = None

    def run(self, tokens: Sequence[Token]) -> None:
        """Add every block of `tokens`. O(their number)."""
        for token in tokens:
            self._enter_or_leave(token)
            if token.type == "inline":
                self._add(_inline_text(token.children or ()))
            elif token.type in ("fence", "code_block"):
                self._add(token.content)
            elif token.type == "html_block":
                self._add(_TAG.sub(" ", token.content))

    def _enter_or_leave(self, token: Token) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open", "bullet_list_close", "ordered_list_close"):
            self._lists += token.nesting
        elif token.type in ("blockquote_open", "blockquote_close"):
            self._quotes += token.nesting
        elif token.type == "heading_open":
            self._heading = int(token.tag[1:])
        elif token.type == "heading_close":
            self._heading = 0
        elif token.type == "tr_open":
            self._row = []
        elif token.type == "tr_close" and self._row is not None:
            row, self._row = self._row, None
            self._add("\t".join(row))

    def _add(self, text: str) -> None:
        if self._row is not None:
            self._row.append(text)
        elif self._heading:
            is_title = self._heading == 1 and not self._titled
            self._titled = self._titled or is_title
            self._builder.add(BlockKind.TITLE if is_title else BlockKind.HEADING, text, self._heading)
        elif self._lists:
            self._builder.add(BlockKind.LIST_ITEM, text, self._lists)
        else:
            self._builder.add(BlockKind.QUOTATION if self._quotes else BlockKind.PARAGRAPH, text)


def _inline_text(tokens: Sequence[Token]) -> str:
    """What is seen of `tokens`: links as their text, pictures as their description, no markup."""
    pieces: list[str] = []
    for i, token in enumerate(tokens):
        if token.type in ("text", "code_inline", "text_special"):
            pieces.append(token.content)
        elif token.type == "softbreak":
            after = next((t.content for t in tokens[i + 1 :] if t.content), "")
            before = "".join(pieces[-1:])
            pieces.append("" if _WIDE.match(before[-1:]) and _WIDE.match(after) else " ")
        elif token.type == "hardbreak":
            pieces.append("\n")
        elif token.type == "image":
            pieces.append(_inline_text(token.children or ()))
    return "".join(pieces)


def _sniff(data: bytes) -> bool:
    return False  # every text is valid Markdown, so only its extension tells it


MARKDOWN = Format("markdown", (".md", ".markdown", ".mkd", ".mdown"), _sniff, read_markdown)
