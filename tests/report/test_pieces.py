"""Pieces are a claim cut up, never more and never less."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare_app.core.spans import Span
from compare_app.present.highlights import Highlight, Weight
from compare_app.present.marks import Mark
from compare_app.report.pieces import Piece, by_item, pieces_of

_TEXT = "The mill burned down on Monday night."
_SPANS = st.tuples(st.integers(0, len(_TEXT)), st.integers(0, len(_TEXT))).map(lambda pair: Span(*sorted(pair)))
_HIGHLIGHTS = st.builds(
    Highlight, span=_SPANS, mark=st.sampled_from(Mark), weight=st.sampled_from(Weight), item=st.integers(0, 3)
)


@given(_SPANS, st.lists(_HIGHLIGHTS))
def test_pieces_join_to_the_claim(span: Span, marked: list[Highlight]) -> None:
    pieces = pieces_of(_TEXT, span, marked)
    assert "".join(piece.text for piece in pieces) == span.of(_TEXT)
    assert all(piece.text for piece in pieces)


@given(_SPANS, st.lists(_HIGHLIGHTS))
def test_a_piece_carries_the_gravest_mark_over_it(span: Span, marked: list[Highlight]) -> None:
    start = span.start
    for piece in pieces_of(_TEXT, span, marked):
        over = [high.mark for high in marked if high.weight is not Weight.CLAIM and high.span.contains(start)]
        assert piece.mark == min(over, key=lambda mark: mark.gravity, default=None)
        start += len(piece.text)


def test_a_fact_inside_changed_words_stands_out() -> None:
    marked = [
        Highlight(Span(4, 15), Mark.CHANGED, Weight.WORDS, 0),
        Highlight(Span(9, 15), Mark.CONTRADICTING, Weight.FACT, 0),
    ]
    assert pieces_of(_TEXT, Span(0, 20), marked) == (
        Piece("The "),
        Piece("mill ", Mark.CHANGED),
        Piece("burned", Mark.CONTRADICTING, is_fact=True),
        Piece(" down"),
    )


def test_highlights_are_sorted_under_their_items() -> None:
    first, second = (Highlight(Span(0, 1), Mark.ADDED, Weight.CLAIM, item) for item in (2, 1))
    assert by_item((first, second, first)) == {2: [first, first], 1: [second]}
