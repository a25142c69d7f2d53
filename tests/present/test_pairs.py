"""The order of a table's rows."""

from __future__ import annotations

from compare_app.core.review import Review
from compare_app.present.items import items_of
from compare_app.present.marks import Mark
from compare_app.present.pairs import Column, in_order, pair_kind, pair_similarity, pair_why
from tests.report.comparisons import mixed

COMPARISON = mixed()
ITEMS = items_of(COMPARISON)
ALL = range(len(ITEMS))


def test_each_column_orders_by_what_it_shows() -> None:
    by_kind = [ITEMS[number].mark for number in in_order(ITEMS, ALL, Column.KIND, descending=False)]
    assert by_kind == sorted(by_kind, key=lambda mark: mark.gravity)
    by_right = [ITEMS[number].right for number in in_order(ITEMS, ALL, Column.RIGHT, descending=False)]
    assert by_right == [*sorted(claims for claims in by_right if claims), ()]
    alike = [ITEMS[number].link for number in in_order(ITEMS, ALL, Column.SIMILARITY, descending=True)]
    assert [link.similarity for link in alike if link] == [1.0, 1.0, 1.0, 0.8, 0.8]
    assert alike[-2:] == [None, None]


def test_the_other_way_round_is_the_same_the_other_way_round() -> None:
    for column in (Column.LEFT, Column.RIGHT):
        there, back = (in_order(ITEMS, ALL, column, descending=descending) for descending in (False, True))
        side = "left" if column is Column.LEFT else "right"
        has = [number for number in there if getattr(ITEMS[number], side)]
        assert [number for number in back if getattr(ITEMS[number], side)] == has[::-1]


def test_a_row_says_its_kind_how_alike_it_is_and_why() -> None:
    contradicting = next(item for item in ITEMS if item.mark is Mark.CONTRADICTING)
    assert (pair_kind(contradicting), pair_similarity(contradicting)) == ("⚠ Number", "80%")
    assert "people hurt" in pair_why(COMPARISON, contradicting, Review())
    same = next(item for item in ITEMS if item.mark is Mark.SAME)
    assert (pair_kind(same), pair_why(COMPARISON, same, Review())) == ("= The same", "")
    added = next(item for item in ITEMS if item.mark is Mark.ADDED)
    assert pair_similarity(added) == ""
