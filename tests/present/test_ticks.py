"""A bar beside the text shows where what is listed begins."""

from __future__ import annotations

from compare_app.core.comparison import Comparison
from compare_app.core.document import Side
from compare_app.core.links import Link, Relation
from compare_app.core.records import replace
from compare_app.core.review import Review
from compare_app.present.listing import Listing
from compare_app.present.marks import Mark
from compare_app.present.prepared import Prepared, prepare
from compare_app.present.revised import revised
from compare_app.present.ticks import ColumnTicks, Ticks
from tests.report.comparisons import mixed


def with_a_rewording() -> Comparison:
    """`mixed`, but its last link is pure rewording."""
    comparison = mixed()
    return replace(comparison, links=(*comparison.links[:-1], Link((4,), (4,), Relation.REWORDED, 0.9)))


def ticks(prepared: Prepared, side: Side, listing: Listing) -> Ticks:
    return prepared.tick_maker.ticks(side, prepared.items, listing)


def test_every_mark_but_rewording_has_ticks_where_its_claims_begin() -> None:
    prepared = prepare(with_a_rewording(), Review())
    assert Mark.REWORDED in prepared.listing.marks
    begin = [claim.span.start for claim in prepared.comparison.left.claims]
    assert ticks(prepared, Side.LEFT, prepared.listing) == {
        Mark.CONTRADICTING: [begin[1]],
        Mark.CHANGED: [begin[2]],
        Mark.ADDED: [],
        Mark.REMOVED: [begin[5]],
        Mark.MOVED: [begin[3]],
    }


def test_what_is_not_listed_any_more_has_no_ticks_and_what_stayed_keeps_its_own() -> None:
    prepared = prepare(mixed(), Review())
    whole = ticks(prepared, Side.RIGHT, prepared.listing)
    fewer = prepared.listing.only(lambda mark, numbers: () if mark is Mark.CHANGED else numbers)
    left = ticks(prepared, Side.RIGHT, fewer)
    assert left == {mark: starts for mark, starts in whole.items() if mark is not Mark.CHANGED}
    assert left[Mark.MOVED] is whole[Mark.MOVED]  # the same object means the same ticks
    other = prepared.listing.only(lambda mark, numbers: prepared.listing.under(Mark.CHANGED))
    assert ticks(prepared, Side.RIGHT, other)[Mark.MOVED] == whole[Mark.CHANGED]


def test_one_text_made_of_two_has_ticks_of_its_own() -> None:
    prepared = prepare(with_a_rewording(), Review())
    column = revised(prepared.comparison, prepared.items)
    found = ColumnTicks(column).ticks(prepared.listing)
    assert set(found) == set(prepared.listing.marks) - {Mark.REWORDED}
    for mark, starts in found.items():
        claims = [claim for number in prepared.listing.under(mark) for claim in column.claims[number]]
        assert starts == sorted(column.document.claims[claim].span.start for claim in claims)
