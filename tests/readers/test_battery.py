"""One article in every format says the same, whoever wrote the file, and damage to it is told or does no harm."""

from __future__ import annotations

import itertools
import tomllib
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from compare_app import Document, compare, read_document
from compare_app.core.errors import ReadError
from compare_app.core.findings import Verdict
from compare_app.core.links import Relation
from compare_app.readers.archive import Archive
from compare_app.readers.registry import FORMATS, read_source
from tests.readers.packages import archive

_FOLDER = Path(__file__).parent / "articles"
_BATTERY: dict[str, Any] = tomllib.loads((_FOLDER / "battery.toml").read_text(encoding="utf-8"))
_WITHOUT_AN_ARTICLE = {"clipping", "subtitles", "table"}  # their tests have texts of their own
_LONGEST_S = 10  # for a file of 20 kB at most: a guard against loops, not a measurement


@dataclass(frozen=True, slots=True)
class Article:
    """One row of battery.toml."""

    path: Path
    claims: tuple[str, ...]
    is_exact: bool
    has_kinds: bool


def _article(row: dict[str, Any]) -> Article:
    instead = row.get("instead", {})
    claims = (part for claim in _BATTERY["claims"] for part in instead.get(claim, claim).split("|") if part)
    return Article(_FOLDER / row["file"], tuple(claims), not instead, row.get("kinds", False))


_ARTICLES = tuple(_article(row) for row in _BATTERY["article"])
_EXACT = tuple(article for article in _ARTICLES if article.is_exact)
_every_article = pytest.mark.parametrize("article", _ARTICLES, ids=lambda article: article.path.name)


def _relations(left: Document, right: Document) -> tuple[set[Relation], int]:
    """The relations between two documents, and how many claims stand alone."""
    found = compare(left, right)
    return {link.relation for link in found.links}, len(found.removed) + len(found.added)


def test_every_file_and_every_format_has_its_row() -> None:
    files = {path.name for path in _FOLDER.iterdir()} - {
        "README.md",
        "battery.toml",
        "make.sh",
        "messages.py",
        "snapshot.py",
    }
    assert files == {article.path.name for article in _ARTICLES}
    formats = {read_source(article.path).source.format for article in _ARTICLES}
    assert {known.name for known in FORMATS} - formats == _WITHOUT_AN_ARTICLE


@_every_article
def test_the_claims_are_those_of_the_article(article: Article) -> None:
    assert [claim.text for claim in read_document(article.path).claims] == list(article.claims)


@_every_article
def test_the_title_is_found_and_nothing_was_replaced(article: Article) -> None:
    document = read_document(article.path)
    assert document.metadata.title == _BATTERY["claims"][0]
    assert not [note for note in document.source.notes if "replaced" in note or "cut short" in note]


@pytest.mark.parametrize("article", [a for a in _ARTICLES if a.has_kinds], ids=lambda article: article.path.name)
def test_the_structure_is_read(article: Article) -> None:
    blocks = [block for block in read_document(article.path).blocks if block.kind.is_content]
    assert [block.kind.value for block in blocks] == _BATTERY["kinds"]
    assert [block.level for block in blocks if block.level] == _BATTERY["levels"]


@pytest.mark.parametrize(
    ("left", "right"), tuple(itertools.permutations(_EXACT, 2)), ids=lambda article: article.path.name
)
def test_any_two_formats_have_no_differences(left: Article, right: Article) -> None:
    assert _relations(read_document(left.path), read_document(right.path)) == ({Relation.SAME}, 0)


@_every_article
def test_a_planted_contradiction_is_found_across_formats(article: Article) -> None:
    planted = (_FOLDER / "article.md").read_text(encoding="utf-8").replace("£4.2 million", "£6.8 million")
    found = compare(read_document(article.path), read_document(planted.encode(), name="planted.md"))
    conflicts = [f for link in found.links for f in link.findings if f.verdict is Verdict.CONFLICT]
    assert [finding.kind for finding in conflicts] == ["number"]
    assert "£4.2 million" in conflicts[0].message
    assert "£6.8 million" in conflicts[0].message


@_every_article
def test_a_format_is_told_by_its_content(article: Article) -> None:
    data = article.path.read_bytes()
    known = next(known for known in FORMATS if known.name == read_source(article.path).source.format)
    if not known.extension_decides:
        for name in ("", "article.txt", "article.html", "article.docx", "article.rtf"):
            assert read_source(data, name=name).source.format == known.name


def _read_or_refuse(data: bytes, name: str) -> None:
    """Read `data`; the only error may be one that says what happened and what to do."""
    started = perf_counter()
    refusal: ReadError | None = None
    try:
        read_document(data, name=name)
    except ReadError as error:
        refusal = error
    assert refusal is None or (refusal.message.endswith(".") and refusal.hint.endswith("."))
    assert perf_counter() - started < _LONGEST_S


@_every_article
def test_a_file_cut_short_is_read_or_refused(article: Article) -> None:
    data = article.path.read_bytes()
    for length in range(0, len(data), max(1, len(data) // 40)):
        _read_or_refuse(data[:length], article.path.name)


_bounded = settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
_damage = st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=6), st.booleans()), min_size=1, max_size=8)


def _damaged(data: bytes, damage: list[tuple[float, bytes, bool]]) -> bytes:
    """`data` with bytes put over others, or between them, at shares of its length."""
    for share, piece, is_inserted in damage:
        at = int(share * len(data))
        data = data[:at] + piece + data[at if is_inserted else at + len(piece) :]
    return data


@_every_article
@given(damage=_damage)
@_bounded
def test_damaged_bytes_are_read_or_refused(article: Article, damage: list[tuple[float, bytes, bool]]) -> None:
    _read_or_refuse(_damaged(article.path.read_bytes(), damage), article.path.name)


_PACKED = [article for article in _ARTICLES if article.path.read_bytes().startswith(b"PK")]


@pytest.mark.parametrize("article", _PACKED, ids=lambda article: article.path.name)
@given(damage=_damage, choice=st.integers(0, 1000))
@_bounded
def test_damaged_parts_are_read_or_refused(
    article: Article, damage: list[tuple[float, bytes, bool]], choice: int
) -> None:
    """Damage to a whole archive mostly ends at its checksums; here it reaches the parser."""
    opened = Archive(article.path.read_bytes())
    members: dict[str, str | bytes] = {name: opened.read(name) for name in opened.names}
    chosen = [name for name in members if name.endswith((".xml", ".rels"))]
    name = chosen[choice % len(chosen)]
    members[name] = _damaged(opened.read(name), damage)
    _read_or_refuse(archive(members), article.path.name)
