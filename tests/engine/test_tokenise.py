"""Words, signs and what reads alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare_app.engine import tokenise
from compare_app.engine.normalise import fold, fold_keeping_case
from compare_app.engine.spelling import spelling_key
from compare_app.engine.tokenise import is_word, token_spans, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't stop well-known 1,234.5!", ["Don't", "stop", "well-known", "1,234.5", "!"]),
        ("餅七 ok", ["餅", "七", "ok"]),
        ("10:30 — “yes”", ["10:30", "—", "“", "yes", "”"]),
    ],
)
def test_words_are_whole(text: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in token_spans(text)] == words


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_text_is_cut_as_any_other(text: str) -> None:
    pattern = tokenise._any_token()
    assert token_spans(text) == [match.span() for match in pattern.finditer(text)]


@given(st.one_of(st.text(), st.text(st.characters(max_codepoint=127))))
def test_tokens_are_what_their_spans_cover(text: str) -> None:
    found, ends = tokens(text)
    assert list(zip(found, ends, strict=True)) == [(text[start:end], end) for start, end in token_spans(text)]


@given(st.text())
def test_tokens_hold_all_but_white_space_in_order(text: str) -> None:
    spans = token_spans(text)
    reached = 0
    for start, end in spans:
        assert reached <= start < end
        assert not text[reached:start].strip()
        reached = end
    assert not text[reached:].strip()


@pytest.mark.parametrize(
    ("left", "right"),
    [("“State”", '"state"'), ("ﬁne", "fine"), ("co\u00adop", "coop"), ("Ａ", "a"), ("’tis", "'tis"), ("a–b", "a-b")],
)
def test_what_no_reader_tells_apart_folds_alike(left: str, right: str) -> None:
    assert fold(left) == fold(right)


def test_case_is_kept_when_asked_for() -> None:
    assert fold_keeping_case("State") != fold_keeping_case("state")


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("colour", "color"),
        ("organised", "organized"),
        ("centre", "center"),
        ("travelled", "traveled"),
        ("defence", "defense"),
    ],
)
def test_british_and_american_spellings_share_a_key(british: str, american: str) -> None:
    assert spelling_key(british) == spelling_key(american)


@pytest.mark.parametrize(("left", "right"), [("four", "for"), ("rise", "rize"), ("hour", "hor"), ("device", "devise")])
def test_other_words_keep_other_keys(left: str, right: str) -> None:
    assert spelling_key(left) != spelling_key(right)


def test_kinds_of_tokens() -> None:
    assert is_word("餅")
    assert not is_word("—")
