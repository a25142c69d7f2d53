"""An excerpt shows what its claims say, with the marks the documents have there."""

from __future__ import annotations

import pytest

from compare_app import compare, read_document
from compare_app.app.documents import Document
from compare_app.core.document import Side
from compare_app.core.resources import resource_path
from compare_app.present.excerpts import excerpts_of
from compare_app.present.highlights import Weight, item_highlights
from compare_app.present.items import items_of
from tests.report.comparisons import doubtful, mixed

SAMPLES = resource_path("samples", "swing-bridge")
PAIRS = {
    "samples": compare(read_document(SAMPLES / "first-draft.txt"), read_document(SAMPLES / "second-draft.html")),
    "mixed": mixed(),
    "doubtful": doubtful(),
}


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("context", [0, 2])
def test_every_mark_of_a_excerpt_lies_on_the_words_it_marks_in_the_document(name: str, context: int) -> None:
    comparison = PAIRS[name]
    for number, item in enumerate(items_of(comparison)):
        for side, excerpt in zip(Side, excerpts_of(comparison, item, number, context=context), strict=True):
            if item.elsewhere:
                continue  # both places may lie on one side
            text = comparison.document(side).text
            there = [
                (h.span.of(text).replace("\n", " "), h.mark) for h in item_highlights(comparison, item, number, side)
            ]
            assert [(mark.span.of(excerpt.text), mark.mark) for mark in excerpt.marks] == there
            claims = [comparison.document(side).claims[claim].text.replace("\n", " ") for claim in item.claims(side)]
            assert all(claim in excerpt.own.of(excerpt.text) for claim in claims)
            assert (not excerpt.text) == (not claims)


def test_the_context_is_that_of_the_paragraph_and_is_not_marked() -> None:
    left = Document.from_text(
        "A first word.\n\nIt rained. Repairs cost £4 million. All is well.\n\nThe end.", language="en"
    )
    right = Document.from_text("Something else.\n\nIt rained. Repairs cost £6 million. All is well.", language="en")
    comparison = compare(left, right)
    items = items_of(comparison)
    number = next(n for n, item in enumerate(items) if item.findings)
    excerpt, _ = excerpts_of(comparison, items[number], number, context=1)
    assert excerpt.text == "It rained. Repairs cost £4 million. All is well."
    assert excerpt.own.of(excerpt.text) == "Repairs cost £4 million."
    assert [mark.span.of(excerpt.text) for mark in excerpt.marks if mark.weight is Weight.FACT] == ["£4 million"]


def test_where_a_text_has_no_spaces_between_sentences_a_excerpt_has_none() -> None:
    text = "维修费用为420万英镑。事故中没有人受伤。工程将于五月开始。"
    left, right = (Document.from_text(one, language="zh") for one in (text, text.replace("420", "680")))
    comparison = compare(left, right)
    items = items_of(comparison)
    excerpt, _ = excerpts_of(comparison, items[1], 1, context=1)
    assert excerpt.text == text
    assert excerpt.own.of(excerpt.text) == "事故中没有人受伤。"


def test_what_contradicts_itself_shows_one_place_on_each_side() -> None:
    comparison = doubtful()
    items = items_of(comparison)
    number = next(n for n, item in enumerate(items) if item.elsewhere and item.elsewhere[0].is_within)
    first, second = excerpts_of(comparison, items[number], number)
    found = items[number].elsewhere[0]
    text = comparison.document(found.first.side).text
    for place, excerpt in zip(found.places, (first, second), strict=True):
        assert place.span.of(text) in [mark.span.of(excerpt.text) for mark in excerpt.marks]


def test_a_excerpt_without_end_is_cut_and_says_so() -> None:
    long = "word " * 3_000 + "end."
    comparison = compare(Document.from_text(long, language="en"), Document.from_text("Other.", language="en"))
    items = items_of(comparison)
    number = next(n for n, item in enumerate(items) if item.left)
    excerpt, _ = excerpts_of(comparison, items[number], number)
    assert len(excerpt.text) == 4_000
    assert excerpt.text.endswith("…")
    assert all(mark.span.end <= len(excerpt.text) for mark in excerpt.marks)
