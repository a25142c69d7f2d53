"""Reads articles kept as JSON: one object, a list of them, or one a line (JSON Lines)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from compare_app.core.canonical import canonical_text
from compare_app.core.document import BlockKind, Metadata, Reading
from compare_app.core.errors import ReadError
from compare_app.core.patterns import pattern
from compare_app.core.records import record
from compare_app.core.translation import grouped, tr
from compare_app.readers.building import TextBuilder, language_code
from compare_app.readers.decoding import decode
from compare_app.readers.format import Format, Raw
from compare_app.readers.html_blocks import read_page

_KEYS = {
    "text": ("text", "body", "content", "articlebody", "maintext", "fulltext", "article", "story", "paragraphs"),
    "title": ("title", "headline", "name"),
    "byline": ("byline", "author", "authors", "creator"),
    "date": ("date", "datepublished", "published", "publishedat", "publishdate", "pubdate", "datepublish"),
    "outlet": ("outlet", "publisher", "sitename", "source", "sourcename"),
    "language": ("language", "lang", "inlanguage"),
}
"""Names under which news archives, feeds and schema.org keep each; case, "_" and "-" do not count."""

_LISTS = ("articles", "items", "entries", "data", "results", "documents", "@graph")
_MARKUP = pattern(r"</?(?:p|div|br|h[1-6]|li|span|article)\b[^<>]*>", re.IGNORECASE)
_ISO_DATE = pattern(r"\d{4}-\d{2}-\d{2}")


@record
class _Article:
    text: str
    metadata: Metadata
    language: str


def read_records(raw: Raw) -> Reading:
    """The articles in `raw`, one after the other, each under its title. Raises ReadError where there is none."""
    decoded = decode(raw.data, encoding=raw.encoding)
    articles = list(_articles(_parsed(decoded.text, raw)))
    if not articles:
        raise ReadError(
            tr("{name} holds no article: nothing in it is called text, body or content.", name=raw.shown),
            hint=tr("Rename it to .txt to compare it as plain text."),
        )
    builder = TextBuilder()
    for i, article in enumerate(articles):
        builder.add(BlockKind.HEADING if i else BlockKind.TITLE, article.metadata.title, 1)
        _fill(builder, article.text)
    notes = (
        (tr("{count} articles were read, one after the other.", count=grouped(len(articles))),)
        if len(articles) > 1
        else ()
    )
    source = raw.source(RECORDS.name, decoded.encoding, (*decoded.notes, *notes))
    return Reading(builder.text(), source, articles[0].metadata, builder.blocks(), articles[0].language)


def _parsed(text: str, raw: Raw) -> Any:  # noqa: ANN401  # JSON may hold anything
    text = text.lstrip("\ufeff")
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ReadError(
            tr("{name} is nested too deeply.", name=raw.shown), hint=tr("Keep the articles only.")
        ) from error
    except ValueError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        try:
            return [json.loads(line) for line in lines]
        except (ValueError, RecursionError):
            line = getattr(error, "lineno", 1)
            raise ReadError(
                tr("{name} is no sound JSON: line {line} cannot be read.", name=raw.shown, line=line),
                hint=tr("Save it again from where it came, or rename it to .txt to compare it as plain text."),
            ) from error


def _articles(data: Any) -> Iterator[_Article]:  # noqa: ANN401
    if isinstance(data, list):
        for each in data:
            yield from _articles(each)
    elif isinstance(data, dict):
        fields = {re.sub(r"[_\s-]", "", str(key)).lower(): value for key, value in data.items()}
        text = _first(fields, "text")
        if text:
            yield _Article(text, _metadata(fields), language_code(_first(fields, "language")))
        else:
            for key in _LISTS:
                yield from _articles(fields.get(key))


def _metadata(fields: Mapping[str, Any]) -> Metadata:
    date = _ISO_DATE.match(_first(fields, "date"))
    title, byline, outlet = (" ".join(_first(fields, key).split()) for key in ("title", "byline", "outlet"))
    return Metadata(title, byline, date[0] if date else "", outlet)


def _first(fields: Mapping[str, Any], wanted: str) -> str:
    """The first of the keys for `wanted` that holds words."""
    separator = "\n\n" if wanted == "text" else ", "
    found = (_words(fields[key], separator) for key in _KEYS[wanted] if key in fields)
    return next((text for text in found if text.strip()), "")


def _words(value: Any, separator: str) -> str:  # noqa: ANN401
    """Text, a list of texts, or an object with a name or a text; everything else is none."""
    if isinstance(value, str):
        return value
    if isinstance(value, Sequence):
        return separator.join(text for each in value if (text := _words(each, separator)))
    if isinstance(value, Mapping):
        return next((value[key] for key in ("name", "text", "title") if isinstance(value.get(key), str)), "")
    return ""


def _fill(builder: TextBuilder, text: str) -> None:
    if _MARKUP.search(text) is not None:
        for block in read_page(text).blocks:
            builder.add(block.kind, block.text, block.level)
        return
    text = canonical_text(text)
    for paragraph in text.split("\n\n" if "\n\n" in text else "\n"):
        builder.add(BlockKind.PARAGRAPH, paragraph)


def _sniff(data: bytes) -> bool:
    return False  # an article about JSON may begin with some: only the extension tells


RECORDS = Format("json", (".json", ".jsonl", ".ndjson"), _sniff, read_records)
