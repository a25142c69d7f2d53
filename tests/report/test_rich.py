"""Marked text for clipboard and paper: every mark is told with and without styles, and no text becomes markup."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from compare_app.core.document import Side
from compare_app.core.review import Decision, Review, finding_key
from compare_app.core.spans import Span
from compare_app.present.highlights import highlights
from compare_app.present.items import items_of
from compare_app.present.marks import Mark
from compare_app.report.letter import copied_item
from compare_app.report.paper import paper_page
from compare_app.report.pieces import Piece
from compare_app.report.rich import Copied, copied_text, plain_pieces, rich_pieces
from tests.report.comparisons import mixed


class _Text(HTMLParser):
    """Collects the text of a page, a paragraph a line, and checks that what was opened is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.text += "\n" * (tag in ("p", "td"))

    def handle_data(self, data: str) -> None:
        self.text += data


def copied(side: Side, span: Span | None = None) -> Copied:
    comparison = mixed()
    document = comparison.document(side)
    marked = highlights(comparison, items_of(comparison), side)
    return copied_text(document, span or Span(0, len(document.text)), marked)


@pytest.mark.parametrize(
    ("pieces", "mark", "plain", "rich"),
    [
        ((Piece("cost "), Piece("£4", Mark.CONTRADICTING)), Mark.CONTRADICTING, "cost [⚠ £4]", "<b "),
        ((Piece("an "), Piece("old", Mark.CHANGED), Piece(" roof")), Mark.CHANGED, "an [~ old] roof", "underline"),
        ((Piece("Gone."),), Mark.REMOVED, "[− Gone.]", "line-through"),
        ((Piece("New."),), Mark.ADDED, "[+ New.]", "underline"),
        ((Piece("said", Mark.REWORDED), Piece(" so")), Mark.REWORDED, "said so", "said so"),
        ((Piece("as before"),), Mark.SAME, "as before", "as before"),
    ],
)
def test_each_mark_has_a_sign_and_a_style(pieces: tuple[Piece, ...], mark: Mark, plain: str, rich: str) -> None:
    assert plain_pieces(pieces, mark) == plain
    assert rich in rich_pieces(pieces, mark)


def test_what_is_copied_is_the_text_with_its_signs() -> None:
    comparison = mixed()
    assert "[⚠ Twelve] people were hurt." in copied(Side.LEFT).plain
    assert "[+ The owner was abroad.]" in copied(Side.RIGHT).plain
    for side in Side:
        html = _Text(copied(side).html)
        assert html.open == []
        assert html.text.split() == comparison.document(side).text.split()


def test_a_part_of_a_claim_is_copied_with_the_marks_in_it() -> None:
    text = mixed().left.text
    start = text.index("people")
    assert copied(Side.LEFT, Span(start, start + 6)).plain == "people"
    assert copied(Side.LEFT, Span(start - 4, start + 6)).plain == "[⚠ lve] people"


def test_text_of_a_document_cannot_become_markup() -> None:
    assert rich_pieces((Piece("<script>&"),), Mark.ADDED).count("<script") == 0
    assert "&lt;script&gt;&amp;" in rich_pieces((Piece("<script>&"),), Mark.SAME)


def test_a_difference_is_told_as_a_letter_would() -> None:
    comparison = mixed()
    item = next(item for item in items_of(comparison) if item.mark is Mark.CONTRADICTING)
    letter = copied_item(comparison, item, Review())
    assert letter.plain.splitlines()[:2] == [
        "⚠ The two figures cannot both be true",
        "Twelve on the left, nine on the right: people hurt.",
    ]
    assert "Left, left.txt:\n“[⚠ Twelve] people were hurt.”" in letter.plain
    assert "Right, right.html:\n“[⚠ Nine] people were hurt.”" in letter.plain
    lone = next(item for item in items_of(comparison) if item.mark is Mark.ADDED)
    assert "Left" not in copied_item(comparison, lone, Review()).plain


def test_a_claim_has_a_paragraph_of_its_own_that_may_run_from_the_right() -> None:
    comparison = mixed()
    item = next(item for item in items_of(comparison) if item.mark is Mark.CONTRADICTING)
    html = copied_item(comparison, item, Review()).html
    assert html.count('<p dir="auto"') == 2
    assert 'Left, left.txt:</p><p dir="auto"' in html


def test_a_letter_says_what_a_person_decided_and_noted() -> None:
    comparison = mixed()
    item = next(item for item in items_of(comparison) if item.mark is Mark.CONTRADICTING)
    key = finding_key(comparison, item.link, item.findings[0]) if item.link else ""
    about = comparison.indexes.subject(item.left, item.right)
    review = Review().decided(key, Decision.CONFIRMED).noted(key, "Ask <the police>.").noted(about, "Page 1.")
    now = next(one for one in items_of(comparison, review) if (one.left, one.right) == (item.left, item.right))
    letter = copied_item(comparison, now, review)
    said = ["Confirmed by the reviewer", "Note: Page 1.", "Note: Ask <the police>."]
    assert letter.plain.splitlines()[2:5] == said
    assert all(line in _Text(letter.html).text for line in said)


def test_paper_holds_every_difference_and_both_texts() -> None:
    comparison = mixed()
    page = _Text(paper_page(comparison, Review()))
    assert page.open == []
    for item in items_of(comparison):
        for side in Side:
            for claim in item.claims(side):
                told = page.text.count(comparison.document(side).claims[claim].text)
                assert told >= (2 if item.is_marked else 1)
