"""A search finds what a reader would, and says where it stands in the text as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_app.core.document import Side
from compare_app.core.spans import Span
from compare_app.present.search import Found, Matches, Query, SearchText


def found(text: str, words: str, *, match_case: bool = False, whole_words: bool = False) -> list[str]:
    """The pieces of `text` that are found."""
    matches = SearchText(text).find(Query(words, match_case, whole_words))
    return [matches.span(number).of(text) for number in range(len(matches))]


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ("The cost of THE costs", "the", ["The", "THE"]),
        ("It’s the mayor's", "it's", ["It’s"]),
        ("It's the mayor’s", "mayor’s", ["mayor’s"]),
        ("“No,” she said", '"no,"', ["“No,”"]),
        ("2019–2021 and 2019-2021", "2019-2021", ["2019–2021", "2019-2021"]),
        ("£4\u00a0million", "£4 million", ["£4\u00a0million"]),
        ("over\ntwo lines, over  two", "over two", ["over\ntwo", "over  two"]),
        ("wait… and wait...", "wait...", ["wait…", "wait..."]),
        ("…", ".", ["…"]),
        ("co\u00adoperate", "cooperate", ["co\u00adoperate"]),
        ("the ﬁrst ﬂat", "first", ["ﬁrst"]),
        ("Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("a.c abc", "a.c", ["a.c"]),
        ("İstanbul, Istanbul", "istanbul", ["İstanbul", "Istanbul"]),
        ("교량이 무너졌다", "무너", ["무너"]),
        ("😀 the 😀 the", "the", ["the", "the"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("nothing", " ", []),
        ("", "a", []),
    ],
)
def test_what_a_reader_means_is_found(text: str, words: str, pieces: list[str]) -> None:
    assert found(text, words) == pieces


def test_case_counts_where_it_is_asked_for() -> None:
    assert found("May may not close in May", "May", match_case=True) == ["May", "May"]
    assert found("It’s 'It’s'", "It's", match_case=True) == ["It’s", "It’s"]


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ("four, fourteen, four", "four", ["four", "four"]),
        ("platform form reform", "form", ["form"]),
        ("£4 and £40", "£4", ["£4"]),
        ("(four)", "(four)", ["(four)"]),
    ],
)
def test_whole_words_do_not_go_on(text: str, words: str, pieces: list[str]) -> None:
    assert found(text, words, whole_words=True) == pieces


LETTERS = st.text("aAbß…ﬁf.i '’–-\u00ad\n", max_size=40)


@given(LETTERS, LETTERS)
def test_what_is_found_is_what_was_looked_for(text: str, words: str) -> None:
    for piece in found(text, words):
        assert found(piece, words) == [piece]


@given(LETTERS, LETTERS, LETTERS)
def test_words_are_found_wherever_they_stand(before: str, words: str, after: str) -> None:
    matches = SearchText(f"{before} {words} {after}").find(Query(words))
    if any(sign not in " \n\u00ad" for sign in words):
        inside = Span(len(before) + 1, len(before) + 1 + len(words))
        assert any(True for _ in matches.within(inside))
    assert list(matches.starts) == sorted(set(matches.starts))
    assert all(end <= start for end, start in zip(matches.ends, matches.starts[1:], strict=False))


def test_matches_are_told_by_range_and_counted_over_both_sides() -> None:
    matches = SearchText("one two one two one").find(Query("one"))
    assert [matches.span(number) for number in range(3)] == [Span(0, 3), Span(8, 11), Span(16, 19)]
    assert list(matches.within(Span(2, 9))) == [0, 1]
    assert list(matches.within(Span(3, 8))) == []
    assert [matches.at_or_after(offset) for offset in (0, 1, 8, 17)] == [0, 1, 1, 3]
    both = Found(Query("one"), matches, Matches((4,), (7,)))
    places = [both.place(side, number) for side in Side for number in range(len(both.matches(side)))]
    assert places == [1, 2, 3, 4]
    assert len(both) == 4
    assert [both.at_place(place) for place in places] == [*((Side.LEFT, n) for n in range(3)), (Side.RIGHT, 0)]
