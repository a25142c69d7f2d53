"""What a reader can point at, in which order, and how it is counted."""

from __future__ import annotations

import pytest

from compare_app.app.documents import Document
from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.findings import Finding, Verdict
from compare_app.core.links import Edit, EditKind, Link, Lone, Relation
from compare_app.core.records import replace
from compare_app.core.spans import Span
from compare_app.present.cards import cards_of
from compare_app.present.highlights import Weight, highlights
from compare_app.present.items import Item, items_of
from compare_app.present.marks import Mark
from compare_app.present.rows import difference_rows
from compare_app.present.summary import summarise

LEFT = Document.from_claims(["Title", "It cost £4 million.", "Gone.", "It will open.", "Old tale."], language="en")
RIGHT = Document.from_claims(["Title", "Old tale.", "It cost £6 million.", "New.", "It may open."], language="en")


def span_of(document: Document, claim: int, words: str) -> Span:
    start = document.claims[claim].span.start + document.claims[claim].text.index(words)
    return Span(start, start + len(words))


AMOUNT = (span_of(LEFT, 1, "£4 million"), span_of(RIGHT, 2, "£6 million"))
FIRMNESS = (span_of(LEFT, 3, "will"), span_of(RIGHT, 4, "may"))
COMPARISON = Comparison(
    left=LEFT,
    right=RIGHT,
    links=(
        Link((0,), (0,), Relation.SAME, 1.0),
        Link(
            (1,),
            (2,),
            Relation.CONTRADICTS,
            0.8,
            edits=(Edit(EditKind.REPLACE, span_of(LEFT, 1, "£4"), span_of(RIGHT, 2, "£6")),),
            findings=(
                Finding("number", Verdict.CONFLICT, *AMOUNT, "£4 million on the left, £6 million on the right."),
            ),
        ),
        Link(
            (3,),
            (4,),
            Relation.CHANGED,
            0.9,
            edits=(Edit(EditKind.REPLACE, *FIRMNESS),),
            findings=(Finding("modality", Verdict.SHIFT, *FIRMNESS, "Firmer on the left."),),
        ),
        Link((4,), (1,), Relation.SAME, 1.0, moved=True),
    ),
    lone_left=(Lone(2, 3, 0.25),),
    lone_right=(Lone(3),),
)
ITEMS = items_of(COMPARISON)


def test_reading_order_puts_an_added_claim_behind_what_precedes_it() -> None:
    marks = [Mark.SAME, Mark.CONTRADICTING, Mark.ADDED, Mark.REMOVED, Mark.SHIFTED, Mark.MOVED]
    assert [item.mark for item in ITEMS] == marks


def test_the_summary_leaves_out_what_is_not_there() -> None:
    summary = summarise(ITEMS)
    assert summary.sentence == "1 contradicting · 1 shifted · 1 added · 1 removed · 1 moved · 1 the same"
    assert summary.has_differences


def test_the_summary_tells_that_nothing_contradicts() -> None:
    assert summarise(ITEMS[:1]).sentence == "0 contradicting · 1 the same"
    assert summarise(()).sentence == "Nothing to compare"


def test_rows_are_gravest_first() -> None:
    rows = difference_rows(COMPARISON, ITEMS)
    assert [row.label for row in rows] == ["Number", "Firmness", "Only right", "Only left", "Moved"]
    assert rows[0].why == "£4 million on the left, £6 million on the right."


def test_a_claim_without_an_end_is_cut_to_what_a_line_can_show() -> None:
    endless = Document.from_claims(["word " * 100_000], language="en")
    comparison = replace(COMPARISON, left=endless)
    (row,) = difference_rows(comparison, (Item(Mark.REMOVED, (0,), (), lone=Lone(0)),))
    assert row.left.startswith("word word")
    assert row.left.endswith("…")
    assert len(row.left) <= 400
    assert row.right == ""


def row_between(left: str, right: str, words: tuple[str, str]) -> tuple[str, str]:
    """What a row shows of two long claims that differ in `words`."""
    sides = Document.from_claims(["Title", left], language="en"), Document.from_claims(["Title", right], language="en")
    spans = [span_of(side, 1, word) for side, word in zip(sides, words, strict=True)]
    link = Link((1,), (1,), Relation.CHANGED, 0.9, edits=(Edit(EditKind.REPLACE, *spans),))
    comparison = Comparison(*sides, links=(link,), lone_left=(), lone_right=())
    (row,) = difference_rows(comparison, (Item(Mark.CHANGED, (1,), (1,), link=link),))
    return row.left, row.right


def test_a_row_begins_shortly_before_what_differs() -> None:
    long = "The fire that broke out in the boiler house shortly before dawn on 14 May was put out at noon."
    assert row_between(long, long.replace("14", "16"), ("14", "16")) == (
        "…before dawn on 14 May was put out at noon.",
        "…before dawn on 16 May was put out at noon.",
    )
    assert row_between("It fell.", "It rose.", ("fell", "rose")) == ("It fell.", "It rose.")
    chinese = "警方周二表示" * 10 + "十二人死亡。"
    assert row_between(chinese, chinese.replace("二人", "三人"), ("十二", "十三"))[1].endswith("十三人死亡。")


def test_a_row_says_why_of_the_finding_it_is_labelled_by() -> None:
    firmness, doubt = COMPARISON.links[2].findings[0], Finding("date", Verdict.POSSIBLE, *FIRMNESS, "Other days.")
    link = replace(COMPARISON.links[2], findings=(firmness, doubt))
    (row,) = difference_rows(COMPARISON, (Item(Mark.SHIFTED, (3,), (4,), link=link),))
    assert (row.label, row.why) == ("Date", "Other days.")


def test_words_under_a_finding_are_marked_once() -> None:
    marks = highlights(COMPARISON, ITEMS, Side.LEFT)
    inside = [mark for mark in marks if mark.item == 1 and mark.weight is not Weight.CLAIM]
    assert [(mark.span, mark.mark, mark.weight) for mark in inside] == [(AMOUNT[0], Mark.CONTRADICTING, Weight.FACT)]


def test_what_is_the_same_is_not_marked() -> None:
    assert all(mark.item != 0 for side in Side for mark in highlights(COMPARISON, ITEMS, side))


def test_a_lone_claim_names_the_nearest_of_the_other_side() -> None:
    (card,) = cards_of(COMPARISON, ITEMS[3])
    assert card.title == "Only in the left"
    assert "25% alike" in card.sentence
    assert dict(card.facts)["Nearest"] == "“New.”"
    (other,) = cards_of(COMPARISON, ITEMS[2])
    assert other.facts == ()


def test_every_item_has_a_card_with_a_sentence() -> None:
    for item in ITEMS:
        for card in cards_of(COMPARISON, item):
            assert card.sentence.endswith(".")


INSIDE, NOWHERE = Span(7, 11), Span(7, 7)


@pytest.mark.parametrize(
    ("edits", "title"),
    [
        ((Edit(EditKind.INSERT, NOWHERE, INSIDE),), "A detail was added"),
        ((Edit(EditKind.DELETE, INSIDE, NOWHERE), Edit(EditKind.FORM, INSIDE, INSIDE)), "A detail was left out"),
        ((Edit(EditKind.REPLACE, INSIDE, INSIDE),), "The words differ"),
        ((Edit(EditKind.INSERT, NOWHERE, INSIDE), Edit(EditKind.DELETE, INSIDE, NOWHERE)), "The words differ"),
        ((), "The words differ"),
    ],
)
def test_a_change_is_called_what_it_is(edits: tuple[Edit, ...], title: str) -> None:
    link = Link((1,), (2,), Relation.CHANGED, 0.8, edits=edits)
    assert cards_of(COMPARISON, Item(Mark.CHANGED, (1,), (2,), link=link))[0].title == title


@pytest.mark.parametrize("mark", [Mark.CHANGED, Mark.REWORDED])
@pytest.mark.parametrize(("similarity", "is_doubtful"), [(0.3, True), (0.8, False)])
def test_claims_with_few_words_in_common_are_not_said_to_say_the_same(
    mark: Mark, similarity: float, *, is_doubtful: bool
) -> None:
    relation = Relation.CHANGED if mark is Mark.CHANGED else Relation.REWORDED
    card = cards_of(COMPARISON, Item(mark, (1,), (2,), link=Link((1,), (2,), relation, similarity)))[0]
    assert ("for you to judge" in card.sentence) is is_doubtful
