"""How what no link joins is counted, listed, marked and explained; and what a review leaves of it."""

from __future__ import annotations

import pytest

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.records import replace
from compare_app.core.review import Decision, Review, elsewhere_key, finding_key
from compare_app.present.cards import cards_of, open_cards
from compare_app.present.highlights import Weight, highlights
from compare_app.present.items import Item, items_of
from compare_app.present.marks import Mark
from compare_app.present.rows import difference_rows
from compare_app.present.summary import differs, summarise, summary_notes
from tests.report.comparisons import doubtful, mixed

ACROSS, WITHIN = 0, 1  # in doubtful()


def elsewhere(items: tuple[Item, ...]) -> list[Item]:
    return [item for item in items if item.elsewhere]


def test_it_stands_where_its_first_end_is_read_and_counts_as_possible() -> None:
    items = items_of(doubtful())
    assert [(item.left, item.right) for item in elsewhere(items)] == [((0,), (2,)), ((1, 2), ())]
    assert [item.mark for item in items if 0 in item.left] == [Mark.REMOVED, Mark.POSSIBLE]
    assert summarise(items).sentence == "0 contradicting · 2 possible · 2 added · 2 removed · 1 the same"


def test_every_claim_still_has_one_item_of_its_own() -> None:
    items = [item for item in items_of(doubtful()) if not item.elsewhere]
    for side, count in ((Side.LEFT, 3), (Side.RIGHT, 3)):
        assert sorted(claim for item in items for claim in item.claims(side)) == list(range(count))


def beside_itself() -> Comparison:
    """The left of doubtful(), which contradicts itself, beside itself."""
    whole = doubtful()
    (within,) = [found for found in whole.elsewhere if found.is_within]
    ends = [replace(place, side=Side.RIGHT) for place in within.places]
    links = tuple(replace(whole.links[0], left=(claim,), right=(claim,)) for claim in range(3))
    twin = replace(within, first=ends[0], second=ends[1])
    return replace(whole, right=whole.left, links=links, lone_left=(), lone_right=(), elsewhere=(within, twin))


def test_a_text_beside_itself_may_contradict_itself_and_yet_not_differ() -> None:
    items = items_of(beside_itself())
    (item,) = elsewhere(items)
    assert (item.left, item.right) == ((1, 2), (1, 2))
    assert cards_of(beside_itself(), item)[0].title == "Both texts may contradict themselves"
    summary = summarise(items)
    assert not summary.has_differences
    assert summary.has_marks
    assert summary_notes(items) == ("The two texts do not differ: what is marked lies inside each of them.",)


def test_the_row_shows_both_ends() -> None:
    rows = [row for row in difference_rows(doubtful(), items_of(doubtful())) if row.entry.elsewhere]
    assert [(row.label, row.left, row.right) for row in rows] == [
        ("Number elsewhere", "Twelve dead in mill fire", "Thirteen people were killed."),
        ("Date twice", "…mill was built in 1887.", "Also left: Built in 1889, it was the first of its kind."),
    ]


def test_both_ends_are_marked() -> None:
    items = items_of(doubtful())
    for side, words in ((Side.LEFT, ["Twelve", "1887", "1889"]), (Side.RIGHT, ["Thirteen"])):
        text = doubtful().document(side).text
        facts = [high for high in highlights(doubtful(), items, side) if high.weight is Weight.FACT]
        assert [high.span.of(text) for high in facts] == words
        assert {high.mark for high in facts} == {Mark.POSSIBLE}


@pytest.mark.parametrize(
    ("place", "title", "labels"),
    [
        (ACROSS, "Possible conflict, elsewhere in the other text", ["Left", "Right", "Rule"]),
        (WITHIN, "The left may contradict itself", ["First", "Then", "Rule"]),
    ],
)
def test_the_card_says_where(place: int, title: str, labels: list[str]) -> None:
    (card,) = cards_of(doubtful(), elsewhere(items_of(doubtful()))[place])
    assert (card.title, [label for label, _ in card.facts]) == (title, labels)
    assert card.is_within is (place == WITHIN)


@pytest.mark.parametrize("kept", ["links", "lone_left", "lone_right", "elsewhere"])
def test_whether_documents_differ_is_told_as_the_summary_tells_it(kept: str) -> None:
    parts = ("links", "lone_left", "lone_right", "elsewhere")
    for comparison in (doubtful(), beside_itself()):
        for alone in (comparison, replace(comparison, **{part: () for part in parts if part != kept})):
            assert differs(alone) is summarise(items_of(alone)).has_differences


def review_of(comparison: Comparison, decision: Decision) -> Review:
    """`decision` on everything found."""
    review = Review()
    for link in comparison.links:
        for finding in link.findings:
            review = review.decided(finding_key(comparison, link, finding), decision)
    for found in comparison.elsewhere:
        review = review.decided(elsewhere_key(comparison, found), decision)
    return review


def test_what_is_dismissed_neither_counts_nor_marks() -> None:
    items = items_of(doubtful(), review_of(doubtful(), Decision.DISMISSED))
    summary = summarise(items)
    assert (summary.count(Mark.POSSIBLE), summary.count(Mark.DISMISSED)) == (0, 2)
    assert {high.mark for high in highlights(doubtful(), items, Side.RIGHT)} == {Mark.ADDED, Mark.DISMISSED}
    assert summary_notes(items) == ("2 findings were dismissed by the reviewer and left out.",)
    assert all(
        open_cards(doubtful(), item, review_of(doubtful(), Decision.DISMISSED)) == () for item in elsewhere(items)
    )


def test_a_link_whose_finding_is_dismissed_has_changed_words() -> None:
    review = review_of(mixed(), Decision.DISMISSED)
    item = next(item for item in items_of(mixed(), review) if item.dismissed)
    assert item.mark is Mark.CHANGED
    assert item.has_mark(Mark.DISMISSED)
    assert item.findings == ()
    first, last = cards_of(mixed(), item, review)
    assert (first.title, first.key) == ("The words differ", "")
    assert (last.mark, last.decision) == (Mark.DISMISSED, Decision.DISMISSED)
    assert open_cards(mixed(), item, review) == (first,)


def test_what_is_confirmed_says_so_and_keeps_its_mark() -> None:
    review = review_of(mixed(), Decision.CONFIRMED)
    assert items_of(mixed(), review) == items_of(mixed())
    item = next(item for item in items_of(mixed()) if item.findings)
    assert ("Review", "Confirmed by the reviewer") in cards_of(mixed(), item, review)[0].facts
