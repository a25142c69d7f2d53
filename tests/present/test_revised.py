"""One text made of two: what is not struck is the right, what is not inserted is the left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_app import compare, read_document
from compare_app.app.documents import Document
from compare_app.core.comparison import Comparison
from compare_app.core.document import BlockKind
from compare_app.core.resources import resource_path
from compare_app.core.spans import Span
from compare_app.present.highlights import Weight
from compare_app.present.items import items_of
from compare_app.present.marks import Mark
from compare_app.present.revised import Revised, revised
from compare_app.present.revision_copy import revision_html, revision_text
from compare_app.present.themes import theme_colours
from tests.report.comparisons import doubtful, mixed, same

SAMPLES = resource_path("samples", "swing-bridge")


def of_texts(left: str, right: str) -> Comparison:
    return compare(Document.from_text(left, language="en"), Document.from_text(right, language="en"))


PAIRS = {
    "samples": compare(read_document(SAMPLES / "first-draft.txt"), read_document(SAMPLES / "second-draft.html")),
    "mixed": mixed(),
    "doubtful": doubtful(),
    "same": same(),
    "split": of_texts(
        "It rained on Monday and the river rose by two metres in the night.",
        "It rained on Monday. The river rose by two metres in the night.",
    ),
    "nothing left": of_texts("One claim stood here.\n\nAnother one, too.", "Quite different words are here now."),
}


def made(name: str) -> Revised:
    return revised(PAIRS[name], items_of(PAIRS[name]))


def without_white_space(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", PAIRS)
def test_without_what_is_struck_and_the_notes_it_is_the_right_text(name: str) -> None:
    one, right = made(name), PAIRS[name].right
    notes = [mark.span for mark in one.marks if mark.mark is Mark.MOVED and mark.weight is Weight.WORDS]
    gone = [*notes, *(mark.span for mark in one.marks if mark.mark is Mark.REMOVED)]
    kept = (char for offset, char in enumerate(one.document.text) if not any(span.contains(offset) for span in gone))
    assert without_white_space("".join(kept)) == without_white_space(
        "".join(block.span.of(right.text) for block in right.blocks)
    )


@pytest.mark.parametrize("name", PAIRS)
def test_every_claim_of_the_left_is_there_struck_or_changed(name: str) -> None:
    one, comparison = made(name), PAIRS[name]
    items = items_of(comparison)
    shown = set(one.items)
    assert shown == {number for number, item in enumerate(items) if not item.elsewhere}
    for claim in comparison.removed:
        assert comparison.left.claims[claim].text.replace("\n", " ") in one.document.text


@pytest.mark.parametrize("name", PAIRS)
def test_it_is_a_document_whose_claims_are_their_words(name: str) -> None:
    document = made(name).document
    assert all(claim.span.of(document.text) == claim.text for claim in document.claims)
    assert all(document.blocks[claim.block].span.covers(claim.span) for claim in document.claims)
    spans = [mark.span for mark in made(name).marks if mark.weight is Weight.WORDS]
    assert spans == sorted(spans)


def test_words_that_went_stand_struck_before_those_that_came() -> None:
    one = made("mixed")
    assert "Twelve Nine people were hurt." in one.document.text
    words = [(mark.span.of(one.document.text), mark.mark) for mark in one.marks if mark.weight is Weight.WORDS]
    assert words[:3] == [
        ("[moved here from behind “The roof fell in.”]", Mark.MOVED),
        ("Twelve", Mark.REMOVED),
        ("Nine", Mark.ADDED),
    ]
    (fact,) = [mark for mark in one.marks if mark.weight is Weight.FACT]
    assert (fact.span.of(one.document.text), fact.mark) == ("Nine", Mark.CONTRADICTING)


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("It is to cost £3.2 million.", "It is to cost £3.2m.", "£3.2 million £3.2m."),
        ("It is to cost £3.2 million.", "It is to cost £3.5 million.", "cost £3.2 £3.5 million."),
        ("He lost 610,000 votes.", "He lost 610,500 votes.", "lost 610,000 610,500 votes."),
        ("He came in May 2.", "He came in May 3.", "in May 2 3."),
    ],
)
def test_a_figure_is_struck_whole(left: str, right: str, shown: str) -> None:
    comparison = of_texts(left, right)
    assert shown in revised(comparison, items_of(comparison)).document.text


WORDS = st.lists(st.sampled_from(["4", "a", "ab", "£", " ", "b6", ".", ","]), max_size=12)


@given(WORDS, WORDS)
def test_any_two_texts_can_be_made_one(left: list[str], right: list[str]) -> None:
    comparison = of_texts("It cost " + "".join(left) + " in May.", "It cost " + "".join(right) + " in May.")
    one = revised(comparison, items_of(comparison))
    gone = [mark.span for mark in one.marks if mark.mark is Mark.REMOVED or mark.span.of(one.document.text)[0] == "["]
    kept = (char for offset, char in enumerate(one.document.text) if not any(span.contains(offset) for span in gone))
    assert without_white_space("".join(kept)) == without_white_space(comparison.right.text)


def test_what_was_struck_stands_where_it_stood_and_a_paragraph_stays_one() -> None:
    one = made("mixed")
    assert "Firemen came at dawn. A dog was saved." in one.document.text  # in its paragraph
    gone = revised(
        *(lambda c: (c, items_of(c)))(of_texts("# A\n\nOne stays.\n\nTwo goes. So does three.", "One stays."))
    )
    paragraphs = [block.span.of(gone.document.text) for block in gone.document.blocks]
    assert paragraphs[-1] == "Two goes. So does three."


def test_it_is_copied_with_its_marks() -> None:
    one = made("mixed")
    whole = Span(0, len(one.document.text))
    html = revision_html(one, whole, theme_colours("light"))
    assert "<h1>The mill burns</h1>" in html
    assert '<del style="color: #96450A">Twelve</del> <ins style="color: #0B5CAD"><b' in html
    text = revision_text(one, whole)
    assert "[-Twelve-] {+Nine+} people were hurt. The {+old+} roof fell in." in text
    assert "[-A dog was saved.-]" in text
    start = one.document.text.index("people were")
    assert revision_text(one, Span(start, start + 11)) == "people were"
    assert one.document.blocks[0].kind is BlockKind.TITLE


def test_markup_in_a_text_stays_text() -> None:
    comparison = of_texts("He wrote <b>no</b> & left.", "He wrote <b>yes</b> & left.")
    one = revised(comparison, items_of(comparison))
    html = revision_html(one, Span(0, len(one.document.text)), theme_colours("light"))
    assert "&lt;b&gt;" in html
    assert "<b>" not in html
