"""The words that claims are aligned by."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare_app.core.control import Control
from compare_app.engine.features import _is_plain, extract, split_plain, split_words

_ASCII = st.text(st.characters(max_codepoint=127))


@given(st.lists(_ASCII.filter(_is_plain)))
def test_plain_texts_have_the_same_words_together_as_alone(texts: list[str]) -> None:
    assert split_plain(texts) == [split_words(text) for text in texts]


def test_claims_are_numbered_as_they_come_whatever_they_hold() -> None:
    texts = ["One claim.", "2 claims.", "one claim!", "...", "Été.", "2 claims", "\x00"]
    features = extract(texts, texts[::-1], ["en"], Control())
    assert features.left_keys == (0, 1, 0, 2, 3, 1, 4)
    assert features.right_keys == features.left_keys[::-1]
