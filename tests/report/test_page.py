"""The HTML report: self-contained, accessible, and safe whatever the documents hold."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare_app.core.comparison import Comparison
from compare_app.core.document import Block, BlockKind
from compare_app.core.records import replace
from compare_app.core.spans import Span
from compare_app.present.items import items_of
from compare_app.present.marks import Mark
from compare_app.report.format import ReportOptions
from compare_app.report.page import render
from compare_app.report.page_rows import Cell, page_rows
from tests.report.comparisons import document, hostile, mixed, same

_VOID = {"meta", "br", "hr", "link", "img", "input"}


class _Page(HTMLParser):
    """Elements, attributes and text of a page; raises AssertionError on a tag that closes none."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] != "style":
            self.text += data

    def attributes(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


def _tags(page: _Page) -> set[str]:
    return {tag for tag, _ in page.elements}


_ATTACKS = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "</style></title><svg onload=alert(1)>",
    "{{ 7 * 7 }} {% for x in y %}",
    "javascript:alert(1)",
    "--></td></table><iframe>",
    "&lt;b&gt; &amp; &#x3c;script>",
]


@pytest.mark.parametrize("attack", _ATTACKS)
def test_a_document_adds_no_element_and_no_attribute(attack: str) -> None:
    page, tame = _Page(render(hostile(attack), ReportOptions())), _Page(render(hostile("§"), ReportOptions()))
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in tame.elements]
    assert [set(attributes) for _, attributes in page.elements] == [set(attributes) for _, attributes in tame.elements]
    assert page.text.casefold().count(attack.casefold()) == tame.text.count("§") > 10


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>&\"'{}%#/=- ax\n"), max_size=30).map(lambda text: f"a{text}"))
def test_no_mixture_of_markup_gets_out(text: str) -> None:
    page = _Page(render(hostile(text), ReportOptions()))
    tame = _Page(render(hostile("§"), ReportOptions()))
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in tame.elements]


def test_it_needs_nothing_else() -> None:
    source = render(mixed(), ReportOptions())
    page = _Page(source)
    assert not _tags(page) & {"script", "link", "img", "iframe", "object", "form"}
    assert not page.attributes("src")
    assert all(href.startswith("#") for href in page.attributes("href"))
    assert not re.search(r"url\(|@import|https?:", source)
    assert any("default-src 'none'" in content for content in page.attributes("content"))


def test_it_can_be_walked_without_eyes() -> None:
    page = _Page(render(mixed(), ReportOptions()))
    assert page.elements[0] == ("html", {"lang": "en"})
    assert {"title", "header", "main", "footer", "h1", "h2", "table"} <= _tags(page)
    assert page.attributes("scope") == ["col", "col"]
    identifiers = page.attributes("id")
    assert len(identifiers) == len(set(identifiers))
    assert {href[1:] for href in page.attributes("href")} <= set(identifiers)
    assert set(page.attributes("aria-labelledby")) <= set(identifiers)


def test_every_mark_has_a_glyph_and_a_word_besides_its_colour() -> None:
    page = _Page(render(mixed(), ReportOptions()))
    shown = {Mark.CONTRADICTING, Mark.CHANGED, Mark.ADDED, Mark.REMOVED, Mark.MOVED}
    assert {mark.word for mark in shown} == set(page.attributes("aria-label")) - {"Summary"}
    assert all(page.text.count(mark.glyph) >= 3 for mark in shown)  # chip, list, side by side


def test_colours_follow_the_screen_and_paper_stays_light() -> None:
    source = render(mixed(), ReportOptions())
    assert "@media screen and (prefers-color-scheme: dark)" in source
    used = set(re.findall(r"var\((--[a-z-]+)\)", source))
    defined = set(re.findall(r"(--[a-z-]+):", source))
    assert used <= defined


def test_a_text_beside_itself_has_no_difference() -> None:
    page = _Page(render(same(), ReportOptions()))
    assert "None: nothing was added, removed or changed." in page.text
    assert not [value for value in page.attributes("class") if value.startswith("claim")]


def _cell(cell: Cell) -> str:
    return cell.aside or " ".join("".join(piece.text for piece in claim.pieces) for claim in cell.claims)


def test_rows_keep_paragraphs_together_and_lose_nothing() -> None:
    rows = [(_cell(row.left), _cell(row.right)) for row in page_rows(mixed(), items_of(mixed()))]
    assert rows == [
        ("The mill burns", "The mill burns"),
        ("By Ann Hale", ""),
        ("Twelve people were hurt. The roof fell in.", "Nine people were hurt. The old roof fell in."),
        ("The mill was built of oak.", "The mill was built of oak."),
        ("Firemen came at dawn. A dog was saved.", "Firemen came at dawn."),
        ("", "The owner was abroad."),
        ("", "Share this"),
    ]


def test_a_paragraph_without_a_claim_is_shown() -> None:
    side = document((BlockKind.PARAGRAPH, ("Nothing happened.",)), name="one.txt")
    stars = replace(side, text=f"{side.text}* * *", blocks=(side.blocks[0], Block(BlockKind.PARAGRAPH, Span(19, 24))))
    comparison = Comparison(stars, stars, same().links, (), ())
    assert [_cell(row.left) for row in page_rows(comparison, items_of(comparison))] == ["Nothing happened.", "* * *"]


def test_rows_without_a_difference_can_be_left_out() -> None:
    rows = page_rows(mixed(), items_of(mixed()), differences_only=True)
    assert [row.left.kind for row in rows] == [BlockKind.PARAGRAPH] * 4
    assert all(row.is_difference for row in rows)


def test_what_a_document_says_is_clipped_to_its_cell() -> None:
    """Hundreds of accents on one letter would be drawn over the differences above it."""
    assert "dd, td { overflow: clip;" in render(mixed(), ReportOptions())
